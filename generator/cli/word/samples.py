"""`zhibu word samples`: samples of papers with what the records say of a branch filled in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu word samples --branch xx-js1 --sample election-request", "换届请示，人数和任期按台账填好"),
)
@options.config
@options.as_of
@options.year
@click.option("--branch", metavar="编号", help="按哪个支部的台账填；不写则留空。")
@click.option("--sample", "ids", metavar="编号", multiple=True, help="只要这一份，编号见文书样本页的网址；可以写几次。")
@options.word_folder
def command(*, config: Path, branch: str | None, ids: tuple[str, ...], out: Path, **given: str | None) -> None:
    """文书样本（整理稿）：请示、选举办法、选票、决议等，一份一个文件。"""
    from generator.products.sample_papers import write_samples

    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    for path in write_samples(settings, out, branch=branch, ids=ids):
        click.echo(path)
