"""`narrow`: the part of an index that `--scope` covers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UnknownScopeError
from generator.load.scope import narrow
from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import BranchKind
from generator.model.records.organisation import Committee, Institution
from generator.settings import Scope


def committee(id: str, *branches: str) -> CommitteeEntry:
    rows = tuple(
        BranchEntry(id=each, committee=id, name=each, kind=BranchKind.TEACHERS, folder=Path()) for each in branches
    )
    head = Committee.model_validate({"名称": id, "类型": "基层党委"})
    return CommitteeEntry(id=id, committee=head, branches=rows, roster=rows)


WHOLE = Index(
    institution=Institution.model_validate({"名称": "大学"}),
    committees=(committee("aa", "aa-1", "aa-2"), committee("bb", "bb-1")),
)


def shown(scope: Scope | None) -> dict[str, list[str]]:
    return {row.id: [branch.id for branch in row.branches] for row in narrow(WHOLE, scope).committees}


def test_without_a_scope_it_is_the_whole() -> None:
    assert narrow(WHOLE, None) is WHOLE


@pytest.mark.parametrize(
    ("kind", "id", "left"),
    [
        ("committee", "aa", {"aa": ["aa-1", "aa-2"]}),
        ("branch", "aa-2", {"aa": ["aa-2"]}),
        ("branch", "bb-1", {"bb": ["bb-1"]}),
    ],
)
def test_a_scope_leaves_one_units_part(kind: str, id: str, left: dict[str, list[str]]) -> None:
    assert shown(Scope(kind=kind, id=id)) == left


def test_a_committee_still_knows_all_its_branches() -> None:
    """What it is judged by does not depend on what an edition shows."""
    (row,) = narrow(WHOLE, Scope(kind="branch", id="aa-2")).committees
    assert [branch.id for branch in row.roster] == ["aa-1", "aa-2"]


def test_an_unknown_scope_names_the_nearest() -> None:
    with pytest.raises(UnknownScopeError, match="branch:aa-1"):
        narrow(WHOLE, Scope(kind="branch", id="aa-11"))
