"""What the columns of a task table (任务分解表) hold, told by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from generator.model.clause_facts import UnitRole

_BODIES = "单位|部门|处室|科室|机构|主体|学院|党?支部|党?组织|方"
_ROLES = {
    "牵头|主责|主办|承办": UnitRole.LEADS,
    "责任|负责|落实|实施|完成": UnitRole.RESPONSIBLE,
    "配合|协办|协助|协同|协作|参与|参加": UnitRole.ASSISTS,
}
_UNITS = {
    re.compile(rf"(?:主要|具体|整改|工作|任务)?(?:{words})(?:(?:责任)?(?:{_BODIES})|$)"): role
    for words, role in _ROLES.items()
}
_ANY_UNIT = re.compile(r"(?:单位|部门|(?:责任|任务)?分工)$")
_NUMBER = re.compile(r"(?:序号?|编号|项次)$")
_DUE = re.compile(
    r"(?:完成|结束|终止)(?:时间|日期|节点)|时限|期限|截[止至]|时间节点|时间要求|进度要求|办结|(?:报送|整改|上报)时间"
)
_TIME = re.compile(r"时间|日期|进度|月份|季度")
_NO_TIME = re.compile(r"情况|[率数]$|年限|成立|入党|进展")
_GROUP = re.compile(r"阶段|类别|类型|分类|方面|板块|领域|维度|模块|问题")
_TASK = re.compile(r"任务|事项|举措|措施|内容|工作|要求|项目|做法|行动|目标")
_NO_TASK = re.compile(r"(?:情况|单位|部门|组|人|成效|成果|标准|依据|进展|来源|[量数费])$")
_OF_OTHER_TABLES = re.compile(r"[分得评扣][值分]|姓名|学号|完成[率数]|占比")
"""Heads of score sheets, rosters and statistics."""

_ASIDE = re.compile(r"[（(][^（）()]{0,40}[）)]|[\s*]")
_HEAD_LENGTH = 30
DITTO = frozenset({"〃", "″", "同上"})
"""Cells that mean the one above."""


class ColumnKind(Enum):
    """What a column holds."""

    NUMBER = auto()
    GROUP = auto()
    TASK = auto()
    UNITS = auto()
    DUE = auto()
    TIME = auto()
    OTHER = auto()


class TaskColumn(NamedTuple):
    """A column: its head as it is written, what it holds, and of units the role."""

    head: str
    kind: ColumnKind
    role: UnitRole | None = None


class CellText(NamedTuple):
    """A cell with its offsets in the folded text, without spaces around it."""

    words: str
    start: int
    end: int


class TableTask(NamedTuple):
    """A row of a task table: its cells by column; what follows `rest` in its clause is no part of the table.

    A cell that means the one above is that one.
    """

    columns: tuple[TaskColumn, ...]
    cells: tuple[CellText, ...]
    task: int
    named: frozenset[int]
    rest: int

    @property
    def text(self) -> str:
        """The task, and below it the other cells behind their heads; not the number and the group, which name the row."""
        others = (
            f"{self.columns[at].head}：{cell.words}" if at < len(self.columns) else cell.words
            for at, cell in enumerate(self.cells)
            if at != self.task and at not in self.named and cell.words
        )
        return "\n".join((self.cells[self.task].words, *others))


def columns_of(heads: Sequence[str]) -> tuple[TaskColumn, ...] | None:
    """The columns below these heads; None where they are not those of a task table.

    It has tasks, and who leads or is responsible, or by when.
    """
    if any(len(head) > _HEAD_LENGTH or _OF_OTHER_TABLES.search(head) for head in heads):
        return None
    columns = [_column(head) for head in heads]
    kinds = {column.kind for column in columns}
    if {ColumnKind.TASK, ColumnKind.DUE} <= kinds:
        columns = [_responsible(column) for column in columns]
    elif not any(column.role in {UnitRole.LEADS, UnitRole.RESPONSIBLE} for column in columns):
        return None
    return tuple(columns) if ColumnKind.TASK in kinds else None


def below_heads(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...] | None:
    """The heads of a table whose second row divides those of the first (责任分工: 牵头, 配合); None where it is no head.

    A cell of the second row that is empty, or says the same as the first row, belongs to the head above it.
    """
    own = [at for at, words in enumerate(lower) if words and words not in DITTO and words not in upper]
    if (
        not own
        or len(own) == len(lower)
        or len(lower) < len(upper)
        or any(_column(lower[at]).kind is ColumnKind.OTHER for at in own)
    ):
        return None
    if any(len(lower[at]) > _HEAD_LENGTH // 2 for at in own):
        return None
    shift = len(lower) - len(upper)
    return tuple(
        words if at in set(own) else upper[at if at < own[0] or not shift else at - shift]
        for at, words in enumerate(lower)
    )


def _column(head: str) -> TaskColumn:
    plain = _ASIDE.sub("", head)
    role = next((role for pattern, role in _UNITS.items() if pattern.match(plain) and not _DUE.match(plain)), None)
    return TaskColumn(plain, ColumnKind.UNITS if role is not None else _kind(plain), role)


def _kind(head: str) -> ColumnKind:
    if _NUMBER.match(head):
        return ColumnKind.NUMBER
    if not _NO_TIME.search(head):
        if _DUE.search(head):
            return ColumnKind.DUE
        if _TIME.search(head):
            return ColumnKind.TIME
    if _NO_TASK.search(head):
        return ColumnKind.OTHER
    if _GROUP.search(head):
        return ColumnKind.GROUP
    return ColumnKind.TASK if _TASK.search(head) else ColumnKind.OTHER


def _responsible(column: TaskColumn) -> TaskColumn:
    """单位 alone, where tasks and deadlines stand beside it, is who is responsible."""
    if column.kind is ColumnKind.OTHER and _ANY_UNIT.match(column.head):
        return column._replace(kind=ColumnKind.UNITS, role=UnitRole.RESPONSIBLE)
    return column
