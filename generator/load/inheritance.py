"""沿用: a further set of standards takes over from its base whatever it does not say itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.load.standard_sense import in_order
from generator.model.check import CheckDescription
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.standard import Standard
from generator.model.standard_set import MAIN_SET, Inapplicable, SetHead, StandardSet


class OwnPart(NamedTuple):
    """What the folder of a set holds; `complete` is False where a file of it could not be read."""

    id: str
    head: SetHead
    standards: tuple[Standard, ...]
    inapplicable: tuple[Inapplicable, ...]
    parameters: Mapping[str, CheckDescription]
    complete: bool

    @property
    def base(self) -> str | None:
        """The id of the set it is based on; None where it stands alone."""
        return "" if self.head.base == MAIN_SET else self.head.base


def inherit(parts: Sequence[OwnPart], unread: Collection[str]) -> tuple[tuple[StandardSet, ...], list[Problem]]:
    """The whole sets, in the order of their parts; `unread` are sets that are there and whose head cannot be read."""
    known = {part.id: part for part in parts}
    chains = {part.id: _bases(part, known) for part in parts}
    circular = {id for id, bases in chains.items() if _in_circle(bases, known)}
    whole: dict[str, StandardSet] = {}
    problems: list[Problem] = []
    for part in sorted(parts, key=lambda part: len(chains[part.id])):
        problems += _lost(part, known, unread, chains[part.id])
        base = whole.get(part.base) if part.base is not None and part.id not in circular else None
        problems += _misplaced(part, base)
        whole[part.id] = _whole(part, base)
    return tuple(whole[part.id] for part in parts), problems


def _bases(part: OwnPart, known: Mapping[str, OwnPart]) -> tuple[str, ...]:
    """Its bases, the nearest first, up to the one where they come circular again."""
    found: list[str] = []
    base = part.base
    while base is not None and base in known and base not in found:
        found.append(base)
        base = known[base].base
    return tuple(found)


def _in_circle(bases: Sequence[str], known: Mapping[str, OwnPart]) -> bool:
    return bool(bases) and known[bases[-1]].base in bases


def _lost(
    part: OwnPart, known: Mapping[str, OwnPart], unread: Collection[str], bases: tuple[str, ...]
) -> Iterator[Problem]:
    """A base that there is not, or that is based on the set itself."""
    if part.base is None or part.base in unread:
        return
    if part.base not in known:
        names = [id or MAIN_SET for id in known if id != part.id]
        hint = did_you_mean(part.head.base or "", names, f"可以写：{'、'.join(names)}。")
        yield report("S122", part.head.where("base"), f"没有标准集“{part.head.base}”可以沿用", hint)
    elif part.id in bases:
        told = f"标准集“{part.head.name}”沿用“{part.head.base}”，绕了一圈又回到自己"
        yield report("S123", part.head.where("base"), told, "请改写其中一套的“沿用”；自成一套的不写。")


def _misplaced(part: OwnPart, base: StandardSet | None) -> Iterator[Problem]:
    """What a set says of standards that its base does not have, or may not say of those it has."""
    if part.base is None:
        for left in part.inapplicable:
            told = f"{left.id} 写了不适用，这一套却没有沿用别的标准集"
            yield report("S125", left.where("reason"), told, "请在这一套的 index.md 里写“沿用: 主”，或删去这个文件。")
    elif base is not None and base.complete:
        had = {row.id: row for row in base.standards}
        places = [(row.id, row.where("id")) for row in part.standards]
        places += [(row.id, row.where("id")) for row in part.inapplicable]
        for id, place in places:
            if id not in had:
                hint = did_you_mean(id, had, "沿用的那一套里有的才能另行规定。")
                yield report("S124", place, f"沿用的标准集里没有标准 {id}", hint)
        for row in part.standards:
            if row.id in had and row.audience.rank < had[row.id].audience.rank:
                told = f"标准 {row.id} 在沿用的标准集里只在{had[row.id].audience.label}显示"
                yield report("S126", row.where("audience"), told, f"请写“版别: {had[row.id].audience.label}”。")


def _whole(part: OwnPart, base: StandardSet | None) -> StandardSet:
    own = {row.id: row for row in part.standards}
    left = {row.id: row for row in part.inapplicable}
    inherited = [row for row in base.standards if row.id not in own] if base else []
    taken = [left[row.id].mark(row) if row.id in left else row for row in inherited]
    return StandardSet(
        id=part.id,
        name=part.head.name,
        version=part.head.version,
        valid_from=part.head.valid_from,
        valid_until=part.head.valid_until,
        kinds=part.head.kinds,
        standards=tuple(sorted([*taken, *part.standards], key=in_order)),
        parameters={**_of_others(base, own), **part.parameters},
        bases=(base.id, *base.bases) if base else (),
        origins={row.id: base.origin(row.id) for row in inherited if row.id not in left} if base else {},
        inapplicable={**_inapplicable(base, own), **left},
        complete=part.complete and (part.base is None or (base is not None and base.complete)),
        dropped=frozenset(part.head.dropped) | (base.dropped if base else frozenset()),
        source=part.head.source,
    )


def _of_others(base: StandardSet | None, own: Collection[str]) -> Mapping[str, CheckDescription]:
    """The parameters of the criteria that are taken over."""
    rows = base.parameters.items() if base else ()
    return {criterion: record for criterion, record in rows if criterion.rpartition(".")[0] not in own}


def _inapplicable(base: StandardSet | None, own: Collection[str]) -> Mapping[str, Inapplicable]:
    """What does not apply in the base does not apply here either, unless it is said anew."""
    rows = base.inapplicable.items() if base else ()
    return {id: row for id, row in rows if id not in own}
