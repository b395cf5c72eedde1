"""`zhibu word`: one module a kind of paper."""

from __future__ import annotations

from generator.cli.commands import Commands
from generator.cli.declared import Purpose

command = Commands(
    "word",
    package=__name__,
    purpose=Purpose.PAPERS,
    help="排成 Word 文件：空表、会前三件、会议记录、文书样本、报表。",
)
