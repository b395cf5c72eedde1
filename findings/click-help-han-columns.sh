#!/usr/bin/env bash
# click 8.5.1, help in Chinese: lines are broken and columns set by the number of characters, not by the columns that they
# take, so that a line of Chinese is nearly twice as wide as the terminal and descriptions do not stand below one another.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check click==8.5.1

cat >"$work/tool.py" <<'PY'
import unicodedata

import click
from click.testing import CliRunner

HELP = "把支部党员大会支部委员会会议党小组会和党课的记录逐条核对写得不对的地方全部列出来并说明怎样改正"


@click.command(help=HELP)
@click.option("--to", metavar="文件夹", help="甲")
@click.option("--day", metavar="day", help="乙")
def tool(to, day): ...


def columns(text):
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


lines = CliRunner().invoke(tool, ["--help"], terminal_width=60).stdout.splitlines()
print("widest line of 60:", max(map(columns, lines)))
print("descriptions begin at:", [columns(line[: line.index(word)]) for word in "甲乙" for line in lines if line.endswith(word)])
PY
seen=$("$work/venv/bin/python" "$work/tool.py")
echo "$seen"
# seen on 2026-11-28:
# widest line of 60: 96
# descriptions begin at: [16, 13]
[ "$seen" = "widest line of 60: 96
descriptions begin at: [16, 13]" ]
