#!/usr/bin/env bash
# Python-Markdown 3.11.3: two of its own extensions find words by what stands between them, and between Chinese words is nothing.
# 1. `abbr` marks a term that has blanks or punctuation on both sides, and no other: in running text it is never marked, and
#    nothing is said.  A glossary of a page looks as if it worked, since headings, table cells and lists have such terms.
# 2. `smarty` makes a closing mark of every quotation mark after a character or a Chinese bracket: 他说"同意"。 is printed
#    他说”同意”。; only at the start of a paragraph or after a blank does one open.  Type “ and ” where the extension is on.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.11.3
"$work/venv/bin/python" - <<'PY'
import html
import sys

import markdown

TERM = "\n\n*[党员]: 说明\n"


def shown(text, extension):
    return html.unescape(markdown.markdown(text, extensions=[extension])).removeprefix("<p>").removesuffix("</p>")


terms = {text: shown(text + TERM, "abbr").count("<abbr")
         for text in ("教育党员", "党员大会", "接收党员前公示", "党员，群众", "党员 12 名")}
quotes = {text: shown(text, "smarty") for text in ('他说"同意"。', '（"同意"）', "按'一事一议'办", '"同意"，他说。', '他说 "同意"。')}
print("abbr:", terms)
print("smarty:", quotes)
# seen on 2026-11-29:
# abbr: {'教育党员': 0, '党员大会': 0, '接收党员前公示': 0, '党员，群众': 1, '党员 12 名': 1}
# smarty: {'他说"同意"。': '他说”同意”。', '（"同意"）': '（”同意”）', "按'一事一议'办": '按’一事一议’办', '"同意"，他说。': '“同意”，他说。', ...}
sys.exit(list(terms.values()) != [0, 0, 0, 1, 1] or
         list(quotes.values()) != ["他说”同意”。", "（”同意”）", "按’一事一议’办", "“同意”，他说。", "他说 “同意”。"])
PY
