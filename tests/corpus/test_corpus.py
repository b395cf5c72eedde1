"""The generator of the corpus: what it writes is well-formed, has every word once, and its judge misses nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from generator.model.clause import Style
from generator.model.clause_facts import DeadlineKind, UnitRole
from tests.corpus.found import Found, differences, expected
from tests.corpus.original import Item, Kind, Original, Time, Units, lines_of_original
from tests.corpus.originals import originals
from tests.corpus.word_file import HABITS, word_file
from tests.corpus.word_lists import Numbers
from tests.corpus.word_runs import DECOY

_WINDOW = Time("3月1日—4月30日", DeadlineKind.WINDOW, "2024-03-01", "2024-04-30", "")
SMALL = Original(
    "small",
    "示例大学2024年工作方案",
    (
        Item(Style.HAN, 1, "总体要求", more=("坚持标准。",)),
        Item(
            Style.HAN,
            2,
            "学标议标（3月1日—4月30日）",
            (_WINDOW,),
            children=(Item(Style.DIGIT, 1, "自查。", units=Units(False, ((UnitRole.RESPONSIBLE, ("党支部",)),))),),
        ),
    ),
    contents=True,
)


def test_the_lines_of_an_original() -> None:
    lines = [(line.kind, line.label + line.words) for line in lines_of_original(SMALL)]
    assert lines == [
        (Kind.TITLE, "示例大学2024年工作方案"),
        (Kind.CONTENTS_HEAD, "目  录"),
        (Kind.CONTENTS, "一、总体要求"),
        (Kind.CONTENTS, "二、学标议标（3月1日—4月30日）"),
        (Kind.CLAUSE, "一、总体要求"),
        (Kind.TEXT, "坚持标准。"),
        (Kind.CLAUSE, "二、学标议标（3月1日—4月30日）"),
        (Kind.CLAUSE, "1.自查。（责任单位：党支部）"),
    ]


def test_what_has_to_be_found() -> None:
    assert expected(SMALL) == [
        Found("标题", "示例大学2024年工作方案"),
        Found("文号", ""),
        Found("主送", ""),
        Found("附件", ""),
        Found("一", "总体要求坚持标准。"),
        Found("二", "学标议标（3月1日—4月30日）", (), ("期间2024-03-01~2024-04-30",)),
        Found("二1", "自查。（责任单位：党支部）", ("责任党支部",)),
        Found("落款", ""),
    ]


def test_chapters_of_a_second_volume_are_cited_with_it() -> None:
    volumes = tuple(Item(Style.VOLUME, at, "甲", children=(Item(Style.CHAPTER, 1, "乙"),)) for at in (1, 2))
    ids = [row.id for row in expected(replace(SMALL, items=volumes))]
    assert ids[4:-1] == ["第一编", "第一章", "第二编", "第二编第一章"]


def test_differences_tell_what_is_missing_and_what_is_too_much() -> None:
    rows = expected(SMALL)
    other = [*rows[:-2], rows[-2]._replace(times=("当日2024-03-01~2024-03-01",)), rows[-1]]
    assert list(differences(rows, rows)) == []
    assert list(differences(rows, other)) == [
        "- 二1 | 自查。（责任单位：党支部） | 责任党支部 | ",
        "+ 二1 | 自查。（责任单位：党支部） | 责任党支部 | 当日2024-03-01~2024-03-01",
    ]


@pytest.mark.parametrize("name", HABITS)
def test_word_files_are_well_formed_and_keep_every_word(name: str) -> None:
    original = next(each for each in originals() if each.name == "notice")
    with ZipFile(BytesIO(word_file(original, name))) as packed:
        parts = {part: etree.fromstring(packed.read(part)) for part in packed.namelist()}
    w = parts["word/document.xml"].nsmap["w"]
    texts = [each.text or "" for each in parts["word/document.xml"].iter(f"{{{w}}}t")]
    told = "".join(texts).replace(DECOY, "")
    typed = HABITS[name].numbers is Numbers.TYPED
    for line in lines_of_original(original):
        words = (line.label if typed else "") + line.words
        assert words in told
    assert (DECOY in "".join(texts)) == (HABITS[name].revised or HABITS[name].hidden)
    assert len(re.findall("现将有关事项通知如下", told)) <= 2  # a text box stands there twice
