"""`zhibu appraisal nomination`: evidence and open gaps of a nominated branch side by side, for people to decide and sign."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu appraisal nomination xx-js2", "推荐表：佐证和缺口并排"),
)
@click.argument("branch", metavar="支部编号")
@options.config
@options.as_of
@options.year
@options.word_folder
def command(*, branch: str, config: Path, out: Path, **given: str | None) -> None:
    """选树推荐表（.docx）：佐证和缺口并排，决定和签字留空；由专人保管。"""
    from generator.products.appraisal import write_nominations

    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    for path in write_nominations(settings, branch, out):
        click.echo(path)
