"""The command `zhibu`: options in, the straight line, diagnostics and an exit code out.

Exit 0: no 错误 (警告 alone too); 1: 错误, or any problem under `--strict`; 2: misuse or configuration; 130: Ctrl-C.
"""

from __future__ import annotations

import io
import logging
import shutil
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import click

from generator.cli.documents import import_, outline
from generator.cli.errors import answers as _answers
from generator.errors import RecordsRefusedError
from generator.load.config import load_options
from generator.model.checked import CheckCounts
from generator.model.problem import Severity
from generator.model.record import Audience
from generator.settings import Settings, configure

_config = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="配置文件。",
)
_as_of = click.option(
    "--as-of", metavar="日期", help="截至日期，写成“年-月-日”，月、日各两位；不写则用配置文件里的，再没有就用今天。"
)
_year = click.option(
    "--year", metavar="年度", help="先看哪一年，写四位数；不写则用配置文件里的，再没有就是截至日所在的一年。"
)
_strict = click.option("--strict", is_flag=True, help="有警告也算不通过。")
_out = click.option("--out", metavar="目录", help="输出目录，或对象存储的地址，如 s3://桶/站点。")
_scope = click.option("--scope", metavar="范围", help="只生成一个单位：committee:编号 或 branch:编号。")
_jobs = click.option(
    "--jobs",
    metavar="个数",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="用几个进程；上千个支部才合算。",
)
_scheduler = click.option("--scheduler", metavar="地址", help="Dask 调度器地址，如 tcp://10.0.0.1:8786。")
_pdf_out = click.option(
    "--out",
    metavar="目录",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build"),
    show_default=True,
    help="放 PDF 的目录。",
)
_AUDIENCES = click.Choice([audience.value for audience in Audience])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="zhibu", prog_name="zhibu")
def cli() -> None:
    """由台账和标准正文生成手册、支部页、清单、观摩展示和 PDF。"""


@cli.command()
@_config
@_as_of
@_year
@click.option("--audience", type=_AUDIENCES, help="版别：public 公开版，internal 党内版，restricted 专人版。")
@_scope
@_strict
@_out
@_jobs
@_scheduler
@_answers
def build(
    *,
    config: Path,
    as_of: str | None,
    year: str | None,
    audience: str | None,
    scope: str | None,
    strict: bool,
    out: str | None,
    jobs: int,
    scheduler: str | None,
) -> None:
    """生成一版站点；失败时原来的站点不动。"""
    from generator.output.store import is_store  # noqa: PLC0415
    from generator.products import site as builder  # noqa: PLC0415 - `--help` and misuse answer at once

    _log_to_stderr()
    given = _given(as_of=as_of, year=year, audience=audience, scope=scope)
    settings = _settings(config, given)
    if out and is_store(out):
        builder.build_to_store(config, settings, out, strict=strict, jobs=jobs, scheduler=scheduler)
        click.echo(f"{settings.audience.label}已生成：用浏览器打开 {out.rstrip('/')}/index.html", err=True)
        return
    target = Path(out) if out else _default_out(config, {**load_options(config), **given})
    builder.build(config, settings, target, strict=strict, jobs=jobs, scheduler=scheduler)
    click.echo(f"{settings.audience.label}已生成：用浏览器打开 {target / 'index.html'}", err=True)


@cli.command()
@_config
@_as_of
@_year
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式。", show_default=True
)
@_strict
@_answers
def check(*, config: Path, as_of: str | None, year: str | None, style: str, strict: bool) -> None:
    """核对全部台账和标准，逐条列出写得不对的地方；不生成站点。"""
    from generator.formats.findings import write_json  # noqa: PLC0415
    from generator.judge import check as check_all  # noqa: PLC0415 - `--help` and misuse answer at once

    settings = _settings(config, _given(as_of=as_of, year=year))
    tally = CheckCounts()
    parts = tally.watching(check_all(settings))
    if style == "json":
        write_json(parts, settings.as_of, settings.year, sys.stdout)
    else:
        for part in parts:
            for problem in part.problems:
                click.echo(str(problem), err=True)
        click.echo(f"核对了 {tally.branches} 个支部：{tally.errors} 处错误，{tally.warnings} 处警告。", err=True)
    if tally.errors or (strict and tally.warnings):
        sys.exit(1)


@cli.command()
@_config
@_as_of
@_year
@click.option("--committee", metavar="编号", help="只提醒一个基层党委（党总支）的支部。")
@click.option("--branch", metavar="编号", help="只提醒一个支部。")
@click.option("--days", metavar="天数", type=click.IntRange(1, 366), default=10, show_default=True, help="往后看几天。")
@_answers
def remind(
    *, config: Path, as_of: str | None, year: str | None, committee: str | None, branch: str | None, days: int
) -> None:
    """近期到期的事项，写成可以贴进工作群的一段话；只说要办什么，不说结论。"""
    from generator.products.reminders import remind as reminders  # noqa: PLC0415 - `--help` and misuse answer at once

    if committee and branch:
        raise click.UsageError("--committee 和 --branch 只能写一个。")
    scope = f"committee:{committee}" if committee else f"branch:{branch}" if branch else None
    text, errors = reminders(_settings(config, _given(as_of=as_of, year=year, scope=scope)), days)
    for problem in errors:
        click.echo(str(problem), err=True)
    if errors:
        raise RecordsRefusedError("台账有错误，没有写提醒。")
    click.echo(text, nl=False)


@cli.command()
@click.argument("item", metavar="showcase:支部编号|introduction:支部编号")
@_config
@_as_of
@_answers
def approve(*, item: str, config: Path, as_of: str | None) -> None:
    """观摩展示或公开简介定稿后，给出要写进审批的摘要、逐句和数说；不改任何文件。"""
    from generator.products.approval import KINDS  # noqa: PLC0415 - `--help` and misuse answer at once
    from generator.products.approval import approve as lines  # noqa: PLC0415

    kind, _, id = item.partition(":")
    if kind not in KINDS or not id:
        raise click.UsageError("请写 showcase:支部编号 或 introduction:支部编号。")
    click.echo(lines(_settings(config, _given(as_of=as_of)), kind, id), nl=False)
    click.echo("请核对定稿，由审批人签字后，把以上几行写进记录；以后改一个字都要重新审批。", err=True)


@cli.group()
def pdf() -> None:
    """生成 PDF：手册，或一个支部的档案。"""


@pdf.command("handbook")
@_config
@_as_of
@_year
@click.option("--audience", type=_AUDIENCES, default="public", show_default=True, help="版别。")
@_pdf_out
@_answers
def pdf_handbook(*, config: Path, as_of: str | None, year: str | None, audience: str, out: Path) -> None:
    """手册全文，与站点里的是同一份。"""
    from generator.products.site import build as build_site  # noqa: PLC0415

    _log_to_stderr()
    settings = _settings(config, {**_given(as_of=as_of, year=year, audience=audience), "pdf": ["handbook"]})
    target = out / "handbook.pdf"
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(config, settings, site, strict=False)
        out.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / "downloads" / "handbook.pdf", target)
    click.echo(target)


@pdf.command("branch")
@click.argument("id", metavar="支部编号")
@_config
@_as_of
@_year
@click.option("--audience", type=_AUDIENCES, default="internal", show_default=True, help="版别；党内版才有结论和台账。")
@_pdf_out
@_answers
def pdf_branch(*, id: str, config: Path, as_of: str | None, year: str | None, audience: str, out: Path) -> None:
    """一个支部的档案：本月要办、逐项判定、台账和检查清单。"""
    from generator.products.branch_pdf import branch_file  # noqa: PLC0415

    settings = _settings(config, _given(as_of=as_of, year=year, audience=audience, scope=f"branch:{id}"))
    target = out / f"{id}.pdf"
    problems = branch_file(settings, target)
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise RecordsRefusedError("台账有错误，没有生成 PDF。")
    click.echo(target)


cli.add_command(outline)
cli.add_command(import_)


def main() -> None:
    """The entry point: UTF-8 on every console, misuse answered with exit code 2 by click."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()


def _settings(config: Path, given: Mapping[str, object]) -> Settings:
    options = {**load_options(config), **given}
    root = config.resolve().parent
    return configure(root, root / str(options.get("docs_dir") or "docs"), options, _today())


def _given(**options: object) -> dict[str, object]:
    return {name: value for name, value in options.items() if value is not None}


def _default_out(config: Path, options: Mapping[str, object]) -> Path:
    """`site` for the public edition, `site-internal` and `site-restricted` beside it for the others."""
    site = config.resolve().parent / str(options.get("site_dir") or "site")
    audience = options.get("audience") or Audience.PUBLIC.value
    return site if audience == Audience.PUBLIC.value else site.with_name(f"{site.name}-{audience}")


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def _log_to_stderr() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(logging.WARNING)
    handler.addFilter(lambda record: record.name != "mkdocs.commands.build" or record.levelno < logging.ERROR)
    logging.getLogger("mkdocs").addHandler(handler)
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(message)s"))
    told.addFilter(lambda record: record.levelno == logging.INFO)
    logging.getLogger("mkdocs.plugins.zhibu").addHandler(told)
    logging.getLogger("mkdocs.plugins.zhibu").setLevel(logging.INFO)
