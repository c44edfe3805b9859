#!/usr/bin/env python3
"""Who has been told what in tests/cases/reminders.txt, worked out from docs/reminders.md without any code of the program.

    python3 tests/data/expected_reminders.py            compares; exits 1 and names the lines that differ
    python3 tests/data/expected_reminders.py --write    writes the last column anew, all else stays as it is
"""
import csv
import datetime
import pathlib
import sys
import zoneinfo

HERE = pathlib.Path(__file__).parent
TABLE = HERE.parent / "cases" / "reminders.txt"
MORNING, END = datetime.time(8, 30), datetime.time(17, 30)
DAY = datetime.timedelta(days=1)


def calendar(name):
    """{day: works} of the days that are not as their weekday says."""
    if name == "-":
        return {}
    with open(HERE / f"calendar-{name}.csv", encoding="utf-8", newline="") as file:
        return {datetime.date.fromisoformat(row["date"]): row["kind"] == "workday" for row in csv.DictReader(file)}


def works(days, day):
    return days.get(day, day.weekday() < 5)


def moment(text, zone, time=datetime.time(0, 0)):
    """UTC of a local wall time; of a day alone, at `time`."""
    if len(text) == 10:
        local = datetime.datetime.combine(datetime.date.fromisoformat(text), time, zone)
    else:
        local = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)
    return local.astimezone(datetime.timezone.utc)


def mornings(days, zone, around):
    """Every 08:30 of a working day within two months of a moment."""
    first = around.astimezone(zone).date() - 60 * DAY
    for n in range(120):
        day = first + n * DAY
        if works(days, day):
            yield day, datetime.datetime.combine(day, MORNING, zone).astimezone(datetime.timezone.utc)


def told(days, zone, kind, since, due, now):
    """Each notice given up to now: condition and level."""
    out = []
    if kind == "untouched":
        limit = since + DAY
        if any(limit <= at <= now for _, at in mornings(days, zone, limit)):
            out.append("untouched/manager")
    elif kind.split()[0] in ("refusal", "reporters", "loss", "escalated", "dissatisfied"):
        word, _, number = kind.partition(" ")
        needed = {"refusal": 2, "reporters": 3, "loss": 2001}.get(word, 0)
        name = {"refusal": "bounced", "reporters": "same_kind", "loss": "cost"}.get(word, word)
        if since <= now and (not needed or int(number) >= needed):
            out.append(name + "/manager")
    elif kind in ("challenge", "extension"):
        given = {"challenge": "challenged/owner", "extension": "ruled/owner"}
        if since <= now:
            out.append(given[kind])
    elif kind in ("repeat", "safety"):
        if since <= now:
            out += ["safety/head", "safety/manager"] if kind == "safety" else ["repeat/manager"]
    elif due is not None:
        day = due.astimezone(zone).date()
        before = [at for date, at in mornings(days, zone, due) if date < day][-1]
        if since is not None and since > before:
            before = next(at for _, at in mornings(days, zone, since) if at >= since)
        if before <= now:
            out.append("due_soon/owner")
        after = [at for date, at in mornings(days, zone, due) if date > day]
        if after[0] <= now:
            out.append("overdue/head")
        if after[2] <= now:
            out.append("overdue/manager")
    return " ".join(out) or "-"


def main():
    lines, wrong, cases = [], 0, 0
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        text, mark, remark = line.partition("#")
        columns = text.split("|")
        if len(columns) < 7:
            lines.append(line)
            continue
        cells = [column.strip() for column in columns]
        zone, days = zoneinfo.ZoneInfo(cells[0]), calendar(cells[1])
        since = moment(cells[3], zone) if cells[3] else None
        due = moment(cells[4], zone, END) if cells[4] else None
        expected = told(days, zone, cells[2], since, due, moment(cells[5], zone))
        cases += 1
        if expected != cells[6]:
            wrong += 1
            print(f"{TABLE.name}:{number}: {cells[6] or 'nothing'} in the table, {expected} by the page")
        lines.append("|".join(columns[:6]) + "| " + expected + (f"   #{remark}" if mark else ""))
    if "--write" in sys.argv:
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return 0
    print(f"{cases} cases, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
