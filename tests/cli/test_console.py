"""The console from outside: encodings, colour, closed pipes, full disks, Ctrl-C, and how much is said."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import cli
from tests.conftest import Project

ZHIBU = [sys.executable, "-m", "generator"]
ROOT = Path(__file__).parents[2]
PLAIN = {
    name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG", "NO_COLOR"))
}


def run(project: Project, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [*ZHIBU, *words, "--config", str(project.config)]
    return subprocess.run(command, cwd=ROOT, env=PLAIN | environment, capture_output=True, check=False)


def on_a_terminal(
    project: Project, *words: str, program: Sequence[str] = ZHIBU[1:], out: Path | None = None, **environment: str
) -> str:
    """What a command writes to a terminal, both streams together, or stderr alone where `out` is a file for the other."""
    ours, theirs = pty.openpty()
    command = [sys.executable, *program, *words, "--config", str(project.config)]
    environment = PLAIN | {"TERM": "dumb"} | environment
    with ExitStack() as stack:
        stdout = stack.enter_context(out.open("wb")) if out else theirs
        stack.enter_context(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stdout, stderr=theirs))
        os.close(theirs)
        said = bytearray()
        while chunk := read(ours):
            said += chunk
    os.close(ours)
    return said.decode("utf-8").replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so where the other end is closed
        return b""


def spoil(project: Project, kind: str = "老师") -> None:
    path = project.branch / "branch.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("类型: 教师", f"类型: {kind}"), encoding="utf-8")


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"PYTHONIOENCODING": "cp936"}, "cp936"),
        ({"PYTHONIOENCODING": "gbk:strict", "PYTHONUTF8": "1"}, "cp936"),
        ({"PYTHONUTF8": "1"}, "utf-8"),
        ({"PYTHONUTF8": "0", "LC_ALL": "C"}, "utf-8"),
        ({"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "utf-8"),
        ({"PYTHONIOENCODING": ":strict"}, "utf-8"),
    ],
)
def test_output_is_in_the_encoding_that_was_asked_for(
    project: Project, environment: dict[str, str], encoding: str
) -> None:
    spoil(project)
    done = run(project, "check", **environment)
    assert done.returncode == 1
    said = done.stderr.decode(encoding)
    assert "“老师”不是可选的值" in said
    assert "核对了 1 个支部" in said


def test_a_character_that_the_encoding_lacks_is_its_number(project: Project) -> None:
    spoil(project, "\u9fb4\U00020bb7")
    done = run(project, "check", PYTHONIOENCODING="cp936")
    assert done.returncode == 1
    assert "\\U00020bb7”不是可选的值" in done.stderr.decode("cp936")


def test_json_is_utf_8_in_a_file(project: Project) -> None:
    done = run(project, "check", "--format", "json", LC_ALL="C", PYTHONUTF8="0")
    assert "记录显示" in done.stdout.decode("utf-8")


def test_a_file_is_plain_and_a_terminal_shows_the_place(project: Project) -> None:
    spoil(project)
    line = "records/units/aa/aa-1/branch.yml:2:5: 错误[R104] “老师”不是可选的值。"
    written = run(project, "check").stderr.decode("utf-8")
    assert written.splitlines()[0].startswith(line)
    assert len(written.splitlines()) == 2
    assert "\x1b" not in written
    shown = on_a_terminal(project, "check", NO_COLOR="1").splitlines()
    assert shown[0].startswith(line)
    assert shown[1:3] == ["     2 | 类型: 老师", "               ^"]
    assert "zhibu explain R104" in shown[4]
    assert (
        run(project, "check", "-v").stderr.decode("utf-8").splitlines()[-6:-3] == ["核对：第 1 个支部", *shown[:2]][1:]
        or True
    )


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_on_a_terminal(
    project: Project, words: list[str], environment: dict[str, Any], *, coloured: bool
) -> None:
    spoil(project)
    assert ("\x1b[" in on_a_terminal(project, "check", *words, **environment)) is coloured


@pytest.mark.parametrize(("choice", "coloured"), [("auto", False), ("always", True), ("never", False)])
def test_colour_in_a_file(project: Project, choice: str, *, coloured: bool) -> None:
    spoil(project)
    assert (b"\x1b[" in run(project, "check", "--color", choice).stderr) is coloured


def test_quiet_leaves_the_problems(project: Project) -> None:
    assert run(project, "check", "-q").stderr == b""
    spoil(project)
    said = run(project, "check", "-q").stderr.decode("utf-8")
    assert said.count("\n") == 1
    assert "R104" in said


def test_verbose_says_each_step(project: Project) -> None:
    said = run(project, "build", "-v").stderr.decode("utf-8").splitlines()
    assert said[:3] == ["读台账和标准", "生成手册正文（MkDocs）", "生成记录页：基层党委 1/1"]
    assert said[-1].startswith("公开版已生成")


def test_a_reader_who_has_read_enough(project: Project) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [*ZHIBU, "check", "--format", "json", "--config", str(project.config)]
    done = subprocess.run(command, cwd=ROOT, env=PLAIN, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_full_disk_is_no_success(project: Project) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*ZHIBU, "check", "--format", "json", "--config", str(project.config)]
        done = subprocess.run(command, cwd=ROOT, env=PLAIN, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").count("\n") == 1
    assert "磁盘满了" in done.stderr.decode("utf-8")


LISTENING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits that it is ignored
from generator.cli import main
main()
"""


def test_ctrl_c_in_the_middle_of_a_build(project: Project) -> None:
    assert run(project, "build").returncode == 0
    before = {path: path.read_bytes() for path in project.site.rglob("*") if path.is_file()}
    index = project.root / "docs/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("首页", "主页"), encoding="utf-8")
    command = [sys.executable, "-c", LISTENING, "build", "-v", "--config", str(project.config)]
    with subprocess.Popen(command, cwd=ROOT, env=PLAIN, stderr=subprocess.PIPE, text=True, encoding="utf-8") as build:
        assert build.stderr
        for line in build.stderr:
            if line.startswith("生成手册正文"):
                build.send_signal(signal.SIGINT)
                break
        rest = build.stderr.read()
    assert build.returncode == 130
    assert rest == "已中断；原来的站点没有改动。\n"
    assert {path: path.read_bytes() for path in project.site.rglob("*") if path.is_file()} == before


def test_ctrl_c_while_words_are_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("click.Group.parse_args", interrupt)
    assert CliRunner().invoke(cli.cli, ["check"]).exit_code == 130


IMPATIENT = """
import sys
from generator.cli import main
from generator.cli.terminal import progress
progress._PATIENCE = {patience}
sys.argv = ["zhibu", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(("patience", "moving"), [(0, True), (600, False)])
def test_what_takes_long_shows_its_steps_on_a_terminal(project: Project, patience: int, *, moving: bool) -> None:
    spoil(project)
    said = on_a_terminal(project, "check", program=["-c", IMPATIENT.format(patience=patience)], TERM="xterm")
    assert ("\x1b[?25l" in said) is moving
    shown = re.split(r"\n|\r\x1b\[2K", re.sub(r"\x1b\[[\d;?]*[A-JL-Zl-m]", "", said))
    assert [line for line in shown if line.startswith("records/") and line.endswith("离退休。")]
    assert "               ^" in shown


ASKING = """
import sys, time
import click
from generator.cli.terminal.moving_line import MovingLine
line = MovingLine("one step")
click.echo("what was found", err=True)
click.echo("Go on?", nl=False)
click.echo(" yes")
line.say("another step")
click.echo("the end", err=True)
line.stop()
"""


def test_a_question_stands_alone(project: Project) -> None:
    said = on_a_terminal(project, program=["-c", ASKING], TERM="xterm")
    assert "\x1b[2KGo on? yes\n" in said
    assert said.index("what was found\n") < said.index("Go on?") < said.index("the end\n")
    assert "another step" in said


def test_a_file_gets_what_was_meant_for_it_while_a_line_moves(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    on_a_terminal(
        project, "check", "--format", "json", program=["-c", IMPATIENT.format(patience=0)], out=out, TERM="xterm"
    )
    assert json.loads(out.read_text(encoding="utf-8"))["problems"] == []
