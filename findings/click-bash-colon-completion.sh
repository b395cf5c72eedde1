#!/usr/bin/env bash
# click 8.5.1, completion in bash 5: a value with a colon is offered for an empty word and is lost once the colon is typed.
# Bash takes the word apart at the colon (COMP_WORDBREAKS), and click's script and its reader of COMP_WORDS take the last
# part for the whole word: `--scope committee:a` and Tab gives nothing.  Without the colon among COMP_WORDBREAKS it is right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check click==8.5.1

cat >"$work/tool" <<PY
#!$work/venv/bin/python
import click


@click.command()
@click.option("--scope", type=click.Choice(["committee:alpha", "branch:beta"]))
def tool(scope):
    print(scope)


tool(prog_name="tool")
PY
chmod +x "$work/tool"

cat >"$work/typed.py" <<'PY'
"""What the line becomes in an interactive bash after the keys and Tab."""
import os
import pty
import sys
import time

folder, before, keys = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(PATH=f"{folder}:{os.environ['PATH']}", PS1="$ ", TERM="dumb", INPUTRC="/dev/null")
    os.execvp("bash", ["bash", "--norc", "--noprofile", "-i"])
os.write(terminal, f'{before} eval "$(_TOOL_COMPLETE=bash_source tool)"; echo rea""dy\n'.encode())
said = b""
while b"ready" not in said:
    said += os.read(terminal, 4096)
os.write(terminal, keys.encode() + b"\t")
end = time.monotonic() + 4
os.set_blocking(terminal, False)
said = b""
while time.monotonic() < end:
    try:
        said += os.read(terminal, 4096)
    except BlockingIOError:
        time.sleep(0.05)
os.kill(pid, 9)
print(said.decode(errors="replace").split("$ ")[-1].replace("\x07", "").strip())
PY

typed() { "$work/venv/bin/python" "$work/typed.py" "$work" "$1" "$2"; }
plain=$(typed "" "tool --scope comm")
colon=$(typed "" "tool --scope committee:a")
mended=$(typed 'COMP_WORDBREAKS=${COMP_WORDBREAKS//:};' "tool --scope committee:a")
printf 'before the colon: %s\nbehind the colon: %s\nwithout the colon among the breaks: %s\n' "$plain" "$colon" "$mended"
# seen on 2026-11-28 (bash 5.2):
# before the colon: tool --scope committee:alpha
# behind the colon: tool --scope committee:a
# without the colon among the breaks: tool --scope committee:alpha
[ "$plain" = "tool --scope committee:alpha" ] && [ "$colon" = "tool --scope committee:a" ] &&
    [ "$mended" = "tool --scope committee:alpha" ]
