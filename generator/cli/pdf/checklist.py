"""`zhibu pdf checklist`: branches' checklists to write in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.unit_prints import unit_options, write_unit_prints


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf checklist xx-js1", "一个支部的检查清单，留有手写的地方"),
    CommandExample(
        "zhibu pdf checklist --all --out build/checklists", "所有支部的检查清单", "the products have their tests"
    ),
)
@unit_options
def command(*, ids: tuple[str, ...], every: bool, config: Path, out: Path, jobs: int, **given: Any) -> None:
    """支部检查清单的手写本：逐项打勾，行高够写，左边留装订。"""
    write_unit_prints("checklists", ids=ids, every=every, config=config, out=out, jobs=jobs, given=given)
