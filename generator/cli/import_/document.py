"""`zhibu import document`: an official document drafts a plan, pages of the handbook or standards."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.errors import ExitCode
from generator.cli.terminal.problem_view import show_problems
from generator.cli.terminal.voice import tell


@zhibu_command(
    Purpose.START,
    CommandExample("zhibu import document 方案.docx --as plan --year {year} --out plan", "导入成年度方案，供人修改"),
)
@options.document
@click.option(
    "--as",
    "kind",
    type=click.Choice(["handbook", "plan", "standards"]),
    required=True,
    help="handbook 手册页面，plan 年度方案，standards 标准。",
)
@click.option("--year", metavar="年份", type=click.IntRange(1949, 2999), help="方案的年度；不写则看标题和成文日期。")
@click.option(
    "--out",
    metavar="目录",
    type=click.Path(file_okay=False, path_type=Path),
    help="草稿写到哪个文件夹；不写则到 drafts 下同名的文件夹，docs、records 里不写。",
)
@options.institution
def command(*, file: Path, kind: str, year: int | None, out: Path | None, institution: Path) -> None:
    """导入公文，写成草稿，供人接着修改；改过的文件不覆盖，只列出差异。"""
    from generator.products.documents import differs, import_document, left_alone

    done = import_document(file, Path().absolute(), institution, kind, year=year, folder=out)
    for line in done.notes:
        click.echo(line)
    for standing in done.in_use:
        click.echo(standing.diff)
        show_problems((differs(standing),))
    left = [each for each in done.drafts if each.diff is not None]
    for each in left:
        click.echo(each.diff)
        show_problems((left_alone(each),))
    show_problems(done.problems)
    written = sum(each.written for each in done.drafts)
    tell(
        f"草稿在 {done.folder.as_posix()}：写了 {written} 个文件，{len(done.drafts) - written - len(left)} 个没有变化，"
        f"{len(left)} 个没有覆盖。"
    )
    tell(f"核对、补齐以后由人移到 {done.destination.as_posix()}；移过去以前，哪一版网站都不读草稿。")
    if left:
        sys.exit(ExitCode.REFUSED)
