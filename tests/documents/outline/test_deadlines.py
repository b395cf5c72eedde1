"""How times are written, and the year of those that name none."""

from __future__ import annotations

from datetime import date

import pytest

from generator.documents.outline.deadlines import times_in
from generator.documents.outline.parser import parse_outline
from generator.documents.outline.years import YearFrame
from generator.model.clause_facts import DayOfYear

FRAME = YearFrame(2024, date(2024, 5, 6), rolls=True)


def read(text: str, frame: YearFrame = FRAME, *, due: bool = False) -> list[str]:
    found = times_in(text, frame, due=due)
    assert all(text[each.start : each.end] == each.text for each in found.deadlines)
    return [
        f"{each.kind.value} {each.every or ''}{each.since or ''}~{each.until or ''} {each.text}"
        for each in found.deadlines
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月22日14点前", "之前 ~2024-05-22 5月22日14点前"),
        ("5月22日（周三）前", "之前 ~2024-05-22 5月22日（周三）前"),
        ("6月10日（农历五月初五）前", "之前 ~2024-06-10 6月10日（农历五月初五）前"),
        ("6月10日（星期一，农历五月初五）前", "之前 ~2024-06-10 6月10日（星期一，农历五月初五）前"),
        ("5月22日十七时三十分以前", "之前 ~2024-05-22 5月22日十七时三十分以前"),
        ("5月22日晚8点", "当日 2024-05-22~2024-05-22 5月22日晚8点"),
        ("5月22日前往", "当日 2024-05-22~2024-05-22 5月22日"),
        ("至迟于6月1日", "之前 ~2024-06-01 至迟于6月1日"),
        ("最迟不得超过6月1日", "之前 ~2024-06-01 最迟不得超过6月1日"),
        ("报送期限为6月1日", "之前 ~2024-06-01 6月1日"),
        ("6月1日截止", "之前 ~2024-06-01 6月1日截止"),
        ("不迟于6月", "之前 ~2024-06-30 不迟于6月"),
        ("6月前", "之前 ~2024-05-31 6月前"),
        ("二季度前", "之前 ~2024-03-31 二季度前"),
        ("第4季度", "期间 2024-10-01~2024-12-31 第4季度"),
        ("一至三季度", "期间 2024-01-01~2024-09-30 一至三季度"),
        ("2025年上半年", "期间 2025-01-01~2025-06-30 2025年上半年"),
        ("下半年底前", "之前 ~2024-12-31 下半年底前"),
        ("二〇二五年二月二十八日前", "之前 ~2025-02-28 二〇二五年二月二十八日前"),
        ("2024.3.1-2024.4.30", "期间 2024-03-01~2024-04-30 2024.3.1-2024.4.30"),
        ("11月1日—2025年2月28日", "期间 2024-11-01~2025-02-28 11月1日—2025年2月28日"),
        ("11月1日—2024年2月28日", "期间 2023-11-01~2024-02-28 11月1日—2024年2月28日"),
        ("2023年9月—2024年3月", "期间 2023-09-01~2024-03-31 2023年9月—2024年3月"),
        ("2024-03-01至04-30", "期间 2024-03-01~2024-04-30 2024-03-01至04-30"),
        ("5月22日（含当日）前", "之前 ~2024-05-22 5月22日（含当日）前"),
        ("每周三17:00前", "周期 周~ 每周三17:00前"),
        ("即日起至5月20日", "之前 ~2024-05-20 即日起至5月20日"),
        ("5月20日至年底", "期间 2024-05-20~2024-12-31 5月20日至年底"),
        ("10月中下旬", "期间 2024-10-11~2024-10-31 10月中下旬"),
        ("“七一”前", "之前 ~2024-06-30 “七一”前"),
        ("国庆节前", "之前 ~2024-09-30 国庆节前"),
        ("11月至2月", "期间 2024-11-01~2025-02-28 11月至2月"),
        ("2023年11月—2月", "期间 2023-11-01~2024-02-29 2023年11月—2月"),
        ("2024.5—2024.10", "期间 2024-05-01~2024-10-31 2024.5—2024.10"),
        ("2024年年底", "之前 ~2024-12-31 2024年年底"),
        ("今年底", "之前 ~2024-12-31 今年底"),
        ("每年6月30日前", "周期 年~ 每年6月30日前"),
        ("每季度首月", "周期 季~ 每季度首月"),
    ],
)
def test_a_time_is_read_as_it_is_written(text: str, expected: str) -> None:
    assert read(f"于{text}，办理。") == [expected]


@pytest.mark.parametrize(
    "text",
    ["3.5以上", "前三季度", "一季度一次", "第4.2条", "3-5个月", "三年内", "全年", "20日前", "学年末", "国庆前后"],
)
def test_numbers_that_are_no_times(text: str) -> None:
    assert read(f"办理{text}。") == []


def test_words_that_end_like_a_year() -> None:
    assert read("应当年底前办理，每次年底前报告") == ["之前 ~2024-12-31 年底前", "之前 ~2024-12-31 年底前"]


def test_a_column_of_deadlines_needs_no_word_for_before() -> None:
    assert read("5.20", due=True) == ["之前 ~2024-05-20 5.20"]
    assert read("2024-06", due=True) == ["之前 ~2024-06-30 2024-06"]
    assert read("5月", due=True) == ["之前 ~2024-05-31 5月"]
    assert read("全年", due=True) == ["期间 2024-01-01~2024-12-31 全年"]
    assert read("5.20-6.10", due=True) == ["期间 2024-05-20~2024-06-10 5.20-6.10"]


def test_a_day_without_a_month_is_of_the_month_before_it() -> None:
    assert read("3月15日报名，不晚于20日") == ["当日 2024-03-15~2024-03-15 3月15日", "之前 ~2024-03-20 不晚于20日"]
    assert read("不晚于20日，超过20日的除外") == []
    assert read("3月15日前报名，20日17时前评审，廿五日前公示") == [
        "之前 ~2024-03-15 3月15日前",
        "之前 ~2024-03-20 20日17时前",
        "之前 ~2024-03-25 廿五日前",
    ]


def test_days_near_the_day_of_issue() -> None:
    assert read("本月底前；下月5日前；下个月中旬；本周五前；下周一") == [
        "之前 ~2024-05-31 本月底前",
        "之前 ~2024-06-05 下月5日前",
        "期间 2024-06-11~2024-06-20 下个月中旬",
        "之前 ~2024-05-10 本周五前",
        "当日 2024-05-13~2024-05-13 下周一",
    ]
    assert read("本月底前；本周五前", YearFrame(2024)) == []


@pytest.mark.parametrize(
    "text", ["正月十五前", "腊月廿三", "农历八月十五前", "农历甲辰年五月初五", "八月初八", "闰四月", "春节前"]
)
def test_lunar_days_are_told_and_not_converted(text: str) -> None:
    found = times_in(f"{text}办理", FRAME)
    assert (found.deadlines, found.lunar) == ((), ((text, 0),))
    assert any(note.text == f"一：“{text}”是农历，没有换算成公历" for note in parse_outline(f"一、于{text}办理").notes)


def days(text: str) -> list[str]:
    return [str(each.until) for clause in parse_outline(text).walk() for each in clause.deadlines]


@pytest.mark.parametrize(
    ("title", "serial", "day", "expected"),
    [
        ("关于2023年度总结的通知", "", "2024年1月5日", "2024"),
        ("关于2023年度总结的通知", "", "2023年12月20日", "2024"),
        ("2024年工作方案", "", "2023年12月20日", "2024"),
        ("2023年工作方案", "", "2023年12月20日", "2023"),
        ("关于2023年度总结的通知", "校党〔2024〕1号", "", "2024"),
        ("2024年工作方案", "校党〔2023〕9号", "", "2024"),
        ("2024年工作方案", "", "", "2024"),
        ("关于印发《2022年工作方案》的通知", "", "2023年3月1日", "2023"),
        ("关于报送材料的通知", "", "2023年11月20日", "2024"),
        ("关于报送材料的通知", "", "2023年4月20日", "2023"),
        ("关于报送材料的通知", "", "2023年5月1日", "2024"),
        ("工作方案", "", "2023年7月20日", "2023"),
        ("工作方案", "", "2023年8月1日", "2024"),
        ("2023—2024学年工作方案", "", "2023年9月1日", "2024"),
        ("2023-2024学年工作方案", "", "", "2024"),
    ],
)
def test_the_year_of_issue_decides_unless_the_title_names_a_later_one(
    title: str, serial: str, day: str, expected: str
) -> None:
    text = f"{serial}\n{title}\n各支部：\n一、报送\n1月20日前报送。\n党委组织部\n{day}"
    assert days(text) == [f"{expected}-01-20"]


def test_an_attachment_is_of_the_day_on_which_it_was_issued() -> None:
    notice = "关于印发《2023年度工作方案》的通知\n各支部：\n现印发给你们。\n党委组织部\n2024年1月5日\n"
    assert days(f"{notice}附件\n2023年度工作方案\n一、报送\n3月底前报送。") == ["2024-03-31"]
    assert days(f"{notice}\n2023年度工作方案\n一、报送\n3月底前报送。\n二、总结\n4月底前总结。") == [
        "2024-03-31",
        "2024-04-30",
    ]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2025年工作安排", "2025-03-31"),
        ("2023年工作回顾", "2023-03-31"),
        ("2023年度总结报送", "2024-03-31"),
        ("第一阶段（2024年11月—2025年4月）", "2025-03-31"),
        ("第一阶段（11月1日—4月30日）", "2025-03-31"),
        ("启动（2025年1月底前）", "2025-03-31"),
    ],
)
def test_a_heading_governs_the_years_below_it(heading: str, expected: str) -> None:
    assert days(f"工作方案\n一、{heading}\n（一）3月底前完成。\n党委组织部\n2024年5月6日")[-1] == expected


def test_relative_years_count_from_the_year_before_them() -> None:
    assert read("2022年10月启动，次年3月底前完成；去年12月") == [
        "期间 2022-10-01~2022-10-31 2022年10月",
        "之前 ~2023-03-31 次年3月底前",
        "期间 2023-12-01~2023-12-31 去年12月",
    ]
    assert read("2022年12月启动，1月底前完成")[-1] == "之前 ~2023-01-31 1月底前"
    assert read("2022年12月启动；1月底前完成")[-1] == "之前 ~2022-01-31 1月底前"
    assert read("次年3月底前", YearFrame()) == ["之前 ~--03-31 次年3月底前"]


def test_a_window_leaves_the_year_open_where_it_does_not_reach() -> None:
    frame = YearFrame(2024, window=(DayOfYear(2024, 11, 1), DayOfYear(2025, 2, 28)))
    assert read("11月1日—2025年2月28日", YearFrame()) == ["期间 2024-11-01~2025-02-28 11月1日—2025年2月28日"]
    assert [frame.year_of(12, 1), frame.year_of(1, 1), frame.year_of(5, 1)] == [2024, 2025, 2024]
