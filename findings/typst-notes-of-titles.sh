#!/usr/bin/env bash
# typst 0.15.2 (PyPI): a footnote of a heading is printed twice where the document has an outline, once at the foot of the
# contents and once below the heading, and the two count: the heading's own mark is 2.  `show footnote: none` around the
# outline takes the mark away but not the note.  In a page's header a note counts on every page and is printed on none,
# without a warning.  Only a state that the body asks (`context if not listing.get() { footnote(…) }`) helps.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdfium2==5.15.2
"$work/venv/bin/python" - <<'PY'
import sys
import pypdfium2
import typst

TITLE = "#outline()\n= Title#footnote[of the title]\n"
HEADER = "#set page(header: [Head#footnote[of the head]], width: 12cm, height: 8cm)\nOne#footnote[first]#pagebreak()Two#footnote[second]"


def printed(source):
    made, warnings = typst.compile_with_warnings(source.encode())
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))
    return " ".join(text.replace(".", " ").split()), len(warnings)


plain = printed(TITLE)
hidden = printed("#show outline: it => { show footnote: none; it }\n" + TITLE)
header = printed(HEADER)
print(plain, hidden, header, sep="\n")
# seen on 2026-11-29:
# ('Contents Title1 1 Title2 1of the title 2of the title', 0)
# ('Contents Title 1 Title2 1of the title 2of the title', 0)
# ('Head1 One2 2first Head3 Two4 4second', 0)
sys.exit((plain, hidden, header) != (
    ("Contents Title1 1 Title2 1of the title 2of the title", 0),
    ("Contents Title 1 Title2 1of the title 2of the title", 0),
    ("Head1 One2 2first Head3 Two4 4second", 0)))
PY
