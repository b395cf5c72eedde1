"""Similar minutes: what is put side by side, what is taken out first, and the speed of a committee's year."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest

from generator.evaluate.similarity import Minutes, Prescribed, similar_minutes
from generator.model.records.activity import Activity

LONG = "讨论实验室搬迁期间两个课题组的值班分工"


def held(branch: str, day: str, *matters: str, **fields: Any) -> Minutes:
    row: dict[str, Any] = {"类型": ["党小组会"], "日期": day, "主持": "党小组组长", "应到": "5", "实到": "5"}
    if matters:
        row["议题"] = [{"事项": matter} for matter in matters]
    row |= {"地点": f"{branch}活动室", **fields}
    return Minutes(branch, Activity.model_validate(row))


def pairs(*rows: Minutes, prescribed: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    place = {id(row.activity): at for at, row in enumerate(rows)}
    found = similar_minutes(rows, Prescribed(prescribed))
    return [(place[id(pair.first.activity)], place[id(pair.second.activity)]) for pair in found]


def test_the_same_words_on_two_days_are_a_pair() -> None:
    assert pairs(held("a", "2019-03-12", LONG), held("b", "2019-03-20", LONG)) == [(0, 1)]


def test_so_is_a_branch_that_repeats_its_own() -> None:
    assert pairs(held("a", "2019-03-12", LONG), held("a", "2019-04-20", LONG)) == [(0, 1)]


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("2019-01-31", "2019-02-01", True),
        ("2019-03-01", "2019-04-30", True),
        ("2019-03-31", "2019-05-01", False),
        ("2019-12-31", "2020-01-01", True),
    ],
)
def test_months_are_the_same_or_neighbours(first: str, second: str, alike: bool) -> None:
    assert pairs(held("a", first, LONG), held("b", second, LONG)) == ([(0, 1)] if alike else [])


@pytest.mark.parametrize(("alike", "apart", "found"), [(17, 3, True), (16, 3, False)])
def test_85_percent_and_the_character_before(alike: int, apart: int, found: bool) -> None:
    """17 of 20 characters in common are 85 %, 16 of 19 are 84.2 %."""
    common = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午"[:alike]
    rows = held("a", "2019-03-12", common + "天地玄"[:apart]), held("b", "2019-03-13", common + "宇宙洪"[:apart])
    assert pairs(*rows) == ([(0, 1)] if found else [])


@pytest.mark.parametrize(("length", "found"), [(12, True), (11, False)])
def test_what_is_short_is_alike_by_chance(length: int, found: bool) -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑"[:length]
    assert pairs(held("a", "2019-03-12", text), held("b", "2019-03-13", text)) == ([(0, 1)] if found else [])


def test_lengths_too_far_apart_are_never_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr("generator.evaluate.similarity.ratio", lambda *texts, **_: asked.append(texts))
    short, long = "甲乙丙丁戊己庚辛壬癸子丑", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午"
    assert pairs(held("a", "2019-03-12", short), held("b", "2019-03-13", long)) == []
    assert asked == []


def test_set_phrases_and_titles_are_taken_out() -> None:
    phrases = ("认真学习传达会议精神", "研究部署本季度工作，审议通过", "集中学习《中国共产党支部工作条例（试行）》")
    assert pairs(held("a", "2019-03-12", *phrases), held("b", "2019-03-20", *phrases)) == []


def test_what_everybody_was_given_to_read_is_taken_out() -> None:
    rows = held("a", "2019-03-12", LONG), held("b", "2019-03-20", LONG)
    assert pairs(*rows, prescribed=("每月指引", f"三月：{LONG[:6]}，{LONG[6:]}。")) == []
    assert pairs(*rows, prescribed=(LONG[:-1],)) == [(0, 1)]


@pytest.mark.parametrize(("day", "place", "found"), [("2019-03-12", "报告厅", False), ("2019-03-13", "报告厅", True)])
def test_a_joint_activity_is_one_activity(day: str, place: str, found: bool) -> None:
    rows = held("a", "2019-03-12", LONG, 地点="报告厅"), held("b", day, LONG, 地点=place)
    assert pairs(*rows) == ([(0, 1)] if found else [])


def test_one_day_and_one_subject_are_a_joint_activity_too() -> None:
    assert pairs(held("a", "2019-03-12", LONG), held("b", "2019-03-12", LONG)) == []


def test_two_meetings_of_one_branch_on_one_day_are_no_joint_activity() -> None:
    assert pairs(held("a", "2019-03-12", LONG), held("a", "2019-03-12", LONG)) == [(0, 1)]


def test_every_text_of_the_minutes_counts() -> None:
    told = {
        "主题党日": {"主题": "走进校史馆听老教师讲创办时的三间平房"},
        "党课": {"题目": "从一张旧课表说起", "主讲": "支部书记"},
        "议题": [{"事项": "推荐先进个人", "决议": "报送三名候选人的材料"}],
        "落实": [{"事项": "下周一前交照片", "责任": "组织委员"}],
    }
    full = held("a", "2019-03-12", **told)
    assert pairs(full, held("b", "2019-03-20", **told)) == [(0, 1)]
    for left in told:
        less = {key: value for key, value in told.items() if key not in {left, "主题党日"}}
        assert pairs(full, held("b", "2019-03-20", **less)) == []


def test_pairs_stand_in_the_order_given() -> None:
    rows = [held(branch, f"2019-03-{day}", LONG) for branch, day in (("c", 20), ("a", 11), ("b", 15))]
    assert pairs(*rows) == [(0, 1), (0, 2), (1, 2)]


def test_minutes_without_words_are_like_no_others() -> None:
    assert pairs(held("a", "2019-03-12"), held("b", "2019-03-13")) == []


def test_a_year_of_a_committee_takes_no_time_to_wait_for() -> None:
    """24 branches with 60 activities each, all of comparable length: every pair of two months is compared."""
    letters = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张"
    rows = [
        held(
            f"b{at}",
            f"2019-{1 + number % 12:02}-{1 + at:02}",
            "".join(letters[(at * 7 + number * k) % 38] for k in range(30)),
        )
        for at in range(24)
        for number in range(60)
    ]
    before = process_time()
    similar_minutes(rows, Prescribed(["方案" * 150_000]))
    assert process_time() - before < 4  # half a second; what measures coverage takes three times as long
