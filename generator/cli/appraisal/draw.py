"""`zhibu appraisal draw`: the list that is published before a draw, and the draw that anyone can repeat."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.kinds import BranchKind
    from generator.products.draws import DrawResult


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu appraisal draw --of 教师=1 --of 学生=1 --out build", "先排名单：算出摘要，写出公布稿"),
    CommandExample("zhibu appraisal draw {year}-1", "公布以后、种子定了，照登记的抽"),
    CommandExample("zhibu appraisal draw --list draw-list.txt --seed 352614", "谁都可以拿公布的名单重做一遍"),
)
@click.argument("id", metavar="[抽签编号]", required=False)
@options.config
@options.as_of
@options.year
@click.option("--of", "kinds", metavar="类别=个数", multiple=True, help="每一类抽几个，如 教师=2；可以写几次。")
@click.option("--without", metavar="编号", multiple=True, help="不进名单的支部；可以写几次，理由写在公布稿里。")
@click.option(
    "--list", "published", metavar="文件", type=click.Path(path_type=Path), help="公布的名单，同 --seed 一起写。"
)
@click.option("--seed", metavar="种子", help="公布的来源定下来的那个数。")
@options.word_folder
def command(
    *,
    id: str | None,
    config: Path,
    kinds: tuple[str, ...],
    without: tuple[str, ...],
    published: Path | None,
    seed: str | None,
    out: Path,
    **given: str | None,
) -> None:
    """分类抽验的抽签：先排名单和摘要去公布，种子定了再抽；同样的名单和种子谁来抽都一样。"""
    from generator.products.draws import draw_lists, list_record, recorded_draw, repeat_draw, write_list

    if sum(map(bool, (id, kinds, published))) != 1 or bool(published) != bool(seed):
        raise click.UsageError("写抽签编号、--of、--list 加 --seed 三样里的一样。")
    if published is not None:
        _tell(repeat_draw(published, seed or ""))
        return
    settings = options.read_settings(config, given)
    if id:
        _tell(recorded_draw(settings, id))
        return
    options.refuse_published_folder(out, config, settings)
    lists = draw_lists(settings, _numbers(kinds), without)
    click.echo(list_record(lists, settings), nl=False)
    for path in write_list(lists, out):
        click.echo(path, err=True)


def _numbers(kinds: Iterable[str]) -> Mapping[BranchKind, int]:
    from generator.model.kinds import BranchKind

    known = {row.value: row for row in BranchKind}
    found: dict[BranchKind, int] = {}
    for text in kinds:
        kind, _, number = text.partition("=")
        if kind not in known or not number.isdecimal():
            raise click.UsageError(f"“{text}”应写成 类别=个数，类别是{'、'.join(known)}。")
        found[known[kind]] = int(number)
    return found


def _tell(results: Iterable[DrawResult]) -> None:
    for row in results:
        click.echo(f"{row.kind} {row.number}/{len(row.tickets)}")
        for at, ticket in enumerate(row.tickets):
            click.echo(f"{'抽到' if at < row.number else '未抽'} {ticket.digits} {ticket.id}")
