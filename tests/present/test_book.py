"""What the book says beside its chapters follows from the standards, the plan and the glossary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.documents.outline.parser import parse_outline
from generator.errors import ConfigurationError
from generator.model.book_matter import IndexTerm, PartStandard
from generator.model.record import Audience
from generator.model.records.plan import Plan
from generator.model.standard_set import StandardSet
from generator.present.book.appendix import plan_words
from generator.present.book.matter import book_matter
from generator.present.kit.site import Site

MakeSite = Callable[..., Site]
MEETING = PartStandard("3.1", "支部党员大会", "standards/3-1/")


def test_each_aspect_is_a_part_with_its_standards(make_site: MakeSite) -> None:
    parts = book_matter(make_site(Audience.PUBLIC), {}).parts
    assert [(part.number, part.name, part.label) for part in parts][:1] == [(1, "政治建设", "aspects/1/")]
    assert next(part for part in parts if part.number == 3).standards[0] == MEETING


def test_changes_alike_are_one_line_and_the_latest_stands_first(make_site: MakeSite) -> None:
    rows = book_matter(make_site(Audience.PUBLIC), {}).revisions
    assert [row.day for row in rows] == sorted((row.day for row in rows), reverse=True)
    assert MEETING in rows[-1].standards
    assert len({(row.day, row.words) for row in rows}) == len(rows)


def test_clauses_lead_to_the_plan_and_name_the_standards_that_rest_on_them(make_site: MakeSite) -> None:
    plan = Plan.model_validate({"年度": "2019", "编号": "方案2019", "名称": "推进方案", "阶段": []})
    site = make_site(Audience.PUBLIC, plan=plan, plan_outline=parse_outline("方案\n一、要求\n（一）学习\n（二）开会\n"))
    words = plan_words(site)
    clauses = book_matter(site, {}).clauses
    assert words is not None
    assert [row.clause for row in clauses] == ["一", "一（一）", "一（二）"]
    for row in clauses:
        path, _, anchor = row.label.partition("#")
        assert path == words.path
        assert f'id="{anchor}"' in words.body


def test_a_year_without_a_plan_has_neither(make_site: MakeSite) -> None:
    site = make_site(Audience.PUBLIC, plan=None, plan_outline=None)
    assert (plan_words(site), book_matter(site, {}).clauses) == (None, ())


def test_the_imprint_says_what_this_copy_is_and_who_approved_it(make_site: MakeSite) -> None:
    lines = dict(book_matter(make_site(Audience.INTERNAL), {}).imprint)
    assert lines["版别"] == "党内版，截至2019年11月25日"
    assert lines["性质"].startswith("整理稿，非正式公文")
    assert "起始日没有写" in lines["适用"]
    assert "没有批准单位" in lines["批准"]
    assert "共 2 份（✔ 2 份）" in lines["依据"]


def test_the_days_that_a_set_holds_for_are_told(make_site: MakeSite, standard_set: StandardSet) -> None:
    chosen = replace(standard_set, valid_from=date(2019, 1, 1), valid_until=date(2020, 6, 30))
    lines = dict(book_matter(make_site(Audience.PUBLIC, sets=(chosen,)), {}).imprint)
    assert lines["适用"].endswith("自2019年1月1日起，至2020年6月30日止")


def test_terms_come_with_their_readings_from_the_glossary(make_site: MakeSite) -> None:
    rows = [{"词": "党课", "读音": "dǎng kè"}, {"词": "党费", "读音": "dǎng fèi", "分": ["公示"]}]
    assert book_matter(make_site(Audience.PUBLIC), {"索引": rows}).terms == (
        IndexTerm("党课", "dǎng kè"),
        IndexTerm("党费", "dǎng fèi", ("公示",)),
    )


@pytest.mark.parametrize(
    "row",
    [
        "党课",
        {"词": "党课"},
        {"词": "", "读音": "dǎng kè"},
        {"词": "党课", "读音": " "},
        {"词": "党课", "读音": "dǎng kè", "分": "书记"},
    ],
)
def test_a_term_that_cannot_be_read_is_named(make_site: MakeSite, row: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"“索引”里有一行看不懂：.*请写成"):
        book_matter(make_site(Audience.PUBLIC), {"索引": [row]})
