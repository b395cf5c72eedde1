#!/usr/bin/env bash
# Rich 15.0.0 with click 8.5.1, a line that moves on stderr while the program goes on (Live, as Console.status makes it):
# - stdout that the shell has sent to a file goes to the terminal of stderr while the line is shown, and the file lacks it;
# - click.echo(err=True) writes past Rich's stand-in for sys.stderr, into the moving line: the stand-in is a TextIOBase and
#   says None for its encoding, which click takes for a misconfigured stream, so that it looks for the buffer below.
# print(file=sys.stderr) is put above the line, as Rich means it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rich==15.0.0 click==8.5.1

cat >"$work/tool.py" <<'PY'
import sys

import click
from rich.console import Console

with Console(stderr=True).status("busy"):
    print("a row of the result")
    click.echo("said by click", err=True)
    print("said by print", file=sys.stderr)
print("the last row")
PY

cat >"$work/terminal.py" <<'PY'
"""Run the tool with stderr on a terminal and stdout in a file."""
import os
import pty
import subprocess
import sys

folder = sys.argv[1]
ours, theirs = pty.openpty()
with open(f"{folder}/out", "wb") as out:
    tool = subprocess.Popen([sys.executable, f"{folder}/tool.py"], stdout=out, stderr=theirs, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
    tool.wait()
text = said.decode()
erased = "\x1b[2K"  # what Rich writes before a line of its own
rows = open(f"{folder}/out").read().split("\n")
print("file:", rows[:-1])
print("row on the terminal:", "a row of the result" in text)
print("line erased first, print:", f"{erased}said by print" in text, "click:", f"{erased}said by click" in text)
PY

seen=$("$work/venv/bin/python" "$work/terminal.py" "$work")
echo "$seen"
# seen on 2026-11-28:
# file: ['the last row']
# row on the terminal: True
# line erased first, print: True click: False
[ "$seen" = "file: ['the last row']
row on the terminal: True
line erased first, print: True click: False" ]
