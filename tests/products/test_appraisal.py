"""Papers of 考核验收 and draws from the command line: what is filled in, what is blank, what is refused."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from generator import cli
from tests.conftest import Project

SCHOOL = """抽签:
  - 编号: 2019-1
    摘要: DIGEST
ANNOUNCED
    各类: [{类别: 教师, 个数: 1, 名单: [aa-1, aa-2]}]
选树推荐:
  - {支部: aa-1, 选树: 标准化党支部, 日期: 2019-11-22, 推荐单位: 甲学院党委, 推荐理由: 复评意见一致}
"""
DIGEST = hashlib.sha256("zhibu-draw-1\n教师 1\naa-1\naa-2\n".encode()).hexdigest()
ANNOUNCED = "    公布日期: 2019-11-18\n    种子来源: 掷骰子\n"
SEED = '    种子: "352614"\n'
SCALES = "# 量表\n\n## 三个好：党支部 {#branches}\n\n1. 记得好\n2. 议得好\n3. 办得好\n\n## 别的 {#other}\n\n1. 不相干\n"


@pytest.fixture
def appraised(project: Project) -> Project:
    project.write("records/school/2019-appraisal.yml", SCHOOL.replace("DIGEST", DIGEST).replace("ANNOUNCED\n", ""))
    project.write("docs/scales.md", SCALES)
    return project


def run(project: Project, *given: str) -> Result:
    return CliRunner().invoke(cli.cli, ["appraisal", *given, "--config", str(project.config)])


def written(project: Project, tmp_path: Path, *given: str) -> list[Path]:
    result = run(project, *given, "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    return sorted((tmp_path / "out").iterdir())


def rows(path: Path) -> list[list[str]]:
    (table,) = Document(str(path)).tables[-1:]
    return [[cell.text for cell in row.cells] for row in table.rows]


def text(path: Path) -> str:
    return "\n".join(row.text for row in Document(str(path)).paragraphs)


def test_a_self_review_says_what_the_register_shows_and_leaves_the_rest(project: Project, tmp_path: Path) -> None:
    one, two = written(project, tmp_path, "form", "committee:aa")
    assert (one.name, two.name) == ("aa-1-2019-self-review.docx", "aa-2-2019-self-review.docx")
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert rows(one) == [
        ["标准", "记录显示", "支部自评", "差距和对策"],
        ["3.1 支部党员大会", "3.1.1 缺项 2 期（二季度、三季度）；符合 1 期；未到期 1 期", "", ""],
    ]
    assert "党内版" in text(one)


def test_a_review_book_is_a_document_and_a_workbook_without_conclusions(project: Project, tmp_path: Path) -> None:
    document, workbook = written(project, tmp_path, "book", "branch:aa-1")
    assert (document.name, workbook.name) == ("aa-1-2019-review-book.docx", "aa-1-2019-review-book.xlsx")
    heads, row = rows(document)
    assert heads == ["标准", "记录显示", "看了什么材料", "意见", "结论", "签字"]
    assert row[2:] == ["", "", "", ""]
    assert row[1].startswith("3.1.1 缺项 2 期")
    sheet = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_index(0).to_python()
    assert [sheet[1], sheet[2]] == [heads, row]
    assert "专人版" in text(document)
    made = load_workbook(workbook).active
    assert made is not None
    assert [made.row_dimensions[at].height for at in (2, 3)] == [None, 30]


def test_the_work_report_goes_by_the_page_of_scales(appraised: Project, tmp_path: Path) -> None:
    (sheet, _) = written(appraised, tmp_path, "report", "committee:aa")
    assert [row[:2] for row in rows(sheet)] == [["序号", "项目"], ["1", "记得好"], ["2", "议得好"], ["3", "办得好"]]
    assert "三个好" in text(sheet)


def test_without_a_scale_there_is_no_sheet(project: Project, tmp_path: Path) -> None:
    result = run(project, "report", "branch:aa-1", "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "scales.md" in result.output


def test_a_nomination_has_both_sides_and_room_for_a_signature(appraised: Project, tmp_path: Path) -> None:
    (path,) = written(appraised, tmp_path, "nomination", "aa-1")
    assert rows(path) == [
        ["标准", "记录能证明的", "还空着的"],
        [
            "3.1 支部党员大会",
            "3.1.1 符合：记录显示2019年第一季度支部党员大会 1 次（3月14日），要求至少 1 次",
            "3.1.1 缺项 2 期（二季度、三季度）",
        ],
    ]
    assert "还没有决定" in "\n".join(cell.text for row in Document(str(path)).tables[0].rows for cell in row.cells)
    assert "签字（职务）：＿" in text(path)


def test_a_branch_that_nobody_nominated_has_no_sheet(appraised: Project, tmp_path: Path) -> None:
    result = run(appraised, "nomination", "aa-2", "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "没有支部 aa-2 的推荐" in result.output


def test_the_published_list_is_the_text_of_its_digest(project: Project, tmp_path: Path) -> None:
    listed, notice = written(project, tmp_path, "draw", "--of", "教师=1")
    assert hashlib.sha256(listed.read_bytes()).hexdigest() == DIGEST
    assert DIGEST in text(notice)
    result = run(project, "draw", "--list", str(listed), "--seed", "352614")
    order = sorted(
        ["aa-1", "aa-2"], key=lambda each: hashlib.sha256(f"{DIGEST}\n352614\n{each}\n".encode()).hexdigest()
    )
    assert [line.split()[::2] for line in result.output.splitlines()[1:]] == [["抽到", order[0]], ["未抽", order[1]]]


@pytest.mark.parametrize(
    ("announced", "told"),
    [
        ("", "还没有公布"),
        (ANNOUNCED.replace("11-18", "11-25"), "还没有公布"),
        ("    公布日期: 2019-11-18\n", "还没有公布"),
        (ANNOUNCED, "还没有种子"),
        (ANNOUNCED + SEED, "抽到 "),
        (ANNOUNCED.replace("11-18", "11-24") + SEED, "抽到 "),
    ],
)
def test_nothing_is_drawn_before_it_was_published(project: Project, announced: str, told: str) -> None:
    record = SCHOOL.replace("DIGEST", DIGEST).replace("ANNOUNCED\n", announced)
    project.write("records/school/2019-appraisal.yml", record)
    result = run(project, "draw", "2019-1")
    assert told in result.output
    assert result.exit_code == (0 if told == "抽到 " else 2)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--of", "教师=3"), "教师党支部 2 个，不能抽 3 个"),
        (("--of", "教师=0"), "不能抽 0 个"),
        (("--of", "教师=1", "--without", "aa-9"), "没有支部“aa-9”"),
        (("--of", "老师=1"), "应写成 类别=个数"),
        (("--of", "教师"), "应写成 类别=个数"),
        (("2019-9",), "没有抽签“2019-9”"),
        ((), "三样里的一样"),
        (("--list", "x.txt"), "三样里的一样"),
        (("--list", "x.txt", "--seed", "1"), "不是抽签名单"),
    ],
)
def test_what_cannot_be_drawn_is_told(appraised: Project, given: tuple[str, ...], told: str) -> None:
    result = run(appraised, "draw", *given)
    assert result.exit_code == 2
    assert told in result.output


def test_a_branch_may_be_left_out_of_the_list(project: Project, tmp_path: Path) -> None:
    listed, _ = written(project, tmp_path, "draw", "--of", "教师=1", "--without", "aa-2")
    assert listed.read_text(encoding="utf-8") == "zhibu-draw-1\n教师 1\naa-1\n"
