"""`zhibu word meeting`: notice, agenda and sign-in sheet of a coming meeting."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu word meeting xx-js1 --kind 主题党日", "下一个主题党日的会前三件"),
    CommandExample(
        "zhibu word meeting xx-js1 --kind 支部党员大会 --date {year}-12-05 --time 14:30 --place 教学楼302",
        "写明时间地点的",
    ),
)
@click.argument("branch", metavar="支部编号")
@options.config
@options.as_of
@options.year
@click.option("--kind", metavar="类型", required=True, help="活动类型，如 支部党员大会、支部委员会会议、主题党日。")
@click.option("--date", "on", metavar="日期", help="哪一天开，写成“年-月-日”；不写则用下一个计划日。")
@click.option("--time", "at", metavar="时间", default="", help="几点，如 14:30；不写则留空。")
@click.option("--place", metavar="地点", default="", help="在哪里；不写则留空。")
@click.option("--group", metavar="名称", default="", help="党小组会写哪个小组。")
@options.word_folder
def command(
    *,
    branch: str,
    config: Path,
    kind: str,
    on: str | None,
    at: str,
    place: str,
    group: str,
    out: Path,
    **given: str | None,
) -> None:
    """会前三件：通知、议程、签到表；议程列上次没办完的和快到期的，签到表没有姓名。"""
    from generator.model.coming_meeting import ComingMeeting
    from generator.model.kinds import ActivityKind
    from generator.products.branch_papers import planned_meeting, write_meeting

    known = {row.value: row for row in ActivityKind}
    if kind not in known:
        raise click.UsageError(f"没有“{kind}”这种活动。可以写：{'、'.join(known)}。")
    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    day = options.read_day(on) if on else planned_meeting(settings, branch, known[kind])
    meeting = ComingMeeting(kind=known[kind], day=day, time=at, place=place, group=group)
    for path in write_meeting(settings, branch, meeting, out):
        click.echo(path)
