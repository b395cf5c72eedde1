"""The end of an import: what is shown, asked and written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli.import_ import asking
from generator.model.record import Audience
from tests.conftest import Project
from tests.incoming import incoming_row, incoming_table
from tests.products.test_importing import LECTURE, MEETING

Run = Callable[..., Result]


@pytest.fixture
def run(project: Project, monkeypatch: pytest.MonkeyPatch) -> Run:
    def made(*rows: Any, arguments: str = "", typed: str | None = None) -> Result:
        parts = {"committee": "aa", "branch": "aa-1", "year": "2019"}

        @click.command()
        @asking.confirmed
        @asking.only_look
        @asking.show_difference
        @click.pass_context
        def command(ctx: click.Context, /, **given: bool) -> None:
            settings = project.settings(Audience.INTERNAL)
            ctx.exit(asking.finish(settings, [incoming_table(*rows, parts=parts)], (), **given).refused)

        monkeypatch.setattr(asking, "on_terminal", lambda: typed is not None)
        return CliRunner().invoke(command, arguments.split(), input=typed or "", catch_exceptions=False)

    return made


def text(project: Project) -> str:
    return (project.branch / "2019.yml").read_text(encoding="utf-8")


def test_without_a_terminal_nothing_is_written_but_with_yes(project: Project, run: Run) -> None:
    before = text(project)
    result = run(incoming_row(LECTURE))
    assert (result.exit_code, text(project)) == (1, before)
    assert "不在终端里，没有人答，什么都没有写；看过差异以后加上 --yes 再运行。" in result.output
    result = run(incoming_row(LECTURE), arguments="--yes")
    assert (result.exit_code, text(project) == before) == (0, False)
    assert "写了 1 个文件。" in result.output
    result = run(incoming_row(LECTURE), arguments="--yes")
    assert (result.exit_code, "没有要写的。" in result.output) == (0, True)


def test_a_dry_run_writes_nothing_and_shows_the_lines(project: Project, run: Run) -> None:
    before = text(project)
    result = run(incoming_row(LECTURE), arguments="--yes --dry-run --diff")
    assert (result.exit_code, text(project)) == (0, before)
    assert re.search(r"^\+  - 类型: \[党课\]$", result.output, re.MULTILINE)
    assert "会改 1 个文件；这次只看，什么都没有写。" in result.output


@pytest.mark.parametrize(("typed", "written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_a_person_is_asked(project: Project, run: Run, typed: str, written: bool) -> None:
    before = text(project)
    result = run(incoming_row(LECTURE), typed=typed)
    assert "写进 1 个文件吗？" in result.output
    assert (result.exit_code == 0, text(project) != before) == (written, written)


@pytest.mark.parametrize("arguments", ["", "--yes"])
def test_a_conflict_is_never_answered_by_yes(project: Project, run: Run, arguments: str) -> None:
    before = text(project)
    conflict = incoming_row({**MEETING, "实到": "9"}, {**MEETING, "实到": "7"})
    result = run(conflict, arguments=arguments)
    assert (result.exit_code, text(project)) == (1, before)
    assert "M101" in result.output
    result = run(conflict, incoming_row(LECTURE, at="甲.xlsx!4"), arguments="--yes")
    assert (result.exit_code, "党课" in text(project), "实到: 8" in text(project)) == (1, True, True)


@pytest.mark.parametrize(("answer", "counts"), [("1", (2, 1)), ("2", (1, 0)), ("3", (1, 1)), ("", (1, 1))])
def test_a_person_decides_of_rows_in_question(project: Project, run: Run, answer: str, counts: tuple[int, int]) -> None:
    result = run(incoming_row({**MEETING, "地点": "报告厅", "实到": "9"}), typed=f"{answer}\ny\n")
    assert "已有同一天、同类的一行" in result.output
    assert "怎样办？1 另加一行，2 改原来的一行，3 不动" in result.output
    assert (text(project).count("支部党员大会"), text(project).count("实到: 8")) == counts
