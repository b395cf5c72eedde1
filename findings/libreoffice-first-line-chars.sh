#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12): a first line indent in characters (`w:firstLineChars="200"`, two characters, as Word writes for
# Chinese paragraphs) does nothing by itself; only `w:firstLine` beside it, in twentieths of a point, indents.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! command -v soffice >/dev/null || ! fc-list :lang=zh | grep -q .; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui fonts-noto-cjk
fi
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 pypdfium2==5.15.2
soffice --version
"$work/venv/bin/python" - "$work" <<'PY'
import subprocess, sys
from pathlib import Path
import pypdfium2
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

work = Path(sys.argv[1])

def left(**indent):
    """Where the first character of a paragraph of 16 points stands, in points from the left edge."""
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("中文正文").font.size = Pt(16)
    element = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, value in indent.items():
        element.set(qn(f"w:{name}"), value)
    document.save(work / "a.docx")
    subprocess.run(["soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
                    "--outdir", work, work / "a.docx"], check=True, capture_output=True)
    return pypdfium2.PdfDocument(work / "a.pdf")[0].get_textpage().get_charbox(0)[0]

none, characters, both = left(), left(firstLineChars="200"), left(firstLineChars="200", firstLine="640")
moved = [round(found - none) for found in (characters, both)]
print("moved by firstLineChars alone, and with firstLine beside it (points):", moved)
# seen on 2026-11-28: [0, 32]
sys.exit(moved != [0, 32])
PY
