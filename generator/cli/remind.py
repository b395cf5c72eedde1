"""`zhibu remind`: what falls due in the next days, as text for a work group."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu remind --committee xinxi --days 10", "近期到期的事项"),
)
@options.config
@options.as_of
@options.year
@click.option("--committee", metavar="编号", help="只提醒一个基层党委（党总支）的支部。")
@click.option("--branch", metavar="编号", help="只提醒一个支部。")
@click.option("--days", metavar="天数", type=click.IntRange(1, 366), default=10, show_default=True, help="往后看几天。")
def command(*, config: Path, committee: str | None, branch: str | None, days: int, **given: str | None) -> None:
    """近期到期的事项，写成可以贴进工作群的一段话；只说要办什么，不说结论。"""
    if committee and branch:
        raise click.UsageError("--committee 和 --branch 只能写一个。")
    scope = f"committee:{committee}" if committee else f"branch:{branch}" if branch else None

    from generator.products.reminders import remind

    click.echo(remind(options.read_settings(config, {**given, "scope": scope}), days), nl=False)
