#!/usr/bin/env bash
# pytest-xdist 3.8.0 under pytest 9.2.0: `--dist loadgroup` is taken without a word and groups nothing; tests with the same
# `xdist_group` run in both processes.  Under pytest 9.1.1 they run in one.  (xdist writes the group behind `item._nodeid`,
# and since 9.2 `item.nodeid` is made of something else.)  `--dist loadfile` and a scheduler of one's own still work.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/test_group.py" <<'PY'
import os

import pytest


@pytest.mark.xdist_group("one")
@pytest.mark.parametrize("number", range(40))
def test_process(number):
    with open(os.environ["SEEN"], "a") as seen:
        seen.write(os.environ["PYTEST_XDIST_WORKER"] + "\n")
PY
cd "$work"
processes() { # VERSION OF PYTEST, HOW TO DISTRIBUTE
    [ -d "venv-$1" ] || python3 -m venv "venv-$1"
    "venv-$1/bin/pip" install --quiet --disable-pip-version-check "pytest==$1" pytest-xdist==3.8.0
    SEEN="$1-$2" "venv-$1/bin/python" -m pytest -q -p no:cacheprovider -n 2 --dist "$2" test_group.py >&2
    sort -u "$1-$2" | wc -l
}
seen="$(processes 9.1.1 loadgroup) $(processes 9.2.0 loadgroup) $(processes 9.2.0 loadfile)"
echo "processes: $seen"
# seen on 2026-11-29: 1 2 1
[ "$seen" = "1 2 1" ]
