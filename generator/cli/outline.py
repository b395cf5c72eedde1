"""`zhibu outline`: how an official document is read."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu outline 方案.docx --format tree", "公文读成的条款树"),
)
@options.document
@click.option(
    "--format",
    "style",
    type=click.Choice(["tree", "json", "text"]),
    default="tree",
    show_default=True,
    help="tree 给人看，json 给程序用，text 是原文。",
)
@options.institution
def command(*, file: Path, style: str, institution: Path) -> None:
    """公文读成的条款树：标题、条款、责任单位、期限和附件。"""
    from generator.products.documents import document_outline

    click.echo(document_outline(file, Path().absolute(), institution, style), nl=style != "text")
