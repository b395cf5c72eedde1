#!/usr/bin/env bash
# What counts as white space at the ends of a text differs three ways: pydantic 2.14.4 (`strip_whitespace`, done in Rust)
# keeps U+001C to U+001F, which Python's str.strip takes away; JavaScript's trim (Node 20) takes away U+FEFF and keeps
# U+0085.  A form checked in a browser, then by pydantic, then compared in Python, is not the same text.  Needs pip, Node.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pydantic==2.14.4 2>/dev/null
cat >"$work/look.py" <<'PY'
from typing import Annotated
from pydantic import StringConstraints, TypeAdapter
text = TypeAdapter(Annotated[str, StringConstraints(strip_whitespace=True)])
points = [point for point in range(0x10000) if not 0xD800 <= point < 0xE000]
print("pydantic", *(f"{point:04x}" for point in points if text.validate_python(chr(point)) == ""))
print("python", *(f"{point:04x}" for point in points if chr(point).strip() == ""))
PY
cat >"$work/look.mjs" <<'JS'
const points = [...Array(0x10000).keys()].filter(point => String.fromCharCode(point).trim() === '');
console.log('javascript', ...points.map(point => point.toString(16).padStart(4, '0')));
JS
{ "$work/venv/bin/python" "$work/look.py"; node "$work/look.mjs"; } >"$work/seen"
only() { comm -23 <(grep "^$1 " "$work/seen" | cut -d ' ' -f 2- | tr ' ' '\n' | sort) <(grep "^$2 " "$work/seen" | cut -d ' ' -f 2- | tr ' ' '\n' | sort) | paste -sd ' '; }
echo "python, not pydantic: $(only python pydantic)"
echo "pydantic, not javascript: $(only pydantic javascript)"
echo "javascript, not pydantic: $(only javascript pydantic)"
# seen on 2026-11-28:
# python, not pydantic: 001c 001d 001e 001f
# pydantic, not javascript: 0085
# javascript, not pydantic: feff
[ "$(only python pydantic)" = "001c 001d 001e 001f" ]
[ "$(only pydantic javascript)" = "0085" ]
[ "$(only javascript pydantic)" = "feff" ]
