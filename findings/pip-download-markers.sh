#!/usr/bin/env bash
# pip 26.1: `pip download --platform --python-version` takes wheels for the target and dependencies for the machine it runs on.
# 1. For Windows, click 8.1.7 needs colorama (`platform_system == "Windows"`); downloaded on Linux with `--platform win_amd64`
#    it comes without, and `pip install --no-index` of that folder fails on Windows.
# 2. For Python 3.9, flask 3.0.3 needs importlib-metadata (`python_version < "3.10"`); downloaded by a newer Python with
#    `--python-version 3.9` it comes without.  pip gives no warning in either case.
# 3. `--python-version 3.11` means 3.11.0, not "any 3.11".
# `uv pip compile --python-platform windows --python-version 3.9` resolves for the target; its list, downloaded with
# `--no-deps`, is whole.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
pip() { "$work/venv/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }
pip install 'pip==26.1' 'uv>=0.9,<1'
get() { pip download --only-binary=:all: "$@"; }
get --platform win_amd64 --dest "$work/windows" click==8.1.7
get --python-version 3.9 --dest "$work/older" flask==3.0.3
printf 'click==8.1.7\nflask==3.0.3\n' >"$work/wanted"
"$work/venv/bin/uv" pip compile --quiet --no-header --no-annotate --python-platform windows --python-version 3.9 \
    --output-file "$work/resolved" "$work/wanted"
one=$(find "$work/windows" -name 'colorama*' | wc -l)
two=$(find "$work/older" -name 'importlib_metadata*' | wc -l)
three=$(grep -cE '^(colorama|importlib-metadata)==' "$work/resolved")
echo "colorama for Windows: $one, importlib-metadata for Python 3.9: $two, both by uv: $three"
# seen on 2026-11-28, pip 26.1, Linux, Python 3.11:
# colorama for Windows: 0, importlib-metadata for Python 3.9: 0, both by uv: 2
[ "$one $two $three" = "0 0 2" ]
