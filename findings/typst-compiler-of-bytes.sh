#!/usr/bin/env bash
# typst 0.15.2 (PyPI): `typst.Compiler(b"…")`, a document in memory, compiles once.  The second `compile()` of the same value
# looks for a file `__typst_py_bytes__.typ` under the root and fails with "file not found"; so does the second one with
# other `sys_inputs`, for which one would keep a compiler.  The same bytes given to each `compile(b"…")` work every time.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip --disable-pip-version-check --quiet install 'typst==0.15.2'
cat >"$work/twice.py" <<'PY'
import typst

MAIN = b"Dear #sys.inputs.name"
kept = typst.Compiler(MAIN, sys_inputs={"name": "A"})
kept.compile()
try:
    kept.compile(sys_inputs={"name": "B"})
    second = "made"
except typst.TypstError as error:
    second = str(error.message).partition(" (")[0]
given = typst.Compiler()
each = [bool(given.compile(MAIN, sys_inputs={"name": name})) for name in "AB"]
print(f"second compile: {second}; bytes given to each: {each}")
PY
seen=$(cd "$work" && "$work/venv/bin/python" "$work/twice.py")
echo "$seen"
# seen on 2026-11-29, typst 0.15.2, Linux, Python 3.11:
# second compile: file not found; bytes given to each: [True, True]
[ "$seen" = "second compile: file not found; bytes given to each: [True, True]" ]
