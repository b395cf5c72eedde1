"""`zhibu visits`: 交叉观摩, planned and checked."""

from __future__ import annotations

from generator.cli.commands import Commands
from generator.cli.declared import Purpose

command = Commands(
    "visits", package=__name__, purpose=Purpose.PAPERS, help="排交叉观摩：谁哪一天去哪个观摩点；手工改过的再核对。"
)
