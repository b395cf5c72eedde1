#!/usr/bin/env bash
# PyYAML 6.0.3 writes the texts 08, 1e3, 12E5 and 0o17 without quotes, because YAML 1.1 takes none of them for a number.
# YAML 1.2 does: ruamel.yaml 0.19.1 reads 8, 1000.0, 1200000.0 and 15.  A month, room or class code that PyYAML wrote as
# text changes in the next tool, while 07 and 1_000 are safe.  Quote what either version takes for a number.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet PyYAML==6.0.3 ruamel.yaml==0.19.1
"$work/venv/bin/python" - <<'PY'
import yaml
from ruamel.yaml import YAML

texts = ["07", "08", "1_000", "1e3", "12E5", "0o17"]
written = yaml.safe_dump(texts)
print(written, end="")
read = YAML(typ="safe", pure=True).load(written)
print(read)
# seen on 2026-11-28: ['07', 8, '1_000', 1000.0, 1200000.0, 15]
assert yaml.safe_load(written) == texts
assert read == ["07", 8, "1_000", 1000.0, 1200000.0, 15]
PY
