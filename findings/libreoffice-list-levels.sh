#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12): two rules of Word's numbering are passed over.  By ECMA-376 a level with w:isLgl shows the levels
# above in digits (17.9.4: 1.1 under 第一条), and a paragraph whose style names only the list is of the level that names the style
# (17.9.23, w:pStyle).  LibreOffice shows 一.1, and has such paragraphs on the first level.
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

han = "chineseCountingThousand"

def lines(body, numbers, styles=""):
    parts = {
        "document": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "numbering": numbers,
        "styles": f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>{styles}</w:styles>',
    }
    text = converted(parts, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    return ["".join(line.split()) for line in text.splitlines()]

def listed(words, at):
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr></w:pPr>{run(words)}</w:p>'

def styled(words, style):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(words)}</w:p>'

def style(id):
    return (f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{id}"/><w:basedOn w:val="N"/>'
            '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')

legal = lines(listed("甲", 0) + listed("乙", 1), numbering(level(0, han, "第%1条"), level(1, "decimal", "%1.%2", "<w:isLgl/>")))
by_style = lines(
    styled("甲", "A") + styled("乙", "B") + styled("丙", "B"),
    numbering(level(0, han, "%1、", '<w:pStyle w:val="A"/>'), level(1, han, "（%2）", '<w:pStyle w:val="B"/>')),
    style("A") + style("B"),
)
print("w:isLgl: ", legal)
print("w:pStyle:", by_style)
# seen on 2026-11-29; by the standard: 第一条甲 1.1乙, and 一、甲 （一）乙 （二）丙
sys.exit((legal, by_style) != (["第一条甲", "一.1乙"], ["一、甲", "二、乙", "三、丙"]))
PY
