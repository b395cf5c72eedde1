#!/usr/bin/env bash
# A Word file in the Strict namespaces (Word: Save as, "Strict Open XML Document"; ISO 29500 part 1) is an empty document to
# docx2txt 0.9, docx-parser-converter 1.0.3 and aspose-words-foss 26.7.0: no error, no warning, no text.  mammoth 1.13.0 and
# docx2python 3.7.1 read it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2txt==0.9 docx-parser-converter==1.0.3 \
    aspose-words-foss==26.7.0 mammoth==1.13.0 docx2python==3.7.1
"$work/venv/bin/python" - "$work/strict.docx" <<'PY'
import sys, zipfile
import aspose.words_foss, docx2txt, docx_parser_converter, mammoth
from docx2python import docx2python

path = sys.argv[1]
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
with zipfile.ZipFile(path, "w") as file:
    file.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.open'
                  f'xmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>')
    file.writestr("_rels/.rels", f'<Relationships xmlns="{LINKS}"><Relationship Id="rId1" Type="{STRICT}/officeDocument/'
                  'relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    file.writestr("word/document.xml", f'<w:document xmlns:w="{STRICT}/wordprocessingml/main" w:conformance="strict" '
                  f'xmlns:r="{STRICT}/officeDocument/relationships"><w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>')

with open(path, "rb") as file:
    raw = mammoth.extract_raw_text(file).value
seen = {
    "docx2txt": docx2txt.process(path).strip(),
    "docx-parser-converter": docx_parser_converter.docx_to_text(path).strip(),
    "aspose-words-foss": aspose.words_foss.Document(path).get_text().strip(),
    "mammoth": raw.strip(),
    "docx2python": docx2python(path).text.strip(),
}
print(seen)
# seen on 2026-11-29: '' '' '' 'text' 'text'
sys.exit(list(seen.values()) != ["", "", "", "text", "text"])
PY
