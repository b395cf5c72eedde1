"""`zhibu import note`: what secretaries noted on 记一次会 goes into the registers of their branches."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.errors import ExitCode
from generator.cli.import_.asking import confirmed, finish, only_look, show_difference


@zhibu_command(
    Purpose.COLLECT,
    CommandExample("zhibu import note 记录.txt --dry-run", "看看会记进哪几个支部的台账，不写"),
    CommandExample("zhibu import note 记录.txt --committee xinxi --yes", "只收一个基层党委的支部的，不再问"),
    CommandExample(
        "zhibu import note - < 粘贴.txt", "读粘贴过来的一段，里面有几份都行", untried="reads standard input"
    ),
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@options.config
@options.as_of
@click.option("--committee", metavar="编号", help="只收这个基层党委（党总支）的支部的记录。")
@only_look
@confirmed
@show_difference
def command(
    *,
    files: tuple[Path, ...],
    config: Path,
    committee: str | None,
    dry_run: bool,
    yes: bool,
    difference: bool,
    **given: str | None,
) -> None:
    """把“记一次会”的文本记进各支部的年度台账；一段里可以有几份，“-”是标准输入。"""
    from generator.products.notes import note_tables, read_texts

    settings = options.read_settings(config, given)
    texts, unread = read_texts(files, settings.root, sys.stdin.buffer.read)
    tables, problems = note_tables(settings, texts, committee)
    told = (*unread, *problems)
    if finish(settings, tables, told, yes=yes, dry_run=dry_run, difference=difference).refused:
        sys.exit(ExitCode.REFUSED)
