"""Visits in words: what a constraint demands, what clashes, what a plan breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.evaluate.visits.audit import BrokenConstraint
from generator.evaluate.visits.constraints import ConstraintKind, NamedConstraint
from generator.evaluate.visits.values import GuestBranch, HostPoint, VisitSlot, VisitTask
from generator.model.opening import hours_words
from generator.model.words import short_day

_NAMED = 8
"""How many branches are named; of more, these and their number."""


class VisitWords:
    """Says what belongs to one task; `names` are those of branches and committees by id."""

    def __init__(self, task: VisitTask, names: Mapping[str, str]) -> None:
        self._names = names
        self._guests = {row.id: row for row in task.guests}
        self._points = {row.id: row for row in task.points}

    def clash(self, clash: Iterable[NamedConstraint]) -> str:
        """Constraints that cannot hold together, in one sentence without a full stop."""
        rows = list(clash)
        going = [row.about for row in rows if row.kind is ConstraintKind.GOES]
        told = [f"{self.listed(going)}都要出去" if len(going) > 1 else f"{self.listed(going)}要出去"] if going else []
        told += [self.demand(row) for row in rows if row.kind is not ConstraintKind.GOES]
        return "；".join(told)

    def broken(self, found: BrokenConstraint) -> str:
        """What some visits of a plan break, in one sentence without a full stop."""
        return f"{self.demand(found.constraint)}，现在排的是{self.listed(found.visits)}"

    def demand(self, row: NamedConstraint) -> str:
        """What one constraint demands."""
        guest, point = self._guests.get(row.about), self._points.get(row.about)
        if guest is not None and row.kind in _OF_GUEST:
            return f"{self.name(row.about)}{_OF_GUEST[row.kind](self, guest)}"
        if point is not None and row.kind in _OF_POINT:
            return f"{self.name(row.about)}{_OF_POINT[row.kind](self, point)}"
        return "不去本党委的观摩点"

    def listed(self, ids: Iterable[str]) -> str:
        """Branches by name."""
        named = [self.name(id) for id in ids]
        more = f"等 {len(named)} 个支部" if len(named) > _NAMED else ""
        return "、".join(named[:_NAMED]) + more

    def name(self, id: str) -> str:
        """The name of a branch or a committee."""
        return self._names.get(id, id)

    def slot(self, slot: VisitSlot) -> str:
        """When and where: 12月6日 14:30—16:00，图书馆第一党支部."""
        return f"{short_day(slot.on)} {hours_words(slot.since, slot.until)}，{self.name(slot.point)}"


def _fixed(words: VisitWords, guest: GuestBranch) -> str:
    return f"已商定 {words.slot(guest.fixed)}" if guest.fixed else ""


def _away(_: VisitWords, guest: GuestBranch) -> str:
    return "、".join(f" {short_day(span.since)}—{short_day(span.until)}" for span in guest.away) + "不便"


_OF_GUEST: Mapping[ConstraintKind, Callable[[VisitWords, GuestBranch], str]] = {
    ConstraintKind.GOES: lambda _, __: "要出去",
    ConstraintKind.SEEN: lambda words, guest: f"去过的不再去（{words.listed(sorted(guest.seen))}）",
    ConstraintKind.AWAY: _away,
    ConstraintKind.HOME: lambda _, __: "接待的时候自己不出去",
    ConstraintKind.FIXED: _fixed,
}

_OF_POINT: Mapping[ConstraintKind, Callable[[VisitWords, HostPoint], str]] = {
    ConstraintKind.RECEIVES: lambda _, point: f"至少接待 {point.least} 个支部",
    ConstraintKind.SIZE: lambda _, point: f"一批最多 {point.size} 个支部",
    ConstraintKind.BATCHES: lambda _, point: f"最多还接待 {point.batches} 批",
    ConstraintKind.KINDS: lambda _, point: f"只接待{'、'.join(sorted(point.kinds))}党支部",
    ConstraintKind.COMMITTEES: lambda words, point: (
        f"只接待{'、'.join(words.name(id) for id in sorted(point.committees))}的支部"
    ),
}
