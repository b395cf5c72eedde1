"""What a visitor rests on: each rule at both sides of its limit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

from generator.load.attachments import template_faults
from generator.model.index import BranchEntry, CommitteeEntry, Index, ShowcaseEntry
from generator.model.kinds import BranchKind
from generator.model.record import Audience, Record
from generator.model.records.organisation import Committee, Institution
from generator.model.records.school_register import SchoolRegister
from generator.model.records.showcase import Showcase
from generator.model.showcase_story import story_length
from generator.validate.showcase_files import check_takeaway
from generator.validate.showcase_honours import check_honours, honours_given
from generator.validate.showcase_visits import check_visit, story_problems
from generator.validate.showcases import check_showcase
from tests.showcases import STORY, VISIT

PHOTO = {"文件": "photos/a.jpg", "替代文字": "甲", "图注": "乙"}
CALL = {"方式": "预约", "时段": [], "每批人数": "10", "提前几天": "3", "集合处": "门厅"}
OFFICE = {"部门": "办公室", "职务": "组织委员"}
NAMED = {
    "名称": "样板党支部",
    "级别": "校级",
    "发文单位": "校党委",
    "文号": "示〔2019〕1号",
    "年度": "2019",
    "状态": "培育",
}

CONFERRED = {"编号": "2019-1", "级别": "校级", "发文单位": "校党委", "文号": "示〔2019〕1号", "日期": "2019-06-28"}


def sound(**changes: Any) -> Showcase:
    return Showcase.model_validate({"标题": "甲", "一句话": "乙", **yaml.load(VISIT, yaml.BaseLoader), **changes})


def codes(**changes: Any) -> list[str]:
    return [row.code for row in check_visit(sound(**changes))]


def rows(key: str, *kept: int, **changes: str) -> list[dict[str, str]]:
    found = yaml.load(VISIT, yaml.BaseLoader)[key]
    return [found[number] | changes for number in kept]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"一句话": "字" * 30}, []),
        ({"一句话": "字" * 31}, ["W101"]),
        ({"摘要": "字" * 300}, []),
        ({"摘要": "字" * 301}, ["W101"]),
        ({"照片": [PHOTO | {"图注": "字" * 25}]}, []),
        ({"照片": [PHOTO | {"图注": "字" * 26}]}, ["W101"]),
        ({"照片": [PHOTO | {"放在": "楼上"}]}, ["W107"]),
        ({"照片": [PHOTO | {"放在": "阅览桌"}, PHOTO | {"放在": "代价"}, PHOTO | {"放在": "怎么到"}]}, []),
        ({"看点": rows("看点", 0, 1)}, ["W104"]),
        ({"看点": rows("看点", 0, 1, 2, 0, 1)}, []),
        ({"看点": rows("看点", 0, 1, 2, 0, 1, 2)}, ["W104"]),
        ({"看点": rows("看点", 0, 1, 2, 站点="三楼")}, ["W106", "W106", "W106"]),
        ({"路线": rows("路线", 0, 1, 2, 分钟="30")}, []),
        ({"路线": rows("路线", 0, 1, 2, 分钟="31")}, ["W105"]),
        ({"路线": rows("路线", 0, 1, 2, 2, 2, 2)}, ["W105"]),
        ({"路线": rows("路线", 2, 1, 0)}, ["W105"]),
    ],
)
def test_lengths_exhibits_route_and_photos(changes: dict[str, Any], expected: list[str]) -> None:
    assert codes(**changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"时段": [{"每": "月", "星期": "四", "自": "14:30", "至": "16:30"}]}, ["W108"]),
        ({"联系": OFFICE | {"座机": "0000-12345678", "座机已公开": "是"}}, ["W109"]),
        ({"联系": OFFICE | {"座机": "010-62345678", "座机已公开": "是"}}, []),
        ({"联系": OFFICE | {"座机": "62345678转12", "座机已公开": "是"}}, []),
        ({"联系": OFFICE | {"座机": "62345678"}}, ["W109"]),
        ({"联系": OFFICE | {"座机": "13800138000", "座机已公开": "是"}}, ["W109"]),
        ({"方式": "暂停"}, ["W110"]),
        ({"暂停": {"说明": "搬家"}}, ["W110"]),
        ({"方式": "暂停", "暂停": {"说明": "搬家"}}, []),
    ],
)
def test_opening(changes: dict[str, Any], expected: list[str]) -> None:
    assert codes(开放={**CALL, "联系": OFFICE, **changes}) == expected


def test_only_a_landline_that_the_unit_has_published_is_shown_to_the_public() -> None:
    def seen(**contact: str) -> str | None:
        showcase = sound(开放={**CALL, "联系": OFFICE | contact}).project(Audience.PUBLIC)
        return showcase.opening.contact.landline

    assert seen(座机="62345678", 座机已公开="是") == "62345678"
    assert seen(座机="62345678") is None
    assert seen(座机="13800138000", 座机已公开="是") is None


def test_the_room_is_for_the_confirmation_alone() -> None:
    given = {**CALL, "联系": OFFICE, "房间": "甲楼206"}
    assert sound(开放=given).project(Audience.PUBLIC).opening.room is None


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (STORY, []),
        (f"## 起点\n\n一。\n\n## 代价\n\n二。\n{STORY}", []),
        (f"## 代价\n\n一。\n\n## 起点\n\n二。\n{STORY}", [("W102", 5)]),
        (f"## 主要成效\n\n一。\n{STORY}", [("W102", 1)]),
        ("一。", [("W103", 1), ("W103", 1)]),
        (STORY.partition("## 适合")[0], [("W103", 1)]),
        (f"{'字' * (1200 - story_length(STORY))}\n{STORY}", []),
        (f"{'字' * (1201 - story_length(STORY))}\n{STORY}", [("W101", 1)]),
    ],
)
def test_the_story(prose: str, expected: list[tuple[str, int]]) -> None:
    assert [(row.code, at) for row, at in story_problems(prose)] == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"表": "general-meeting"}, []),
        ({"文件": "files/a.docx"}, []),
        ({}, ["W111"]),
        ({"表": "general-meeting", "文件": "files/a.docx"}, ["W111"]),
        ({"表": "general-meting"}, ["W111"]),
        ({"文件": "files/b.docx"}, ["W112"]),
        ({"文件": "files/A.docx"}, ["W112"]),
        ({"文件": "a.docx"}, ["W112"]),
        ({"文件": "../files/a.docx"}, ["W112"]),
        ({"文件": "files/a.zip"}, ["W112"]),
        ({"文件": "files/linked.pdf"}, ["P104"]),
        ({"文件": "files/年历.xlsx"}, ["P121"]),
        ({"文件": "files/broken.xlsx"}, ["W401"]),
    ],
)
def test_what_is_to_be_taken_home_is_there(tmp_path: Path, given: dict[str, str], expected: list[str]) -> None:
    (tmp_path / "files").mkdir()
    for name in ("年历.xlsx", "a.zip", "broken.xlsx"):
        (tmp_path / "files" / name).write_bytes(b"x")
    with ZipFile(tmp_path / "files/a.docx", "w") as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr("word/document.xml", "<document/>")
    (tmp_path / "files/linked.pdf").symlink_to(tmp_path / "files/a.docx")
    (row,) = sound(带走=[{"名称": "样表", "标准": "3.1", **given}]).takeaways
    assert [problem.code for problem in check_takeaway(row, template_faults(tmp_path, [row]))] == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        (
            {"级别": "教育部"},
            ["荣誉“样板党支部”写教育部、培育、示〔2019〕1号，学校 2019 年台账是校级、培育、示〔2019〕1号"],
        ),
        (
            {"状态": "通过验收"},
            ["荣誉“样板党支部”写校级、通过验收、示〔2019〕1号，学校 2019 年台账是校级、培育、示〔2019〕1号"],
        ),
        ({"名称": "标准化党支部"}, ["荣誉“标准化党支部”写校级、培育、示〔2019〕1号，学校 2019 年台账没有"]),
        ({"年度": "2018"}, []),
        ({"名称": "先进党支部", "状态": "表彰", "文号": "示〔2019〕2号"}, []),
    ],
)
def test_honours_are_those_that_the_school_has_on_record(changes: dict[str, str], expected: list[str]) -> None:
    register = SchoolRegister.model_validate(
        {
            "选树": [CONFERRED | {"支部": "b1", "选树": "样板党支部", "依据": "验收意见", "状态": "培育"}],
            "表彰": [CONFERRED | {"奖项": "先进党支部", "支部": ["b1"], "文号": "示〔2019〕2号", "状态": "表彰"}],
        }
    )
    assert [row.message for row in _honours({"school/2019.yml": register}, NAMED | changes)] == expected


def test_honours_of_a_year_without_a_register_are_not_judged() -> None:
    assert _honours({}, NAMED) == []


def _honours(further: dict[str, Record], honour: dict[str, str]) -> list[Any]:
    branch = BranchEntry(id="b1", committee="xx", name="甲", kind=BranchKind.TEACHERS, folder=Path())
    entry = ShowcaseEntry(branch=branch, showcase=sound(荣誉=[honour]), prose="", folder=Path())
    committee = Committee.model_validate({"名称": "甲", "类型": "基层党委"})
    committees = (CommitteeEntry(id="xx", committee=committee, branches=(branch,)),)
    institution = Institution.model_validate({"名称": "示例大学"})
    index = Index(institution=institution, committees=committees, showcases=(entry,), further=further)
    return list(check_honours(entry, honours_given(index)))


@pytest.mark.parametrize(
    ("prose", "expected"),
    [(f'{STORY}\n<iframe src="a.html"></iframe>\n', ["R217", "H124"]), ("## 起点\n\n甲。\n", ["R217", "W103", "W103"])],
)
def test_what_the_prose_brings_along_or_lacks_is_told(tmp_path: Path, prose: str, expected: list[str]) -> None:
    branch = BranchEntry(id="aa-1", committee="aa", name="第一党支部", kind=BranchKind.TEACHERS, folder=tmp_path)
    entry = ShowcaseEntry(branch=branch, showcase=sound(), prose=prose, folder=tmp_path)
    assert [problem.code for problem in check_showcase(entry, (), date(2019, 11, 25))] == expected
