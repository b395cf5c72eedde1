"""`zhibu word booking`: the receipt of a booked visit."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample(
        "zhibu word booking xx-js1 --date {year}-12-05 --visitor 文学院教师党支部 --people 8",
        "给来访支部的预约回执：哪天几点、在哪里集合、进哪间房",
    ),
)
@click.argument("branch", metavar="支部编号")
@options.config
@options.as_of
@options.year
@click.option("--date", "on", metavar="日期", required=True, help="哪一天来，写成“年-月-日”；须是开放日。")
@click.option("--time", "at", metavar="时间", default="", help="从几点开始，如 14:30；那天只有一个时段的不用写。")
@click.option("--visitor", metavar="单位", required=True, help="来访的单位，不写人名。")
@click.option("--people", metavar="人数", type=click.IntRange(min=1), required=True, help="来几个人。")
@options.word_folder
def command(
    *, branch: str, config: Path, on: str, at: str, visitor: str, people: int, out: Path, **given: str | None
) -> None:
    """预约回执：日期、时间、集合处、房间、路线；房间不上网页，只写在这里。"""
    from generator.model.coming_visit import BookedVisit
    from generator.products.showcase_papers import write_receipt

    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    site_url = str(options.read_options(config, {})["site_url"])
    visit = BookedVisit(visitor=visitor, day=options.read_day(on), since=at, until="", people=people)
    click.echo(write_receipt(settings, site_url, branch, visit, out))
