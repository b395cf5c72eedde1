#!/usr/bin/env bash
# docx2python 3.7.1 raises KeyError 'r' on a document that does not declare the prefix `r` (relationships): it looks attributes
# up by the prefixes of the root element.  A prefix is a name of the writer's choice, and a document without pictures and
# links needs none for relationships; mammoth 1.13.0 reads the same file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2python==3.7.1 mammoth==1.13.0
"$work/venv/bin/python" - "$work/a.docx" <<'PY'
import sys, zipfile
import mammoth
from docx2python import docx2python

path = sys.argv[1]
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMATS = "http://schemas.openxmlformats.org"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

def seen(more):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.open'
                      f'xmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>')
        file.writestr("_rels/.rels", f'<Relationships xmlns="{LINKS}"><Relationship Id="rId1" Type="{FORMATS}/officeDocument/'
                      '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        file.writestr("word/document.xml", f'<w:document xmlns:w="{FORMATS}/wordprocessingml/2006/main" {more}>'
                      '<w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>')
    with open(path, "rb") as file:
        other = mammoth.extract_raw_text(file).value.strip()
    try:
        return docx2python(path).text, other
    except KeyError as error:
        return f"KeyError {error}", other

found = seen(""), seen(f'xmlns:r="{FORMATS}/officeDocument/2006/relationships"')
print(found)
# seen on 2026-11-29: (("KeyError 'r'", 'text'), ('text', 'text'))
sys.exit(found != (("KeyError 'r'", "text"), ("text", "text")))
PY
