#!/usr/bin/env bash
# A day that Chinese Excel shows as 星期四 (number format `[$-804]aaaa;@`, from its own list of date formats) is a plain number in
# python-calamine 0.9.1 and in openpyxl 3.1.5; the same day as `yyyy"年"m"月"d"日"` is a date in both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5 XlsxWriter==3.3.1
"$work/venv/bin/python" - "$work/book.xlsx" <<'PY'
import datetime, sys
import openpyxl, python_calamine, xlsxwriter

day = datetime.date(2019, 3, 14)
with xlsxwriter.Workbook(sys.argv[1]) as book:
    sheet = book.add_worksheet()
    for row, shape in enumerate(('yyyy"年"m"月"d"日"', "[$-804]aaaa;@", "[$-804]aaa;@")):
        sheet.write_datetime(row, 0, day, book.add_format({"num_format": shape}))

ours = [row[0] for row in python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()]
other = [row[0] for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True)]
print("python-calamine:", ours)
print("openpyxl:", other)
# seen on 2026-11-28: python-calamine: [datetime.date(2019, 3, 14), 43538.0, 43538.0]
# seen on 2026-11-28: openpyxl: [datetime.datetime(2019, 3, 14, 0, 0), 43538, 43538]
sys.exit(ours != [day, 43538.0, 43538.0] or other != [datetime.datetime(2019, 3, 14), 43538, 43538])
PY
