"""What the handbook says of its own changes: the latest on a standard's page, all by month, and sets side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html

from generator.model.standard import Revision
from generator.model.standard_set import StandardSet
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.text_diff import wordings
from tests.present.conftest import MakeSite

FIRST = {"日期": "2019-03-01", "内容": "首次整理"}
SECOND = {
    "日期": "2019-04-30",
    "内容": "改了次数",
    "原因": "方案改了",
    "起判": "2019-05-01",
    "改前": {"3.1.1": "每季度 2 次", "3.1.7": "撤下的一条"},
}
THIRD = {"日期": "2019-05-01", "内容": "再改次数", "改前": {"3.1.1": "每季度 3 次"}}


@pytest.fixture
def changed(make_site: MakeSite, standard_set: StandardSet) -> Any:
    """Make a site whose 3.1 has these changes."""

    def make(*changes: dict[str, Any]) -> Site:
        revisions = tuple(Revision.model_validate(row) for row in changes)
        standards = tuple(
            row.model_copy(update={"revisions": revisions}) if row.id == "3.1" else row
            for row in standard_set.standards
        )
        return make_site(sets=(replace(standard_set, standards=standards),))

    return make


def _slot(site: Site, name: str, path: str, **meta: str) -> Any:
    return lxml_html.fromstring(f"<div>{fill(SlotContext(site=site, path=path, meta=meta), name)}</div>")


def _head(site: Site) -> Any:
    return _slot(site, "standard-head", "standards/3-1/", 编号="3.1").find_class("zb-changes")[0]


def _words(element: Any) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_a_page_says_when_it_was_changed_last_and_since_when_it_is_judged_so(changed: Any) -> None:
    assert _words(_head(changed(FIRST, SECOND)).find("summary")) == "改动于2019年4月30日，自2019年5月1日的事起按新的判"
    assert _words(_head(changed(FIRST)).find("summary")) == "改动于2019年3月1日"


def test_the_latest_change_stands_first_with_its_reason(changed: Any) -> None:
    lines = [_words(row) for row in _head(changed(FIRST, SECOND)).iter("li")]
    assert lines[0].startswith("2019年4月30日 改了次数 原因：方案改了自2019年5月1日的事起按新的判")
    assert lines[1:] == ["2019年3月1日 首次整理"]


def test_each_wording_stands_beside_the_one_that_replaced_it(changed: Any) -> None:
    """A later change's old wording is what the earlier one made; a criterion that is gone has no new one."""
    rows = [[_words(each) for each in row.iter("dd")] for row in _head(changed(FIRST, SECOND, THIRD)).iter("dl")]
    assert rows[0][0] == "每季度 3 次"
    assert rows[0][1] not in {"每季度 2 次", "每季度 3 次", ""}
    assert rows[1] == ["每季度 2 次", "每季度 3 次"]
    assert rows[2] == ["撤下的一条", "这一条已经撤下"]


def test_a_changed_criterion_leads_to_its_place_unless_it_is_gone(changed: Any) -> None:
    terms = [row.find("div/dt") for row in _head(changed(FIRST, SECOND)).iter("dl")]
    assert [(_words(term), [a.get("href") for a in term.iter("a")]) for term in terms] == [
        ("3.1.1 改前", ["../../standards/3-1/index.html#c-3-1-1"]),
        ("3.1.7 改前", []),
    ]


def test_a_mail_begins_with_what_it_is_about_and_goes_to_nobody_by_itself(changed: Any) -> None:
    (mail,) = (a.get("href") for a in _head(changed(FIRST, SECOND)).iter("a") if a.get("href").startswith("mailto:"))
    address, _, rest = mail.partition("?")
    assert address == "mailto:"
    subject, body = (part.partition("=")[2] for part in rest.split("&"))
    assert unquote(subject).startswith("对标准 3.1 ")
    assert "改动于：2019-04-30\r\n页面：standards/3-1/index.html\r\n" in unquote(body)


def _months(site: Site) -> list[tuple[str, list[str]]]:
    page = _slot(site, "recent-changes", "changes/")
    return [
        (month.get("id"), [_words(row) for row in _until_heading(month) if row.tag == "ul" for row in row.iter("li")])
        for month in page.iter("h2")
    ]


def _until_heading(heading: Any) -> Sequence[Any]:
    following = list(heading.itersiblings())
    ends = [index for index, each in enumerate(following) if each.tag == "h2"]
    return following[: ends[0]] if ends else following


def test_months_stand_latest_first_and_equal_changes_of_an_aspect_are_one_line(changed: Any) -> None:
    found = dict(_months(changed(FIRST, SECOND, THIRD)))
    assert list(found)[:2] == ["m-2019-05", "m-2019-04"]
    assert len(found["m-2019-05"]) == 1
    assert found["m-2019-04"][0].startswith("2019年4月30日 改了次数（3.1 ")
    assert "原因：方案改了" in found["m-2019-04"][0]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("到会和票数", "到会、差额和票数", ("到会和票数", "到会<ins>、差额</ins>和票数")),
        ("按期完成（8 月底前）", "按期完成", ("按期完成<del>（8 月底前）</del>", "按期完成")),
        ("甲乙丙", "丁乙戊", ("<del>甲乙丙</del>", "<ins>丁乙戊</ins>")),
        ("甲乙丙", "甲乙丁", ("甲乙<del>丙</del>", "甲乙<ins>丁</ins>")),
        ("甲", "", ("<del>甲</del>", "")),
        ("", "甲", ("", "<ins>甲</ins>")),
        ("<b>", "<b>", ("&lt;b&gt;", "&lt;b&gt;")),
    ],
)
def test_what_differs_is_marked_and_single_characters_that_agree_are_not_spared(
    before: str, now: str, expected: tuple[str, str]
) -> None:
    assert wordings(before, now) == expected
