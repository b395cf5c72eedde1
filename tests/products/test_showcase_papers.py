"""`zhibu pdf showcase` and `zhibu word booking`: who gets paper, and who is told why not."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from click.testing import CliRunner, Result
from docx import Document

from generator import cli
from tests.conftest import Project


def run(project: Project, *words: str) -> Result:
    out = project.root.parent / "papers"
    given = ["--config", str(project.config), "--out", str(out), "--as-of", "2019-11-25"]
    return CliRunner().invoke(cli.cli, [*words, *given])


def papers(project: Project) -> list[str]:
    return sorted(path.name for path in (project.root.parent / "papers").glob("*"))


def words_of(path: Path) -> str:
    document = Document(str(path))
    rows = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows])


def book(project: Project, *more: str, day: str = "2019-11-28", people: str = "8") -> Result:
    visitor = ("--visitor", "乙学院第二党支部", "--people", people, "--date", day)
    return run(project, "word", "booking", "aa-1", *visitor, *more)


def rewrite(project: Project, old: str, new: str) -> None:
    path = project.branch / "showcase.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    project.seal()


def test_a_point_gets_a_guide_and_a_sign_with_the_code_of_the_list(project: Project) -> None:
    assert run(project, "pdf", "showcase", "--all").exit_code == 0
    assert papers(project) == ["aa-1-guide.pdf", "aa-1-sign.pdf"]
    for name in papers(project):
        page = pypdfium2.PdfDocument(project.root.parent / "papers" / name)[0].render(scale=2).to_pil()
        assert [code.text for code in zxingcpp.read_barcodes(page)] == ["https://e.org/showcases/#aa-1"]


def test_one_asks_for_some_or_for_all(project: Project) -> None:
    for words in ((), ("aa-1", "--all")):
        result = run(project, "pdf", "showcase", *words)
        assert (result.exit_code, "两样写一样" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("期限: 2020-12-31", "期限: 2019-11-24", "审批到2019年11月24日为止"),
        ("期限: 2020-12-31", "期限: 2020-12-31, 撤回: {日期: 2019-11-01, 决定: 党委会}", "已撤回"),
    ],
)
def test_what_is_not_approved_is_not_printed(project: Project, old: str, new: str, told: str) -> None:
    rewrite(project, old, new)
    result = run(project, "pdf", "showcase", "aa-1")
    assert result.exit_code != 0
    assert told in result.output
    assert papers(project) == []
    assert book(project).exit_code != 0


def test_a_changed_sentence_takes_the_paper_too(project: Project) -> None:
    path = project.branch / "showcase.md"
    path.write_text(path.read_text(encoding="utf-8").replace("照着标准做。", "照着标准做了。"), encoding="utf-8")
    result = run(project, "pdf", "showcase", "aa-1")
    assert "照着标准做了。" in result.output
    assert papers(project) == []


def test_for_party_members_there_is_a_guide_and_no_sign(project: Project) -> None:
    rewrite(project, "范围: 社会公开", "范围: 党内公开")
    assert "--audience internal" in run(project, "pdf", "showcase", "aa-1").output
    assert run(project, "pdf", "showcase", "--all").output == ""
    assert run(project, "pdf", "showcase", "aa-1", "--audience", "internal").exit_code == 0
    assert papers(project) == ["aa-1-guide.pdf"]
    rewrite(project, "期限: 2020-12-31", "期限: 2019-11-24")
    assert "审批到2019年11月24日为止" in run(project, "pdf", "showcase", "aa-1", "--audience", "internal").output


def test_the_room_stands_in_the_receipt_and_in_no_guide(project: Project) -> None:
    rewrite(project, "集合处: 一层门厅", "集合处: 一层门厅\n  房间: 信息楼B206")
    assert run(project, "pdf", "showcase", "aa-1", "--audience", "internal").exit_code == 0
    guide = pypdfium2.PdfDocument(project.root.parent / "papers/aa-1-guide.pdf")
    assert not any("B206" in page.get_textpage().get_text_bounded() for page in guide)
    assert book(project).exit_code == 0
    told = words_of(project.root.parent / "papers/aa-1-2019-11-28-booking.docx")
    for words in (
        "信息楼B206",
        "2019年11月28日（星期四）",
        "14:30—16:30",
        "一层门厅",
        "乙学院第二党支部：",
        "8 人",
        "https://e.org/showcases/#aa-1",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("day", "told"), [("2019-11-29", "最近的开放日是2019年12月5日（星期四）14:30—16:30"), ("2019-11-31", "不是日期")]
)
def test_a_day_on_which_the_point_is_closed_is_refused_with_the_next_open_one(
    project: Project, day: str, told: str
) -> None:
    result = book(project, day=day)
    assert result.exit_code == 2
    assert told in result.output
    assert papers(project) == []


@pytest.mark.parametrize(("people", "code"), [("12", 0), ("13", 2), ("0", 2)])
def test_a_batch_is_no_larger_than_the_point_takes(project: Project, people: str, code: int) -> None:
    assert book(project, people=people).exit_code == code


def test_where_a_day_has_two_slots_one_says_which(project: Project) -> None:
    rewrite(
        project,
        '[{每: 周, 星期: 四, 自: "14:30", 至: "16:30"}]',
        '[{每: 周, 星期: 四, 自: "14:30", 至: "16:30"}, {日期: 2019-11-28, 自: "09:00", 至: "10:00"}]',
    )
    assert "09:00—10:00、14:30—16:30" in book(project).output
    assert "09:00—10:00、14:30—16:30" in book(project, "--time", "15:00").output
    assert book(project, "--time", "09:00").exit_code == 0
    assert "09:00—10:00，" in words_of(project.root.parent / "papers/aa-1-2019-11-28-booking.docx")
