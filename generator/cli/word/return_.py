"""`zhibu word return`: the monthly return and the quarterly table for the superior."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command

if TYPE_CHECKING:
    from generator.model.period import Period


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu word return committee:xinxi --month {year}-10", "一个基层党委的组织生活月报"),
    CommandExample("zhibu word return committee:xinxi --quarter 3", "三会一课季度表"),
)
@click.argument("scope", metavar="committee:编号|branch:编号")
@options.config
@options.as_of
@options.year
@click.option("--month", metavar="月份", help="月报：哪个月，写成“年-月”。")
@click.option("--quarter", metavar="季度", type=click.IntRange(1, 4), help="季度表：年度里的第几季度。")
@options.word_folder
def command(
    *, scope: str, config: Path, month: str | None, quarter: int | None, out: Path, **given: str | None
) -> None:
    """报上级的月报或季度表，Word 和 Excel 各一份；只列记录显示的，不排名。"""
    if (month is None) == (quarter is None):
        raise click.UsageError("--month 和 --quarter 写一个，只写一个。")

    from generator.products.branch_papers import write_return

    settings = options.read_settings(config, {**given, "scope": scope})
    options.refuse_published_folder(out, config, settings)
    if settings.scope is None:
        raise click.UsageError("写明是哪个单位：committee:编号 或 branch:编号。")
    for path in write_return(settings, settings.scope, _period(month, quarter, settings.year), out):
        click.echo(path)


def _period(month: str | None, quarter: int | None, year: int) -> Period:
    from generator.model.period import Period

    if month is None:
        return Period.quarter(year, quarter or 1)
    day = options.read_month(month)
    return Period.month(day.year, day.month)
