#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12), saving .docx as .docx: a hidden run (w:vanish, ECMA-376 17.3.2.41) stays hidden in a plain
# paragraph and in an inline content control.  Where a block control holds the paragraph, a FILLIN field is written instead of it,
# and its result has the hidden words among the visible ones.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! command -v soffice >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui
fi
soffice --version
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
"$work/venv/bin/python" - "$work" <<'PY'
import subprocess, sys
from pathlib import Path
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

work = Path(sys.argv[1])
RUNS = "<w:r><w:t>shown</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
PLACES = {
    "paragraph": f"<w:p {nsdecls('w')}>{RUNS}</w:p>",
    "inline control": f"<w:p {nsdecls('w')}><w:sdt><w:sdtContent>{RUNS}</w:sdtContent></w:sdt></w:p>",
    "block control": f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{RUNS}</w:p></w:sdtContent></w:sdt>",
}

def hidden_after(xml):
    """Of every run with the hidden word in the saved file, whether it is still hidden."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(xml))
    document.save(work / "a.docx")
    subprocess.run(["soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--convert-to", "docx",
                    "--outdir", work / "out", work / "a.docx"], check=True, capture_output=True)
    body = docx.Document(work / "out/a.docx").element.body
    return sorted({text.getparent().find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None
                   for text in body.iter(qn("w:t")) if "hidden" in (text.text or "")})

seen = {place: hidden_after(xml) for place, xml in PLACES.items()}
print("still hidden:", seen)
sys.exit(seen != {"paragraph": [True], "inline control": [True], "block control": [False]})
PY
