"""`zhibu outline` and `zhibu import document`: formats, drafts, what a person changed, and bad files."""

from __future__ import annotations

import json
import shutil
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import fromstring
from markdown import markdown

from generator.cli import cli
from generator.documents.drafts.handbook_draft import pages_of
from generator.documents.outline.parser import parse_outline
from generator.load.plan import load_plan

ROOT = Path(__file__).parents[2]
PLAN = (ROOT / "records/plan/2019.txt").read_text(encoding="utf-8")
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
]
DRAFT = "drafts/plan/2019.yml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "records").mkdir()
    shutil.copyfile(ROOT / "records/institution.yml", tmp_path / "records/institution.yml")
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def bring_in(*more: str, file: str = "plan.txt", kind: str = "plan") -> Result:
    return run("import", "document", file, "--as", kind, *more)


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_tree_is_the_default(here: Path) -> None:
    result = run("outline", "plan.txt")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "示例大学2019年党支部建设标准化重点工作推进方案"
    assert lines[1] == "  一  总体要求"
    assert "      三（二）1  优化党支部设置。" in result.stdout
    assert "[基层党委（党总支）、各党支部]" in result.stdout
    assert "<5月20日前>" in result.stdout


def test_the_tree_tells_what_is_irregular(here: Path) -> None:
    (here / "a.txt").write_text("要点\n一、甲\n三、乙\n", encoding="utf-8")
    result = run("outline", "a.txt")
    assert result.exit_code == 0
    assert result.stdout.endswith("注意：三：“三、”之前缺二、（第 3 行）\n")


def test_the_tree_tells_addressee_attachments_and_signature(here: Path) -> None:
    shutil.copyfile(ROOT / "tests/examples/documents/attachments.txt", here / "a.txt")
    lines = run("outline", "a.txt").stdout.splitlines()
    assert lines[1] == "主送：各党总支"
    assert "附件：推进计划表" in lines
    assert "落款：中共示例学院委员会组织部 2020-04-30" in lines
    assert "附件1 推进计划表" in lines


def test_json(here: Path) -> None:
    data = json.loads(run("outline", "plan.txt", "--format", "json").stdout)
    assert data["title"] == "示例大学2019年党支部建设标准化重点工作推进方案"
    assert data["notes"] == []
    assert [clause["id"] for clause in data["clauses"]] == ["一", "二", "三", "四"]
    task = data["clauses"][2]["children"][0]["children"][2]
    assert (task["id"], task["anchor"], task["label"], task["level"]) == ("三（一）3", "c-3-1-3", "3、", 3)
    assert [unit["name"] for unit in task["units"]] == ["党委组织部", "基层党委（党总支）", "党支部"]
    deadline = task["deadlines"][0]
    assert (deadline["kind"], deadline["since"], deadline["until"]) == ("之前", None, "2019-05-20")
    assert PLAN[deadline["start"] : deadline["end"]] == "5月20日前"
    rules = data["clauses"][2]["children"][1]["children"][0]
    assert rules["units"][1]["unit"] == "党支部"
    assert [row["bound"] for row in rules["quantities"]] == [">=", "<", "<=", "<=", ">=", "-", "<="]


def test_names_stay_as_written_without_an_institution(here: Path) -> None:
    data = json.loads(run("outline", "plan.txt", "--format", "json", "--institution", "none.yml").stdout)
    assert data["clauses"][2]["children"][1]["children"][0]["units"][1]["unit"] == "各党支部"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_is_the_text(here: Path, end: str) -> None:
    (here / "a.txt").write_bytes(PLAN.replace("\n", end).encode("gb18030"))
    assert run("outline", "a.txt", "--format", "text").stdout_bytes == PLAN.encode()


def test_a_plan_becomes_a_register_that_can_be_read(here: Path) -> None:
    result = bring_in()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "草稿在 drafts/plan：写了 2 个文件，0 个没有变化，0 个没有覆盖。\n"
        "核对、补齐以后由人移到 records/plan；移过去以前，哪一版网站都不读草稿。\n"
    )
    assert (here / "drafts/plan/2019.txt").read_text(encoding="utf-8") == PLAN
    plan, problems = load_plan(here / "drafts", here, 2019)
    assert problems == []
    assert plan is not None
    assert len(plan.goals) == 8
    assert plan.goals[3].name == "党支部班子更加坚强有力"
    first = plan.phases[0]
    assert (first.clause, first.name) == ("三（一）", "强化意识，学标议标，系统掌握标准")
    assert (str(first.since), str(first.until)) == ("2019-03-01", "2019-04-30")
    rows = list(plan.tasks)
    assert len(rows) == 24
    assert {row.task.clause: str(row.task.due) for row in rows if row.task.due} == {
        "三（一）3": "2019-05-20",
        "三（二）2": "2019-08-31",
        "三（二）5": "2019-12-31",
    }
    names = {row.task.clause: row.task.name for row in rows}
    assert names["三（二）2"] == "整顿软弱涣散党支部"
    assert names["三（一）1"] == "制定学校推进方案"
    units = {row.task.clause: row.task.units for row in rows}
    assert units["三（二）1"] == ("基层党委（党总支）", "党支部")
    assert units["三（二）2"] == ("相关基层党委", "14个软弱涣散党支部")
    assert rows[0].task.standards == ()


def test_the_wrapped_plan_is_the_one_that_is_taken(here: Path) -> None:
    shutil.copyfile(ROOT / "tests/examples/documents/notice-wrapping.txt", here / "a.txt")
    assert bring_in("--year", "2020", file="a.txt").exit_code == 0
    plan, problems = load_plan(here / "drafts", here, 2020)
    assert problems == []
    assert plan is not None
    assert plan.name == "示例学院党支部规范年工作方案"
    assert [str(phase.until) for phase in plan.phases] == ["2020-04-10", "2020-06-30"]


def test_the_year_may_be_given_where_no_title_tells_it(here: Path) -> None:
    (here / "a.txt").write_text("方案\n一、安排\n（一）自查阶段（3月1日-4月30日）\n1.甲。\n", encoding="utf-8")
    refused = bring_in(file="a.txt")
    assert refused.exit_code == 1
    assert "a.txt: 错误[D110]" in refused.stderr
    assert bring_in("--year", "2021", file="a.txt").exit_code == 0
    plan, problems = load_plan(here / "drafts", here, 2021)
    assert problems == []
    assert plan is not None
    assert str(plan.phases[0].since) == "2021-03-01"


def test_again_and_nothing_changes(here: Path) -> None:
    bring_in()
    before = files(here)
    result = bring_in()
    assert result.stderr.startswith("草稿在 drafts/plan：写了 0 个文件，2 个没有变化，0 个没有覆盖。\n")
    assert files(here) == before


def test_what_nobody_changed_is_written_anew(here: Path) -> None:
    bring_in()
    (here / "plan.txt").write_text(PLAN.replace("5月20日前", "5月25日前"), encoding="utf-8")
    assert bring_in().exit_code == 0
    assert "期限: 2019-05-25" in (here / DRAFT).read_text(encoding="utf-8")


def test_what_a_person_changed_stays_and_the_difference_is_told(here: Path) -> None:
    bring_in()
    ours = (here / DRAFT).read_text(encoding="utf-8").replace("制定学校推进方案", "制定方案")
    (here / DRAFT).write_text(ours, encoding="utf-8")
    (here / "plan.txt").write_text(PLAN.replace("5月20日前", "5月25日前"), encoding="utf-8")
    result = bring_in()
    assert result.exit_code == 1
    assert (here / DRAFT).read_text(encoding="utf-8") == ours
    assert "-        名称: 制定方案" in result.stdout
    assert "+        期限: 2019-05-25" in result.stdout
    assert f"{DRAFT}: 错误[D109]" in result.stderr
    assert "5月25日前" in (here / "drafts/plan/2019.txt").read_text(encoding="utf-8")
    assert bring_in().exit_code == 1


def test_a_file_that_was_there_before_is_a_persons(here: Path) -> None:
    (here / DRAFT).parent.mkdir(parents=True)
    (here / DRAFT).write_text("年度: '2019'\n", encoding="utf-8")
    assert bring_in().exit_code == 1
    assert (here / DRAFT).read_text(encoding="utf-8") == "年度: '2019'\n"


def test_a_person_who_arrives_at_the_same_text_is_no_conflict(here: Path) -> None:
    bring_in()
    text = (here / DRAFT).read_text(encoding="utf-8")
    shutil.rmtree(here / ".zhibu")
    assert bring_in().exit_code == 0
    assert (here / DRAFT).read_text(encoding="utf-8") == text


def test_a_handbook_has_a_page_for_each_second_level_clause(here: Path) -> None:
    assert bring_in(kind="handbook").exit_code == 0
    pages = files(here / "drafts/handbook")
    assert sorted(pages) == sorted(
        ["index.md", "c-1.md", "c-2.md", *(f"c-3-{n}.md" for n in range(1, 5)), *(f"c-4-{n}.md" for n in range(1, 4))]
    )
    page = pages["c-3-2.md"]
    assert page.startswith('---\n稿源: "原文"\n')
    assert '条款: "三（二）"' in page
    assert '<a id="c-3-2-9"></a>9、规范党费使用和管理。' in page
    assert "（c-3-2.md）" not in pages["index.md"]
    assert "](c-3-2.md)" in pages["index.md"]


def test_no_word_of_the_document_is_missing_in_the_handbook(here: Path) -> None:
    bring_in(kind="handbook")
    pages = unescape("".join(files(here / "drafts/handbook").values()).replace("\\", ""))
    body = [line.strip() for line in PLAN.split("\n")[2:] if line.strip()]
    assert [line for line in body if line not in pages] == []


def test_a_regulation_has_a_page_for_each_article(here: Path) -> None:
    shutil.copyfile(ROOT / "tests/examples/documents/regulation.txt", here / "a.txt")
    assert bring_in("--out", "book", file="a.txt", kind="handbook").exit_code == 0
    assert set(files(here / "book")) == {"index.md", *(f"a-{n}.md" for n in (3, 4, 5, 7, 8))}
    assert not (here / "docs").exists()


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.text(
            st.one_of(st.sampled_from("*_`#[](){}<>&|~!?^=:+-.1 \\\"'甲"), st.characters(categories=["Lo", "Po"])),
            min_size=1,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_words_are_never_marks(lines: list[str]) -> None:
    tree = parse_outline("办法\n\n一、甲\n（一）乙\n" + "\n".join(lines))
    page = pages_of(tree.main)["c-1-1.md"].partition("\n---\n")[2]
    html = markdown(page, extensions=EXTENSIONS)
    shown = fromstring(f"<div>{html}</div>")
    assert {element.tag for element in shown.iter()} <= {"div", "h1", "p", "a"}
    clause = next(clause for clause in tree.walk() if clause.anchor == "c-1-1")
    words = "".join(f"{each.label}{each.text}" for each in clause.walk())
    assert "".join("".join(map(str, shown.itertext("p", "a"))).split()) == "".join(words.split())


def test_nothing_is_written_outside_the_chosen_folder(here: Path) -> None:
    before = set(files(here))
    outside = here / "outside.md"
    outside.write_text("别人的\n", encoding="utf-8")
    (here / "book").mkdir()
    (here / "book/c-4-3.md").symlink_to(outside)
    result = bring_in("--out", "book", kind="handbook")
    assert result.exit_code == 2
    assert result.stderr.startswith("错误：book/c-4-3.md 指向文件夹之外")
    assert outside.read_text(encoding="utf-8") == "别人的\n"
    assert set(files(here / "book")) == {"c-4-3.md"}
    new = set(files(here)) - before - {"outside.md"}
    assert all(name.startswith(("book/", ".zhibu/import/")) for name in new)


def test_a_folder_elsewhere_has_its_copies_here(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    assert bring_in("--out", str(other)).exit_code == 0
    assert sorted(files(other)) == ["2019.txt", "2019.yml"]
    (other / "2019.yml").write_text("年度: '2019'\n", encoding="utf-8")
    assert bring_in("--out", str(other)).exit_code == 1


@pytest.mark.parametrize("kind", ["handbook", "plan"])
def test_a_document_without_numbers_cannot_be_imported(here: Path, kind: str) -> None:
    shutil.copyfile(ROOT / "tests/examples/documents/unnumbered.txt", here / "a.txt")
    assert run("outline", "a.txt").exit_code == 0
    assert "没有找到编号" in run("outline", "a.txt").stdout
    result = bring_in(file="a.txt", kind=kind)
    assert result.exit_code == 1
    assert result.stderr.startswith("a.txt: 错误[D108]")
    assert not (here / ".zhibu").exists()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "D101"),
        (b"1. a\n" * 1_100_000, "D102"),
        (b"\x00\x01\x02", "D103"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "D104"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "D105"),
        (b"PK\x03\x04", "D106"),
        (b"\xff\xff\xff\n", "D107"),
    ],
    ids=["empty", "large", "binary", "doc", "locked", "broken", "no-encoding"],
)
@pytest.mark.parametrize("command", [("outline",), ("import", "document", "--as", "plan")])
def test_bad_files_end_with_one_message_and_exit_code_1(
    here: Path, data: bytes, code: str, command: tuple[str, ...]
) -> None:
    (here / "a.docx").write_bytes(data)
    result = run(*command, "a.docx")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"a.docx: 错误[{code}]")
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_not_there(here: Path) -> None:
    result = run("outline", "b.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("b.txt: 错误[P105] 缺少 b.txt")


def test_an_institution_that_is_badly_written_is_told(here: Path) -> None:
    (here / "records/institution.yml").write_text("名称: [\n", encoding="utf-8")
    result = run("outline", "plan.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("records/institution.yml:")
