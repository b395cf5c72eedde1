"""What may go public: approvals in force, for the public, and portraits with consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from generator.disclose.approval import published_dossier, published_index
from generator.disclose.handed_out import handed_out, why_not_handed_out
from generator.model.approved import Bar, Piece, barred, marks, pieces, seal
from generator.model.dossier import Dossier
from generator.model.index import BranchEntry, CommitteeEntry, Index, ShowcaseEntry
from generator.model.kinds import BranchKind
from generator.model.picture import PictureFacts, PublishedPicture
from generator.model.record import Audience
from generator.model.records.approval import Approval
from generator.model.records.organisation import Committee, Institution
from generator.model.records.profile import Profile
from generator.model.records.showcase import Showcase
from tests.showcases import VISIT

SIX = {
    "提出": "书记",
    "审核": "副书记",
    "审核日期": "2019-10-18",
    "保密审查": "保密员",
    "保密审查日期": "2019-10-19",
    "审批": "党委书记",
    "日期": "2019-10-20",
    "范围": "社会公开",
    "期限": "2019-12-31",
}
DAY = date(2019, 11, 25)
TEXT = (Piece("标题", "照着做"), Piece("正文", "先排日子。"), Piece("正文", "再排内容。"))


def why(rows: tuple[Piece, ...] = TEXT, day: date = DAY, **changes: object) -> tuple[Bar, str] | None:
    """Why an approval of TEXT keeps `rows` inside on `day`."""
    row = Approval.model_validate({**SIX, "摘要": seal(TEXT), "逐句": marks(TEXT), **changes})
    found = barred(row, day, rows)
    return (found.bar, found.message) if found else None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 10, 19), Bar.EARLY),
        (date(2019, 10, 20), None),
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), Bar.EXPIRED),
    ],
)
def test_an_approval_holds_from_its_day_to_its_last_day(day: date, expected: Bar | None) -> None:
    found = why(day=day)
    assert (found and found[0]) == expected


@pytest.mark.parametrize("name", ["审核日期", "保密审查", "保密审查日期"])
def test_review_and_secrecy_review_are_told_apart(name: str) -> None:
    missing: dict[str, Any] = {name: None}
    assert why(**missing) == (Bar.INCOMPLETE, f"审批记录缺{name}")


def test_a_narrower_approval_keeps_an_item_inside_and_says_so() -> None:
    assert why(范围="党内公开") == (Bar.NARROWER, "审批的范围是“党内公开”")
    with pytest.raises(ValidationError):
        why(范围="社会 公开")


def test_an_approval_binds_the_text_it_was_given_for() -> None:
    assert why() is None
    assert why((*TEXT[:2], Piece("正文", "再排人。"))) == (Bar.CHANGED, "内容在审批以后改过：正文“再排人。”")
    assert why((*TEXT, TEXT[2])) == (Bar.CHANGED, "内容在审批以后改过：正文“再排内容。”")
    assert why((Piece("看点", "照着做"), *TEXT[1:])) == (Bar.CHANGED, "内容在审批以后改过：看点“照着做”")


def test_what_was_taken_out_or_put_elsewhere_is_a_change_too() -> None:
    told = (Bar.CHANGED, "内容在审批以后改过：删去了内容或改了次序")
    assert why(TEXT[:2]) == told
    assert why((TEXT[0], TEXT[2], TEXT[1])) == told


def test_an_approval_without_a_digest_binds_nothing() -> None:
    assert why(摘要=None) == (Bar.UNSEALED, "审批没有定稿的摘要")


def test_a_withdrawal_counts_from_its_day_and_gives_no_grounds() -> None:
    withdrawal = {"日期": "2019-11-25", "决定": "党委第九次会议"}
    assert why(撤回=withdrawal, day=date(2019, 11, 24)) is None
    assert why(撤回=withdrawal) == (Bar.WITHDRAWN, "2019年11月25日起已撤回（党委第九次会议）")


def test_every_word_picture_and_number_is_a_piece(tmp_path: Path) -> None:
    numbers = {"统计至": "2019-10-18", "次数": {"支部党员大会": "3"}}
    entry = showcase(tmp_path, 照片=[photo()], 数说=numbers)
    known = {
        (piece.label, piece.text, piece.content) for piece in pieces(entry.showcase, "先排。再办！", {"a.jpg": "f00"})
    }
    assert {
        ("标题", "照着做", ""),
        ("看什么", "展板", ""),
        ("分钟", "15", ""),
        ("文件", "a.jpg", "f00"),
        ("替代文字", "活动室", ""),
        ("统计至", "2019-10-18", ""),
        ("次数", "支部党员大会 3", ""),
        ("正文", "先排。", ""),
        ("正文", "再办！", ""),
    } <= known
    assert not any(text == "党委书记" for _, text, _ in known)


def test_a_digest_is_the_same_on_every_machine() -> None:
    assert seal(TEXT) == "1beab9bae0a52fbc900cb09938899fef"
    assert marks(TEXT) == "d0937bf6b42d"


def showcase(folder: Path, **changes: object) -> ShowcaseEntry:
    values = {
        "标题": "照着做",
        "一句话": "有计划",
        **yaml.load(VISIT, yaml.BaseLoader),
        "审批": SIX,
    }
    branch = BranchEntry(id="aa-1", committee="aa", name="第一党支部", kind=BranchKind.TEACHERS, folder=folder)
    return ShowcaseEntry(
        branch=branch,
        showcase=bound(Showcase.model_validate({**values, **changes})),
        prose="",
        folder=folder,
        pictures={"a.jpg": PublishedPicture(stem="a", facts=PictureFacts(3, 2, drawing=False))},
    )


def bound(item: Any) -> Any:
    """The item with its approval given for the text that it has."""
    if item.approval is None:
        return item
    rows = pieces(item)
    approval = item.approval.model_copy(update={"digest": seal(rows), "marks": marks(rows)})
    return item.model_copy(update={"approval": approval})


def shown(entry: ShowcaseEntry, audience: Audience) -> tuple[ShowcaseEntry, ...]:
    committee = Committee.model_validate({"名称": "甲学院党委", "类型": "基层党委"})
    index = Index(
        institution=Institution.model_validate({"名称": "示例大学"}),
        committees=(CommitteeEntry(id="aa", committee=committee, branches=(entry.branch,)),),
        showcases=(entry,),
    )
    return published_index(index, audience, DAY).showcases


def test_without_approval_nothing_is_handed_to_visitors(tmp_path: Path) -> None:
    assert why_not_handed_out(showcase(tmp_path, 审批=None), DAY) is None
    assert handed_out(showcase(tmp_path, 审批=None), DAY) is None


def test_a_showcase_without_approval_stays_inside(tmp_path: Path) -> None:
    entry = showcase(tmp_path, 审批=None)
    assert shown(entry, Audience.PUBLIC) == ()
    assert len(shown(entry, Audience.INTERNAL)) == 1


def test_an_approved_showcase_goes_public_with_offices_and_days_and_without_the_digest(tmp_path: Path) -> None:
    (only,) = shown(showcase(tmp_path), Audience.PUBLIC)
    assert only.showcase.title == "照着做"
    approval = only.showcase.approval
    assert approval is not None
    assert (approval.approved_by, approval.until) == ("党委书记", date(2019, 12, 31))
    assert (approval.digest, approval.marks, approval.withdrawal) == (None, None, None)


def photo(**changes: object) -> dict[str, object]:
    return {"文件": "a.jpg", "替代文字": "活动室", "图注": "活动室", **changes}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (photo(), 1),
        (photo(有人像="是"), 0),
        (photo(有人像="是", 肖像同意="已取得"), 1),
        (photo(文件="b.jpg"), 0),
    ],
)
def test_photos(tmp_path: Path, row: dict[str, object], expected: int) -> None:
    (only,) = shown(showcase(tmp_path, 照片=[row]), Audience.PUBLIC)
    assert len(only.showcase.photos) == expected


@pytest.mark.parametrize(("approval", "expected"), [(SIX, True), (None, False), ({**SIX, "期限": "2019-11-24"}, False)])
def test_an_introduction_needs_an_approval(approval: object, *, expected: bool) -> None:
    profile = {
        "名称": "第一党支部",
        "类型": "教师",
        "成立": "2015-09-10",
        "公开简介": {"简介": "支部简介", "审批": approval},
    }
    read = Profile.model_validate(profile)
    assert read.introduction is not None
    read = read.model_copy(update={"introduction": bound(read.introduction)})
    assert read.introduction is not None
    dossier = Dossier.assemble("aa-1", "aa", read, {})
    assert (published_dossier(dossier, Audience.PUBLIC, DAY).profile.introduction is not None) is expected
    other = read.introduction.model_copy(update={"text": "另一段简介"})
    dossier = replace(dossier, profile=read.model_copy(update={"introduction": other}))
    assert published_dossier(dossier, Audience.PUBLIC, DAY).profile.introduction is None
    assert published_dossier(dossier, Audience.INTERNAL, DAY).profile.introduction is not None
