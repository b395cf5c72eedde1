"""`zhibu diff`: which findings come out differently in two readings, folders or commits."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.SETTLE,
    CommandExample("zhibu diff --reading A2=缺项", "换一种口径，哪些判定不同"),
    CommandExample("zhibu diff HEAD~1", "与上一次提交比，哪些判定不同、因为什么", "needs a repository"),
)
@click.argument("old", metavar="[旧]", required=False)
@click.argument("new", metavar="[新]", required=False)
@options.config
@options.as_of
@click.option("--old-as-of", metavar="日期", help="旧的一方的截至日期；不写则与新的一方同样定。")
@options.year
@click.option(
    "--reading", "readings", metavar="编号=读法", multiple=True, help="新的一方换一种口径，如 A2=缺项；可以写几次。"
)
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式。", show_default=True
)
def command(
    *,
    old: str | None,
    new: str | None,
    config: Path,
    old_as_of: str | None,
    readings: tuple[str, ...],
    style: str,
    **given: str | None,
) -> None:
    """两个项目文件夹或两次提交的判定有哪些不同，因为哪一边的什么；只写一个的，与当前文件夹比。"""
    here = str(config.parent)
    if old is None and not readings and old_as_of is None:
        raise click.UsageError("请写旧的一方（文件夹或提交），或者用 --reading、--old-as-of 换一个前提。")
    from generator.products.compared_side import read_readings
    from generator.products.difference import SideName, difference

    before = {**given, "as_of": old_as_of} if old_as_of else given
    sides = (
        SideName(old or here, lambda path: options.read_settings(path, before)),
        SideName(new or here, lambda path: options.read_settings(path, given)),
    )
    for line in difference(config, *sides, read_readings(readings), style):
        click.echo(line)
