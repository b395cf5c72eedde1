"""A number that stands in two places, on the attendance list and in the day's numbers, judged by both (A33)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.model.finding import Verdict, roll_up

Told = tuple[Verdict, str]
"""A verdict and what the reason says of it; nothing where all is in order."""


def both_ways(written: int, counted: int | None, judge: Callable[[int], Told]) -> Told:
    """What `judge` says of both numbers: where it comes to the same, that; where it does not, 提示 and never 缺项."""
    verdict, text = judge(written)
    if counted is None or counted == written:
        return verdict, text
    other, _ = judge(counted)
    both = f"登记 {written} 名、按当日人数 {counted} 名"
    if other is verdict:
        return verdict, "，".join(filter(None, (text, f"{both}，两种算法结论相同（A33）")))
    return Verdict.ADVISORY, f"两处人数不一致：{both}，结论不同（{verdict}、{other}），请核签到与名册（A33）"


def together(parts: Iterable[Told]) -> Told:
    """Several parts of one matter: the sum of the verdicts, and what the parts say."""
    rows = tuple(parts)
    return roll_up(verdict for verdict, _ in rows), "，".join(text for _, text in rows if text)
