"""`zhibu pdf`: one module a document."""

from __future__ import annotations

from generator.cli.commands import Commands
from generator.cli.declared import Purpose

command = Commands("pdf", package=__name__, purpose=Purpose.PUBLISH, help="生成 PDF：手册，或一个支部的档案。")
