#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12): `w:rFonts w:hint="eastAsia"` is passed over.  By ECMA-376 (17.3.2.26) it has Chinese quotation
# marks set in the East Asian typeface; LibreOffice sets the opening mark of a paragraph, and one after a Latin letter, in
# the Latin typeface, with the hint and without, and its partner in the Chinese one: one pair in two typefaces.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! command -v soffice >/dev/null || ! fc-list :lang=zh | grep -q .; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui fonts-noto-cjk fonts-dejavu-core
fi
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 pypdfium2==5.15.2
soffice --version
"$work/venv/bin/python" - "$work" <<'PY'
import ctypes, subprocess, sys
from pathlib import Path
import pypdfium2, pypdfium2.raw as raw
from docx import Document
from docx.oxml.ns import qn

work = Path(sys.argv[1])

def typefaces(hint):
    """Every character of the printed page with the typeface that it is set in."""
    document = Document()
    run = document.add_paragraph().add_run("“七一”A“甲”")
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    for name, value in {"w:ascii": "DejaVu Serif", "w:hAnsi": "DejaVu Serif", "w:eastAsia": "Noto Sans CJK SC"}.items():
        fonts.set(qn(name), value)
    if hint:
        fonts.set(qn("w:hint"), "eastAsia")
    document.save(work / "a.docx")
    subprocess.run(["soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
                    "--outdir", work, work / "a.docx"], check=True, capture_output=True)
    page = pypdfium2.PdfDocument(work / "a.pdf")[0].get_textpage()
    found = []
    for at in range(page.count_chars()):
        name = ctypes.create_string_buffer(200)
        raw.FPDFText_GetFontInfo(page, at, name, 200, ctypes.byref(ctypes.c_int()))
        found.append((chr(raw.FPDFText_GetUnicode(page, at)), "Latin" if b"DejaVu" in name.value else "Chinese"))
    return [row for row in found if row[0].strip()]

with_hint, without = typefaces(True), typefaces(False)
print("with the hint:   ", with_hint)
print("without the hint:", without)
# seen on 2026-11-28, both: “ Latin, 七 一 ” Chinese, A “ Latin, 甲 ” Chinese
expected = list(zip("“七一”A“甲”", ["Latin", "Chinese", "Chinese", "Chinese", "Latin", "Latin", "Chinese", "Chinese"]))
sys.exit(not with_hint == without == expected)
PY
