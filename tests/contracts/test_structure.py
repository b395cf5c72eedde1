"""The structure of the program stays within its limits, and the measures themselves can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contracts import structure

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("measure", structure.measures(), ids=lambda row: row.name.replace(" ", "-"))
def test_a_measure_keeps_its_limit(measure: structure.Measure) -> None:
    assert measure.value <= measure.limit


def test_a_longest_chain_counts_modules() -> None:
    assert structure.longest_chain({"a": ["b", "c"], "b": ["c"], "c": []}) == ["a", "b", "c"]


def test_a_circle_of_imports_is_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        structure.longest_chain({"a": ["b"], "b": ["a"]})


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('f(f"../branches/{id}/")', True),
        ('f("plan/")', True),
        ('PageKind(paths=("plan/",))', False),
        ('render("plan/head")', False),
        ('f("records/plan/")', False),
        ('f("plan/2019.yml")', False),
        ('"""The page plan/ is one."""', False),
    ],
)
def test_a_page_folder_is_found_in_a_literal(tmp_path: Path, code: str, found: bool) -> None:
    path = tmp_path / "a.py"
    path.write_text(code, encoding="utf-8")
    texts = [text for _, text in structure._texts(structure.tree(path))]
    assert any(structure._FOLDER.search(text) for text in texts) == found


@pytest.mark.parametrize(("lengths", "most"), [([1], 1), (list(range(1, 11)), 9), (list(range(1, 21)), 18)])
def test_nine_in_ten_do_not_pass_it(lengths: list[int], most: int) -> None:
    assert structure.ninetieth([(length, "") for length in lengths]) == most
