"""The strict field types: text in, values or a located complaint out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.fields import Count, Day, Flag, Hours, Identifier, OneOrMany, Text
from generator.model.record import Record, entry


def read(kind: Any, value: object) -> object:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Day, "2019-03-14", date(2019, 3, 14)),
        (Day, "2020-02-29", date(2020, 2, 29)),
        (Day, date(2019, 3, 14), date(2019, 3, 14)),
        (Count, "07", 7),
        (Count, "0", 0),
        (Count, "999999999", 999_999_999),
        (Hours, "31.99", Decimal("31.99")),
        (Hours, "56", Decimal(56)),
        (Hours, "1.10", Decimal("1.10")),
        (Flag, "是", True),
        (Flag, "否", False),
        (Text, " 某事 ", "某事"),
        (Text, "NO", "NO"),
        (Text, "12:30", "12:30"),
        (Identifier, "xx-js1", "xx-js1"),
        (Identifier, "1", "1"),
        (Identifier, "a" * 40, "a" * 40),
        (Annotated[tuple[Text, ...], OneOrMany], "党课", ("党课",)),
        (Annotated[tuple[Text, ...], OneOrMany], ["党课", "主题党日"], ("党课", "主题党日")),
    ],
)
def test_what_is_read(kind: Any, value: object, expected: object) -> None:
    assert read(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "value", "error"),
    [
        (Day, "2019-02-30", "day_impossible"),
        (Day, "2019-02-29", "day_impossible"),
        (Day, "2019-13-01", "day_impossible"),
        (Day, "2019-3-14", "day_format"),
        (Day, "20190314", "day_format"),
        (Day, "1552521600", "day_format"),
        (Day, "2019年3月14日", "day_format"),
        (Day, "２０１９-03-14", "day_format"),
        (Day, "2019-03-14T00:00", "day_format"),
        (Day, 1552521600, "day_format"),
        (Count, "-1", "count"),
        (Count, "1.5", "count"),
        (Count, "1e3", "count"),
        (Count, "十", "count"),
        (Count, "１２", "count"),
        (Count, "", "count"),
        (Count, "1234567890", "count"),
        (Count, True, "count"),
        (Count, -1, "count"),
        (Count, 1.0, "count"),
        (Hours, "31.999", "hours"),
        (Hours, "-1", "hours"),
        (Hours, "NaN", "hours"),
        (Hours, "123456", "hours"),
        (Hours, 1.5, "hours"),
        (Hours, True, "hours"),
        (Flag, "yes", "flag"),
        (Flag, "true", "flag"),
        (Flag, "1", "flag"),
        (Text, "", "string_too_short"),
        (Text, " \u3000", "string_too_short"),
        (Text, ["一"], "string_type"),
        (Text, {"一": "二"}, "string_type"),
        (Text, None, "string_type"),
        (Identifier, "XX-js1", "id"),
        (Identifier, "-js1", "id"),
        (Identifier, "信息", "id"),
        (Identifier, "a" * 41, "id"),
        (Identifier, "", "id"),
    ],
)
def test_what_is_refused(kind: Any, value: object, error: str) -> None:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    assert [each["type"] for each in caught.value.errors()] == [error]


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert read(Day, day.isoformat()) == day


@given(st.integers(min_value=0, max_value=99_999), st.integers(min_value=0, max_value=99))
def test_hours_are_exact(whole: int, hundredths: int) -> None:
    assert read(Hours, f"{whole}.{hundredths:02d}") == Decimal(whole * 100 + hundredths) / 100


def test_an_entry_is_known_by_its_chinese_key_alone() -> None:
    class Sample(Record):
        """样子."""

        name: Text = entry("名称", example="某支部", hint="全称")
        number: Count = entry("人数", example="3", default=0)

    assert Sample.model_validate({"名称": "甲"}).number == 0
    assert Sample.model_fields["name"].description == "全称"
    assert Sample.model_fields["name"].examples == ["某支部"]
    with pytest.raises(ValidationError):
        Sample.model_validate({"name": "甲"})
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Sample.model_validate({"名称": "甲", "名字": "乙"})
    made: Any = Sample.model_validate({"名称": "甲"})
    with pytest.raises(ValidationError, match="frozen"):
        made.name = "乙"
