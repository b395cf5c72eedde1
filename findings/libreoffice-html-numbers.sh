#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12), saving HTML: automatic numbers of Word in Chinese (第一条, （一）) become a plain <ol>, which browsers
# number 1. 2.; nothing of the file tells which they were (letters keep their type).  A level that is passed over is an <ol>
# that has no <li> but another <ol>.  In its text export the same numbers stand as Word shows them.
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

def level(at, kind, text, more=""):
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>')

def numbering(*levels):
    return (f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')

rows = [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 0), ("戊", 2)]
body = "".join(f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr></w:pPr>{run(words)}</w:p>' for words, at in rows)
han = "chineseCountingThousand"
parts = {
    "document": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
    "numbering": numbering(level(0, han, "第%1条"), level(1, han, "（%2）"), level(2, "lowerLetter", "%3)")),
}
shown = ["".join(line.split()) for line in converted(parts, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig").splitlines()]
page = converted(parts, "html").read_text(encoding="utf-8").partition("<body")[2]
tags = [each.partition(">")[0] for each in page.split("<") if each.startswith(("ol", "/ol", "li"))]
print(shown)
print(*tags)
# seen on 2026-11-29
sys.exit(shown != ["第一条甲", "（一）乙", "（二）丙", "第二条丁", "a)戊"]
         or any(word in page for word in ("第一条", "（一）", "一"))
         or tags != ["ol", "li", "ol", "li", "li", "/ol", "li", "ol", 'ol type="a"', "li", "/ol", "/ol", "/ol"])
PY
