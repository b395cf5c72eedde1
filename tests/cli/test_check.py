"""`zhibu check`: nothing that a build finds is new, and annotations for GitHub."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.formats.github_annotations import to_annotation
from generator.model.problem import Problem, Severity
from generator.model.record import Source
from tests.conftest import Project

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"^(\S+): (?:错误|警告)\[(\w+)\]", re.MULTILINE)


class Said(NamedTuple):
    exit_code: int
    stdout: str
    stderr: str


def run(project: Project, *words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--config", str(project.config)])


def run_apart(project: Project, *words: str) -> Said:
    """In a process of its own: what MkDocs logs must not depend on what ran before in this one."""
    command = [sys.executable, "-m", "generator", *words, "--config", str(project.config)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", cwd=ROOT)
    return Said(done.returncode, done.stdout, done.stderr)


def found(result: Result | Said) -> set[tuple[str, ...]]:
    return set(LINE.findall(result.stderr))


def add(project: Project, name: str, text: str) -> None:
    path = project.root / name
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def line(project: Project, name: str, start: str) -> int:
    lines = (project.root / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, text in enumerate(lines, 1) if text.startswith(start))


LINKS = """
[甲](none.md)、[乙](standards/3-1.md)、`[丙](none.md)`、[丁](https://example.edu/a)

![](room.png)
<img src="room.png">
```
[戊](none.md)
```
[己](#none)
"""


def test_nothing_that_a_build_finds_is_new(project: Project) -> None:
    add(project, "docs/index.md", LINKS)
    add(project, "docs/standards/3-1.md", "\n见[另一项](3-9.md)。\n")
    add(project, "mkdocs.yml", "  - 乙: lost.md\n")
    project.write("docs/draft.md", "# 草稿\n")
    photo = (project.branch / "photos/room.jpg").read_bytes()
    (project.root / "docs/room.png").write_bytes(photo)
    (project.root / "docs/unused.jpg").write_bytes(photo)
    register = (project.branch / "2019.yml").read_text(encoding="utf-8")
    project.write("records/units/aa/aa-1/2019.yml", register.replace("2019-03-14", "2019-11-26"))
    checked = run_apart(project, "check")
    assert found(checked) == {
        (f"docs/index.md:{line(project, 'docs/index.md', '[甲](none')}:5", "H114"),
        (f"docs/index.md:{line(project, 'docs/index.md', '![](room')}:1", "H115"),
        (f"docs/index.md:{line(project, 'docs/index.md', '<img src')}:1", "H115"),
        (f"docs/standards/3-1.md:{line(project, 'docs/standards/3-1.md', '见[另')}:8", "H114"),
        ("records/units/aa/aa-1/2019.yml:3:9", "R203"),
    }
    full = run_apart(project, "check", "--full", "--audience", "public")
    built = run_apart(project, "build")
    assert (checked.exit_code, full.exit_code, built.exit_code) == (0, 0, 0)
    assert {code for _, code in found(full)} >= {"H112", "H113", "H114", "H115", "H116", "R203"}
    assert found(built) - found(full) == set()
    assert found(checked) - found(full) == set()
    assert not (project.root / "site-public").exists()
    others = [line for line in built.stderr.splitlines() if not LINE.match(line)]
    assert [line for line in others if line.rstrip("。") not in full.stderr] == [others[-1]]
    assert run(project, "check", "--full", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docs/index.md", "\n<script>1</script>\n"),
        ("docs/index.md", "\n<!-- slot: nothing -->\n"),
        ("docs/standards/3-1.md", "\n[[branch:none]]\n"),
        ("records/units/aa/aa-1/branch.yml", "无: 1\n"),
    ],
)
def test_what_stops_a_build_is_told_at_the_same_place(project: Project, name: str, text: str) -> None:
    add(project, name, text)
    checked, built = run(project, "check"), run(project, "build")
    assert (checked.exit_code, built.exit_code) == (1, 1)
    assert found(built) == found(checked) != set()


def test_full_and_json_are_two_things(project: Project) -> None:
    assert run(project, "check", "--full", "--format", "json").exit_code == 2


def test_annotations(project: Project) -> None:
    text = (project.branch / "branch.yml").read_text(encoding="utf-8")
    project.write("records/units/aa/aa-1/branch.yml", text.replace("类型: 教师", "类型: 老师"))
    done = run(project, "check", "--format", "github")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=")
    assert (
        "records/units/aa/aa-1/branch.yml,line=2,col=5,title=错误 R104 不在可选的值里::“老师”不是可选的值。"
        in done.stdout
    )


@pytest.mark.parametrize(
    ("source", "folder", "place"),
    [
        (Source("a.yml", 3, 5), ".", "file=a.yml,line=3,col=5"),
        (Source("甲,乙:丙.yml"), "sub", "file=sub/甲%2C乙%3A丙.yml"),
        (Source(), ".", ""),
    ],
)
def test_an_annotation_is_escaped(source: Source, folder: str, place: str) -> None:
    said = to_annotation(Problem(source, "R203", Severity.WARNING, "100%\r\n甲", "乙: 丙,丁。"), folder)
    start = f"::warning {place}," if place else "::warning "
    assert said.startswith(f"{start}title=警告 R203 ")
    assert said.endswith("::100%25%0D%0A甲。乙: 丙,丁。")
