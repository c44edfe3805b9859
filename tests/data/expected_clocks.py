#!/usr/bin/env python3
"""Due times of the clocks in tests/cases/clocks.txt, worked out from docs/clocks.md without any code of the program.

    python3 tests/data/expected_clocks.py            compares; exits 1 and names the lines that differ
    python3 tests/data/expected_clocks.py --write    writes the due column anew, all else stays as it is

The columns are described in the head of the table. Time zones come from the system's zoneinfo, holidays and make-up workdays
from calendar-NAME.csv of this folder; a day that the calendar does not name is a working day from Monday to Friday. Whatever the
page leaves open is marked "the page leaves open" here and "left open" in the table.
"""
import csv
import datetime
import pathlib
import sys
import zoneinfo

HERE = pathlib.Path(__file__).parent
TABLE = HERE.parent / "cases" / "clocks.txt"
UTC = datetime.timezone.utc
BEGIN, END = datetime.time(8, 0), datetime.time(17, 30)
DAY = datetime.timedelta(days=1)


def calendar(name):
    """{day: works} of the days that are not as their weekday says."""
    if name == "-":
        return {}
    with open(HERE / f"calendar-{name}.csv", encoding="utf-8", newline="") as file:
        return {datetime.date.fromisoformat(row["date"]): row["kind"] == "workday" for row in csv.DictReader(file)}


def works(days, day):
    return days.get(day, day.weekday() < 5)


def working_days(days, after, last):
    """Number of the working days after one day, up to and with another."""
    return sum(works(days, after + n * DAY) for n in range(1, (last - after).days + 1))


def nth_working_day(days, after, count):
    day = after
    while count:
        day += DAY
        count -= works(days, day)
    return day


def moment(text, zone):
    """UTC of a local wall time, or of one written as UTC; refuses what the clocks skip or repeat."""
    if text.endswith("Z"):
        return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC)
    local = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise ValueError(f"{text} is skipped or repeated in {zone.key}")
    return local.astimezone(UTC)


def end_of_work(day, zone):
    """No zone changes its clocks at 17:30, so that an end of work is never skipped here."""
    return datetime.datetime.combine(day, END, zone).astimezone(UTC)


def as_one(pauses):
    """Pauses [from, to] in the order of time; those that overlap or touch become one. No end is None."""
    far = datetime.datetime.max.replace(tzinfo=UTC)
    merged = []
    for begin, end in sorted((begin, end or far) for begin, end in pauses):
        if merged and begin <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([begin, end])
    return [(begin, None if end == far else end) for begin, end in merged]


def computed(zone, days, unit, target, start, pauses):
    """The time by the policy and its pauses, or None while the clock waits or stands still."""
    if start is None:
        return None
    local = start.astimezone(zone)
    day = local.date()
    if unit == "hours":  # the page leaves open whether midnight sharp means anything here: elapsed time from midnight
        due = start + datetime.timedelta(hours=target)
    elif unit == "calendar_days":
        due_day = day + target * DAY
    else:
        midnight = local.time() == datetime.time(0, 0)
        counts = works(days, day) and local.time() < BEGIN and not midnight
        due_day = nth_working_day(days, day - DAY if counts else day, target)
    if unit != "hours":
        due = end_of_work(due_day, zone)

    for begin, end in as_one(pauses):
        if end is not None and end <= start:
            continue
        if begin >= due:
            break
        if end is None:
            return None
        begin = max(begin, start)
        if unit == "hours":
            due += end - begin
            continue
        first, last = begin.astimezone(zone).date(), end.astimezone(zone).date()
        if unit == "calendar_days":
            due_day += last - first
        else:
            due_day = nth_working_day(days, due_day, working_days(days, first, last))
        due = end_of_work(due_day, zone)
    return due


def due_of(cells):
    zone_name, calendar_name, promise, start, pauses, requested, extension = cells
    zone = zoneinfo.ZoneInfo(zone_name)
    unit, target, *fixed = promise.split()
    if unit not in ("hours", "calendar_days", "working_days") or fixed not in ([], ["fixed"]) or int(target) < 1:
        raise ValueError(f"not a promise: {promise}")

    spans = []
    for pause in filter(None, (part.strip() for part in pauses.split(";"))):
        begin, end = (part.strip() for part in pause.split(".."))
        spans.append((moment(begin, zone), moment(end, zone) if end else None))
        if end and spans[-1][1] < spans[-1][0]:
            raise ValueError(f"ends before it begins: {pause}")
    due = computed(zone, calendar(calendar_name), unit, int(target), None if start == "-" else moment(start, zone),
                   [] if fixed else spans)

    by_customer = False
    if extension:
        date, *who = extension.split()
        if who not in ([], ["customer"]):
            raise ValueError(f"not an extension: {extension}")
        by_customer = bool(who)
        agreed = end_of_work(datetime.date.fromisoformat(date), zone)
        due = agreed if due is None else max(due, agreed)
    if requested:
        wanted = agreed if by_customer else end_of_work(datetime.date.fromisoformat(requested), zone)
        due = wanted if due is None else min(due, wanted)
    return "-" if due is None else due.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def main():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    differ = 0
    for number, line in enumerate(lines, 1):
        text = line.split("#")[0].rstrip()
        if not text:
            continue
        *cells, stated = (cell.strip() for cell in text.split("|"))
        try:
            due = due_of(cells)
        except ValueError as error:
            sys.exit(f"{TABLE.name}:{number}: {error}")
        if due != stated:
            differ += 1
            print(f"{TABLE.name}:{number}: {stated or 'nothing'} in the table, {due} worked out")
            gap = line[len(text):] if "#" in line else ""
            lines[number - 1] = text[:text.rindex("|")] + "| " + due + gap
    if "--write" in sys.argv[1:]:
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    elif differ:
        sys.exit(1)


if __name__ == "__main__":
    main()
