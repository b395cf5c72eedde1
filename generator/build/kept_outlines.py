"""The outlines of the plans' own words: they are parsed again when a plan's words or the units have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.documents.year_plans import parsed
from generator.model.clause import ClauseTree
from generator.model.records.organisation import ResponsibleUnit
from generator.output.cache import Cache
from generator.output.hashing import digest

_KEPT = "outlines.json"


class _Outlines(NamedTuple):
    """Those of every year, and a digest of all that they were made from."""

    basis: str
    outlines: Mapping[int, ClauseTree]


def kept_outlines(cache: Cache, texts: Mapping[int, str], units: Sequence[ResponsibleUnit]) -> Mapping[int, ClauseTree]:
    """The outlines of texts by year, as the cache holds them or parsed."""
    basis = digest(repr(sorted(texts.items())), *(row.model_dump_json() for row in units))
    kept = cache.read(_KEPT, _Outlines)
    if kept is None or kept.basis != basis:
        kept = _Outlines(basis, parsed(texts, units))
        cache.write(_KEPT, kept)
    return kept.outlines
