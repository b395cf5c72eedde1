"""The difference report as text for people and as JSON for programs; both are streamed, a unit or branch at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.model import words
from generator.model.finding import Finding
from generator.model.flip import Flip, OwnerFlips, Side
from generator.model.standard_set import MAIN_SET

_NONE = "没有这一条"
_SAME = "两边的判定相同。"


def flips_to_text(sides: tuple[Side, Side], owners: Iterable[OwnerFlips]) -> Iterator[str]:
    """A paragraph a unit or branch: criterion, period, the verdict before and after, which inputs differ, and both reasons."""
    for label, side in zip(("旧", "新"), sides, strict=True):
        yield f"{label}：{side.name}（截至 {side.as_of.isoformat()}）"
    last = _SAME
    for owner in owners:
        yield ""
        last = ""
        name = f"{owner.name}（{owner.branch or owner.committee or '学校'}）"
        if owner.only:
            yield f"{name}：只有“{owner.only.name}”里有这个支部。"
            continue
        yield name
        for flip in owner.rows:
            yield from _row(flip)
    if last:
        yield last


def _row(flip: Flip) -> Iterator[str]:
    shown = flip.shown
    before, after = (each.verdict.value if each else _NONE for each in (flip.before, flip.after))
    causes = "、".join(flip.causes) or "写在别处的记录"
    yield f"  {shown.criterion} {words.period(shown.period)}：{before} → {after}（不同的是：{causes}）"
    for label, each in (("旧", flip.before), ("新", flip.after)):
        if each:
            yield f"    {label}：{each.reason}"


def flips_to_json(sides: tuple[Side, Side], owners: Iterable[OwnerFlips]) -> Iterator[str]:
    """`{"old", "new", "flips": […], "only": […]}`: verdicts in lower-case English, reasons in Chinese."""
    named = [f'"{key}": {_json(_side(side))}' for key, side in zip(("old", "new"), sides, strict=True)]
    yield f"{{{', '.join(named)},"
    only: list[str] = []
    between = '"flips": ['
    for owner in owners:
        if owner.only:
            only.append(_json({"branch": owner.branch, "side": "old" if owner.only is sides[0] else "new"}))
        for flip in owner.rows:
            yield f"{between}{_json(_flip(owner, flip))}"
            between = ","
    yield f"{between if between != ',' else ''}],"
    yield f'"only": [{", ".join(only)}]}}'


def _json(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False)


def _side(side: Side) -> Mapping[str, object]:
    return {"name": side.name, "as_of": side.as_of.isoformat()}


def _flip(owner: OwnerFlips, flip: Flip) -> Mapping[str, object]:
    shown, (before, after) = flip.shown, flip.sets
    return {
        "committee": owner.committee or None,
        "branch": owner.branch or None,
        "set": (after if flip.after else before) or MAIN_SET,
        "standard": shown.standard,
        "criterion": shown.criterion,
        "part": shown.part.value,
        "duty": shown.duty.value,
        "year": flip.year,
        "period": shown.period.name,
        "causes": [cause.code for cause in flip.causes],
        "before": _finding(flip.before),
        "after": _finding(flip.after),
    }


def _finding(finding: Finding | None) -> Mapping[str, object] | None:
    return {"verdict": finding.verdict.code, "reason": finding.reason} if finding else None
