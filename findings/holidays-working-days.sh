#!/usr/bin/env bash
# holidays 0.109, chinese-calendar 1.11.0: which days in China are at work.
# 1. holidays answers for years whose notice nobody has seen: `is_working_day` of 2030 takes the lunar new year from the
#    moon and guesses the rest, without a sign; `get_nth_working_day` counts from a known year into an unknown one in the same
#    way.  chinese-calendar raises NotImplementedError for such a year.
# 2. `weekend_workdays` of a fresh holidays.China() is empty: a make-up working Sunday is not in it until some other question
#    has filled in the year, though `is_working_day` of the same object knows the day.
# 3. The two differ on one day of 2004 to 2026: Saturday 2005-12-31, worked in exchange for 2006-01-03.  chinese-calendar has
#    that 3 January as a day off, and the Saturday that was worked for it as a day off too.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109 chinese-calendar==1.11.0
"$work/venv/bin/python" - <<'PY'
import sys
from datetime import date, timedelta

import chinese_calendar
import holidays


def asked(day):
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return "NotImplementedError"


unknown = date(2030, 2, 4)
one = holidays.China().is_working_day(unknown), holidays.China().get_nth_working_day(date(2026, 12, 30), 5).isoformat(), asked(unknown)
print("2030-02-04 in holidays, 2026-12-30 + 5 days at work, 2030-02-04 in chinese-calendar:", one)

fresh, sunday = holidays.China(), date(2024, 2, 4)
before = sunday in fresh.weekend_workdays
two = before, fresh.is_working_day(sunday), sunday in fresh.weekend_workdays
print("2024-02-04 in weekend_workdays, is_working_day, in weekend_workdays afterwards:", two)

days = (date(2004, 1, 1) + timedelta(number) for number in range((date(2027, 1, 1) - date(2004, 1, 1)).days))
known = holidays.China(years=range(2004, 2027))
three = [day.isoformat() for day in days if known.is_working_day(day) != chinese_calendar.is_workday(day)]
third = known.is_working_day(date(2006, 1, 3)), chinese_calendar.is_workday(date(2006, 1, 3))
print("days on which they differ, and 2006-01-03 in both:", three, third)
# seen on 2026-11-28:
# 2030-02-04 in holidays, 2026-12-30 + 5 days at work, 2030-02-04 in chinese-calendar: (False, '2027-01-07', 'NotImplementedError')
# 2024-02-04 in weekend_workdays, is_working_day, in weekend_workdays afterwards: (False, True, True)
# days on which they differ, and 2006-01-03 in both: ['2005-12-31'] (False, False)
seen = (
    one == (False, "2027-01-07", "NotImplementedError")
    and two == (False, True, True)
    and (three, third) == (["2005-12-31"], (False, False))
)
sys.exit(not seen)
PY
