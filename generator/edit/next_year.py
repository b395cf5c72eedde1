"""Texts of the files that a new year begins with: a draft of its plan, its holidays, what its registers start from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.edit.first_records import TO_CHECK, plan_draft
from generator.edit.rewriting import SectionEdit, StandingText, rewritten
from generator.model.record import Record
from generator.model.running_on import CarriedOver
from generator.model.sample import as_yaml
from generator.model.shape import shape_of
from generator.model.working_days import public_holidays

_DAY = re.compile(r"(\d{4})(-\d{2}-)(\d{2})")
_STATED = frozenset({"完成情况"})
_OF_PLAN = ("目标", "条件子集", "阶段")


def next_plan(name: str, year: int, before: Mapping[str, Any] | None) -> str:
    """A draft of the year's plan, by which nothing is judged; that of the year before, moved on, stands in comments."""
    if before is None:
        return plan_draft(name, year)
    old, head = str(year - 1), {key: str(before.get(key, "")) for key in ("编号", "名称")}
    told = {
        "年度": str(year),
        "编号": _renamed(head["编号"], old, f"{name}{year}年方案"),
        "名称": f"{_renamed(head['名称'], old, f'{name}{year}年党支部工作方案')}（草稿）",
    }
    lines = as_yaml({key: _moved(before[key]) for key in _OF_PLAN if key in before}).splitlines()
    return (
        f"# {year} 年工作方案，草稿：印发以后用 zhibu import document 方案.docx --as plan 导入，核对以后移到这里；\n"
        "# 要接着上一年的改，删去“阶段: []”，再去掉下面各行行首的“# ”，逐条核对日期\n"
        f"{as_yaml(told)}阶段: []\n" + "".join(f"# {line}\n" for line in lines)
    )


def with_holidays(text: str, year: int) -> str | None:
    """institution.yml with the public holidays of a year, each to be checked.

    The text itself where it has a holiday of the year already or nobody knows them yet; None where it cannot be changed.
    """
    read = StandingText.read(text)
    if read is None:
        return None
    standing = read.tree.get("假期") or []
    fresh = [{"名称": row.name, "自": str(row.since), "至": str(row.until)} for row in public_holidays(year)]
    if not fresh or any(str(row.get("至", "")).startswith(str(year)) for row in standing):
        return text
    edit = SectionEdit(added=tuple((len(standing), row) for row in fresh)) if standing else SectionEdit(value=fresh)
    made = rewritten(read, {"假期": edit}, ())
    return made and re.sub(rf"(?m)^( *- .*自: {year}-.*\}})$", rf"\1 {TO_CHECK}", made)


def with_carried(text: str | None, register: type[Record], year: int, carried: CarriedOver) -> str | None:
    """A register with what it begins with; what it has already stays.  None where it cannot be changed."""
    read = StandingText.read(text)
    if read is None:
        return None
    standing = read.tree
    fresh = {key: SectionEdit(value=value) for key, value in carried.sections.items() if key not in standing}
    made = rewritten(read, fresh, [field.label for field in shape_of(register)]) if fresh else text or ""
    if made is None:
        return None
    undated = {key: rows for key, rows in carried.to_date.items() if key not in standing and f"# {key}:" not in made}
    if undated and not made:
        made = f"{next(field.label for field in shape_of(register) if field.many)}: []\n"  # for it must hold something
    made += "".join(_to_be_dated(key, rows, year) for key, rows in undated.items())
    return made if text or not made else f"# {year} 年台账，下面各行从 {year - 1} 年转来，请核对\n{made}"


def _to_be_dated(key: str, rows: Any, year: int) -> str:
    told = f"# {year - 1} 年没有完成的{key}：接着办的，写上新的期限，再去掉各行行首的“# ”\n"
    return told + "".join(f"# {line}\n".replace(': ""', ":") for line in as_yaml({key: rows}).splitlines())


def _renamed(text: str, old: str, instead: str) -> str:
    return text.replace(old, str(int(old) + 1)) if old in text else instead


def _moved(value: Any) -> Any:
    """The same a year later; what offices have stated is of its own year."""
    if isinstance(value, Mapping):
        return {key: _moved(each) for key, each in value.items() if key not in _STATED}
    if isinstance(value, list):
        return [_moved(each) for each in value]
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value
    leap = found[2] == "-02-" and found[3] == "29"
    return f"{int(found[1]) + 1}{found[2]}{'28' if leap else found[3]}"


def open_tasks(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Clause and name of every task of a plan whose last statement is not 已办结; those that a register shows have none."""
    for phase in plan.get("阶段") or []:
        for task in phase.get("任务") or []:
            stated = sorted(task.get("完成情况") or [], key=lambda row: str(row.get("日期")))
            if not task.get("台账") and (not stated or stated[-1].get("状态") != "已办结"):
                yield str(task.get("条款")), str(task.get("名称"))
