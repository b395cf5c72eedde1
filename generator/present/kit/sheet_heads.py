"""The head and foot of sheets that an edition sets from data."""

from __future__ import annotations

from generator.model.sheet_imprint import SheetImprint
from generator.present.kit.site import Site


def sheet_imprint(site: Site, kind: str, unit: str = "") -> SheetImprint:
    """What a sheet of this edition says of itself; `kind` and `unit` as SheetImprint has them."""
    return SheetImprint(
        institution=site.institution.name,
        unit=unit,
        kind=kind,
        edition=site.audience.label,
        as_of=site.as_of,
        draft=site.draft_note,
    )
