"""`zhibu appraisal book`: the sheet on which reviewers of a branch write, standard by standard."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu appraisal book branch:xx-js1", "一个支部的复评本"),
)
@click.argument("scope", metavar="committee:编号|branch:编号")
@options.config
@options.as_of
@options.year
@options.word_folder
def command(*, scope: str, config: Path, out: Path, **given: str | None) -> None:
    """复评本（.docx 和 .xlsx），一个支部一份、一项标准一行；结论、签字留空，由专人保管。"""
    from generator.products.appraisal import write_review_books

    settings = options.read_settings(config, {**given, "scope": scope})
    options.refuse_published_folder(out, config, settings)
    if settings.scope is None:
        raise click.UsageError("写明是哪个单位：committee:编号 或 branch:编号。")
    for path in write_review_books(settings, settings.scope, out):
        click.echo(path)
