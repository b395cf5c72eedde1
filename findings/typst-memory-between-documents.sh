#!/usr/bin/env bash
# typst 0.15.2 (PyPI): a process that compiles different documents one after the other keeps what it worked out for the last
# ten of them, whether each call is `typst.compile` or one `Compiler` is reused.  The package has no call that frees it.
# Documents of 30 pages take about 3 MB a page: memory grows by nine documents' worth before it is flat.  What is kept is
# counted in compilations: eleven of an empty document, 2 ms together, let go of it, and the same documents stay flat.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip --disable-pip-version-check --quiet install 'typst==0.15.2'
cat >"$work/grow.py" <<'PY'
import os
import sys

import typst

free = sys.argv[1] == "free"
fonts = typst.Fonts(include_system_fonts=False)
words = " ".join(f"word{number % 997}" for number in range(14_000))
compiler = typst.Compiler(font_paths=fonts)


def resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20


seen = []
for number in range(12):
    compiler.compile(f"= Document {number}\n{words} {number}".encode(), sys_inputs={"number": str(number)})
    for _ in range(11 if free else 0):
        compiler.compile(b" ", format="svg")
    seen.append(resident())
print(seen[0], seen[-1])
PY
read -r first last <<<"$("$work/venv/bin/python" "$work/grow.py" keep)"
read -r first_free last_free <<<"$("$work/venv/bin/python" "$work/grow.py" free)"
echo "MB after the 1st and 12th document: $first, $last; with empty compilations between: $first_free, $last_free"
# seen on 2026-11-29, typst 0.15.2, Linux, Python 3.11:
# MB after the 1st and 12th document: 61, 269; with empty compilations between: 64, 78
[ $((last - first)) -gt 100 ] && [ $((last_free - first_free)) -lt 40 ]
