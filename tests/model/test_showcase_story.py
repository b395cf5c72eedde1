"""The prose of a showcase at its fixed headings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.showcase_story import STORY_HEADINGS, StorySection, story_length, story_of


def test_the_parts_come_in_the_order_in_which_they_are_written() -> None:
    prose = "开头。\n\n## 起点\n\n一。\n\n### 小标题\n\n二。\n\n##  结果 ##\n三。\n"
    assert story_of(prose) == (
        StorySection("", "开头。", 1),
        StorySection("起点", "一。\n\n### 小标题\n\n二。", 3),
        StorySection("结果", "三。", 11),
    )


def test_nothing_above_the_first_heading_is_no_part() -> None:
    assert [part.heading for part in story_of("\n\n## 起点\n\n一。\n")] == ["起点"]
    assert story_of("") == ()


def test_spaces_and_headings_are_not_read() -> None:
    assert story_length("## 起点\n\n一 二\n三。\n") == 4


@given(st.lists(st.tuples(st.sampled_from(STORY_HEADINGS), st.text("甲乙。\n", min_size=1))))
def test_every_character_below_a_heading_is_in_its_part(parts: list[tuple[str, str]]) -> None:
    prose = "".join(f"## {heading}\n{text}\n" for heading, text in parts)
    assert [(part.heading, part.text) for part in story_of(prose)] == [(name, text.strip()) for name, text in parts]
