"""`zhibu appraisal form`: the self-review of each branch, with what its registers show filled in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu appraisal form committee:xinxi", "学院各支部的自评表"),
)
@click.argument("scope", metavar="committee:编号|branch:编号")
@options.config
@options.as_of
@options.year
@options.word_folder
def command(*, scope: str, config: Path, out: Path, **given: str | None) -> None:
    """支部自评表（.docx），一个支部一张；记录显示什么已经填好，自评和对策留空。"""
    from generator.products.appraisal import write_self_reviews

    settings = options.read_settings(config, {**given, "scope": scope})
    options.refuse_published_folder(out, config, settings)
    if settings.scope is None:
        raise click.UsageError("写明是哪个单位：committee:编号 或 branch:编号。")
    for path in write_self_reviews(settings, settings.scope, out):
        click.echo(path)
