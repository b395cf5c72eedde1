"""不计入: how many of those on the roll are lawfully not expected at a meeting or an election (A33)."""

from __future__ import annotations

from enum import StrEnum

from generator.model.fields import Count
from generator.model.record import Audience, Record, entry


class Ground(StrEnum):
    """依据 of an exclusion: a fixed vocabulary; the second holds for elections only."""

    NO_VOTE = "无表决权、选举权"
    ELECTION = "选举口径：上级同意并经大会通过"


class Exclusion(Record):
    """不计入: one total without persons and causes; its grounds are shown in the restricted edition only."""

    count: Count = entry("合计", example="1", hint="只写一个合计数，不分类，不写人，不写事由")
    grounds: tuple[Ground, ...] = entry("依据", Audience.RESTRICTED, example=["无表决权、选举权"], default=())
