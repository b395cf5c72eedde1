#!/usr/bin/env bash
# The two dumpers of PyYAML 6.0.3 differ on text of people.  With allow_unicode the C one still writes the Han characters
# beyond U+FFFF, which surnames have, as escapes ("\U00020BB7田"), which nobody can read or search for; the Python one writes
# them as they are.  The Python one writes NEXT LINE (U+0085) in a way that no loader reads back: it becomes a space.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet PyYAML==6.0.3
"$work/venv/bin/python" - <<'PY'
import yaml

def both(text):
    return [yaml.dump({"k": text}, Dumper=each, allow_unicode=True) for each in (yaml.SafeDumper, yaml.CSafeDumper)]

name, lines = both("\U00020bb7田"), both("a\x85b")
print(*name, *map(repr, lines), sep="\n")
# seen on 2026-11-28: k: 𠮷田, k: "\U00020BB7田"; and 'a b' for the Python one, 'a\x85b' for the C one
assert name == ["k: \U00020bb7田\n", 'k: "\\U00020BB7田"\n']
read = [[yaml.load(text, loader)["k"] for text in lines] for loader in (yaml.SafeLoader, yaml.CSafeLoader)]
print(read)
assert read == [["a b", "a\x85b"]] * 2
PY
