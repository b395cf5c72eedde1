#!/usr/bin/env bash
# click 8.5.1 takes the member's name, not its text, for a choice of StrEnum members: `Choice(tuple(Role))` accepts
# SECRETARY and refuses secretary, though Role.SECRETARY == "secretary" and the same texts as plain str are accepted.
# click 8.1.8 accepts secretary and refuses SECRETARY, as argparse of Python does with `choices=tuple(Role)`.  Give the
# values: `Choice([role.value for role in Role])`.
# seen on 2026-11-29: 8.1.8 secretary taken, SECRETARY refused; 8.5.1 the other way round; the values are taken by both
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/asked.py" <<'PY'
import argparse
from enum import StrEnum
from importlib.metadata import version

import click
from click.testing import CliRunner


class Role(StrEnum):
    SECRETARY = "secretary"
    VISITOR = "visitor"


def taken(choices, word):
    @click.command()
    @click.option("--role", type=click.Choice(choices))
    def command(role):
        click.echo(repr(role))

    done = CliRunner().invoke(command, ["--role", word])
    return done.output.strip() if done.exit_code == 0 else "refused"


parser = argparse.ArgumentParser(exit_on_error=False)
parser.add_argument("--role", choices=tuple(Role))
peer = parser.parse_args(["--role", "secretary"]).role
seen = [taken(tuple(Role), "secretary"), taken(tuple(Role), "SECRETARY"), taken([role.value for role in Role], "secretary")]
print("click", version("click"), "| secretary:", seen[0], "| SECRETARY:", seen[1], "| values:", seen[2], "| argparse:", peer)
assert Role.SECRETARY == "secretary" == peer
new = ["refused", "<Role.SECRETARY: 'secretary'>", "'secretary'"]
assert seen == (new if version("click") == "8.5.1" else ["<Role.SECRETARY: 'secretary'>", "refused", "'secretary'"]), seen
PY
for release in 8.1.8 8.5.1; do
    python3 -m venv "$work/$release"
    "$work/$release/bin/pip" install --quiet --disable-pip-version-check "click==$release"
    "$work/$release/bin/python" "$work/asked.py"
done
