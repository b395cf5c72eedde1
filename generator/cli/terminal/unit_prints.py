"""What the commands that make a PDF of each branch have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli import options
from generator.cli.terminal.completion import UNITS
from generator.cli.terminal.problem_view import show_problems
from generator.cli.terminal.voice import tell

if TYPE_CHECKING:
    from datetime import date

    from generator.products.unit_prints import PrintSummary

_Decorated = Callable[..., object]


def unit_options(function: _Decorated) -> _Decorated:
    """Which branches, in which edition, where to, and by how many processes."""
    for decorate in reversed(
        (
            click.argument("ids", metavar="[支部编号]...", nargs=-1, type=UNITS["branch"]),
            click.option("--all", "every", is_flag=True, help="所有支部。"),
            options.config,
            options.as_of,
            options.year,
            click.option(
                "--audience",
                type=options.AUDIENCE,
                default="internal",
                show_default=True,
                help="版别：党内版 internal，专人版 restricted；公开版没有结论，不生成。",
            ),
            options.pdf_folder,
            click.option(
                "--jobs",
                metavar="个数",
                type=click.IntRange(1),
                default=1,
                show_default=True,
                help="用几个进程；上百个支部才合算。",
            ),
        )
    ):
        function = decorate(function)
    return function


def write_unit_prints(
    option: str,
    *,
    ids: tuple[str, ...],
    every: bool,
    config: Path,
    out: Path,
    jobs: int,
    given: Mapping[str, Any],
    month: date | None = None,
) -> None:
    """Make the PDF that `option` names of each of these branches; where nothing has changed, nothing is looked into.

    `month` is that of a month's sheet, else the one of `as_of`.
    """
    if bool(ids) == every:
        raise click.UsageError("写支部编号，或者用 --all，两样写一样。")

    from generator.products.print_notes import PrintNotes

    settings = options.read_settings(config, given)
    standing = PrintNotes.of(settings, (option, str(month or ""), *ids), out).standing()
    if standing:
        for row in standing:
            click.echo(out / row.name)
        size = sum(row.size for row in standing) / 1e6
        tell(f"{len(standing)} 份都没有变，共 {size:.1f} MB。")
        return

    from generator.build.unit_prints import UNIT_PRINTS, month_print
    from generator.products.unit_prints import print_units

    kind = month_print(month) if month else next(row for row in UNIT_PRINTS if row.option == option)
    _report(print_units(settings, kind, ids, out, jobs=jobs, asked=str(month or "")), out)


def _report(summary: PrintSummary, out: Path) -> None:
    show_problems(summary.problems)
    for row in summary.made:
        click.echo(out / row.name)
    for row in summary.failed:
        click.echo(f"{row.branch}：{row.refusal}", err=True)
    if len(summary.made) + len(summary.failed) > 1:
        tell(summary.told())
    if not summary.made and not summary.failed:
        tell(f"没有可以生成的{summary.kind}：支部已经撤销，或者年度不是截至日所在的一年。")
    if summary.failed:
        click.get_current_context().exit(1)
