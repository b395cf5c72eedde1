"""What a reviewer looks for in a showcase before it goes public, and where the text itself may give cause to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.approved import Piece

_MOST = 5
"""So many sentences are quoted for one point."""


class ReviewPoint(NamedTuple):
    """One thing that must not go public; `signs` are words by which the program finds sentences to look at."""

    name: str
    asked: str
    signs: re.Pattern[str]


class PointFound(NamedTuple):
    """A point with the sentences that call for a look, and how many more there are."""

    point: ReviewPoint
    sentences: tuple[Piece, ...]
    more: int


def _point(name: str, asked: str, *signs: str) -> ReviewPoint:
    return ReviewPoint(name, asked, re.compile("|".join(signs)))


REVIEW_POINTS = (
    _point("票数", "没有表决、选举、评议的得票数和等次", r"\d+ ?票", "得票", "全票", "赞成", "反对", "弃权", "测评"),
    _point(
        "批评和谈话", "没有批评与自我批评、谈心谈话的内容", "批评", "检讨", "谈心", "谈话", "思想汇报", "反思", "红脸"
    ),
    _point("发展对象", "没有可以认出的积极分子、发展对象、预备党员", "积极分子", "发展对象", "申请人", "预备党员"),
    _point(
        "姓名和联系方式",
        "没有本人没有同意公开的姓名，没有手机号、证件号、邮箱",
        "[一-龥](?:某|同志|老师|同学)",
        r"\d{7,}",
        "@",
    ),
    _point(
        "考核和排名", "没有考核结果、排名、与别的支部的比较", "排名", r"第[一二三四五\d]+名", "倒数", "优于", "等次"
    ),
    _point("荣誉", "荣誉写了级别、发文单位、状态；校级的看不成上级的", "样板", "标杆", "先进", "示范", "荣获", "称号"),
    _point("人次", "没有打卡、点赞、参观人次", "打卡", "点赞", "人次", "点击", "阅读量"),
)
"""In the order in which they are asked."""

PHOTO_POINTS = ("墙上、桌签上的姓名", "印章、签名", "屏幕、文件上的字", "党旗党徽完整", "证件、证书", "人像同意")
"""What is looked for in every picture, where no program can look."""


def found_points(pieces: Iterable[Piece]) -> Iterator[PointFound]:
    """Every point, with the sentences in which one of its signs stands."""
    rows = tuple(pieces)
    for point in REVIEW_POINTS:
        hits = tuple(row for row in rows if point.signs.search(row.text))
        yield PointFound(point, hits[:_MOST], max(0, len(hits) - _MOST))
