"""Working copy, 本月一页, plan and overview as a printer and a reader's program see them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from generator.errors import UnprintableError
from generator.formats.pdf.checklist_copy import checklist_source
from generator.formats.pdf.engine import TypstSource, compile_pdf
from generator.formats.pdf.month_sheet import month_source
from generator.formats.pdf.overview_print import overview_source
from generator.formats.pdf.plan_print import plan_source
from generator.formats.pdf.typefaces import LEAN
from generator.model.checklist_copy import ChecklistCopy, CopyBand, CopyLine, CopyStandard
from generator.model.finding import Verdict
from generator.model.month_sheet import MonthGap, MonthRemedy, MonthSheet, MonthTask, SheetDay
from generator.model.overview_print import AspectLine, OverviewPrint, SetOverview, StandardLine, StateCell
from generator.model.plan_print import PlanPrint, PrintedPhase, PrintedTask, PrintedYear, RibbonPiece
from generator.model.sheet_imprint import SheetImprint

_MM = 72 / 25.4
_LONG = "写得很长的一句话，长到一行里放不下，要折到第二行、第三行去，"

IMPRINT = SheetImprint(
    institution="示例大学",
    unit="甲学院第一党支部",
    kind="检查清单",
    edition="党内版",
    as_of=date(2019, 11, 25),
    draft="整理稿，非正式公文",
)


def _standard(number: int) -> CopyStandard:
    months = tuple((f"{at}月", Verdict.MET if at < 11 else Verdict.NOT_DUE) for at in range(1, 13))
    lines = (
        CopyLine(f"3.{number}.1", "每月至少一次", ("自拟",), Verdict.MET, months, "11 条记录"),
        CopyLine(f"3.{number}.2", _LONG * 2, (), Verdict.UNMET, (("二季度", Verdict.UNMET),), "3月14日、5月9日"),
        CopyLine(f"3.{number}.3", "看专人台账的", (), withheld="本项据专人台账判，只在专人版显示"),
        CopyLine(f"3.{number}.4", "还没有判定的", ("基层党委事项",)),
    )
    parts = (("定量", Verdict.UNMET), ("定性", Verdict.AWAITING_REVIEW))
    return CopyStandard(f"3.{number}", f"标准{number:02}", "", parts, lines)


HIDDEN = CopyStandard("2.5", "不显示的标准", "", (), (), "本项按规定不在本版显示")
CHECKLIST = ChecklistCopy(
    imprint=IMPRINT,
    title="甲学院第一党支部2019年度检查清单",
    facts=(("所属", "甲学院党委"), ("台账核对至", "2019年10月31日")),
    notes=("方框留给现场手写。",),
    bands=(CopyBand("二　组织建设", (HIDDEN,)), CopyBand("三　组织生活", tuple(map(_standard, range(1, 13))))),
    legend=tuple(Verdict),
    signatures=("核对人（职务）", "日期"),
)

_TASK = MonthTask(
    "11月28日", "星期四，还有 3 天", Verdict.DUE_SOON, "开主题党日", "当月改期", "3.5 主题党日；方案 三（二）3"
)
_GAP = MonthGap("3.1 支部党员大会", "每季至少 1 次", "二季度", "记录显示没有召开", "补录或者说明")
_REMEDY = MonthRemedy("常常改期", "提前一周定", "组织委员", "2019年10月31日", "10月29日完成")
MONTH = MonthSheet(
    imprint=replace(IMPRINT, kind="2019年11月一页"),
    title="甲学院第一党支部2019年11月一页",
    facts=(("所属", "甲学院党委"),),
    weeks=((None, *(SheetDay(at) for at in range(1, 7))), (SheetDay(7, "3.5", "党课", "考试周"), *([None] * 6))),
    tasks=(_TASK,),
    later=(_TASK._replace(day="12月31日", text="开党员大会"),),
    quiet="记录显示：这个月没有到期的事项。",
    past=(_GAP,),
    remedies=(_REMEDY,),
    unrecorded=("3.2 支部委员会会议（10月）",),
    checked="台账核对至2019年9月30日。",
    rest="见检查清单",
)


def printed(source: TypstSource) -> bytes:
    return compile_pdf(source, LEAN)


@pytest.fixture(scope="module")
def checklist() -> bytes:
    return printed(checklist_source(CHECKLIST))


@pytest.fixture(scope="module")
def month() -> bytes:
    return printed(month_source(MONTH))


def texts(data: bytes) -> list[str]:
    return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(data)]


def drawn(data: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """What is drawn on a page: left, bottom, right, top in millimetres, strokes included."""
    found = pypdfium2.PdfDocument(data)[page].get_objects(filter=[2])
    return [tuple(side / _MM for side in shape.get_bounds()) for shape in found]


def boxes(data: bytes, page: int) -> list[tuple[float, float, float, float]]:
    shapes = drawn(data, page)
    return [row for row in shapes if 4 <= row[2] - row[0] <= 5 and abs((row[2] - row[0]) - (row[3] - row[1])) < 0.1]


def rules(data: bytes, page: int) -> list[float]:
    """The heights of the lines over the whole width of the tables, from the foot up."""
    wide = [row for row in drawn(data, page) if row[2] - row[0] > 160 and row[3] - row[1] < 0.5]
    return sorted({(bottom + top) / 2 for _, bottom, _, top in wide})


def roles(data: bytes) -> Counter[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        waiting: list[object] = [pdf.Root.StructTreeRoot]
        found: Counter[str] = Counter()
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting.extend(node)
            elif isinstance(node, pikepdf.Dictionary) and ("/S" in node or "/K" in node):
                found[str(node.get("/S", ""))] += 1
                waiting.append(node.get("/K"))
    return found


def test_rows_of_the_working_copy_are_seven_millimetres_high_or_more(checklist: bytes) -> None:
    count = 0
    for page in range(len(pypdfium2.PdfDocument(checklist))):
        lines = rules(checklist, page)
        for _, bottom, _, top in boxes(checklist, page):
            below, above = max(at for at in lines if at < bottom), min(at for at in lines if at > top)
            assert above - below >= 7
            count += 1
    assert count == 4 * 12


def test_the_box_to_tick_is_four_millimetres_wide_or_more_inside_its_line(checklist: bytes) -> None:
    line = 0.5 / _MM
    sides = {round(right - left - 2 * line, 1) for left, _, right, _ in boxes(checklist, 0)}
    assert sides == {4.2}


def test_the_left_margin_leaves_room_for_binding(checklist: bytes) -> None:
    for page in range(len(pypdfium2.PdfDocument(checklist))):
        left = min(left for left, *_ in drawn(checklist, page))
        assert 24.7 <= left <= 25.1


def test_a_standard_stands_above_its_criteria_on_every_page_and_never_alone(checklist: bytes) -> None:
    seen = [re.findall(r"标准(\d\d)", page) for page in texts(checklist)]
    assert sorted({name for page in seen for name in page}) == [f"{at:02}" for at in range(1, 13)]
    for page, text in enumerate(texts(checklist)):
        last = re.findall(r"3\.(\d+)标准", text)
        if last:
            assert f"3.{last[-1]}." in text.rpartition(f"3.{last[-1]}标准")[2]
        first = re.search(r"3\.(\d+)\.[234]", text)
        if first and page:
            assert f"3.{first[1]}标准" in text[: first.start()]


def test_nothing_that_the_checklist_says_is_missing(checklist: bytes) -> None:
    whole = "".join(texts(checklist))
    for number in range(1, 13):
        assert f"3.{number}.1每月至少一次〔自拟〕" in whole
        assert f"3.{number}.4还没有判定的〔基层党委事项〕" in whole
    assert whole.count("写得很长的一句话") == 2 * 12
    assert whole.count("本项据专人台账判，只在专人版显示") == 12
    assert whole.count("●●●●●●●●●●○○") == 12
    assert "2.5不显示的标准本项按规定不在本版显示" in whole
    assert all(word in whole for word in ("核对人（职务）", "现场记要", "整理稿，非正式公文", "截至2019年11月25日"))


def test_its_tables_have_header_cells_and_its_bands_are_headings(checklist: bytes) -> None:
    found = roles(checklist)
    assert (found["/H1"], found["/H2"], found["/Table"]) == (1, 2, 3)
    assert found["/TH"] >= 2 * 6


def test_a_month_is_one_page_with_all_it_has_to_say(month: bytes) -> None:
    (text,) = texts(month)
    for words in (
        "7到期3.5已办党课考试周", "11月28日星期四，还有3天◔临期开主题党日当月改期3.5主题党日；方案三（二）3",
        "二季度3.1支部党员大会：每季至少1次记录显示没有召开补录或者说明", "常常改期提前一周定组织委员2019年10月31日10月29日完成",
        "12月31日", "开党员大会", "台账核对至2019年9月30日。3.2支部委员会会议（10月）。", "记要",
    ):  # fmt: skip
        assert words in text
    assert "没有列在这一页" not in text


def test_a_month_with_nothing_to_do_says_so() -> None:
    (text,) = texts(printed(month_source(replace(MONTH, tasks=(), later=(), past=(), remedies=(), unrecorded=()))))
    assert MONTH.quiet in text
    assert "记录显示没有期限已过的缺项。" in text
    assert "记录显示没有。" in text
    assert "上月和已过期限的对策" not in text


@pytest.mark.parametrize("times", [3, 30])
def test_a_month_that_is_too_full_stays_one_page_and_counts_what_it_left_out(times: int) -> None:
    full = replace(
        MONTH,
        tasks=tuple(_TASK._replace(text=f"甲{at:03}{_LONG}") for at in range(times)),
        past=tuple(_GAP._replace(reason=f"乙{at:03}{_LONG * 2}") for at in range(times)),
        remedies=tuple(_REMEDY._replace(problem=f"丙{at:03}{_LONG}") for at in range(times)),
        later=tuple(_TASK._replace(text=f"丁{at:03}{_LONG}") for at in range(times)),
        unrecorded=tuple(f"戊{at:03}" for at in range(times)),
    )
    (text,) = texts(printed(month_source(full)))
    shown = sum(len(re.findall(rf"{mark}\d\d\d", text)) for mark in "甲乙丙丁戊")
    left = sum(map(int, re.findall(r"另有(\d+)条没有列在这一页，见检查清单。", text)))
    assert shown + left == 5 * times
    assert "甲000" in text


def test_a_text_of_any_length_never_makes_a_second_page() -> None:
    (text,) = texts(printed(month_source(replace(MONTH, past=(_GAP._replace(reason=_LONG * 80),)))))
    assert "另有1条没有列在这一页" in text


_WORD, _MARKUP = "a" * 300, '#let x = 1 *粗* $a$ @ref <tag> "引" \\\\ [x] // 注 https://e.org/a_b'


@pytest.mark.parametrize("text", [_WORD, _MARKUP])
def test_texts_of_records_are_set_as_they_are_within_their_cells(text: str) -> None:
    lines = (CopyLine("3.1.1", text, (), Verdict.MET, (("1月", Verdict.MET),) * 40, text),)
    band = CopyBand("三　组织生活", (CopyStandard("3.1", text, "", (), lines),))
    sheets = (
        checklist_source(replace(CHECKLIST, bands=(band,))),
        month_source(replace(MONTH, tasks=(_TASK._replace(text=text, how=text),), past=(_GAP._replace(reason=text),))),
    )
    for data in map(printed, sheets):
        assert "".join(texts(data)).count(re.sub(r"\s", "", text)) == 3
        for page in pypdfium2.PdfDocument(data):
            words = page.get_textpage()
            right = max(words.get_charbox(at)[2] for at in range(words.count_chars()))
            assert right <= page.get_width() - 11 * _MM


def test_a_character_without_glyph_is_told_with_its_sheet() -> None:
    with pytest.raises(UnprintableError, match=r"甲学院第一党支部2019年11月一页“.*”：“𓀀”"):
        printed(month_source(replace(MONTH, past=(_GAP._replace(reason="记录显示𓀀"),))))


TASKS = (
    PrintedTask(
        "三（一）1", "定计划", "党委组织部", "4月30日", "", False, "已过 209 天", Verdict.MET, "记录显示已报送", ""
    ),
    PrintedTask("三（一）2", "整顿", "基层党委", "8月31日", "8月底前", True, "", None, "", "本项按规定不在本版显示"),
)
PLAN = PlanPrint(
    imprint=replace(IMPRINT, unit="", kind="2019年工作方案"),
    title="示例大学推进方案",
    judged=True,
    facts=(("方案编号", "方案2019"),),
    ribbon=PrintedYear(
        months=(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31),
        lanes=((RibbonPiece(59, "", "", False), RibbonPiece(306, "一 强化意识", "3月1日—12月31日", True)),),
        before=328,
        today="11月25日",
    ),
    phases=(PrintedPhase("阶段一 强化意识", "强化意识", "方案 三（一）", "3月—4月", "已过", ((Verdict.MET, 1),), TASKS),),
    overdue=(TASKS[0],),
    upcoming=(),
    withheld="不列入这两张表：三（一）2，本项按规定不在本版显示。",
    units=(("党委组织部", "1 项", "三（一）1（4月30日）"),),
    goals=(("更加务实", "一 政治建设", "三（一）1 定计划", ((Verdict.MET, 1),)),),
    documents=(("条例", "上级", "2018年10月28日", "✔ 有原文依据"),),
    handouts=(("党支部书记", "24", "23", "2019年3月20日"),),
)  # fmt: skip


def test_a_plan_shows_how_its_tasks_stand() -> None:
    text = "".join(texts(printed(plan_source(PLAN))))
    for words in (
        "一强化意识3月1日—12月31日", "截至11月25日▲", "三（一）1定计划党委组织部4月30日●符合",
        "8月31日〔跨阶段〕8月底前本项按规定不在本版显示", "已过209天三（一）1定计划党委组织部●符合记录显示已报送",
        "没有这样的任务。", PLAN.withheld, "更加务实一政治建设三（一）1定计划●符合1项", "党支部书记2423",
    ):  # fmt: skip
        assert words in text


def test_a_plan_for_the_public_has_no_states() -> None:
    public = replace(
        PLAN,
        judged=False,
        phases=(
            PLAN.phases[0]._replace(counts=(), tasks=tuple(row._replace(verdict=None, reason="") for row in TASKS)),
        ),
        overdue=(),
        goals=(("更加务实", "一 政治建设", "三（一）1 定计划", ()),),
        handouts=(),
    )
    text = "".join(texts(printed(plan_source(public))))
    assert not any(verdict.value in text for verdict in Verdict)
    assert not any(word in text for word in ("状态", "逾期", "签收"))
    assert "三（一）2整顿本项按规定不在本版显示" in text


def _names(count: int) -> tuple[str, ...]:
    return tuple(f"{'丙乙甲'[at % 3]}{at:03}学院党委" for at in range(count))


def overview(count: int) -> OverviewPrint:
    columns = tuple(f"{aspect}.{at}" for aspect in range(1, 8) for at in range(1, 6))
    cells = tuple(StateCell(Verdict.UNMET, 12) if at % 2 else StateCell(Verdict.MET, 0) for at in range(len(columns)))
    pressing = ((Verdict.UNMET, 3), (Verdict.AWAITING_REVIEW, 12))
    return OverviewPrint(
        imprint=replace(IMPRINT, unit="", kind="总览"),
        title="示例大学总览",
        facts=(("党支部", "9 个"),),
        sets=(
            SetOverview(
                name="",
                aspects=tuple(f"{at} 政治建设" for at in range(7)),
                committees=tuple(AspectLine(name, "4 个支部", (pressing,) * 7) for name in _names(count)),
                columns=columns,
                matrix=tuple((name, cells) for name in _names(count)),
                withheld="2.5：不显示",
            ),
        ),
        counted=(Verdict.UNMET, Verdict.MET),
        standards=tuple(StandardLine(f"{id} 标准", (2, 0), "到11月30日") for id in columns),
        duty_columns=("7.1",),
        duties=(("示例大学", (Verdict.MET,)), *((name, (None,)) for name in _names(count))),
        plans=tuple((name, "4", "3", "1", "0", "2") for name in _names(count)),
        closing=((_names(1)[0], pressing),),
        closing_year="2018年",
        legend=tuple(Verdict),
    )


@pytest.fixture(scope="module")
def small_overview() -> bytes:
    return printed(overview_source(overview(6)))


def test_an_overview_of_few_committees_is_a_few_pages_in_the_given_order(small_overview: bytes) -> None:
    pages = texts(small_overview)
    assert len(pages) <= 4
    assert [name for name in _names(6) if name in pages[0]] == list(_names(6))
    places = [pages[0].index(name) for name in _names(6)]
    assert all(first < then for first, then in pairwise(places))
    whole = "".join(pages)
    assert "▲缺项3✎待人工评12" in whole
    assert "1.1标准2到11月30日" in whole
    assert "丙000学院党委▲缺项3✎待人工评12" in whole.partition("上年收尾（2018年）")[2]
    assert "2.5：不显示" in whole


def test_thirty_five_standards_stand_side_by_side_within_the_page(small_overview: bytes) -> None:
    last = len(texts(small_overview)) - 1
    width, height = pypdfium2.PdfDocument(small_overview)[last].get_size()
    assert width > height
    assert max(right for _, _, right, _ in drawn(small_overview, last)) * _MM <= width - 13 * _MM
    assert "7.5" in texts(small_overview)[-1]


def test_an_overview_of_many_committees_goes_on_with_its_heads() -> None:
    pages = texts(printed(overview_source(overview(80))))
    assert all(sum(name in page for page in pages) >= 3 for name in _names(80))
    assert sum("基层党委（党总支）1.11.2" in page for page in pages) >= 2


@pytest.mark.parametrize("source", [checklist_source(CHECKLIST), month_source(MONTH), plan_source(PLAN)])
def test_the_same_words_give_the_same_bytes(source: TypstSource) -> None:
    assert printed(source) == printed(source)
