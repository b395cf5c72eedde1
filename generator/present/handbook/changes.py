"""修订: when a standard was changed last, what and why; its log, and the latest changes of all standards.

A criterion whose wording was changed stands with both wordings side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from generator.model import words
from generator.model.placeholders import Slot
from generator.model.standard import Revision
from generator.present.kit.catalogue import StandardView
from generator.present.kit.citations import in_force
from generator.present.kit.site import HandbookStandard
from generator.present.kit.slots import SlotContext, standard_of_page
from generator.present.kit.templates import render
from generator.present.kit.text_diff import Wordings, wordings
from generator.present.kit.urls import CHANGES, criterion_anchor, url

_LINE_END = "\r\n"
"""Between the lines of a mail that a link begins (RFC 6068, 5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedCriterion:
    """A criterion whose wording was changed: its number and place, and both wordings; `now` is empty where it was dropped."""

    id: str
    target: str
    wordings: Wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change: the day, what and why, from when it is judged, and the criteria whose wording it changed."""

    day: Markup
    text: str
    reason: str
    judged_from: Markup
    criteria: tuple[ChangedCriterion, ...]


class SharedChange(NamedTuple):
    """A change that was made alike in several standards of an aspect on one day: they, with the addresses of their pages."""

    line: ChangeLine
    standards: tuple[tuple[StandardView, str], ...]


def _of_standard(at: SlotContext) -> str:
    """What the page of a standard says of its changes: the latest, and all of them folded."""
    row = standard_of_page(at)
    lines = [_line(row, change, at.path) for change in reversed(row.standard.revisions)]
    return render(
        "handbook/changes",
        latest=lines[0],
        lines=lines,
        recent=url(at.path, CHANGES),
        mail=_mail(row),
        office=at.site.institution.feedback_office,
    )


def _recent(at: SlotContext) -> str:
    """Every change of the standards in force, by month and aspect, the latest month first."""
    found: dict[str, dict[int, list[tuple[HandbookStandard, Revision]]]] = {}
    for row in at.site.standards:
        for change in row.standard.revisions:
            month = found.setdefault(change.on.isoformat()[:7], {})
            month.setdefault(row.view.aspect, []).append((row, change))
    names = {aspect.number: f"{aspect.numeral}、{aspect.name}" for aspect in at.site.default.aspects}
    months = [
        (
            f"m-{month}",
            words.month(month),
            [(names.get(each, ""), _shared(rows, at.path)) for each, rows in sorted(aspects.items())],
        )
        for month, aspects in sorted(found.items(), reverse=True)
    ]
    return render("handbook/recent_changes", months=months)


SLOTS = {Slot.STANDARD_CHANGES: _of_standard, Slot.RECENT_CHANGES: _recent}


def _line(row: HandbookStandard, change: Revision, path: str) -> ChangeLine:
    return ChangeLine(
        day=in_force(change.on),
        text=change.text,
        reason=change.reason or "",
        judged_from=in_force(change.judged_from),
        criteria=tuple(_criteria(row, change, path)),
    )


def _criteria(row: HandbookStandard, change: Revision, path: str) -> Iterator[ChangedCriterion]:
    """Each beside the wording that replaced it: that before a later change, or that of today."""
    revisions = row.standard.revisions
    later = revisions[revisions.index(change) + 1 :]
    asked = {criterion.id: criterion.text for criterion in row.standard.criteria}
    for id, text in change.before.items():
        now = next((each.before[id] for each in later if id in each.before), asked.get(id, ""))
        target = f"{url(path, row.view.path)}#{criterion_anchor(id)}" if id in asked else ""
        yield ChangedCriterion(id=id, target=target, wordings=wordings(text, now))


def _mail(row: HandbookStandard) -> str:
    """A mail that begins with what it is about; to whom it goes is left to the sender, for no address stands on a page."""
    subject = f"对标准 {row.view.id} {row.view.name}的意见"
    lines = (
        f"标准：{row.view.id} {row.view.name}",
        f"改动于：{row.standard.revisions[-1].on}",
        f"页面：{row.view.file}",
        "要点（编号）：",
        "原来怎么写：",
        "意见：",
        "单位、职务：",
    )
    return f"mailto:?subject={quote(subject)}&body={quote(_LINE_END.join(lines))}"


def _shared(rows: Iterable[tuple[HandbookStandard, Revision]], path: str) -> list[SharedChange]:
    """The latest first; those of one day and wording are one."""
    found: dict[tuple[date, str, str | None], list[tuple[HandbookStandard, Revision]]] = {}
    for row, change in sorted(rows, key=lambda each: each[1].on, reverse=True):
        found.setdefault((change.on, change.text, change.reason), []).append((row, change))
    return [_together(same, path) for same in found.values()]


def _together(same: Sequence[tuple[HandbookStandard, Revision]], path: str) -> SharedChange:
    lines = [_line(row, change, path) for row, change in same]
    line = replace(lines[0], criteria=tuple(chain.from_iterable(each.criteria for each in lines)))
    return SharedChange(line, tuple((row.view, url(path, row.view.path)) for row, _ in same))
