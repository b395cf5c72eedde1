#!/usr/bin/env bash
# Typst 0.15.2: after a box, a full-width semicolon or colon may begin a line of Chinese (against 避头尾), while a comma, a
# full stop, a closing bracket, 、？ or ！ after the same box may not; after a character none of them does.  A box counts as
# U+FFFC (class CB), after which UAX 14 breaks (LB20) before it comes to "no break before NS" (LB21); the others are CL and
# EX, which LB13 keeps earlier.  So chips, check boxes and boxed page numbers need a word joiner before ；and ：.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pylopdf-fonts-zh-cn==0.1.1 pypdfium2==5.15.2
cd "$work"
"$work/venv/bin/python" - <<'PY'
import importlib.util
import sys
from pathlib import Path

import pypdfium2
import typst

fonts = str(Path(importlib.util.find_spec("pylopdf_fonts_zh_cn").origin).parent)
# 19 characters, the last in a box or not, leave no room for the mark in a line of 19; a break before them is always allowed.
SETTING = '''#set page(width: 19em, height: auto, margin: 0pt)
#set text(font: "Noto Serif SC", size: 12pt, lang: "zh", region: "cn", fallback: false)
#set par(justify: true)
'''


def begins_a_line(mark: str, last: str) -> bool:
    Path("a.typ").write_text(SETTING + "一二三四五六七八九十一二三四五六七八" + last + mark + "甲乙丙丁戊己", encoding="utf-8")
    typst.compile("a.typ", output="a.pdf", font_paths=[fonts], ignore_system_fonts=True)
    text = pypdfium2.PdfDocument("a.pdf")[0].get_textpage().get_text_range()
    return any(line.startswith(mark) for line in text.splitlines())


found = {mark: (begins_a_line(mark, "页"), begins_a_line(mark, "#box[页]"), begins_a_line(mark, "#box[页]#sym.wj;"))
         for mark in "；：？！，。、）"}
print("mark: (after a character, after a box, after a box and a word joiner)")
print(found)
# seen on 2026-11-29: {'；': (False, True, False), '：': (False, True, False), '？': (False, False, False), ...}
sys.exit(found != {mark: (False, mark in "；：", False) for mark in "；：？！，。、）"})
PY
