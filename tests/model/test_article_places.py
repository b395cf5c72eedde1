"""Where articles are told: which version is meant, and what a card says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.article_places import ArticlePlaces, article_names, document_target, force_state
from generator.model.records.sources import Sources


def document(id: str, code: str, **more: Any) -> dict[str, Any]:
    articles = [
        {"条": "第七条", "事项": "谈话", "概述": "1 个月内谈话", "可信度": "◐", "说明": "条号待核"},
        {"锚": "votes", "事项": "得票", "概述": "过半当选", "可信度": "○"},
    ]
    base = {"编号": id, "名称": "细则全名", "可信度": "✔", "简称": ["细则"], "条文": articles}
    return {**base, "代号": code, "条文页": "regulations/admission.md", **more}


OLD = document("细则（旧）", "old", 至="2026-04-30", 后继="细则（新）")
NEW = document("细则（新）", "new", 自="2026-05-01")
BARE = {"编号": "通知", "名称": "某通知", "可信度": "○"}
SOURCES = Sources.model_validate({"文件": [OLD, NEW, BARE]})


def places(on: date) -> ArticlePlaces:
    return ArticlePlaces(sources=SOURCES, on=on)


@pytest.mark.parametrize(
    ("on", "text", "targets"),
    [
        (date(2026, 4, 30), "细则第七条", ["old-7"]),
        (date(2026, 5, 1), "细则第七条", ["new-7"]),
        (date(2026, 5, 1), "《细则（旧）》第七条", ["old-7"]),
        (date(2026, 5, 1), "细则第八条、第七条", ["new-7"]),
        (date(2026, 5, 1), "某通知第七条", []),
        (date(2026, 5, 1), "没有条文", []),
    ],
)
def test_the_version_in_force_is_meant(on: date, text: str, targets: list[str]) -> None:
    found = [place.target for _, _, place in places(on).cited(text)]
    assert found == [f"regulations/admission/index.html#{target}" for target in targets]


def test_a_card_says_what_how_well_known_and_since_when() -> None:
    (_, _, old), (_, _, new) = (next(places(date(2026, 5, 1)).cited(f"细则（{each}）第七条")) for each in "旧新")
    assert old.card == (
        "《细则全名》第七条　谈话：1 个月内谈话。（◐ 二手引文，条号待核；至2026年4月30日，截至日已经失效，其后见细则（新））"
    )
    assert new.card == "《细则全名》第七条　谈话：1 个月内谈话。（◐ 二手引文，条号待核；2026年5月1日起施行）"


def test_the_first_article_of_a_clause_that_is_told_is_its_place() -> None:
    known = SOURCES.documents[1]
    place = places(date(2026, 5, 1)).of_clause(known, "第五条至第七条")
    assert place is not None
    assert place.target.endswith("#new-7")
    assert places(date(2026, 5, 1)).of_clause(known, "第八条") is None


def test_a_document_has_a_place_where_it_has_articles() -> None:
    assert [document_target(row) for row in SOURCES.documents] == [
        "regulations/admission/index.html#old",
        "regulations/admission/index.html#new",
        "",
    ]


@pytest.mark.parametrize(
    ("id", "on", "told"),
    [
        (0, date(2026, 4, 30), ""),
        (0, date(2026, 5, 1), "截至日已经失效"),
        (1, date(2026, 4, 30), "截至日还没有施行"),
        (1, date(2026, 5, 1), ""),
        (2, date(2026, 5, 1), ""),
    ],
)
def test_what_is_not_in_force_says_so(id: int, on: date, told: str) -> None:
    assert force_state(SOURCES.documents[id], on) == told


def test_an_article_is_cited_by_every_short_name_of_its_document() -> None:
    """What has no number cannot be cited."""
    file = "regulations/admission/index.html"
    assert list(article_names(SOURCES)) == [
        (file, "old-7", "细则第七条\n细则（旧）第七条"),
        (file, "new-7", "细则第七条\n细则（新）第七条"),
    ]
