"""`zhibu showcase`: one module for each thing to be done with a showcase."""

from __future__ import annotations

from generator.cli.commands import Commands
from generator.cli.declared import Purpose

command = Commands("showcase", package=__name__, purpose=Purpose.PUBLISH, help="观摩展示：打成离线包。")
