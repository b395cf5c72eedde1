#!/usr/bin/env bash
# openpyxl 3.1.5 undoes half of the escapes for control characters in texts (ECMA-376 part 1, 22.4.2.4, ST_Xstring): `_x005F_` is
# read as `_`, but `_x000D_` stays as it is written.  A cell with a line break of Windows (CR LF), as XlsxWriter 3.3.1 writes it
# by the standard, reads `甲_x000D_` and a line feed; python-calamine 0.9.1 gives the text back.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 XlsxWriter==3.3.1 python-calamine==0.9.1
"$work/venv/bin/python" - "$work/a.xlsx" <<'PY'
import sys
import openpyxl
import python_calamine
import xlsxwriter

path, texts = sys.argv[1], ["甲\r\n乙", "编号_x000D_1"]
with xlsxwriter.Workbook(path) as book:
    sheet = book.add_worksheet()
    for row, text in enumerate(texts):
        sheet.write_string(row, 0, text)
calamine = [row[0] for row in python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()]
read = [row[0] for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]
print("written:        ", texts)
print("python-calamine:", calamine)
print("openpyxl:       ", read)
# seen on 2026-11-28: python-calamine as written; openpyxl ['甲_x000D_\n乙', '编号_x000D_1']
assert calamine == texts
assert read == ["甲_x000D_\n乙", "编号_x000D_1"]
PY
