#!/usr/bin/env bash
# pypdfium2 5.15.2 deletes nothing, and says nothing, for a page index that is not there: `del pdf[-1]`, which takes the last page
# off a list, off pikepdf 10.18.0's pages and off pypdf 7.1.1's writer, leaves all three pages, as does `del pdf[99]`; reading
# `pdf[-1]` is a PdfiumError.  `new_page(…, -1)` inserts in front of the first page.  Count the pages afterwards.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0 pypdf==7.1.1
"$work/venv/bin/python" - "$work/three.pdf" <<'PY'
import sys
import pikepdf
import pypdf
import pypdfium2

path = sys.argv[1]
made = pypdfium2.PdfDocument.new()
for width in (100, 200, 300):
    made.new_page(width, 50)
made.save(path)


def widths(pages):
    return [round(page.get_width()) for page in pages]


read = pypdfium2.PdfDocument(path)
try:
    read[-1]
    reading = "a page"
except pypdfium2.PdfiumError as error:
    reading = f"PdfiumError: {error}"
del read[-1]
last = widths(read)
del read[99]
beyond = widths(read)
read.new_page(400, 50, -1)
inserted = widths(read)
with pikepdf.open(path) as peer:
    del peer.pages[-1]
    pikepdf_left = len(peer.pages)
writer = pypdf.PdfWriter(clone_from=path)
del writer.pages[-1]
print("pypdfium2: pdf[-1]              ", reading)
print("pypdfium2: del pdf[-1]          ", last)
print("pypdfium2: del pdf[99]          ", beyond)
print("pypdfium2: new_page(400, 50, -1)", inserted)
print("pikepdf:   pages after del [-1] ", pikepdf_left)
print("pypdf:     pages after del [-1] ", len(writer.pages))
# seen on 2026-11-29: PdfiumError: Failed to load page.; [100, 200, 300] twice; [400, 100, 200, 300]; 2; 2
assert reading == "PdfiumError: Failed to load page."
assert last == beyond == [100, 200, 300]
assert inserted == [400, 100, 200, 300]
assert pikepdf_left == len(writer.pages) == 2
PY
