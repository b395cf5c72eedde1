"""Which years of record a branch is judged for (A38)."""

from __future__ import annotations

from collections.abc import Collection

from generator.model.dossier import Dossier


def years_judged(dossier: Dossier, current: int, until: int, planned: Collection[int] = ()) -> tuple[int, ...]:
    """The current year, then every further one up to `until`, the latest first.

    A branch is judged for the years that it kept a register for, and for those that the institution has a plan for
    (`planned`), in which a register that is missing is itself what the records show.
    """
    kept = {year for year, register in dossier.registers.items() if register.is_kept}
    founded, dissolved = dossier.profile.founded.year, dossier.profile.dissolved
    last = min(until, dissolved.year) if dissolved else until
    found = {year for year in kept.union(planned) if founded <= year <= last} - {current}
    return (current, *sorted(found, reverse=True))
