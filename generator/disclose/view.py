"""`BranchView`: the one way from a judged branch to what an audience may see of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from generator.disclose.approval import published_dossier
from generator.disclose.judged import JudgedBranch
from generator.disclose.visit_notes import without_contents
from generator.disclose.withheld import shown
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Finding, UnitAssessment
from generator.model.judged_year import JudgedYear
from generator.model.kinds import Duty
from generator.model.record import Audience
from generator.model.records.register import Register
from generator.model.standard_set import StandardSet


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchView:
    """What one audience may see of one branch: its records projected, and its years without withheld conclusions.

    `current` is None where no conclusion is shown (in public always); `further` are the other years, the latest first.
    """

    audience: Audience
    dossier: Dossier
    current: JudgedYear | None = None
    further: tuple[JudgedYear, ...] = ()

    @classmethod
    def of(cls, judged: JudgedBranch, audience: Audience, *, alone: bool = False) -> BranchView | None:
        """The view of a branch; None where its files cannot be read.

        An edition of one branch `alone` does not show either what was judged above it, for all branches at once, on a
        standard for the restricted edition: it would tell the branch of another one's case.  No other edition shows what
        the branch noted on its visits.
        """
        if judged.dossier is None:
            return None
        dossier = seen_dossier(judged.dossier, judged.sets, audience, judged.as_of)
        dossier = dossier if alone else without_contents(dossier)
        if audience is Audience.PUBLIC:
            return cls(audience=audience, dossier=dossier)
        current, *further = (_seen_year(year, judged.sets, audience, alone=alone) for year in judged.years)
        return cls(audience=audience, dossier=dossier, current=current, further=tuple(further))

    @property
    def years(self) -> tuple[JudgedYear, ...]:
        """Every year of which conclusions are shown, the current one first."""
        return (self.current, *self.further) if self.current else ()

    def texts(self) -> Iterator[str]:
        """Every text of the branch's records that is shown."""
        for record in self.dossier.records:
            yield from shown(record)


def seen_dossier(dossier: Dossier, sets: Sequence[StandardSet], audience: Audience, as_of: date) -> Dossier:
    """The records of a branch that the audience may see."""
    seen = published_dossier(dossier, audience, as_of)
    return seen if audience is Audience.PUBLIC else _without_remedies(seen, _withheld_ids(sets, audience))


def withhold(
    assessment: Assessment, sets: Sequence[StandardSet], audience: Audience, *, alone: bool = False
) -> Assessment:
    """The assessment without the standards and checks that are marked for a narrower edition; `alone` as for a view."""
    chosen = [each for each in sets if each.id == assessment.standard_set]
    hidden = _withheld(chosen, audience)
    above = _withheld(chosen, Audience.INTERNAL) if alone else frozenset[str]()
    kept = [
        row.told_to(audience)
        for row in assessment.findings
        if hidden.isdisjoint(_ids(row)) and (row.duty is Duty.BRANCH or above.isdisjoint(_ids(row)))
    ]
    return replace(assessment, findings=tuple(kept))


def withhold_unit(assessment: UnitAssessment, sets: Sequence[StandardSet], audience: Audience) -> UnitAssessment:
    """What a unit above the branches shows, without the standards and checks that are marked for a narrower edition."""
    hidden = _withheld([each for each in sets if each.id == assessment.standard_set], audience)
    return replace(assessment, findings=tuple(row for row in assessment.findings if hidden.isdisjoint(_ids(row))))


def _ids(finding: Finding) -> tuple[str, str]:
    return finding.standard, finding.criterion


def _seen_year(year: JudgedYear, sets: Sequence[StandardSet], audience: Audience, *, alone: bool) -> JudgedYear:
    return year._replace(assessment=withhold(year.assessment, sets, audience, alone=alone))


def _withheld_ids(sets: Iterable[StandardSet], audience: Audience) -> frozenset[str]:
    return frozenset().union(*(_narrower(one, audience) for one in sets))


@lru_cache(maxsize=64)
def _narrower(standards: StandardSet, audience: Audience) -> frozenset[str]:
    """The standards of a set that are marked for a narrower edition; asked for every branch."""
    return frozenset(row.id for row in standards.standards if not audience.sees(row.audience))


def _withheld(sets: Iterable[StandardSet], audience: Audience) -> frozenset[str]:
    return frozenset().union(*(_narrower_ids(one, audience) for one in sets))


@lru_cache(maxsize=64)
def _narrower_ids(standards: StandardSet, audience: Audience) -> frozenset[str]:
    """Standards that are marked for a narrower edition, and criteria whose check rests on what only that shows."""
    checks = (id for id, asked in standards.parameters.items() if not audience.sees(asked.audience))
    return _narrower(standards, audience).union(checks)


def _without_remedies(dossier: Dossier, withheld: frozenset[str]) -> Dossier:
    """The dossier without remedies that answer a withheld standard: they would tell that it is not met."""
    registers = {year: _answering_shown(register, withheld) for year, register in dossier.registers.items()}
    unchanged = all(registers[year] is register for year, register in dossier.registers.items())
    return dossier if unchanged else replace(dossier, registers=registers)


def _answering_shown(register: Register, withheld: frozenset[str]) -> Register:
    kept = tuple(row for row in register.remedies if withheld.isdisjoint(row.standards))
    return register if len(kept) == len(register.remedies) else register.model_copy(update={"remedies": kept})
