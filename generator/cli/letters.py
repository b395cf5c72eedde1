"""`zhibu letters`: Word letters to branches whose term of office ends within six months."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.voice import tell


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu letters --committee jiaofu --out build", "六个月内届满的支部，换届提醒函"),
)
@options.config
@options.as_of
@click.option("--committee", metavar="编号", required=True, help="哪一个基层党委（党总支）的支部。")
@options.word_folder
def command(*, config: Path, committee: str, out: Path, **given: str | None) -> None:
    """给六个月内届满（含已届满）的支部各写一份换届提醒函（.docx），供组织员改定。"""
    from generator.products.election_letters import election_letters

    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    rows = list(election_letters(settings, committee, out))
    for row in rows:
        click.echo(f"{row.branch}：{row.ends} 届满，{row.path}")
    if not rows:
        tell("记录显示：没有支部在六个月内届满。")
