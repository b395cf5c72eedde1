#!/usr/bin/env bash
# chinese-calendar 1.11.0: days off by name are not the holidays of the notice.
# 1. Where 中秋 falls within 国庆节 the notice has one holiday, 国庆节、中秋节, of eight days.  In 2025 the library has three runs
#    (国庆节 10-01 to 10-05, 中秋 10-06, 国庆节 10-07 to 10-08); in 2023 two; in 2020 one, and no 中秋 at all.
# 2. `get_holidays(start, end)` returns weekends too, with nothing to tell them from days off, unless include_weekends=False.
# Who lists the holidays of a year joins runs that follow each other, whatever they are called.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check chinese-calendar==1.11.0
"$work/venv/bin/python" - <<'PY'
import sys
from datetime import date
from itertools import groupby

import chinese_calendar

runs = {}
for year in (2020, 2023, 2025):
    days = sorted(day for day in chinese_calendar.holidays if date(year, 9, 28) <= day <= date(year, 10, 8))
    runs[year] = [(name, len(list(part))) for name, part in groupby(days, chinese_calendar.holidays.get)]
print(runs)
plain = len(chinese_calendar.get_holidays(date(2025, 10, 1), date(2025, 10, 31)))
bare = len(chinese_calendar.get_holidays(date(2025, 10, 1), date(2025, 10, 31), include_weekends=False))
print("holidays of October 2025, with weekends and without:", plain, bare)
# seen on 2026-11-28:
# {2020: [('National Day', 8)], 2023: [('Mid-autumn Festival', 1), ('National Day', 7)], 2025: [('National Day', 5), ('Mid-autumn Festival', 1), ('National Day', 2)]}
# holidays of October 2025, with weekends and without: 13 8
seen = runs == {
    2020: [("National Day", 8)],
    2023: [("Mid-autumn Festival", 1), ("National Day", 7)],
    2025: [("National Day", 5), ("Mid-autumn Festival", 1), ("National Day", 2)],
} and (plain, bare) == (13, 8)
sys.exit(not seen)
PY
