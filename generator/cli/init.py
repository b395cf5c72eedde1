"""`zhibu init`: a project from nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command

if TYPE_CHECKING:
    from generator.products.new_project import Beginning


@zhibu_command(
    Purpose.START,
    CommandExample("zhibu init dangjian", "从空文件夹开始，问五个问题", untried="asks on a terminal"),
    CommandExample(
        "zhibu init dangjian --name 乙丙大学 --year {year} --roster 名册.xlsx --no-build", "不提问，照名册写好各支部"
    ),
)
@click.argument("folder", metavar="文件夹", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", metavar="校名", help="学校名称，如 乙丙大学。")
@click.option("--year", metavar="年度", type=click.IntRange(1949, 2999), help="从哪一年开始记，写四位数。")
@click.option(
    "--roster",
    metavar="名册",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="支部名册，.xlsx 或 .csv：一行一个支部，写明基层党委、支部名称、类型、成立日期。",
)
@click.option("--url", metavar="网址", help="公开版将来放在哪里，从 https:// 写起；没有定的不写。")
@click.option("--no-build", is_flag=True, help="只写文件，先不生成网站。")
def command(
    *, folder: Path, name: str | None, year: int | None, roster: Path | None, url: str | None, no_build: bool
) -> None:
    """从空文件夹开始：写好设置、手册和名册里的支部，随即生成第一版网站；文件夹里已有东西的不写。"""
    from generator.cli.terminal.problem_view import show_problems
    from generator.edit.new_folder import refuse_filled
    from generator.products.new_project import Beginning, begin

    refuse_filled(folder)
    asked = name is None or year is None
    if asked:
        told, build = _ask(name, year, roster, url, no_build)
    else:
        told, build = Beginning(name or "", year or 0, url or "", roster), not no_build
    begun = begin(folder, told, options.today())
    show_problems(begun.problems)
    click.echo(f"写好了 {folder}：{begun.committees} 个基层党委（党总支），{begun.branches} 个支部。")
    if build:
        _build(folder / "mkdocs.yml")
    click.echo("接下来：")
    for line in (*begun.to_do, f"进到 {folder}，改完运行 zhibu check 和 zhibu build。"):
        click.echo(f"  - {line}")


def _ask(
    name: str | None, year: int | None, roster: Path | None, url: str | None, no_build: bool
) -> tuple[Beginning, bool]:
    """The five questions; what was given on the command line is not asked."""
    from generator.products.new_project import Beginning

    if not _can_ask():
        raise click.UsageError("这里不能提问，请写 --name 校名 和 --year 年度。")
    name = name or click.prompt("1 学校名称")
    year = year or click.prompt("2 从哪一年开始记", type=click.IntRange(1949, 2999), default=options.today().year)
    if roster is None:
        given = click.prompt("3 支部名册（.xlsx 或 .csv；没有就回车）", default="", show_default=False)
        roster = Path(given.strip("\"' ")) if given.strip() else None
    if url is None:
        url = click.prompt("4 公开版将来的网址（没有定就回车）", default="", show_default=False)
    build = not no_build and click.confirm("5 现在就生成第一版网站吗", default=True)
    return Beginning(name, year, url, roster), build


def _can_ask() -> bool:
    return sys.stdin.isatty()


def _build(config: Path) -> None:
    from time import perf_counter

    from generator.cli.terminal.messages import log_to_stderr
    from generator.model.record import Audience
    from generator.products import site

    log_to_stderr()
    for audience in (Audience.PUBLIC, Audience.INTERNAL):
        start = perf_counter()
        settings = options.read_settings(config, {"audience": audience.value})
        out = options.site_folder(config, {}, audience.value)
        site.build(config, settings, out, strict=False)
        seconds = perf_counter() - start
        click.echo(f"{audience.label}已生成，用了 {seconds:.0f} 秒：用浏览器打开 {out / 'index.html'}")
