"""`zhibu pdf handbook`: the handbook on paper, whole or in part."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command

_SLOW = "takes half a minute; the products have their tests"


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf handbook --out build", "手册的 PDF", _SLOW),
    CommandExample("zhibu pdf handbook --form large", "大字版；a5 是小开本，gb9704 是公文版式", _SLOW),
    CommandExample("zhibu pdf handbook --aspect 3", "只印一个方面", _SLOW),
    CommandExample("zhibu pdf handbook --role secretary", "支部书记分册：只收归支部办的标准", _SLOW),
)
@click.option("--form", type=options.BOOK_FORM, help="开本和版式；不写时整本和方面用书版，分册用小开本。")
@click.option("--aspect", metavar="数", type=click.IntRange(min=1), help="只印第几个方面。")
@click.option("--role", type=options.BOOK_ROLE, help="只印归这个角色管的标准。")
@options.config
@options.as_of
@options.year
@click.option("--audience", type=options.AUDIENCE, default="public", show_default=True, help="版别。")
@options.pdf_folder
def command(
    *, form: str | None, aspect: int | None, role: str | None, config: Path, out: Path, **given: str | None
) -> None:
    """手册全文，与站点里的是同一份；也可以只印一个方面、一个角色的。"""
    if aspect and role:
        raise click.UsageError("--aspect 和 --role 只写一样。")

    from generator.cli.terminal.messages import log_to_stderr
    from generator.model.book_order import BookOrder
    from generator.model.book_style import BOOK_STYLES
    from generator.model.role import Role
    from generator.products.handbook_pdf import handbook_pdf

    log_to_stderr()
    style = BOOK_STYLES[form] if form else None
    order = BookOrder(aspect=aspect, role=Role(role) if role else None, style=style)
    click.echo(handbook_pdf(config, options.read_settings(config, given), order, out))
