"""Numbers that are recorded twice, in a meeting's record and in the day's headcount, judged by both (A33)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.model.finding import Verdict, roll_up

Ruling = tuple[Verdict, str]
"""A verdict and its part of the reason, empty where all is in order."""


def judge_both(written: int, counted: int | None, judge: Callable[[int], Ruling]) -> Ruling:
    """Apply `judge` to both numbers: the common verdict, or 提示 (never 缺项) where they differ.

    `counted` is None where the headcount of the day is not known.
    """
    verdict, text = judge(written)
    if counted is None or counted == written:
        return verdict, text
    other, _ = judge(counted)
    both = f"登记 {written} 名、按当日人数 {counted} 名"
    if other is verdict:
        return verdict, "，".join(filter(None, (text, f"{both}，两种算法结论相同（A33）")))
    return Verdict.ADVISORY, f"两处人数不一致：{both}，结论不同（{verdict}、{other}），请核签到与名册（A33）"


def combine(parts: Iterable[Ruling]) -> Ruling:
    """Roll up the verdicts of several parts and join their reasons."""
    rows = tuple(parts)
    return roll_up(verdict for verdict, _ in rows), "，".join(text for _, text in rows if text)
