#!/usr/bin/env bash
# python-calamine 0.9.1: one cell that holds the error value #GETTING_DATA (ECMA-376 Part 1, 18.17.3 lists it beside #N/A) makes
# the whole sheet unreadable: get_sheet_by_index() raises CalamineError.  openpyxl 3.1.5 reads the same file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5
"$work/venv/bin/python" - "$work/book.xlsx" <<'PY'
import sys, zipfile
import openpyxl, python_calamine

book = openpyxl.Workbook()
book.active.append(["name", "value"])
book.active.append(["a", 1])
book.save(sys.argv[1])
with zipfile.ZipFile(sys.argv[1]) as package:
    parts = {name: package.read(name) for name in package.namelist()}
sheet = "xl/worksheets/sheet1.xml"
row = b'<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="e"><v>#GETTING_DATA</v></c></row></sheetData>'
parts[sheet] = parts[sheet].replace(b"</sheetData>", row)
with zipfile.ZipFile(sys.argv[1], "w") as package:
    for name, part in parts.items():
        package.writestr(name, part)

other = [list(line) for line in openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True)]
print("openpyxl:", other)
try:
    ours = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
except python_calamine.CalamineError as error:
    ours = str(error)
print("python-calamine:", ours)
# seen on 2026-11-28: python-calamine: Unsupported cell error value '#GETTING_DATA'
sys.exit(other[2] != ["#N/A", "#GETTING_DATA"] or ours != "Unsupported cell error value '#GETTING_DATA'")
PY
