"""Documents of every shape: each has its outline in a golden file that a person has read over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.documents.outline.folding import FoldedText
from generator.documents.outline.marks import marks_of
from generator.documents.reading import read_outline
from generator.load.records import read_record
from generator.model.clause import ClauseTree, DocumentPart, Style
from generator.model.records.organisation import Institution

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "tests/examples/documents"
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".md"})


def tree_of(path: Path) -> ClauseTree:
    institution, _ = read_record(ROOT / "records/institution.yml", ROOT, Institution)
    assert institution is not None
    tree, problems = read_outline(path, ROOT, institution.units)
    assert problems == []
    assert tree is not None
    return tree


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_outline_is_the_one_that_was_read_over(path: Path, told: Callable[[ClauseTree], str]) -> None:
    golden = path.with_suffix(".outline")
    outline = told(tree_of(path))
    if os.environ.get("GOLDEN"):
        golden.write_text(outline, encoding="utf-8")
    assert outline == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_segments_are_the_text_without_a_gap(path: Path) -> None:
    tree = tree_of(path)
    assert tree.written == path.read_text(encoding="utf-8")
    assert [segment.start for segment in tree.segments] == [0, *(segment.end for segment in tree.segments)][:-1]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_clauses_hold_all_that_lies_between_the_parts(path: Path) -> None:
    tree = tree_of(path)
    inside = "".join(
        tree.text[segment.start : segment.end] for segment in tree.segments if segment.part is DocumentPart.CLAUSE
    )
    assert "".join(tree.text[clause.start : clause.end] for clause in tree.walk()) == inside


def as_read(text: str) -> str:
    return FoldedText(text, marks_of(text, 0, markup=True)[0]).text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_fact_stands_where_it_says(path: Path) -> None:
    tree = tree_of(path)
    for clause in tree.walk():
        for start, end, words in [
            *((mention.start, mention.end, mention.name) for mention in clause.units),
            *((deadline.start, deadline.end, deadline.text) for deadline in clause.deadlines),
            *((quantity.start, quantity.end, quantity.text) for quantity in clause.quantities),
        ]:
            assert as_read(tree.text[start:end]).strip() == words
            # A cell of a table that means the one above has its words there.
            assert clause.style is Style.ROW or clause.start <= start < end <= clause.end


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_ids_and_anchors_are_unique(path: Path) -> None:
    clauses = list(tree_of(path).walk())
    assert len({clause.id for clause in clauses}) == len(clauses)
    assert len({clause.anchor for clause in clauses}) == len(clauses)
    assert all(clause.anchor.isascii() for clause in clauses)
