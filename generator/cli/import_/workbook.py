"""`zhibu import workbook`: workbooks that units filled in go into their registers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.errors import ExitCode
from generator.cli.import_ import asking
from generator.cli.terminal.voice import tell

_UNTRIED = "needs a workbook that came back"


@zhibu_command(
    Purpose.COLLECT,
    CommandExample("zhibu import workbook 台账.xlsx --dry-run", "看看会怎样，什么都不写", untried=_UNTRIED),
    CommandExample("zhibu import workbook 收回/*.xlsx --yes", "几个支部的一起导入，不再逐个问", untried=_UNTRIED),
    CommandExample(
        "zhibu import workbook 导出.xlsx --map 列名对照.yml", "读别的系统导出的表，列名照对照换", untried=_UNTRIED
    ),
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.config
@options.year
@click.option(
    "--scope", metavar="范围", help="只导入一个单位的：branch:编号 或 committee:编号；表里没写单位的，就是它的。"
)
@click.option(
    "--map",
    "column_map",
    metavar="文件",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="列名对照（YAML）：别的系统导出的表，哪一列对哪一个栏目。",
)
@asking.only_look
@asking.confirmed
@asking.show_difference
def command(
    *,
    files: tuple[Path, ...],
    config: Path,
    column_map: Path | None,
    dry_run: bool,
    yes: bool,
    difference: bool,
    **given: str | None,
) -> None:
    """把填好的工作簿（.xlsx、.csv）导入台账；有错的写进旁边的“退回”文件夹，写明原因。"""
    from generator.products.workbook_import import latest_files, read_workbooks, return_workbooks

    settings = options.read_settings(config, given)
    chosen = latest_files(files)
    for file, mended in chosen.superseded.items():
        click.echo(f"{file}：有改过的退回件 {mended.name}，略过；要导入它，只写它的名字。", err=True)
    read = list(read_workbooks(settings, chosen.read, column_map))
    for each in read:
        if each.untouched:
            tell(f"{each.name}：导出以后没有改过，略过。")
    tables = [table for each in read for table in each.tables]
    told = [problem for each in read for problem in each.problems]
    finished = asking.finish(settings, tables, told, yes=yes, dry_run=dry_run, difference=difference)
    if not dry_run:
        for path in return_workbooks(read, finished.planned.problems):
            click.echo(f"没有导入的在 {path}，原因写在旁边；改好以后和别的放在一起导入。", err=True)
    if finished.refused:
        sys.exit(ExitCode.REFUSED)
