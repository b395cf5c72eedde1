#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12): after a paragraph that ends with a content control within a content control (inline w:sdt), the
# next paragraph that stands in a block content control and has an inline one loses its words up to that one: not in the text
# export, and not in a .docx that it saves.  ECMA-376 (17.5.2) lets controls nest and has all of their content in the document.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! command -v soffice >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui
fi
soffice --version
python3 - "$work" <<'PY'
import subprocess, sys
from pathlib import Path
from zipfile import ZipFile

work = Path(sys.argv[1])
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"'
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LINK = f"{OFFICE}/officeDocument/2006/relationships"

def converted(parts, target):
    """The file that LibreOffice makes of a Word file of these parts."""
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{KIND}.{kind}+xml"/>'
                    for name, kind in (("document", "document.main"), ("numbering", "numbering"), ("styles", "styles")) if name in parts)
    links = "".join(f'<Relationship Id="r{name}" Type="{LINK}/{name}" Target="{name}.xml"/>' for name in parts if name != "document")
    with ZipFile(work / "a.docx", "w") as file:
        file.writestr("[Content_Types].xml", f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types"><Default Extension="rels" '
                      f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>')
        file.writestr("_rels/.rels", f'{HEAD}<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1" '
                      f'Type="{LINK}/officeDocument" Target="word/document.xml"/></Relationships>')
        file.writestr("word/_rels/document.xml.rels", f'{HEAD}<Relationships xmlns="{OFFICE}/package/2006/relationships">{links}</Relationships>')
        for name, inside in parts.items():
            file.writestr(f"word/{name}.xml", HEAD + inside)
    ending = target.partition(":")[0]
    subprocess.run(["soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--convert-to", target,
                    "--outdir", work / "out", work / "a.docx"], check=True, capture_output=True)
    return work / "out" / f"a.{ending}"

def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"

def control(inside):
    return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

def paragraphs(last):
    return f"<w:p>{run('甲')}{last}</w:p>" + control(f"<w:p>{run('丙')}{control(run('丁'))}</w:p>")

def seen(last):
    """The lines of the text export, and the words of the file saved as .docx."""
    parts = {"document": f"<w:document {W}><w:body>{paragraphs(last)}<w:sectPr/></w:body></w:document>"}
    lines = converted(parts, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig").split()
    xml = ZipFile(converted(parts, "docx")).read("word/document.xml").decode()
    return lines, "丙" in xml

within, beside = seen(control(control(run("乙")))), seen(control(run("乙")))
print("after a control in a control:", within)
print("after a control:             ", beside)
# seen on 2026-11-29: ['甲乙', '丁'] and no 丙; ['甲乙', '丙丁'] and 丙
sys.exit((within, beside) != ((["甲乙", "丁"], False), (["甲乙", "丙丁"], True)))
PY
