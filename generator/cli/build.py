"""`zhibu build`: one edition of the site, into a folder or an object store."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.voice import tell

if TYPE_CHECKING:
    from generator.output.first_look import Look


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu build", "公开版，生成到 site/", "takes half a minute; the products have their tests"),
    CommandExample(
        "zhibu build --audience internal",
        "党内版，生成到 site-internal/",
        "takes half a minute; the products have their tests",
    ),
    CommandExample(
        "zhibu build --audience internal --scope branch:xx-js1 --out handover",
        "只生成一个支部的部分",
        "takes half a minute; the products have their tests",
    ),
    CommandExample(
        "zhibu build --as-of {year}-09-30 --year {year}",
        "站在另一天看",
        "takes half a minute; the products have their tests",
    ),
    CommandExample("zhibu build --jobs 4", "四个进程，结果相同", "takes half a minute; the products have their tests"),
    CommandExample("zhibu build --scheduler tcp://10.0.0.1:8786", "交给 Dask 集群", "needs a cluster"),
)
@options.config
@options.as_of
@options.year
@click.option("--audience", type=options.AUDIENCE, help="版别：public 公开版，internal 党内版，restricted 专人版。")
@click.option("--scope", metavar="范围", help="只生成一个单位：committee:编号 或 branch:编号。")
@options.strict
@click.option("--out", metavar="目录", help="输出目录，或对象存储的地址，如 s3://桶/站点。")
@click.option(
    "--jobs",
    metavar="个数",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="用几个进程；上千个支部才合算。",
)
@click.option("--scheduler", metavar="地址", help="Dask 调度器地址，如 tcp://10.0.0.1:8786。")
def command(
    *, config: Path, strict: bool, out: str | None, jobs: int, scheduler: str | None, **given: str | None
) -> None:
    """生成一版站点；失败时原来的站点不动。"""
    from generator.output.places import is_store

    workers = Workers(jobs, scheduler)
    if out and is_store(out):
        audience = _to_store(config, given, out, strict=strict, workers=workers)
        made = f"{out.rstrip('/')}/index.html"
    else:
        target = Path(out) if out else _default_out(config, given)
        audience = _to_folder(config, given, target, strict=strict, workers=workers)
        made = str(target / "index.html")
    tell(f"{audience}已生成：用浏览器打开 {made}")


class Workers(NamedTuple):
    """Who does the work."""

    jobs: int
    scheduler: str | None


def _to_store(config: Path, given: Mapping[str, str | None], url: str, *, strict: bool, workers: Workers) -> str:
    """Build into an object store; for whom the edition is."""
    from generator.cli.terminal.messages import log_to_stderr
    from generator.products import site

    log_to_stderr()
    settings = options.read_settings(config, given)
    site.build_to_store(config, settings, url, strict=strict, jobs=workers.jobs, scheduler=workers.scheduler)
    return settings.audience.label


def _to_folder(config: Path, given: Mapping[str, str | None], target: Path, *, strict: bool, workers: Workers) -> str:
    """Build into a folder, unless nothing has changed since it was built; for whom the edition is."""
    look = _look(config, given, target, strict=strict)
    kept = look.unchanged() if look is not None else None
    if kept is not None:
        _tell_again(kept)
        return str(kept["audience"])
    from generator.cli.terminal.messages import log_to_stderr

    gc.disable()  # a program that loads makes no garbage, and looking for it takes a tenth of that
    from generator.products import site

    gc.freeze()  # nor does what is loaded become any
    gc.enable()
    log_to_stderr()
    settings = options.read_settings(config, given)
    site.build(config, settings, target, strict=strict, jobs=workers.jobs, scheduler=workers.scheduler, look=look)
    return settings.audience.label


def _look(config: Path, given: Mapping[str, str | None], target: Path, *, strict: bool) -> Look | None:
    """What a build rests on, as its files are now."""
    from generator.output.first_look import Look

    read = options.read_options(config, given)
    root = config.resolve().parent
    fonts = read.get("fonts")
    folders = fonts.get("folders") if isinstance(fonts, dict) else None
    names = [read.get("docs_dir") or "docs", read.get("records") or "records", *(folders or ())]
    day = read.get("as_of") or options.today()
    told = (config.read_text(encoding="utf-8"), repr(sorted(given.items())), str(day), str(strict))
    return Look.at(target, told, [root / str(name) for name in names])


def _tell_again(kept: Mapping[str, Any]) -> None:
    """What the build told that made the site."""
    for line in kept["told"]:
        tell(line)
    if kept["problems"]:
        from generator.build.problem_log import log_problems, problems_of
        from generator.cli.terminal.messages import log_to_stderr

        log_to_stderr()
        log_problems(problems_of(kept["problems"]), strict=False)


def _default_out(config: Path, given: Mapping[str, object]) -> Path:
    read = options.read_options(config, given)
    return options.site_folder(config, read, str(read.get("audience") or "public"))
