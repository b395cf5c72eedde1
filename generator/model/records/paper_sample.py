"""文书样本 (`docs/samples/*.yml`): the wording of a paper that branches hand in, vote by or sign, as data.

An institution replaces the words without code.  The program fills in what the records say; whatever it does not know
stays a visible blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.model.fields import Name, Text
from generator.model.record import Audience, Record, entry
from generator.model.standard import Basis

_PUBLIC = Audience.PUBLIC

FACTS = (
    "支部",
    "上级党组织",
    "党员",
    "正式党员",
    "预备党员",
    "过半",
    "五分之四",
    "当选日",
    "届满日",
)
"""What the program can fill in, written 【支部】 in a text: numbers are of the day, 过半 and 五分之四 of full members."""

BLANK = "＿＿＿＿"

_FACT = re.compile(r"【(?P<name>[^【】]*)】")


def _known(text: str) -> str:
    for found in _FACT.finditer(text):
        if found["name"] not in FACTS:
            values = {"value": found[0], "expected": "、".join(f"【{name}】" for name in FACTS)}
            raise PydanticCustomError("enum", "“{value}”不是程序会填的；手填的地方写 ＿＿", values)
    return text


Wording = Annotated[Text, AfterValidator(_known)]
"""A text with facts that are known; its lines are marked as in `paper_text`."""


class SampleLayout(StrEnum):
    """版面: like an official document, or a sheet with tables to fill in."""

    LETTER = "公文"
    SHEET = "表单"


class PaperSample(Record):
    """文书样本: what it is for, what it rests on, and its words."""

    name: Name = entry("名称", _PUBLIC, example="换届请示")
    purpose: Text = entry("用途", _PUBLIC, example="届满以前报上级党组织")
    standards: tuple[Text, ...] = entry("标准", _PUBLIC, example=["2.3"], hint="写到哪几项标准")
    basis: tuple[Basis, ...] = entry("依据", _PUBLIC, example=[{"文件": "支部工作条例"}])
    layout: SampleLayout = entry("版面", _PUBLIC, example="公文", default=SampleLayout.LETTER, hint="公文，或者表单")
    text: Wording = entry(
        "正文",
        _PUBLIC,
        example="# 关于【支部】换届选举的请示",
        hint="一行一段：“# ”标题，“## ”小标题，“> ”说明，“: ”顶格，“@ ”落款，“| 甲 | 乙 |”表格，行末“×5”是同样的五行",
    )

    def filled(self, given: Mapping[str, str]) -> str:
        """The text with what is known put in, and a blank for the rest."""
        return _FACT.sub(lambda found: given.get(found["name"]) or BLANK, self.text)
