"""`zhibu explain`: what a code, a reading, a standard or a check means."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.CHECK,
    CommandExample("zhibu explain R104", "报错里的编号是什么意思，错在哪里，怎么改"),
    CommandExample("zhibu explain A2 3.1 频次", "口径、标准和检查方式"),
)
@click.argument("words", metavar="编号…", nargs=-1, required=True)
@options.config
def command(*, words: tuple[str, ...], config: Path) -> None:
    """说明一个编号：填报问题（R104）、口径（A2）、标准或评价要点（3.1、3.1.1）、检查方式（频次）。"""
    from generator.products.explaining import Explanations

    read = options.read_options(config, {})
    known = Explanations(config.resolve().parent / str(read["docs_dir"]), options.today().year)
    click.echo("\n\n".join([known.of(word) for word in words]))
