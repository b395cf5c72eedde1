"""Papers about branches: 会前三件, minutes, returns, 接手一页; what stands in them, and what may not."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from docx import Document
from python_calamine import CalamineWorkbook

from generator import cli
from generator.formats.return_xlsx import return_xlsx
from generator.model.paper import Paper, PaperTable, PaperText, cells
from generator.model.record import Audience
from generator.model.records.activity import Activity
from generator.model.shape import shape_of
from tests.conftest import Project

REGISTER = """活动:
  - 类型: [支部党员大会]
    日期: 2019-03-14
    时间: 14:30-16:10
    主持: 支部书记
    记录: 组织委员
    应到: 8
    不计入: {合计: 1, 依据: ["无表决权、选举权"]}
    实到: 7
    缺席: {请假: 1, 未请假: 0}
    议题:
      - {事项: 审议<计划>&安排, 表决: {应到会有表决权: 7, 到会: 7, 赞成: 7, 反对: 0, 弃权: 0}, 决议: 通过}
      - {事项: 通报情况}
    落实: [{事项: 张贴公示, 责任: 宣传委员, 期限: 2019-12-20}]
    原始记录: 记录本第12页
    录入: 2019-03-15
    备注: 签到表放在铁皮柜第三层
  - {类型: [支部委员会会议], 日期: 2019-10-10, 主持: 支部书记, 应到: 3, 实到: 3, 议题: [{事项: 研究整改}], 落实: [{事项: 起草方案, 责任: 书记}]}
  - {类型: [专题学习], 日期: 2019-10-11, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 学习条例}]}
推进计划: {工作: [{事项: 规范主题党日, 责任: 组织委员, 期限: 2019-12-15}, {事项: 早该办的, 责任: 组织委员, 期限: 2019-04-15}]}
对策:
  - {问题: 改期没有理由, 类别: [虚化], 标准: ["3.1"], 措施: 改期当月报告, 责任: 组织委员, 期限: 2019-12-30}
  - {问题: 记录不全, 类别: [虚化], 标准: ["3.1"], 措施: 补齐记录, 责任: 组织委员, 期限: 2019-06-30, 完成: 2019-06-20}
"""
ELECTION = """换届: [{日期: 2018-06-20, 批复: 学院党委批复, 批复日: 2018-06-12, 应到有选举权: 8, 实到有选举权: 8}]
"""


@pytest.fixture
def filled(project: Project) -> Project:
    project.write("records/units/aa/aa-1/2019.yml", REGISTER)
    project.write("records/units/aa/aa-1/2018.yml", ELECTION)
    return project


def run(project: Project, out: Path, *given: str) -> Result:
    return CliRunner().invoke(cli.cli, [*given, "--config", str(project.config), "--out", str(out)])


def read(path: Path) -> str:
    document = Document(str(path))
    found = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(row.text for row in document.paragraphs), *found])


def table(path: Path, at: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(str(path)).tables[at].rows]


MINUTES = ("word", "minutes", "aa-1", "--date", "2019-03-14")
MEETING = ("word", "meeting", "aa-1", "--kind", "支部党员大会", "--date", "2019-12-05", "--time", "14:30")


def test_the_three_papers_of_a_meeting(filled: Project, tmp_path: Path) -> None:
    done = run(filled, tmp_path, *MEETING, "--place", "教学楼302")
    assert [Path(line).name for line in done.stdout.split()] == [
        f"aa-1-2019-12-05-{name}.docx" for name in ("notice", "agenda", "sign-in")
    ]
    notice = read(tmp_path / "aa-1-2019-12-05-notice.docx")
    assert "关于召开支部党员大会的通知\n各位党员：" in notice
    assert "2019年12月5日（星期四）14:30，教学楼302。" in notice
    assert notice.endswith("甲学院第一党支部\n2019年11月25日")


def test_the_agenda_has_what_the_last_meeting_left_to_do_and_what_falls_due(filled: Project, tmp_path: Path) -> None:
    run(filled, tmp_path, *MEETING)
    made = read(tmp_path / "aa-1-2019-12-05-agenda.docx")
    for told in ("张贴公示（责任 宣传委员）", "起草方案（责任 书记）", "改期当月报告（责任 组织委员）", "规范主题党日"):
        assert told in made
    assert "补齐记录" not in made  # done
    assert "早该办的" not in made  # far from the day of the meeting
    assert "每季度至少召开 1 次" in made
    assert "接收预备党员、转正，到会须超过半数" in made


def test_older_resolutions_are_left_out_unless_their_day_is_to_come(filled: Project, tmp_path: Path) -> None:
    run(filled, tmp_path, "word", "meeting", "aa-1", "--kind", "专题学习", "--date", "2019-12-05")
    made = read(tmp_path / "aa-1-2019-12-05-agenda.docx")
    assert "张贴公示" in made  # due on 20 December
    assert "起草方案" not in made  # without a day, and before the last meeting of the kind


def test_a_sheet_to_sign_has_as_many_lines_as_people_and_no_names(filled: Project, tmp_path: Path) -> None:
    run(filled, tmp_path, *MEETING)
    lines = table(tmp_path / "aa-1-2019-12-05-sign-in.docx", 1)
    assert [row[0] for row in lines] == ["序号", "1", "2", "3", "4", "5"]
    assert {cell for row in lines[1:] for cell in (*row[1:3], *row[4:])} == {""}
    assert "应到\n9 人（含预备党员）" in read(tmp_path / "aa-1-2019-12-05-sign-in.docx")
    assert "钱乙丙" not in read(tmp_path / "aa-1-2019-12-05-sign-in.docx")


def test_a_meeting_without_a_day_needs_a_planned_one(filled: Project, tmp_path: Path) -> None:
    done = run(filled, tmp_path, "word", "meeting", "aa-1", "--kind", "主题党日")
    assert (done.exit_code, "没有定主题党日的计划日" in done.stderr) == (2, True)
    assert "没有“例会”这种活动" in run(filled, tmp_path, "word", "meeting", "aa-1", "--kind", "例会").stderr


def test_minutes_have_every_field_that_their_readers_may_see(filled: Project, tmp_path: Path) -> None:
    run(filled, tmp_path, "word", "minutes", "aa-1", "--date", "2019-03-14")
    assert (tmp_path / "aa-1-2019-03-14-minutes.docx").stat().st_mode & 0o777 == 0o600
    made = read(tmp_path / "aa-1-2019-03-14-minutes.docx")
    written = {"日期", "时间", "主持", "记录", "应到", "不计入", "实到", "议题", "落实", "原始记录", "录入", "类型"}
    assert written <= {shape.label for shape in shape_of(Activity) if shape.audience is not Audience.RESTRICTED}
    for label in written:
        assert f"\n{label}" in made
    assert "审议<计划>&安排" in made
    assert "缺席：请假\n1" in made
    assert "以纸质原始记录（记录本第12页）为准" in made
    agenda = table(tmp_path / "aa-1-2019-03-14-minutes.docx", 1)
    assert agenda[0][:3] == ["事项", "表决\n类别", "表决\n应到会有表决权"]
    assert agenda[2][0] == "通报情况"


@pytest.mark.parametrize(("audience", "shown"), [("internal", False), ("restricted", True)])
def test_minutes_keep_to_their_audience(filled: Project, tmp_path: Path, audience: str, *, shown: bool) -> None:
    run(filled, tmp_path, *MINUTES, "--audience", audience)
    made = read(tmp_path / "aa-1-2019-03-14-minutes.docx")
    assert ("铁皮柜第三层" in made) is shown
    assert ("无表决权、选举权" in made) is shown
    assert ("应到已按规定扣除" in made) is not shown


def test_the_gate_looks_at_what_is_written(filled: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def leaking(*_: object) -> Iterator[Paper]:
        yield Paper("题", (PaperText("签到表放在铁皮柜第三层"),))

    monkeypatch.setattr("generator.products.branch_papers.minutes", leaking)
    done = run(filled, tmp_path / "out", *MINUTES)
    assert (done.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "本版读者不该看到" in done.stderr
    assert run(filled, tmp_path, *MINUTES, "--audience", "restricted").exit_code == 0


def test_a_day_without_a_meeting_is_told(filled: Project, tmp_path: Path) -> None:
    done = run(filled, tmp_path, "word", "minutes", "aa-1", "--date", "2019-03-15")
    assert (done.exit_code, "台账里2019年3月15日没有活动" in done.stderr) == (2, True)


def test_a_monthly_return_says_what_is_on_record_branch_by_branch(filled: Project, tmp_path: Path) -> None:
    run(filled, tmp_path, "word", "return", "committee:aa", "--month", "2019-10")
    rows = table(tmp_path / "aa-2019-10.docx")
    assert rows[0] == ["支部", "支部党员大会", "支部委员会会议", "党小组会", "党课", "主题党日", "其他", "台账核对至"]
    assert rows[1] == ["甲学院第一党支部", "", "10日 3/3", "", "", "", "专题学习 11日 8/9", "2019年10月31日"]
    assert [row[0] for row in rows[2:]] == ["甲学院第二党支部"]
    assert "空白是台账没有记录，不等于没有做" in read(tmp_path / "aa-2019-10.docx")


def test_a_return_ends_on_the_day_in_question(filled: Project, tmp_path: Path) -> None:
    path = filled.root / "records/units/aa/aa-1/2019.yml"
    row = "  - {类型: [党课], 日期: DAY, 主持: 支部书记, 应到: 9, 实到: 8, 党课: {题目: 学条例, 主讲: 支部书记}}\n"
    added = "".join(row.replace("DAY", day) for day in ("2019-11-25", "2019-11-26"))
    path.write_text(path.read_text(encoding="utf-8").replace("推进计划", f"{added}推进计划"), encoding="utf-8")
    run(filled, tmp_path, "word", "return", "committee:aa", "--month", "2019-11")
    assert table(tmp_path / "aa-2019-11.docx")[1][4] == "25日 8/9"


@pytest.mark.parametrize(("month", "branches"), [("2015-08", 0), ("2015-09", 2)])
def test_a_return_has_the_branches_that_there_were(filled: Project, tmp_path: Path, month: str, branches: int) -> None:
    run(filled, tmp_path, "word", "return", "committee:aa", "--month", month)
    assert len(table(tmp_path / f"aa-{month}.docx")) == 1 + branches


def test_the_quarterly_table_has_the_conclusions_of_the_committees_page(filled: Project, tmp_path: Path) -> None:
    run(filled, tmp_path, "word", "return", "committee:aa", "--quarter", "1")
    assert table(tmp_path / "aa-2019-Q1.docx")[:2] == [["支部", "支部党员大会"], ["甲学院第一党支部", "符合"]]
    run(filled, tmp_path, "word", "return", "branch:aa-1", "--quarter", "2")
    assert table(tmp_path / "aa-1-2019-Q2.docx") == [["支部", "支部党员大会"], ["甲学院第一党支部", "缺项"]]


def test_the_workbook_has_the_table_of_the_word_file(filled: Project, tmp_path: Path) -> None:
    run(filled, tmp_path, "word", "return", "committee:aa", "--month", "2019-10")
    rows = CalamineWorkbook.from_path(tmp_path / "aa-2019-10.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0][0] == "甲学院党委2019年10月组织生活月报"
    assert rows[1:4] == table(tmp_path / "aa-2019-10.docx")


def test_a_workbook_is_the_same_bytes_and_defuses_formulas() -> None:
    paper = Paper("题", (PaperTable((cells("=1+1", "http://a.example"),), (1, 1)),))
    assert return_xlsx(paper) == return_xlsx(paper)
    with ZipFile(BytesIO(return_xlsx(paper))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


@pytest.mark.parametrize("given", [(), ("--month", "2019-10", "--quarter", "3")])
def test_a_return_is_for_a_month_or_a_quarter(filled: Project, tmp_path: Path, given: tuple[str, ...]) -> None:
    assert run(filled, tmp_path, "word", "return", "committee:aa", *given).exit_code == 2


def test_a_handover_is_one_sheet_with_terms_open_matters_gaps_places_and_signatures(
    filled: Project, tmp_path: Path
) -> None:
    done = run(filled, tmp_path, "handover", "branch:aa-1")
    made = read(tmp_path / "aa-1-handover.docx")
    assert done.stdout.strip().endswith("aa-1-handover.docx")
    for told in (
        "正式 8 名，预备 1 名",
        "2018年6月20日选举，2021年6月20日届满",
        "请示没有记录、批复2018年6月12日、报批没有记录",
        "2019年10月31日",
        "改期当月报告（责任 组织委员）",
        "规范主题党日（责任 组织委员）",
        "张贴公示（责任 宣传委员）",
        "3.1 支部党员大会\n缺项\n二季度、三季度",
        "记录本第12页",
        "records/units/aa/aa-1/2019.yml",
        "移交人（职务）签字",
        "接手人（职务）签字",
    ):
        assert told in made
    assert "铁皮柜" not in made
    assert "钱乙丙" not in made


def test_what_a_handover_has_no_room_for_is_counted(filled: Project, tmp_path: Path) -> None:
    path = filled.root / "records/units/aa/aa-1/2019.yml"
    works = ", ".join(f"{{事项: 工作{at}, 责任: 组织委员, 期限: 2019-12-15}}" for at in range(60))
    path.write_text(path.read_text(encoding="utf-8").replace("工作: [", f"工作: [{works}, "), encoding="utf-8")
    run(filled, tmp_path, "handover", "branch:aa-1")
    made = read(tmp_path / "aa-1-handover.docx")
    assert "（共 " in made
    assert "其余见支部页）" in made
    assert "这里列 30 项" not in made  # the most that are tried, too many for one sheet
    assert "移交人（职务）签字" in made


@pytest.mark.parametrize("scope", ["committee:aa", "aa-1"])
def test_a_handover_is_of_one_branch(filled: Project, tmp_path: Path, scope: str) -> None:
    assert run(filled, tmp_path, "handover", scope).exit_code == 2


def test_records_with_mistakes_give_no_paper(filled: Project, tmp_path: Path) -> None:
    filled.write("records/units/aa/aa-1/2019.yml", "活动: [{类型: [例会]}]\n")
    done = run(filled, tmp_path / "out", *MEETING)
    assert (done.exit_code, (tmp_path / "out").exists()) == (1, False)


def test_nothing_is_written_among_the_records(filled: Project) -> None:
    assert run(filled, filled.root / "records", "handover", "branch:aa-1").exit_code == 2
    assert not list(filled.root.rglob("*.docx"))
