"""The official handbook's own words: how they are known, and what stands in their place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.disclose.originals import WHY, bare_page, is_original, original_pages, original_words, without_originals
from generator.model.kinds import BranchKind
from generator.model.standard import Standard
from generator.model.standard_set import Inapplicable, StandardSet

CRITERION = "雀鸟每日清晨须在窗前歌唱一次"
BODY = "雀鸟在春天的早晨歌唱三次以上"


def standard(id: str, source: str, *criteria: dict[str, str]) -> Standard:
    rows: list[dict[str, Any]] = [
        {"编号": f"{id}.{n}", "责任主体": "支部", "检查": "人工评", "类别": "定性", **row}
        for n, row in enumerate(criteria, 1)
    ]
    return Standard.model_validate(
        {
            "编号": id,
            "名称": "歌唱的要求",
            "方面": "组织生活",
            "类别": "定性",
            "稿源": source,
            "依据": [{"文件": "方案2019", "可信度": "✔"}],
            "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
            "要点": rows,
        }
    )


def standard_set(*standards: Standard) -> StandardSet:
    kinds = tuple(BranchKind)
    return StandardSet(
        id="",
        name="举例",
        version="1",
        valid_from=None,
        valid_until=None,
        kinds=kinds,
        standards=standards,
        parameters={},
    )


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("---\n稿源: 原文\n---\n# 甲\n", True),
        ("---\n编号: 甲\n'稿源' : \"原文\"\n...\n# 甲\n", True),
        ("---\n稿源: 整理\n---\n# 甲\n", False),
        ("---\n要点:\n  - 稿源: 原文\n---\n# 甲\n", False),
        ("# 甲\n\n稿源: 原文\n", False),
    ],
)
def test_a_page_says_itself_whose_words_it_holds(tmp_path: Path, text: str, *, original: bool) -> None:
    assert is_original(text) is original
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert original_pages(tmp_path) == (frozenset({tmp_path / "a.md"}) if original else frozenset())


def test_the_words_are_runs_of_eight_characters_that_no_title_holds(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(
        f"---\n稿源: 原文\n---\n# 关于雀鸟歌唱的若干要求\n\n**{BODY}**，短句。关于雀鸟歌唱的若干要求\n",
        encoding="utf-8",
    )
    plain = tmp_path / "b.md"
    plain.write_text("没有页首信息的一页也照样读进来\n", encoding="utf-8")
    ours = standard("3.1", "整理", {"要求": "本支部自己写的一条要求"}, {"要求": CRITERION, "稿源": "原文"})
    assert list(original_words([page, plain], [standard_set(ours)])) == [
        BODY,
        "没有页首信息的一页也照样读进来",
        CRITERION,
    ]


def test_a_criterion_in_official_words_says_no_more_than_that() -> None:
    mixed = standard("3.1", "整理", {"要求": "甲"}, {"要求": CRITERION, "稿源": "原文"})
    official = standard("3.2", "原文", {"要求": CRITERION})
    ours = standard("3.3", "整理", {"要求": "乙"})
    shown = without_originals(standard_set(mixed, official, ours))
    told = "官方手册原文，没有声明可以公开"
    assert [[row.text for row in each.criteria] for each in shown.standards] == [["甲", told], [told], ["乙"]]
    assert shown.standards[2] is ours


def test_a_set_of_our_own_words_stays_as_it_is() -> None:
    ours = standard_set(standard("3.1", "整理", {"要求": "甲"}))
    assert without_originals(ours) is ours


BEFORE = {"3.1.1": "雀鸟从前每周清晨歌唱一次", "3.1.2": "雀鸟从前每月换羽毛一次"}


def revised(source: str, *sources: str) -> Standard:
    """A standard with a criterion of each source, and a wording before of two."""
    row = standard("3.1", source, *({"要求": f"第{n}条", "稿源": each} for n, each in enumerate(sources, 1)))
    return row.model_copy(update={"revisions": (row.revisions[0].model_copy(update={"before": BEFORE}),)})


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (revised("整理", "原文", "自拟"), ["3.1.2"]),
        (revised("整理", "自拟", "原文"), ["3.1.1"]),
        (revised("原文", "自拟"), ["3.1.1"]),  # the second is asked for no longer, and goes with its standard
        (revised("整理", "自拟"), ["3.1.1", "3.1.2"]),
    ],
)
def test_how_an_official_criterion_read_before_is_official_too(row: Standard, kept: list[str]) -> None:
    one = standard_set(row)
    (shown,) = without_originals(one).standards
    assert list(shown.revisions[0].before) == kept
    assert [text for id, text in BEFORE.items() if id not in kept] == [
        text for text in original_words([], [one]) if text in BEFORE.values()
    ]


def test_so_it_is_where_a_set_leaves_the_standard_out() -> None:
    row = revised("整理", "原文", "自拟")
    plain = row.model_copy(update={"revisions": ()})
    told = {"编号": "3.1", "不适用": "不设", "稿源": "整理", "依据": [{"文件": "方案2019", "可信度": "✔"}]}
    grounds = Inapplicable.model_validate({**told, "修订": [{"日期": "2019-03-01", "内容": "不设", "改前": BEFORE}]})
    elsewhere = grounds.model_copy(update={"id": "9.9"})
    one = replace(standard_set(plain), inapplicable={"3.1": grounds, "9.9": elsewhere})
    shown = without_originals(one)
    assert list(shown.inapplicable["3.1"].revisions[0].before) == ["3.1.2"]
    assert shown.inapplicable["9.9"] is elsewhere
    assert BEFORE["3.1.1"] in list(original_words([], [one]))


def test_every_link_into_a_bare_page_still_has_its_place() -> None:
    content = '<h1 id="page">甲</h1><p id="a">词</p><!-- slot: standard-head --><h2 id="b">乙</h2><p id="a">丙</p>'
    assert bare_page(content, "甲") == (
        f'<h1 id="page">甲</h1>\n<p>{WHY}<span id="a"></span><span id="b"></span></p>\n<!-- slot: standard-head -->'
    )
    assert bare_page("<p>词</p>", "甲 & 乙") == f"<h1>甲 &amp; 乙</h1>\n<p>{WHY}</p>\n"
