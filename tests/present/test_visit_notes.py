"""What a branch's own edition shows of its notes of visits, and the sheet that it takes along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.disclose.view import BranchView
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Verdict
from generator.model.judged_year import JudgedYear
from generator.model.page import Page
from generator.model.period import Period
from generator.model.record import SOURCE_KEY, Source
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.present.branch.branch_year import branch_pages
from generator.present.branch.visit_notes import note_blocks
from generator.settings import Scope
from tests.present.conftest import MakeSite, finding

PATH = "records/units/cs/cs-1/2019.yml"
ALONE = Scope(kind="branch", id="cs-1")
NOTE: dict[str, Any] = {
    SOURCE_KEY: Source(PATH, 90, 5),
    "日期": "2019-11-12",
    "观摩点": "jf-1",
    "人数": "5",
    "会前": [{"标准": "3.1", "差距": "议题临时定"}],
    "对照": [
        {"标准": "3.1", "看到": "清单", "记录本": "第12页", "我们学": "列清单", "谁": "组织委员", "何时": "2019-12-15"},
        {
            "标准": "3.5",
            "看到": "年历",
            "不同在": "我们分两个校区",
            "我们学": "排年历",
            "谁": "书记",
            "何时": "2019-12-20",
        },
        {"标准": "9.9", "看到": "展板"},
    ],
    "不照搬": "<每周>一会",
    "上会": "2019-11-21",
}
MEETING: dict[str, Any] = {
    SOURCE_KEY: Source(PATH, 2, 5),
    "类型": ["支部委员会会议"],
    "日期": "2019-11-21",
    "主持": "支部书记",
    "应到": "3",
    "实到": "3",
    "议题": [{"事项": "议观摩记录"}],
}


def remedy(measure: str, due: str, standard: str = "3.1") -> dict[str, Any]:
    return {"问题": "议题空", "类别": ["虚化"], "标准": [standard], "措施": measure, "责任": "书记", "期限": due}


def with_notes(profile: Profile, *remedies: dict[str, Any], **note: Any) -> Dossier:
    record = {"活动": [MEETING], "观摩记录": [NOTE | note], "对策": list(remedies)}
    return Dossier.assemble("cs-1", "cs", profile, {2019: Register.model_validate(record)})


def test_a_note_shows_what_was_compared_and_proposes_remedies(make_site: MakeSite, profile: Profile) -> None:
    site = make_site(scope=ALONE, every_name={"jf-1": "图书馆党支部"})
    (block,) = note_blocks(site, with_notes(profile), site.default)
    assert (block.anchor, block.host, block.told) == ("visit-notes-2019-11-12-1", "图书馆党支部", True)
    assert [(row.standard.label, row.seen, row.task) for row in block.compared] == [
        ("3.1 支部党员大会", "清单（第12页）", "组织委员，12月15日前"),
        ("3.5 主题党日", "年历", "书记，12月20日前"),
        ("9.9", "展板", ""),
    ]
    assert [(row.problem, row.measure, row.responsible, row.due) for row in block.proposed] == [
        ("议题临时定", "列清单", "组织委员", "2019年12月15日"),
        ("我们分两个校区", "排年历", "书记", "2019年12月20日"),
    ]
    assert block.meeting == "a-2019-11-21-1"


@pytest.mark.parametrize(
    ("row", "left"),
    [
        (remedy("列清单", "2019-12-31"), ["排年历"]),
        (remedy("会后列清单", "2019-12-15"), ["排年历"]),
        (remedy("会后列清单", "2019-12-16"), ["列清单", "排年历"]),
        (remedy("列清单", "2019-12-15", "3.5"), ["列清单", "排年历"]),
    ],
)
def test_what_stands_in_a_remedy_is_not_proposed_again(
    make_site: MakeSite, profile: Profile, row: dict[str, Any], left: list[str]
) -> None:
    site = make_site(scope=ALONE)
    (block,) = note_blocks(site, with_notes(profile, row), site.default)
    assert [each.measure for each in block.proposed] == left


def test_a_meeting_that_the_register_does_not_have_is_no_link(make_site: MakeSite, profile: Profile) -> None:
    site = make_site(scope=ALONE)
    (block,) = note_blocks(site, with_notes(profile, 上会="2019-11-22"), site.default)
    assert (block.taken_up, block.meeting) == ("2019年11月22日", "")


@pytest.fixture
def pages(make_site: MakeSite, profile: Profile) -> Callable[..., dict[str, Page]]:
    def make(*verdicts: tuple[str, Verdict], scope: Scope | None = ALONE) -> dict[str, Page]:
        site = make_site(scope=scope)
        findings = tuple(finding(id, Period.month(2019, 3), verdict) for id, verdict in verdicts)
        assessment = Assessment(branch="cs-1", year=2019, as_of=date(2019, 11, 25), standard_set="", findings=findings)
        view = BranchView(
            audience=site.audience, dossier=with_notes(profile), current=JudgedYear(assessment), further=()
        )
        return {page.path: page for page in branch_pages(site, view)}

    return make


def test_note_and_meeting_lead_to_one_another(pages: Callable[..., dict[str, Page]]) -> None:
    body = pages()["branches/cs-1/"].body
    assert 'id="visit-notes-2019-11-12-1"' in body
    assert '<a href="#a-2019-11-21-1">2019年11月21日的会</a>' in body
    assert '议观摩记录：<a href="#visit-notes-2019-11-12-1">11月12日的观摩</a>' in body
    assert "&lt;每周&gt;一会" in body
    assert 'href="../../visits/noted/index.html"' not in body


def test_the_sheet_has_the_first_gaps_of_the_branch_itself(pages: Callable[..., dict[str, Page]]) -> None:
    gaps = (("3.5.1", Verdict.ADVISORY), ("3.1.1", Verdict.UNMET), ("1.1.1", Verdict.MET))
    body = pages(*gaps)["branches/cs-1/visit-note/"].body
    rows = body.partition("<caption>会前</caption>")[2].partition("</table>")[0]
    cells = [cell.partition(">")[2] for cell in rows.split("<td")[1:]]
    told = [cell.partition("</td>")[0] for cell in cells]
    assert told[0] == "3.1 支部党员大会"
    assert told[1].endswith("（缺项：3月）")
    assert told[2] == "3.5 主题党日"
    assert told[3].endswith("（提示：3月）")
    assert told[4:] == ["", ""]
    assert "会前的 2 条" in body


def test_a_sheet_without_gaps_is_blank(pages: Callable[..., dict[str, Page]]) -> None:
    body = pages()["branches/cs-1/visit-note/"].body
    assert "记录没有显示缺项或提示" in body
    assert not any(mark in body for mark in "\x00\x01\x06")
