"""`zhibu handover`: what whoever takes over a branch has to know, on one sheet."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu handover branch:xx-js1", "换人时的接手一页"),
)
@click.argument("scope", metavar="branch:编号")
@options.config
@options.as_of
@options.year
@options.word_folder
def command(*, scope: str, config: Path, out: Path, **given: str | None) -> None:
    """接手一页（.docx）：届满、没办完的、空缺、材料在哪里，双方签字。"""
    from generator.products.branch_papers import write_handover

    settings = options.read_settings(config, {**given, "scope": scope})
    if settings.scope is None or settings.scope.kind != "branch":
        raise click.UsageError("写明是哪个支部：branch:编号。")
    options.refuse_published_folder(out, config, settings)
    click.echo(write_handover(settings, settings.scope.id, out))
