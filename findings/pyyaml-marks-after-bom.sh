#!/usr/bin/env bash
# In a text that begins with a byte order mark the two loaders of PyYAML 6.0.3 count differently: `mark.index` of the Python
# one is an index into the text, that of the C one leaves the mark out, so that every slice by positions is one character
# early.  Editors on Windows put the mark there; who changes files by position has to take it off first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet PyYAML==6.0.3
"$work/venv/bin/python" - <<'PY'
import yaml

text = "\ufeff键: 值\n"
seen = {}
for loader in (yaml.SafeLoader, yaml.CSafeLoader):
    marks = [each.start_mark.index for each in yaml.parse(text, loader) if isinstance(each, yaml.ScalarEvent)]
    seen[loader.__name__] = marks, [text[at] for at in marks]
    print(loader.__name__, *seen[loader.__name__])
# seen on 2026-11-28: SafeLoader [1, 4] ['键', '值'], CSafeLoader [0, 3] ['\ufeff', ' ']
assert seen["SafeLoader"] == ([1, 4], ["键", "值"])
assert seen["CSafeLoader"] == ([0, 3], ["\ufeff", " "])
PY
