"""`zhibu pdf handbook`: the handbook on paper."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample(
        "zhibu pdf handbook --out build", "手册的 PDF", "takes half a minute; the products have their tests"
    ),
)
@options.config
@options.as_of
@options.year
@click.option("--audience", type=options.AUDIENCE, default="public", show_default=True, help="版别。")
@options.pdf_folder
def command(*, config: Path, out: Path, **given: str | None) -> None:
    """手册全文，与站点里的是同一份。"""
    from generator.cli.terminal.messages import log_to_stderr
    from generator.products.handbook_pdf import handbook_pdf

    log_to_stderr()
    click.echo(handbook_pdf(config, options.read_settings(config, given), out / "handbook.pdf"))
