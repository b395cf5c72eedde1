"""The part of an index that a scope covers."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from generator.errors import UnknownScopeError
from generator.model.index import CommitteeEntry, Index
from generator.settings import Scope


def narrow(index: Index, scope: Scope | None) -> Index:
    """The part of the index that the scope covers."""
    if scope is None:
        return index
    committees = tuple(filter(None, (_part(entry, scope) for entry in index.committees)))
    if not committees:
        known = (f"committee:{entry.id}" for entry in index.committees)
        near = get_close_matches(str(scope), [*known, *(f"branch:{entry.id}" for entry in index.branches())], n=1)
        raise UnknownScopeError(str(scope), near[0] if near else None)
    kept = {branch.id for entry in committees for branch in entry.branches}
    showcases = tuple(entry for entry in index.showcases if entry.branch.id in kept)
    return replace(index, committees=committees, showcases=showcases)


def _part(entry: CommitteeEntry, scope: Scope) -> CommitteeEntry | None:
    if scope.kind == "committee":
        return entry if entry.id == scope.id else None
    branches = tuple(branch for branch in entry.branches if branch.id == scope.id)
    return replace(entry, branches=branches) if branches else None
