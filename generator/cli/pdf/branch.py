"""`zhibu pdf branch`: branches' files on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.unit_prints import unit_options, write_unit_prints


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf branch xx-js1", "一个支部的档案"),
    CommandExample("zhibu pdf branch --all --out build/branches", "所有支部的档案；没有变的不重写"),
)
@unit_options
def command(*, ids: tuple[str, ...], every: bool, config: Path, out: Path, jobs: int, **given: Any) -> None:
    """支部的档案：本月要办、逐项判定、台账和检查清单。"""
    write_unit_prints("branches", ids=ids, every=every, config=config, out=out, jobs=jobs, given=given)
