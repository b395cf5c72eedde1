"""The end of every import: the differences are shown, a person is asked, and all files are written together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from generator.cli.terminal.problem_view import show_problems
from generator.cli.terminal.voice import tell

if TYPE_CHECKING:
    from generator.model.incoming import IncomingTable
    from generator.model.problem import Problem
    from generator.model.record import Source
    from generator.products.importing import Answer, ImportPlan
    from generator.settings import Settings

confirmed = click.option("--yes", is_flag=True, help="新增和更改的不再问，直接写；冲突和疑似重复的仍不写。")
only_look = click.option("--dry-run", is_flag=True, help="只列出会怎样，什么都不写。")
show_difference = click.option("--diff", "difference", is_flag=True, help="另外列出每个文件的逐行差异。")


def on_terminal() -> bool:
    """Whether somebody is there who can answer."""
    return sys.stdin.isatty()


class Finished(NamedTuple):
    """What was planned, and whether something stayed out that somebody has to see to."""

    planned: ImportPlan
    refused: bool


def finish(
    settings: Settings,
    tables: Sequence[IncomingTable],
    told: Sequence[Problem],
    *,
    yes: bool,
    dry_run: bool,
    difference: bool,
) -> Finished:
    """Show what these tables would change, ask, and write; problems are shown too, those that their reader `told` included.

    Without a terminal only `yes` writes; it never answers for rows in question.
    """
    from generator.products.importing import carry_out, plan_import

    planned = plan_import(settings, tables, told)
    asks = not (yes or dry_run) and on_terminal()
    if asks and planned.in_question:
        planned = plan_import(settings, tables, told, _answers(planned))
    _show(planned, settings, difference=difference)
    files = len(planned.changes)
    writes = bool(files) and not dry_run and (yes or (asks and click.confirm(f"写进 {files} 个文件吗？", err=True)))
    if writes:
        carry_out(planned)
    unwritten = bool(files) and not writes and not dry_run
    ending = _ending(files, writes=writes, dry_run=dry_run, asks=asks)
    if unwritten:
        click.echo(ending, err=True)  # why the exit code is not 0
    else:
        tell(ending)
    return Finished(planned, unwritten or any(problem.is_error for problem in planned.problems))


def _ending(files: int, *, writes: bool, dry_run: bool, asks: bool) -> str:
    if not files:
        return "没有要写的。"
    if writes:
        return f"写了 {files} 个文件。"
    if dry_run:
        return f"会改 {files} 个文件；这次只看，什么都没有写。"
    return "什么都没有写。" if asks else "不在终端里，没有人答，什么都没有写；看过差异以后加上 --yes 再运行。"


def _show(planned: ImportPlan, settings: Settings, *, difference: bool) -> None:
    from generator.load.filesystem import display_path
    from generator.products.import_report import describe_import, unified_difference

    for line in describe_import(planned):
        click.echo(line)
    for change in planned.changes if difference else ():
        click.echo(unified_difference(change, display_path(change.path, settings.root)))
    show_problems(planned.problems)


def _answers(planned: ImportPlan) -> dict[Source, Answer]:
    """What the person at the terminal decides of each row in question; nothing is the answer that Enter gives."""
    from generator.products.import_report import describe_question
    from generator.products.importing import Answer

    answers: dict[Source, Answer] = {}
    for file, row in planned.in_question:
        for line in describe_question(file, row):
            click.echo(line, err=True)
        choices = [answer for answer in Answer if answer is not Answer.CHANGE or row.at is not None]
        named = "，".join(f"{number} {answer.value}" for number, answer in enumerate(choices, 1))
        number = click.prompt(
            f"怎样办？{named}",
            type=click.IntRange(1, len(choices)),
            default=choices.index(Answer.LEAVE) + 1,
            err=True,
        )
        answers[row.row.source] = choices[number - 1]
    return answers
