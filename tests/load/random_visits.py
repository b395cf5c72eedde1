"""Random notes of visits as mappings of a register: their fields are sound, across them any rule may be broken."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from generator.model.records.visit_note import VisitOutcome

_TEXTS = ("议题提前三天报支部书记", "清单：一周内销号", "学期初排进课表（教研室）", "A 类活动 2 项", "…")
_OFFICES = ("支部书记", "组织委员", "宣传委员")
_STANDARDS = ("1.1", "3.2", "3.5")
_HOSTS = ("xx-js1", "jf-tsg1")


def any_visit(chooser: random.Random) -> dict[str, Any]:
    """A note of a visit."""
    on = date(2019, 1, 1) + timedelta(chooser.randrange(330))
    made: dict[str, Any] = {
        "日期": on.isoformat(),
        "观摩点": chooser.choice(_HOSTS),
        "人数": str(chooser.randint(0, 12)),
    }
    if chooser.random() < 0.7:
        made["会前"] = [
            {"标准": chooser.choice(_STANDARDS), "差距": chooser.choice(_TEXTS)} for _ in range(chooser.randint(1, 3))
        ]
    if chooser.random() < 0.8:
        made["对照"] = [_compared(chooser, on) for _ in range(chooser.randint(1, 3))]
    if chooser.random() < 0.5:
        made["结论"] = chooser.choice([each.value for each in VisitOutcome])
    for key in ("不照搬", "建议", "答复"):
        if chooser.random() < 0.4:
            made[key] = chooser.choice(_TEXTS)
    if chooser.random() < 0.4:
        made["上会"] = (on + timedelta(chooser.randint(-3, 20))).isoformat()
    return made


def _compared(chooser: random.Random, on: date) -> dict[str, Any]:
    row = {"标准": chooser.choice(_STANDARDS), "看到": chooser.choice(_TEXTS)}
    for key in ("记录本", "听到", "不同在"):
        if chooser.random() < 0.5:
            row[key] = chooser.choice(_TEXTS)
    if chooser.random() < 0.6:
        row["我们学"] = chooser.choice(_TEXTS)
    if chooser.random() < 0.6:
        row["谁"] = chooser.choice(_OFFICES)
    if chooser.random() < 0.6:
        row["何时"] = (on + timedelta(chooser.randint(-5, 40))).isoformat()
    return row
