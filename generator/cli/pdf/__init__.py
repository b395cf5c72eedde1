"""`zhibu pdf`: one module a document."""

from __future__ import annotations

from generator.cli.commands import Commands

command = Commands("pdf", package=__name__, help="生成 PDF：手册，或一个支部的档案。")
