"""Data on every sheet: markup in it is text, a character that no font has is named with the words around it, a long word stays within the paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from generator.errors import UnprintableError
from generator.formats.pdf import engine
from generator.formats.pdf.branch_file import branch_file_source
from generator.formats.pdf.checklist_copy import checklist_source
from generator.formats.pdf.duty_sheet import duty_source
from generator.formats.pdf.engine import TypstSource, compile_pdf
from generator.formats.pdf.form_sheets import forms_source
from generator.formats.pdf.leaflets import leaflet_source
from generator.formats.pdf.month_sheet import month_source
from generator.formats.pdf.overview_print import overview_source
from generator.formats.pdf.plan_print import plan_source
from generator.formats.pdf.typefaces import LEAN
from generator.model.branch_file import (
    BranchFile,
    CalendarLine,
    ClosingPart,
    FileAspect,
    FileCriterion,
    FileFinding,
    FileStandard,
    FileTable,
    FileTask,
    PlanPart,
    TaskPart,
    VerdictCount,
)
from generator.model.duty_sheet import DutyRow, DutySheet
from generator.model.finding import Verdict
from generator.model.form_sheet import BlankCell, BlankTable, FormBooklet, FormSheet
from tests.formats.pdf.test_leaflets import GUIDE, SIGN
from tests.formats.pdf.test_work_sheets import CHECKLIST, IMPRINT, MONTH, PLAN, overview

FORM = FormSheet(
    id="talk",
    number="表 3",
    revised="2019年3月1日",
    title="谈心谈话记录",
    note="只记次数，不记谈了什么。",
    answers=("3.7 谈心谈话",),
    blocks=(
        ((BlankCell("日期", required=True, hint="写全年月日"), BlankCell("形式", parts=("□当面", "□电话"))),),
        BlankTable("落实事项", "没有的写“无”", ("事项", "责任（职务）"), (3.0, 1.0), (("补一次党课", ""),), lines=2),
    ),
    signatures=("记录人（签名）",),
)
FORMS = FormBooklet(
    title="空表汇编", institution="示例大学", note="整理稿，非正式公文", as_of=date(2019, 11, 25), sheets=(FORM,)
)
_MONTHS = tuple((1, Verdict.MET if at < 11 else Verdict.NOT_DUE, f"{at}日") for at in range(1, 13))
_REVIEW = FileCriterion("3.1.2", "会议开得有质量", Verdict.AWAITING_REVIEW, told="还没有人评")
_CRITERION = FileCriterion(
    id="3.1.1",
    text="每季度至少召开一次",
    verdict=Verdict.UNMET,
    periods=(Verdict.MET, Verdict.UNMET),
    note="口径 A11",
    findings=(FileFinding("二季度", Verdict.UNMET, "记录显示没有召开", "记录本第12页"),),
)
BRANCH = BranchFile(
    imprint=replace(IMPRINT, kind="支部档案"),
    title="甲学院第一党支部2019年度支部档案",
    lead="教师党支部，属甲学院党委",
    state="台账核对至2019年10月31日",
    counts=(VerdictCount(Verdict.MET, 12, "不必做什么"), VerdictCount(Verdict.UNMET, 1, "补录或者说明")),
    tasks=(
        TaskPart("缺的", "已核对的台账里没有", (FileTask(Verdict.UNMET, "开党员大会", "二季度", "3.1 党员大会", "方案三（二）3", "没有召开"),)),
    ),
    closing=ClosingPart("上一年还有一件事", (FileTask(Verdict.DUE_SOON, "交述职报告", "3月31日", "4.4 述职", "方案三（四）4"),), "不判的另列"),
    facts=(("成立", "2015年9月10日"), ("书记", "教研室主任兼任")),
    introduction=("以实验室为家的支部。",),
    calendar=(CalendarLine("主题党日", "每月", _MONTHS),),
    plan=PlanPart(
        Verdict.MET,
        "推进计划按时报送",
        ("5月6日首次报送", "5月10日审核通过"),
        FileTable("要办的事", ("事项", "期限"), (("改进会议记录", "6月底"),)),
        FileTable("对策", ("问题", "措施"), (("常常改期", "提前一周定"),)),
        "一条在办",
    ),
    visits=(),
    judged_note="记录显示的情况，不是结论",
    aspects=(FileAspect("三、组织生活", (FileStandard("3.1", "党员大会", "方案三（二）3", Verdict.UNMET, Verdict.AWAITING_REVIEW, None, "二季度没有开", "", (_CRITERION, _REVIEW)),)),),
    activities=FileTable("活动", ("日期", "议题"), (("3月14日", "审议年度计划"),)),
    earlier=FileTable("", (), ()),
    registers=(FileTable("学时", ("职务", "学时数"), (("组织委员", "56"),)),),
)  # fmt: skip
DUTIES = DutySheet(
    imprint=replace(IMPRINT, kind="一览表"),
    title="甲学院第一党支部一览表",
    rounds=(("每季", (DutyRow("支部党员大会", "硬要求", "支部", "季末前", "3.1.1"),)),),
)
MARKUP = '#[x]$y$*z*_<a>"\\'
LONG = "abcdefghij" * 30
SHEETS = {
    source.template: source
    for source in (
        leaflet_source(GUIDE),
        leaflet_source(SIGN),
        checklist_source(CHECKLIST),
        month_source(MONTH),
        plan_source(PLAN),
        overview_source(overview(2)),
        duty_source(DUTIES),
        forms_source(FORMS),
        branch_file_source(BRANCH),
    )
}
PAGES = {"handbook"}
"""The template of pages: what it gets is markup already."""

_HAN = re.compile(r"[\u3400-\u9fff]")


def texts_of(value: Any) -> Iterator[str]:
    """Every text of the data that somebody wrote."""
    if isinstance(value, str):
        yield from [value] if _HAN.search(value) else ()
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_of(inner)


def with_text(value: Any, old: str, new: str) -> Any:
    """The data with one text in place of another."""
    if isinstance(value, Mapping):
        return {key: with_text(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [with_text(inner, old, new) for inner in value]
    return new if value == old else value


def said(data: bytes) -> str:
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    return re.sub(r"\s", "", "".join(pages))


def test_every_template_is_tried() -> None:
    folder = Path(engine.__file__).parent / "typst"
    templates = {path.stem for path in folder.glob("*.typ") if "#let document-of" in path.read_text(encoding="utf-8")}
    assert templates - PAGES == set(SHEETS)


@pytest.fixture(scope="module", params=[*SHEETS.values()], ids=[*SHEETS])
def sheet(request: pytest.FixtureRequest) -> tuple[TypstSource, list[str]]:
    """A sheet and the texts that it shows once, each of them found in one place of the data."""
    source: TypstSource = request.param
    before, told = said(compile_pdf(source, LEAN)), Counter(texts_of(source.cover))
    return source, [text for text in told if told[text] == 1 and before.count(re.sub(r"\s", "", text)) == 1]


def test_markup_in_data_is_text(sheet: tuple[TypstSource, list[str]]) -> None:
    source, shown = sheet
    cover = source.cover
    for text in shown[:40]:
        cover = with_text(cover, text, text + MARKUP)
    after = said(compile_pdf(replace(source, cover=cover), LEAN))
    assert [text for text in shown[:40] if re.sub(r"\s", "", text) + MARKUP not in after] == []
    assert len(shown) > 5


def test_a_character_that_no_font_has_is_named_with_the_words_around_it(sheet: tuple[TypstSource, list[str]]) -> None:
    source, shown = sheet
    text = shown[len(shown) // 2]
    bad = replace(source, cover=with_text(source.cover, text, f"{text}😀"))
    with pytest.raises(UnprintableError, match=re.escape(f"{text[-6:]}😀”：“😀”（U+1F600）")) as caught:
        compile_pdf(bad, LEAN)
    assert source.front in str(caught.value)


def test_a_word_of_300_letters_is_whole_and_within_the_paper(sheet: tuple[TypstSource, list[str]]) -> None:
    source, shown = sheet
    cover = with_text(source.cover, shown[len(shown) // 2], f"长{LONG}")
    made = compile_pdf(replace(source, cover=cover), LEAN)
    assert said(made).count(LONG) == 1
    for page in pypdfium2.PdfDocument(made):
        text, (width, _) = page.get_textpage(), page.get_size()
        assert max(text.get_charbox(at)[2] for at in range(text.count_chars())) < width - 10
