"""年度台账 of a committee (`2019.yml` beside `committee.yml`): what it answers for itself, by 归属年度."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Day, Text
from generator.model.record import FormLayout, Record, entry
from generator.model.records.oversight import QuarterlyReview
from generator.model.records.unit_register import UnitRegister

_YUAN = re.compile(r"\d{1,9}(\.\d{1,2})?", re.ASCII)


def _yuan(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _YUAN.fullmatch(value):
        return Decimal(value)
    raise PydanticCustomError("yuan", "“{value}”不是金额，写元，最多两位小数", {"value": str(value)})


Yuan = Annotated[Decimal, BeforeValidator(_yuan)]
"""An amount of money in yuan, with at most two decimals; never negative."""


class Dues(Record):
    """党费: how the year's membership dues were kept, in sums without payers, and when that was made known (方案三（二）9)."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="dues",
            title="党费收支公示",
            standard="6.2",
            note="上年结余加收入减支出等于结余；只写合计，不写交纳人。",
            signatures=("经办人", "审核人"),
        ),
    )

    through: Day = entry("截至", example="2019-10-31", hint="各数算到哪一天")
    carried_over: Yuan = entry("上年结余", example="3260.50", hint="元")
    income: Yuan = entry("收入", example="18420.00", hint="元；下拨补交的也在内")
    allocated: Yuan | None = entry("下拨补交", example="2000.00", default=None, hint="收入里下拨补交党费的部分，单列")
    expense: Yuan = entry("支出", example="12680.00", hint="元")
    balance: Yuan = entry("结余", example="9000.50", hint="上年结余加收入减支出")
    approval: Text | None = entry("审批", example="学院党委会议，审批单 3 份", default=None, hint="支出先审批后使用")
    notice_on: Day | None = entry("公示日期", example="2019-11-08", default=None, hint="没有公示的不写")

    @field_validator("balance")
    @classmethod
    def _adds_up(cls, value: Decimal, info: ValidationInfo) -> Decimal:
        given = [info.data.get(name) for name in ("carried_over", "income", "expense")]
        sums = [amount for amount in given if amount is not None]
        if len(sums) == len(given) and (due := sums[0] + sums[1] - sums[2]) != value:
            raise PydanticCustomError(
                "balance", "写的是 {value}，上年结余加收入减支出是 {due}", {"value": value, "due": due}
            )
        return value


class CommitteeRegister(UnitRegister):
    """年度台账 of a committee."""

    reviews: tuple[QuarterlyReview, ...] = entry(
        "研判", example=[{"日期": "2019-10-16", "纪要": "学院党委会议纪要第 9 期"}], default=(), hint="每季度一次"
    )

    dues: Dues | None = entry("党费", example={"收入": "18420.00"}, default=None, hint="收支合计，每年公示")
