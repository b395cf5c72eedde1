#!/usr/bin/env bash
# typst 0.15.2 (PyPI): a table with a link in its head compiles for PDF/UA-1 while it stands on one page, and is refused from
# the row on that sends it to a second: "PDF artifacts may not contain links".  The head that is repeated is written as an
# artifact together with its link, instead of its words alone.  Without the standard, or with `repeat: false`, it compiles.
# So a document that was right for years stops when one row is added, and the message names neither table nor row.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2
"$work/venv/bin/python" - <<'PY'
import sys
import typst

TABLE = '#table(columns: 1, table.header(%s[#link("https://example.org/")[name]]), ..range(%d).map(str))'


def outcome(rows, more="", standards=("ua-1",)):
    source = '#set document(title: "a")\n' + TABLE % (more, rows)
    try:
        typst.compile(source.encode(), pdf_standards=list(standards))
    except typst.TypstError as error:
        return error.message
    return "made"


seen = [outcome(10), outcome(200), outcome(200, standards=()), outcome(200, more="repeat: false, ")]
print(*seen, sep="\n")
# seen on 2026-11-29: made / PDF/UA-1 error: PDF artifacts may not contain links / made / made
sys.exit(seen != ["made", "PDF/UA-1 error: PDF artifacts may not contain links", "made", "made"])
PY
