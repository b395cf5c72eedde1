#!/usr/bin/env bash
# pypdfium2 5.15.2: of one line on a page, get_bounds() tells where it is on the page, FPDFPageObj_GetStrokeWidth how wide it
# was drawn before the page's scale (`cm`).  A rule that is 0.5 pt wide on paper is told as 1.76, or as any other number, and
# in a form (XObject) the bounds too are those before the form was placed: whoever measures rules has to multiply by get_matrix().
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0
"$work/venv/bin/python" - "$work/rules.pdf" <<'PY'
import ctypes, sys
import pikepdf, pypdfium2 as pdfium, pypdfium2.raw as raw

LINE = b"2 w 100 100 m 300 100 l S"
with pikepdf.new() as pdf:
    plain, scaled, placed = (pdf.add_blank_page(page_size=(400, 400)) for _ in range(3))
    plain.Contents = pdf.make_stream(b".5 w 25 25 m 75 25 l S")
    scaled.Contents = pdf.make_stream(b"q .25 0 0 .25 0 0 cm " + LINE + b" Q")
    form = pdf.make_stream(LINE, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 400, 400])
    placed.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    placed.Contents = pdf.make_stream(b"q .25 0 0 .25 0 0 cm /F Do Q")
    pdf.save(sys.argv[1])

told = []
for page in pdfium.PdfDocument(sys.argv[1]):
    (line,) = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(line, width)
    told.append((round(width.value, 2), *(round(side) for side in line.get_bounds()[::2])))
print("the same line drawn plainly, scaled, and in a form that is scaled: width, left, right:", told)
# seen on 2026-11-28: ... width, left, right: [(0.5, 24, 76), (2.0, 24, 76), (2.0, 98, 302)]
sys.exit(told != [(0.5, 24, 76), (2.0, 24, 76), (2.0, 98, 302)])
PY
