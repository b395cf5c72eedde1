"""The commands for official documents: `zhibu outline` shows how one is read, `zhibu import document` takes it in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.errors import answers
from generator.model.clause import ClauseTree
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.organisation import ResponsibleUnit

_file = click.argument("file", metavar="文件", type=click.Path(path_type=Path))
_institution = click.option(
    "--institution",
    metavar="文件",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("records/institution.yml"),
    show_default=True,
    help="学校的记录，从中取责任单位的别名；没有这个文件就不认别名。",
)


@click.command()
@_file
@click.option(
    "--format",
    "style",
    type=click.Choice(["tree", "json", "text"]),
    default="tree",
    show_default=True,
    help="tree 给人看，json 给程序用，text 是原文。",
)
@_institution
@answers
def outline(*, file: Path, style: str, institution: Path) -> None:
    """公文读成的条款树：标题、条款、责任单位、期限和附件。"""
    from generator.documents import listing as formats  # noqa: PLC0415 - `--help` and misuse answer at once

    tree = _tree(file, institution)
    if style == "text":
        click.echo(formats.to_text(tree), nl=False)
    else:
        click.echo(formats.to_json(tree) if style == "json" else formats.to_tree(tree))


@click.group("import")
def import_() -> None:
    """把别处的文件导入成台账或手册。"""


@import_.command()
@_file
@click.option(
    "--as", "kind", type=click.Choice(["handbook", "plan"]), required=True, help="handbook 手册页面，plan 年度方案。"
)
@click.option("--year", metavar="年份", type=click.IntRange(1949, 2999), help="方案的年度；不写则看标题和成文日期。")
@click.option(
    "--out",
    metavar="目录",
    type=click.Path(file_okay=False, path_type=Path),
    help="写到哪个文件夹；不写则手册到 docs/imported，方案到 records/plan。",
)
@_institution
@answers
def document(*, file: Path, kind: str, year: int | None, out: Path | None, institution: Path) -> None:
    """导入公文，供人接着修改；改过的文件不覆盖，只列出差异。"""
    from generator.edit.merge import offer  # noqa: PLC0415 - `--help` and misuse answer at once

    tree = _tree(file, institution)
    drafts = _plan(tree, file, year) if kind == "plan" else _handbook(tree, file)
    folder = out or Path("records/plan" if kind == "plan" else "docs/imported")
    offers = offer(folder, drafts, Path(".zhibu/import") / _key(folder))
    for each in offers:
        if each.diff is not None:
            click.echo(each.diff)
            left = report("D109", Source(each.path.as_posix()), "这个文件改过，没有覆盖", "请照上面的差异手工修改。")
            click.echo(str(left), err=True)
    written = sum(each.written for each in offers)
    left_alone = sum(each.diff is not None for each in offers)
    click.echo(
        f"写了 {written} 个文件，{len(offers) - written - left_alone} 个没有变化，{left_alone} 个没有覆盖。", err=True
    )
    if left_alone:
        sys.exit(1)


def _tree(file: Path, institution: Path) -> ClauseTree:
    from generator.documents.outline import read_outline  # noqa: PLC0415 - `--help` and misuse answer at once

    units = _units(institution)
    tree, problems = read_outline(file.absolute(), Path().absolute(), units)
    if tree is None:
        _refuse(problems)
    return tree


def _units(institution: Path) -> tuple[ResponsibleUnit, ...]:
    from generator.load.records import read_record  # noqa: PLC0415 - `--help` and misuse answer at once
    from generator.model.records.organisation import Institution  # noqa: PLC0415

    if not institution.exists():
        return ()
    record, problems = read_record(institution.absolute(), Path().absolute(), Institution)
    if record is None:
        _refuse(problems)
    return record.units


def _plan(tree: ClauseTree, file: Path, year: int | None) -> Mapping[str, str]:
    from generator.documents import plan_draft  # noqa: PLC0415

    told = year or plan_draft.year_of(tree.main)
    if told is None:
        _refuse(
            [report("D110", Source(file.as_posix()), "标题和成文日期里都没有年份", "请加上 --year 和四位数的年份。")]
        )
    if not plan_draft.phases_of(tree.main):
        hint = "请用 zhibu outline 核对编号和每个阶段的起止日期。"
        _refuse([report("D108", Source(file.as_posix()), "没有找到写明起止日期的阶段", hint)])
    return {f"{told}.yml": plan_draft.to_yaml(tree.main, told), f"{told}.txt": tree.text}


def _handbook(tree: ClauseTree, file: Path) -> Mapping[str, str]:
    from generator.documents import handbook_draft  # noqa: PLC0415

    if not tree.main.clauses:
        _refuse([report("D108", Source(file.as_posix()), "没有找到编号的条款", "请用 zhibu outline 核对编号的写法。")])
    return handbook_draft.pages_of(tree.main)


def _refuse(problems: list[Problem]) -> NoReturn:
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(1)


def _key(folder: Path) -> Path:
    """Where the copies of a folder's drafts are kept: under its own path, or under a sign for it if it lies elsewhere."""
    whole, here = folder.resolve(), Path().absolute().resolve()
    if whole.is_relative_to(here):
        return whole.relative_to(here)
    return Path("elsewhere") / sha256(whole.as_posix().encode()).hexdigest()[:16]
