"""评定: what a person has concluded about a criterion, in a branch's register or, once for all, above the branches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.fields import CriterionId, Day, Text
from generator.model.record import Audience, FormLayout, Record, entry

_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def _year(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _YEAR.fullmatch(value):
        return int(value)
    raise PydanticCustomError("year", "“{value}”不是年度，应写四位数的年份", {"value": str(value)})


Year = Annotated[int, BeforeValidator(_year)]
"""A year of record (归属年度) written `2019`."""


class ReviewResult(StrEnum):
    """What a person may conclude."""

    MET = "符合"
    UNMET = "缺项"
    ADVISORY = "提示"
    NOT_APPLICABLE = "不适用"


class Review(Record):
    """评定: a person's conclusion about one criterion; without office, date and opinion it is 待人工评 (A29)."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="review",
            title="评定",
            number="支18",
            revised=date(2026, 11, 28),
            note="由评定单位填写；没有单位、日期、意见的仍是待人工评。",
            signatures=("评定人（职务）",),
        ),
    )

    criterion: CriterionId = entry("要点", example="1.2.1", hint="评价要点的编号")
    result: ReviewResult = entry("结论", example="符合")
    office: Text | None = entry("评定单位", example="学院党委", default=None)
    on: Day | None = entry("日期", example="2019-11-08", default=None)
    opinion: Text | None = entry("意见", example="有年度计划，学习与教研结合较好", default=None)
    evidence: Text | None = entry("佐证", example="支部工作手册第 8—12 页", default=None)


Reviews = Mapping[tuple[int, str], Sequence[Review]]
"""评定 by 归属年度 and criterion."""


class YearlyReview(Review):
    """评定 of a duty of 基层党委 or 学校: said once for the year, and quoted by every branch below."""

    year: Year = entry("年度", example="2019", hint="归属年度，写四位数")


class Reviewed(Record):
    """What 学校 and 基层党委 have in common: their own duties are judged once, with them, and in no branch's register."""

    reviews: tuple[YearlyReview, ...] = entry(
        "评定",
        example=[{"年度": "2019", "要点": "7.1.1", "结论": "符合"}],
        default=(),
        hint="责任主体是本级的要点在这里评一次，各支部引用",
    )
    restricted_reviews: tuple[YearlyReview, ...] = entry(
        "专人评定",
        Audience.RESTRICTED,
        example=[{"年度": "2019", "要点": "7.3.1", "结论": "符合"}],
        default=(),
        hint="结论只在专人版显示的标准（2.5、7.3）写在这里",
    )

    @property
    def all_reviews(self) -> tuple[YearlyReview, ...]:
        """Reviews of every standard, those shown in the restricted edition only included."""
        return (*self.reviews, *self.restricted_reviews)


def by_criterion(rows: Iterable[tuple[int, Review]]) -> Reviews:
    """Reviews with their 归属年度, indexed."""
    found: dict[tuple[int, str], list[Review]] = {}
    for year, row in rows:
        found.setdefault((year, row.criterion), []).append(row)
    return found
