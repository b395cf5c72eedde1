#!/usr/bin/env bash
# icalendar 7.3.2: a time with a fixed offset (what datetime.fromisoformat makes of 14:30+08:00) is written as
# DTSTART;TZID="UTC+08:00", a zone that no VTIMEZONE defines and that add_missing_timezones() does not add; the library
# itself reads it back as 14:30 without a zone.  Only offset 0 becomes UTC (Z).  Convert to UTC before adding.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 tzdata
"$work/venv/bin/python" - <<'PY'
import sys
from datetime import datetime, timezone
from icalendar import Calendar, Event

def written(moment):
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//example//EN")
    calendar.add("version", "2.0")
    event.add("uid", "1")
    event.add("dtstamp", datetime(2019, 1, 1, tzinfo=timezone.utc))
    event.add("dtstart", moment)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()

moment = datetime.fromisoformat("2019-11-28T14:30:00+08:00")
data = written(moment)
line = next(row for row in data.decode().split("\r\n") if row.startswith("DTSTART"))
back = Calendar.from_ical(data).walk("VEVENT")[0]["dtstart"].dt
utc = written(moment.astimezone(timezone.utc)).decode()
said = line, b"VTIMEZONE" in data, back.tzinfo, "DTSTART:20191128T063000Z" in utc
print("line, zone defined, zone read back, right when converted first:", said)
# seen on 2026-11-28: ('DTSTART;TZID="UTC+08:00":20191128T143000', False, None, True)
sys.exit(said != ('DTSTART;TZID="UTC+08:00":20191128T143000', False, None, True))
PY
