"""`zhibu import`: files from elsewhere become registers or pages of the handbook."""

from __future__ import annotations

from generator.cli.commands import Commands
from generator.cli.declared import Purpose

command = Commands("import", package=__name__, purpose=Purpose.COLLECT, help="把别处的文件导入成台账或手册。")
