#!/usr/bin/env bash
# A table cell whose deletion is tracked (`w:tcPr/w:cellDel`) no longer exists, and its words stand in `w:t` like any others
# (ECMA-376 17.13.5.1 shows it so).  python-docx 1.2.0, docx2python 3.7.1, docx2txt 0.9, docx-parser-converter 1.0.3, mammoth
# 1.13.0, markitdown 0.1.9 and all2md 1.18.0 all read them, also those that leave deleted rows and runs out.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 docx2python==3.7.1 docx2txt==0.9 \
    docx-parser-converter==1.0.3 mammoth==1.13.0 'markitdown[docx]==0.1.9' 'all2md[docx]==1.18.0'
"$work/venv/bin/python" - "$work/a.docx" <<'PY'
import sys
import all2md, docx, docx2txt, docx_parser_converter, mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python
from markitdown import MarkItDown

path = sys.argv[1]
document = docx.Document()
table = document.add_table(1, 3)
for cell, words in zip(table.rows[0].cells, ("kept", "deleted", "last")):
    cell.text = words
table.cell(0, 1)._tc.get_or_add_tcPr().append(
    parse_xml(f'<w:cellDel {nsdecls("w")} w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"/>'))
document.save(path)

with open(path, "rb") as file:
    raw = mammoth.extract_raw_text(file).value
texts = {
    "python-docx": " ".join(cell.text for row in docx.Document(path).tables[0].rows for cell in row.cells),
    "docx2python": docx2python(path).text,
    "docx2txt": docx2txt.process(path),
    "docx-parser-converter": docx_parser_converter.docx_to_text(path),
    "mammoth": raw,
    "markitdown": MarkItDown().convert(path).text_content,
    "all2md": all2md.to_markdown(path),
}
seen = {name: "deleted" in text for name, text in texts.items()}
print("read the deleted cell:", seen)
# seen on 2026-11-29: True, seven times
sys.exit(not all("kept" in text for text in texts.values()) or not all(seen.values()))
PY
