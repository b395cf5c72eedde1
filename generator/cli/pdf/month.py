"""`zhibu pdf month`: a month of a branch on one page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.unit_prints import unit_options, write_unit_prints


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf month xx-js1", "一个支部的本月一页"),
    CommandExample("zhibu pdf month xx-js1 --month {year}-11", "另一个月的"),
    CommandExample("zhibu pdf month --all --out build/months", "所有支部的", "the products have their tests"),
)
@unit_options
@click.option("--month", metavar="月份", help="哪一个月，写成“年-月”，月两位；不写就是截至日所在的月。")
def command(
    *, ids: tuple[str, ...], every: bool, config: Path, out: Path, jobs: int, month: str | None, **given: Any
) -> None:
    """支部的本月一页：本月要办、还缺什么、上月的对策办了没有，一张 A4。"""
    day = options.read_month(month) if month else None
    write_unit_prints("months", ids=ids, every=every, config=config, out=out, jobs=jobs, given=given, month=day)
