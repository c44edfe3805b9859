#!/usr/bin/env python3
"""Due times of the clocks in tests/cases/clock_zones.txt, worked out from docs/clocks.md without any code of the program.

    python3 tests/data/expected_clock_zones.py     compares; exits 1 and names the lines that differ
"""
import datetime
import pathlib
import sys
import zoneinfo

from expected_clocks import calendar, nth_working_day, working_days, works

TABLE = pathlib.Path(__file__).parent.parent / "cases" / "clock_zones.txt"
DAY = datetime.timedelta(days=1)


def minutes(clock):
    return int(clock[:2]) * 60 + int(clock[3:])


def work_of(hours):
    """Minutes after midnight at which work begins and ends; the end may be on the next day."""
    if hours == "-":
        hours = "08:00-17:30"
    shifts = [shift.split("-") for shift in hours.split(",")]
    begin, end = minutes(shifts[0][0]), minutes(shifts[-1][1])
    return begin, end if end > minutes(shifts[-1][0]) else end + 1440


def due_of(site_name, zone_name, hours, days, promise, start, pause, requested):
    site = zoneinfo.ZoneInfo(site_name)
    elsewhere = zone_name != "-"
    zone = zoneinfo.ZoneInfo(zone_name) if elsewhere else site
    special = {} if elsewhere else calendar("cn-2026")
    for entry in filter(None, (part.strip() for part in days.split(";"))):
        day, kind = entry.split()
        special[datetime.date.fromisoformat(day)] = {"off": False, "work": True}[kind]
    begin, end = work_of(hours)

    def moment(text):
        return datetime.datetime.strptime(text.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=site)

    def end_of(day):
        return datetime.datetime.combine(day + end // 1440 * DAY, datetime.time(end % 1440 // 60, end % 60), zone)

    def day_of(at):
        noted = at.astimezone(site)
        return (noted if noted.time() == datetime.time(0) else at.astimezone(zone)).date()

    unit, target = promise.split()
    target = int(target)
    at = moment(start)
    utc = datetime.timezone.utc
    if unit == "hours":
        due = at.astimezone(utc) + datetime.timedelta(hours=target)
    elif unit == "calendar_days":
        due = end_of(day_of(at) + target * DAY)
    else:
        there = at.astimezone(zone)
        alone = at.time() == datetime.time(0)
        counts = not alone and works(special, there.date()) and there.hour * 60 + there.minute < begin
        first = day_of(at) - DAY if counts else day_of(at)
        excused = working_days(special, *(day_of(moment(part)) for part in pause.split(".."))) if pause else 0
        due = end_of(nth_working_day(special, first, target + excused))
    if requested:
        due = min(due.astimezone(utc), end_of(datetime.date.fromisoformat(requested)).astimezone(utc))
    return due.astimezone(site).strftime("%Y-%m-%d %H:%M")


def main():
    wrong = 0
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.split("#")[0].split("|")]
        if len(cells) < 9:
            continue
        expected = due_of(*cells[:8])
        if expected != cells[8]:
            wrong += 1
            print(f"{TABLE.name}:{number}: {cells[8]}, expected {expected}")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
