"""`zhibu check`: every badly written record, and on request every finding."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.errors import ExitCode
from generator.cli.terminal.problem_view import ProblemView
from generator.cli.terminal.voice import tell

if TYPE_CHECKING:
    from generator.model.problem import Problem


@zhibu_command(
    Purpose.CHECK,
    CommandExample("zhibu check", "核对全部记录和标准，不生成"),
    CommandExample("zhibu check --strict --format json", "警告也算不通过，判定写成 JSON"),
    CommandExample(
        "zhibu check --full", "连生成时才发现的也查", untried="takes half a minute; tests/cli/test_check.py"
    ),
    CommandExample("zhibu check --format github", "在 GitHub 的检查里，问题标在改动的那一行旁边"),
)
@options.config
@options.as_of
@options.year
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="text 给人看，json 给程序用，github 让 GitHub 标在改动旁边。",
    show_default=True,
)
@click.option(
    "--audience",
    type=options.AUDIENCE,
    default="internal",
    show_default=True,
    help="json 里有谁看得到的判定；专人版的只给专人。",
)
@click.option("--full", is_flag=True, help="连生成时才发现的也查：照 --audience 的版别生成一遍，不发布；慢得多。")
@options.strict
def command(*, config: Path, style: str, audience: str, full: bool, strict: bool, **given: str | None) -> None:
    """核对全部台账和标准，逐条列出写得不对的地方；不生成站点。"""
    from generator.model.record import Audience
    from generator.products.checking import check_to_json, check_to_problems

    settings = options.read_settings(config, {**given, "audience": audience if full else None})
    if full and style == "json":
        raise click.UsageError("--full 不能与 --format json 同用；json 里是判定，--full 查的是生成。")
    view = ProblemView()
    if style == "json":
        totals = check_to_json(settings, Audience(audience), sys.stdout)
    elif full:
        from generator.products.full_check import check_in_full

        totals = check_in_full(settings, config, _annotate(config) if style == "github" else view.show)
    else:
        totals = check_to_problems(settings, _annotate(config) if style == "github" else view.show)
    view.close()
    if style == "text":
        tell(f"核对了 {totals.branches} 个支部：{totals.errors} 处错误，{totals.warnings} 处警告。")
    if totals.errors or (strict and totals.warnings):
        sys.exit(ExitCode.REFUSED)


def _annotate(config: Path) -> Callable[[Problem], None]:
    from generator.formats.github_annotations import to_annotation

    return lambda problem: click.echo(to_annotation(problem, config.parent.as_posix()))
