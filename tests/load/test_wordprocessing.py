"""Properties of WordprocessingML elements as files state them, or leave out."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.load.wordprocessing import W, setting, switch, whole


def element(inside: str) -> etree._Element:
    return etree.fromstring(f'<w:rPr xmlns:w="{W[1:-1]}">{inside}</w:rPr>')


@pytest.mark.parametrize(
    ("inside", "value", "on"),
    [
        ("", None, None),
        ("<w:vanish/>", None, True),
        ('<w:vanish w:val="true"/>', "true", True),
        ('<w:vanish w:val="0"/>', "0", False),
        ('<w:vanish w:val="false"/>', "false", False),
        ('<w:vanish w:val="off"/>', "off", False),
        ('<vanish w:val="1"/>', None, None),
    ],
)
def test_a_property_and_whether_it_is_on(inside: str, value: str | None, on: bool | None) -> None:
    properties = element(inside)
    assert (setting(properties, "vanish"), switch(properties, "vanish")) == (value, on)


def test_no_element_has_no_property() -> None:
    assert (setting(None, "vanish"), switch(None, "vanish")) == (None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("007", 7),
        ("9" * 9, 10**9 - 1),
        ("9" * 10, -1),
        ("", -1),
        (None, -1),
        ("-1", -1),
        ("１", -1),
        ("1.5", -1),
    ],
)
def test_a_number_of_at_most_nine_digits(text: str | None, number: int) -> None:
    assert whole(text, -1) == number


def test_a_property_below_another() -> None:
    row = element('<w:trPr><w:hidden w:val="1"/></w:trPr>')
    assert (setting(row, "trPr/hidden"), switch(row, "trPr/hidden")) == ("1", True)
    assert (setting(row, "tcPr/hidden"), switch(row, "hidden")) == (None, None)
