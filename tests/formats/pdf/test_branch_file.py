"""A branch's file on paper: what its template makes of the value, whatever the records hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from generator.formats.pdf.branch_file import branch_file_source
from generator.formats.pdf.column_widths import column_widths
from generator.formats.pdf.engine import compile_pdf
from generator.formats.pdf.typefaces import LEAN
from generator.model.branch_file import (
    BranchFile,
    FileAspect,
    FileCriterion,
    FileFinding,
    FileStandard,
    FileTable,
    FileTask,
    TaskPart,
    VerdictCount,
)
from generator.model.finding import Verdict
from generator.model.sheet_imprint import SheetImprint
from tests.pdf_content import Content, pdf_content, squeezed

IMPRINT = SheetImprint(
    institution="示例大学",
    unit="甲学院第一党支部",
    kind="支部档案（2019年度）",
    edition="党内版",
    as_of=date(2019, 11, 25),
    draft="整理稿，非正式公文",
)
MONTHS = tuple(
    FileFinding(f"{month}月", Verdict.MET, f"主题党日 1 次（{month}月8日），要求至少 1 次", f"{month}月8日主题党日")
    for month in range(1, 13)
)
ASKED = FileCriterion(
    "3.5.1", "每月至少开展 1 次主题党日", Verdict.MET, (Verdict.MET,) * 12, "12 期：12 期符合", "", MONTHS
)
QUOTED = FileCriterion(
    "3.5.2", "督查（学校事项）", Verdict.MET, (Verdict.MET,), "", "引用学校的判定：判一次，各支部相同"
)
BEHIND = FileCriterion("3.5.3", "看专人台账的", told="本项据专人台账判，只在专人版显示")
STANDARD = FileStandard("3.5", "主题党日", "方案 三（二）3", Verdict.MET, None, Verdict.MET, "符合 12 期", "", (ASKED,))
HIDDEN = FileStandard("2.5", "不显示的标准", told="本项按规定不在本版显示")
ACTIVITIES = ("日期", "类型", "议题、题目、主题与决议", "实到/应到", "缺席", "主持、记录", "证明")
EMPTY = FileTable("", ACTIVITIES, ())

FILE = BranchFile(
    imprint=IMPRINT,
    title="甲学院第一党支部",
    lead="教师党支部　甲学院党委　书记 赵甲",
    state="本支部的事项 8 条要点。",
    counts=tuple(VerdictCount(verdict, at, f"怎么办{at}") for at, verdict in enumerate(Verdict)),
    tasks=(
        TaskPart(
            "本月要办",
            "",
            (FileTask(Verdict.DUE_SOON, "开会", "到11月30日，还有 5 天", "3.2 支委会", "方案 三（二）3"),),
        ),
        TaskPart("缺项待改", "没有缺项。", ()),
    ),
    closing=None,
    facts=(("名称", "甲学院第一党支部"), ("支委", "书记 赵甲")),
    introduction=(),
    calendar=(),
    plan=None,
    visits=(),
    judged_note="佐证没有注明的在年度台账。",
    aspects=(FileAspect("三、组织生活", (STANDARD,)),),
    activities=EMPTY,
    earlier=EMPTY,
    registers=(),
)


def printed(file: BranchFile, folder: Path) -> Path:
    target = folder / "a.pdf"
    target.write_bytes(compile_pdf(branch_file_source(file), LEAN))
    return target


def pages(path: Path) -> list[str]:
    return [squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(path)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(FILE, tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def said(made: Path) -> Content:
    return pdf_content(made)


def test_shape_and_word_of_every_verdict_head_the_file(said: Content) -> None:
    for at, verdict in enumerate(Verdict):
        assert f"{verdict.shape}{verdict}" in said.cells
        assert {str(at), f"怎么办{at}"} <= set(said.cells)


def test_every_page_says_whose_it_is_which_edition_and_which_page(made: Path) -> None:
    found = pages(made)
    for at, page in enumerate(found, start=1):
        assert page.startswith("示例大学甲学院第一党支部支部档案（2019年度）")
        assert "党内版截至2019年11月25日整理稿，非正式公文" in page
        assert f"第{at}页，共{len(found)}页" in page


def test_the_first_page_says_what_matters(made: Path) -> None:
    first = pages(made)[0]
    assert "书记赵甲" in first
    assert "到11月30日，还有5天◔临期开会3.2支委会方案三（二）3" in first


def test_a_year_that_nothing_is_asked_for_has_no_counts(tmp_path: Path) -> None:
    bare = replace(FILE, counts=(), tasks=(), aspects=(), state="没有适用的标准集。")
    text = pdf_content(printed(bare, tmp_path)).text
    assert "没有适用的标准集。" in text
    assert "待人工评" not in text


def test_a_criterion_has_its_periods_as_marks_and_as_rows(said: Content) -> None:
    assert "3.5.1每月至少开展1次主题党日●符合●●●●●●●●●●●●12期：12期符合" in said.cells
    assert {"8月", "主题党日1次（8月8日），要求至少1次", "8月8日主题党日"} <= set(said.cells)


def test_a_standard_leads_to_its_findings(said: Content) -> None:
    assert said.links["3.5主题党日", ""] == 1


@pytest.mark.parametrize("above", [0, 7, 13, 19, 26, 33])
def test_criteria_without_findings_may_stand_anywhere(tmp_path: Path, above: int) -> None:
    """Typst 0.15.2 stops at a header of a table that has no rows of its own where a page ends; wherever that is."""
    mixed = FileStandard("3.5", "主题党日", "", Verdict.MET, criteria=(QUOTED, BEHIND, ASKED, BEHIND, QUOTED))
    hidden = (HIDDEN._replace(id=f"2.{at}") for at in range(above))
    standards = (*hidden, *(replace_id(mixed, at) for at in range(6)), HIDDEN._replace(id="2.99"))
    text = pdf_content(printed(replace(FILE, aspects=(FileAspect("三、组织生活", standards),)), tmp_path)).text
    assert text.count("本项据专人台账判，只在专人版显示") == 12
    assert text.count("引用学校的判定：判一次，各支部相同") == 12
    assert text.count("主题党日1次（8月8日），要求至少1次") == 6


def replace_id(standard: FileStandard, number: int) -> FileStandard:
    return standard._replace(id=f"3.{number}")


def test_a_criterion_does_not_part_from_its_first_period(tmp_path: Path) -> None:
    asked = (ASKED._replace(findings=MONTHS[: 1 + at % 7]) for at in range(120))
    standards = tuple(STANDARD._replace(id=f"3.{at}", criteria=(each,)) for at, each in enumerate(asked))
    found = pages(printed(replace(FILE, aspects=(FileAspect("三、组织生活", standards),)), tmp_path))
    assert len(found) > 4
    for page in found:
        assert not page.partition("党内版截至")[0].endswith("12期：12期符合")


def activity(at: int, told: str = "学习讨论") -> tuple[str, ...]:
    return (
        f"{at % 12 + 1}月8日\n星期四",
        "主题党日",
        f"{told}之{at}",
        "15/16",
        "请假 1",
        "支部书记\n组织委员",
        "3.5 3.8",
    )


def test_a_register_of_five_times_the_rows_takes_pages_in_proportion(tmp_path: Path) -> None:
    long = FileTable("活动台账", ACTIVITIES, tuple(activity(at) for at in range(300)))
    path = printed(replace(FILE, activities=long), tmp_path)
    said = pdf_content(path)
    assert said.cells["15/16"] == 300
    assert all(f"学习讨论之{at}" in said.cells for at in range(300))
    assert len(pages(path)) <= 4 + 300 / 25
    assert all("议题、题目、主题与决议" in page for page in pages(path) if "学习讨论之" in page)


def test_a_text_longer_than_a_page_goes_on_on_the_next(tmp_path: Path) -> None:
    long = FileTable("活动台账", ACTIVITIES, (activity(1, "很长的一句话，" * 900), activity(2)))
    text = pdf_content(printed(replace(FILE, activities=long), tmp_path)).text
    assert text.count("很长的一句话，") == 900


def places(path: Path, words: str) -> list[tuple[pypdfium2.PdfTextPage, int]]:
    found = []
    for page in pypdfium2.PdfDocument(path):
        text = page.get_textpage()
        search = text.search(words)
        while hit := search.get_next():
            found.append((text, hit[0]))
    return found


SHORT = FileTable("积分公示（2019年度）", ("日期", "证明"), (("2019年3月29日", "5.4"), ("2019年6月27日", "5.4")))
WIDE = FileTable("困难上报（2019年度）", ("日期", "困难"), (("2019年3月28日", "会议室排不上，" * 12),))


def test_small_registers_stand_side_by_side_and_lose_nothing(tmp_path: Path) -> None:
    path = printed(replace(FILE, registers=(SHORT, SHORT, SHORT, WIDE)), tmp_path)
    heights = [text.get_charbox(at)[1] for text, at in places(path, "积分公示")]
    assert len(heights) == 3
    assert heights == [pytest.approx(heights[0], abs=1)] * 3
    assert pdf_content(path).cells["2019年3月29日"] == 3
    assert "会议室排不上，" * 12 in pdf_content(path).text


def test_short_columns_are_as_wide_as_they_need_and_long_ones_share() -> None:
    short, wide = column_widths(SHORT), column_widths(WIDE)
    assert all(width > 0 for width in short.widths)
    assert short.width == pytest.approx(sum(short.widths))
    assert wide.widths[0] == short.widths[0]
    assert (wide.widths[1], wide.width) == (0.0, 60.0)
    assert wide.shares[1] > 0


def test_many_wide_columns_share_the_page() -> None:
    cells = ("十个字的一格一格一格",) * 7
    found = column_widths(FileTable("宽表", cells, (cells,)))
    assert set(found.widths) == {0.0}
    assert len(set(found.shares)) == 1
