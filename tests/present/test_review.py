"""审阅单: what it finds in a text, and what it says of the state of an approval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model.approved import PROSE, Piece, marks, seal
from generator.model.index import Index, ShowcaseEntry
from generator.model.records.approved_text import ApprovedPiece, ApprovedText
from generator.present.showcase.review import changed_rows, compared_with
from generator.present.showcase.review_points import REVIEW_POINTS, found_points


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("大会赞成 12 票。", {"票数"}),
        ("会上作了批评。", {"批评和谈话"}),
        ("两名积极分子讲了党课。", {"发展对象"}),
        ("甲某同志带大家看。", {"姓名和联系方式"}),
        ("电话 62345678。", {"姓名和联系方式"}),
        ("写信到 a@e.org。", {"姓名和联系方式"}),
        ("考核排名第一。", {"考核和排名"}),
        ("校级样板党支部。", {"荣誉"}),
        ("接待 300 人次。", {"人次"}),
        ("一年一张表，第三党小组各记各的。", set()),
        ("每月第四个星期四 14:30 开会。", set()),
    ],
)
def test_sentences_to_look_at(sentence: str, expected: set[str]) -> None:
    found = found_points([Piece(PROSE, sentence)])
    assert {row.point.name for row in found if row.sentences} == expected


def test_every_point_is_asked_and_no_more_than_five_sentences_are_quoted() -> None:
    rows = list(found_points([Piece(PROSE, f"得票 {number}。") for number in range(7)]))
    assert [row.point for row in rows] == list(REVIEW_POINTS)
    assert (len(rows[0].sentences), rows[0].more) == (5, 2)


def kept(*rows: Piece) -> ApprovedText:
    pieces = tuple(ApprovedPiece.model_validate({"栏": row.label, "文": row.text}) for row in rows)
    read = ApprovedText.model_validate({"摘要": seal(rows), "日期": "2019-10-20", "逐句": []})
    return read.model_copy(update={"rows": pieces})


@pytest.fixture
def entries(index: Index) -> Callable[..., ShowcaseEntry]:
    """The showcase of the small institution with other pieces, an approval for some of them, and a text that was kept."""

    def make(now: tuple[Piece, ...], approved: tuple[Piece, ...] | None, before: ApprovedText | None) -> ShowcaseEntry:
        entry = index.showcases[0]
        assert entry.showcase.approval is not None
        digest = {"digest": seal(approved), "marks": marks(approved)} if approved else {"digest": None, "marks": None}
        approval = entry.showcase.approval.model_copy(update=digest)
        return replace(
            entry, showcase=entry.showcase.model_copy(update={"approval": approval}), covered=now, kept=before
        )

    return make


OLD = (Piece("标题", "照着做"), Piece(PROSE, "先排日子。"), Piece(PROSE, "再排内容。"))
NEW = (Piece("标题", "照着做"), Piece(PROSE, "先排好日子。"), Piece(PROSE, "欢迎来看。"))
WORDS = [("正文", "改", "先排日子。", "先排<ins>好</ins>日子。"), ("正文", "改", "再排内容。", "欢迎来看。")]


@pytest.mark.parametrize(
    ("now", "approved", "before", "said", "rows"),
    [
        (NEW, None, None, "还没有审批过的定稿", []),
        (OLD, OLD, None, "一字不差", []),
        (NEW, OLD, None, "没有留存审批时的定稿", [("正文", "改或加", "", row.text) for row in NEW[1:]]),
        (NEW, OLD, kept(*OLD), "左边是2019年10月20日审批、留存下来的定稿", WORDS),
        (NEW, NEW, kept(*OLD), "一字不差。左边是2019年10月20日", WORDS),
        (OLD, OLD, kept(*OLD), "一字不差", []),
        (OLD[:2], OLD, kept(*OLD), "左边是", [("正文", "删去", "再排内容。", "")]),
        (OLD, OLD[:2], kept(*OLD[:2]), "左边是", [("正文", "新加", "", "再排内容。")]),
        ((OLD[0]._replace(label="名称"),), OLD[:1], kept(*OLD[:1]), "左边是", [("名称", "换了栏", "照着做", "照着做")]),
    ],
)
def test_old_beside_new(
    entries: Callable[..., ShowcaseEntry],
    now: tuple[Piece, ...],
    approved: tuple[Piece, ...] | None,
    before: ApprovedText | None,
    said: str,
    rows: list[tuple[str, str, str, str]],
) -> None:
    entry = entries(now, approved, before)
    assert said in compared_with(entry)
    assert [tuple(map(str, row)) for row in changed_rows(entry)] == rows
