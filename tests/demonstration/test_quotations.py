"""What the handbook quotes of the plan stands, word for word, in the clause that the citation opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.documents.outline.parser import parse_outline
from generator.evaluate.checks import parameter_models
from generator.load.paper_samples import load_samples
from generator.load.plan import load_plan
from generator.load.sources import load_sources
from generator.load.standards import load_standards
from generator.model.finding import Verdict
from generator.model.standard import Basis, Credibility

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PLAN, _ = load_plan(ROOT / "records", ROOT, 2019)
SOURCES, _ = load_sources(DOCS, ROOT)
SETS, _ = load_standards(DOCS, ROOT, parameter_models())
TEXT = (ROOT / "records/plan/2019.txt").read_text(encoding="utf-8")
BASES = [(standard.id, basis) for one in SETS for standard in one.standards for basis in standard.basis]
PAGES = sorted(
    path for path in DOCS.rglob("*.md") if "help" not in path.parts and path.name not in ("problems.md", "glossary.md")
)

OWN_WORDS = {*Verdict, "自拟", "待核"}
"""What the program calls its own things is no quotation."""

_UNIT = re.compile(r"[^。；\n]+")
_QUOTED = re.compile("“([^”]+)”")
_CITED = re.compile(
    r"(?<![年》])方案(?P<first>[一二三四](?:（[一二三四五]）\d*)?)(?P<more>(?:、(?:[一二三四]（[一二三四五]）)?\d+)*)"
)
_FOREIGN = "|".join(re.escape(name) for row in SOURCES.documents if row.foreign for name in (row.id, row.name))
_SAID = re.compile(r"(?<!年)方案(?:只)?(?:写|说|要的是|要求|要解决|用了|里的|提到的)[^“”。；，]{0,8}“([^”]+)”")


def plain(text: str) -> str:
    """Words without spaces and Markdown, and with one kind of inner quotation mark."""
    return re.sub(r"\s|\*", "", text).replace("‘", "“").replace("’", "”")


CLAUSES: Mapping[str, str] = {
    row.id: plain("".join(each.text for each in row.walk())) for row in parse_outline(TEXT).main.walk()
}


def cited(unit: str) -> list[str]:
    """The clauses of the plan that a sentence or a row of a table cites."""
    found: list[str] = []
    for match in _CITED.finditer(unit):
        found.append(match["first"])
        phase = re.sub(r"\d+$", "", match["first"])
        for more in match["more"].split("、")[1:]:
            phase = re.sub(r"\d+$", "", more) or phase
            found.append(phase + re.sub(r"^\D*", "", more))
    return found


def units() -> Iterator[tuple[str, int, str]]:
    """Every sentence of the handbook, with its place."""
    for path in PAGES:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line.lstrip().startswith("- {文件:"):
                yield from ((path.relative_to(ROOT).as_posix(), number, unit) for unit in _UNIT.findall(line))


UNITS = list(units())
CITING = [
    (path, line, unit, cited(unit)) for path, line, unit in UNITS if cited(unit) and not re.search(_FOREIGN, unit)
]


def test_quotations_are_looked_for_where_there_are_some() -> None:
    assert len(CITING) > 10
    assert [unit for _, _, unit, _ in CITING if _QUOTED.search(unit)]
    assert [unit for _, _, unit in UNITS if _SAID.search(unit)]


def test_every_clause_that_prose_cites_is_in_the_plan() -> None:
    assert [(path, line, id) for path, line, _, ids in CITING for id in ids if id not in CLAUSES] == []


def test_a_quotation_beside_a_citation_stands_in_the_clause_it_opens() -> None:
    wrong = [
        (path, line, quoted)
        for path, line, unit, ids in CITING
        for quoted in _QUOTED.findall(unit)
        if quoted not in OWN_WORDS and not any(plain(quoted) in CLAUSES[id] for id in ids)
    ]
    assert wrong == []


def test_what_the_plan_is_said_to_say_stands_in_it() -> None:
    wrong = [
        (path, line, quoted)
        for path, line, unit in UNITS
        if not re.search(_FOREIGN, unit)
        for quoted in _SAID.findall(unit)
        if quoted not in OWN_WORDS and plain(quoted) not in plain(TEXT)
    ]
    assert wrong == []


def _line_of_rule() -> int:
    return next(line for path, line, unit in UNITS if path == "docs/readings.md" and "加注〔原文如此〕" in unit)


def test_what_is_so_in_the_original_names_its_document() -> None:
    silent = [(path, line) for path, line, unit in UNITS if "〔原文如此〕" in unit and not re.search(_FOREIGN, unit)]
    assert silent == [("docs/readings.md", _line_of_rule())]  # where readings say how such words are marked
    noted = [basis for _, basis in BASES if "原文如此" in (basis.note or "")]
    assert noted
    assert all(SOURCES.by_id[basis.document].foreign for basis in noted)


@pytest.mark.parametrize(("standard", "basis"), BASES, ids=[f"{id} {row.document} {row.clause}" for id, row in BASES])
def test_a_basis_says_what_its_clause_says(standard: str, basis: Basis) -> None:
    assert PLAN is not None
    if basis.document == PLAN.id and basis.clause is not None:
        for quoted in _QUOTED.findall(basis.note or ""):
            assert plain(quoted) in CLAUSES[basis.clause], (standard, quoted)


def test_only_what_was_seen_word_for_word_is_marked_as_seen() -> None:
    assert [
        (id, row.document) for id, row in BASES if row.clause is None and row.credibility is Credibility.ORIGINAL
    ] == []


def test_a_basis_without_a_clause_says_what_would_verify_it() -> None:
    told = re.compile("待核|待取得|为准|见页内表")
    assert [(id, row.document) for id, row in BASES if row.clause is None and not told.search(row.note or "")] == []


def test_every_declared_document_says_what_is_not_verified() -> None:
    unsure = [row for row in SOURCES.documents if row.credibility is not Credibility.ORIGINAL]
    assert [row.id for row in unsure if not re.search("待核|待取得|为准|没有公开", row.note or "")] == []


def test_a_plan_for_five_years_ends_and_has_a_successor() -> None:
    training = SOURCES.by_id["2019—2023 年全国党员教育培训工作规划"]
    assert (training.holds(date(2023, 12, 31)), training.holds(date(2024, 1, 1))) == (True, False)
    after = SOURCES.by_id[training.successor or ""]
    assert (after.holds(date(2023, 12, 31)), after.holds(date(2024, 1, 1))) == (False, True)


def test_every_declared_document_is_cited_or_follows_one_that_is() -> None:
    samples, _ = load_samples(ROOT / "docs", ROOT)
    bases = [*(basis for _, basis in BASES), *(basis for row in samples.values() for basis in row.basis)]
    cited_ids = {basis.document for basis in bases} | {row.successor for row in SOURCES.documents}
    prose = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    unused = [row.id for row in SOURCES.documents if row.id not in cited_ids and f"{row.id}第" not in prose]
    assert unused == []
