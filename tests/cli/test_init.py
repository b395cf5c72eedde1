"""`zhibu init`: from an empty folder to a project that builds, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from xlsxwriter import Workbook

from generator.cli import cli, options
from generator.cli import init as init_module
from generator.load.records import read_record
from generator.model.files import BRANCH, INSTITUTION
from generator.model.records.organisation import Institution
from generator.model.records.profile import Profile
from generator.products import site

ROSTER = """某校支部名册,,,,,,,
基层党委,支部名称,类型,成立日期,正式,预备,书记,书记任职日期
数理学部党委,数理学部教师党支部,教师,2021-09-10,15,1,欧阳子丑,2024-10-16
,数理学部学生党支部,学生,2021-09-10,12,6,司徒寅卯,
外语学院党总支,外语学院党支部,教师,2022-03-01,,,,
"""
PLAN = """乙丙大学2026年党支部工作方案
一、目标
更加规范。
二、任务
（一）强化意识（3月—4月）
1.摸清底数。各党支部对照检查。
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(options, "today", lambda: date(2026, 11, 28))
    (tmp_path / "名册.csv").write_text(ROSTER, encoding="utf-8-sig")
    return tmp_path


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli, ["init", *words], input=typed)


def start(*words: str) -> Result:
    return run("new", "--name", "乙丙大学", "--year", "2026", "--no-build", *words)


def test_a_roster_becomes_records(here: Path) -> None:
    done = start("--roster", "名册.csv")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "写好了 new：2 个基层党委（党总支），3 个支部。")
    assert "1 个支部在名册里没有人数" in done.stdout
    assert "2 个支部的书记写在各自的 branch.yml 里，先作注释" in done.stdout
    assert (here / "new/records/units/d02/committee.yml").read_text(encoding="utf-8") == (
        "# 基层党委（党总支）\n名称: 外语学院党总支\n类型: 党总支\n"
    )
    first, second = (
        BRANCH.at(here / "new/records", committee="d01", branch=f"d01-0{n}").read_text(encoding="utf-8") for n in (1, 2)
    )
    assert first == (
        "# 支部概况\n名称: 数理学部教师党支部\n类型: 教师\n成立: 2021-09-10\n党员人数:\n"
        "  - {自: 2026-01-01, 正式: 15, 预备: 1} # 待核：名册没有写从哪一天起是这个人数\n"
        "# 书记照名册。写上分工、补齐其他委员（和任职日期）以后，再去掉下面各行行首的“# ”\n"
        "# 支委:\n#   - {职务: 书记, 姓名: 欧阳子丑, 自: 2024-10-16, 分工: }\n"
    )
    assert "#   - {职务: 书记, 姓名: 司徒寅卯, 自: , 分工: }\n" in second


def test_every_record_is_sound(here: Path) -> None:
    start("--roster", "名册.csv")
    records = here / "new/records"
    profiles = BRANCH.present(records)
    assert len(profiles) == 3
    assert [read_record(path, here, Profile)[1] for path in profiles] == [[], [], []]
    institution, problems = read_record(INSTITUTION.at(records), here, Institution)
    assert problems == []
    assert institution is not None
    assert [row.name for row in institution.holidays][:2] == ["元旦", "春节"]
    text = INSTITUTION.at(records).read_text(encoding="utf-8")
    assert text.count("# 待核\n") == len(institution.holidays) == 7


def test_of_a_year_without_a_notice_no_holiday_is_filled_in(here: Path) -> None:
    done = run("new", "--name", "乙丙大学", "--year", "2098", "--no-build")
    assert "2098 年的放假通知还没有收进程序" in done.stdout
    text = INSTITUTION.at(here / "new/records").read_text(encoding="utf-8")
    assert "\n假期: [] " in text
    assert "  # 2098 年的放假通知还没有收进程序，法定节假日没有填：通知印发后照写 待核\n" in text
    assert "year: 2098 " in (here / "new/mkdocs.yml").read_text(encoding="utf-8")


def test_a_roster_with_errors_writes_nothing(here: Path) -> None:
    (here / "名册.csv").write_bytes(ROSTER.replace("2022-03-01", "2022.13.1").encode("gb18030"))
    done = start("--roster", "名册.csv")
    assert done.exit_code == 1
    assert "名册.csv!名册!D5: 错误[C105] 没有“2022-13-01”这一天。请核对月份和日子。\n" in done.stderr
    assert not (here / "new").exists()


def test_what_check_would_say_of_a_row_is_said_of_the_roster(here: Path) -> None:
    (here / "名册.csv").write_text(ROSTER.replace("数理学部学生党支部", "学生党支部 a@b.cn"), encoding="utf-8")
    done = start("--roster", "名册.csv")
    assert done.exit_code == 1
    assert done.stderr.startswith("名册.csv!名册!B4: 错误[V104]")
    assert not (here / "new").exists()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("名册.docx", b"x", "名册.docx: 错误[C110] 名册是 .xlsx 或 .csv，不是 .docx"),
        ("名册", b"x", "名册: 错误[C110] 名册是 .xlsx 或 .csv，不是 没有扩展名的文件"),
        ("a.csv", b"\x81\x20\xff", "a.csv: 错误[T101]"),
        ("a.csv", b"", "a.csv: 错误[C101] 没有找到表头"),
        ("a.xlsx", b"x", "a.xlsx: 错误[T101]"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls: 错误[T103]"),
    ],
)
def test_files_that_are_no_rosters(here: Path, name: str, data: bytes, told: str) -> None:
    (here / name).write_bytes(data)
    done = start("--roster", name)
    assert done.exit_code == 1
    assert done.stderr.startswith(told)
    assert not (here / "new").exists()


def test_a_workbook_is_a_roster_too(here: Path) -> None:
    with Workbook("a.xlsx") as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row("A1", ["某校支部名册"])
        sheet.write_row("A2", ["基层党委（党总支）", "支部名称", "支部类型", "成立时间", "正式党员", "预备党员"])
        sheet.merge_range("A3:A4", "数理学部党委")
        for row, name in ((2, "教师"), (3, "学生")):
            sheet.write_row(row, 1, [f"{name}党支部", name])
            sheet.write_datetime(row, 3, date(2021, 9, 10), day)
            sheet.write_row(row, 4, [15, 0])
    assert start("--roster", "a.xlsx").stdout.startswith("写好了 new：1 个基层党委（党总支），2 个支部。")
    assert "成立: 2021-09-10\n" in (here / "new/records/units/d01/d01-02/branch.yml").read_text(encoding="utf-8")


def test_tables_copied_from_a_sheet_have_tabs(here: Path) -> None:
    (here / "a.csv").write_text(ROSTER.partition("\n")[2].replace(",", "\t"), encoding="utf-8")
    assert "3 个支部" in start("--roster", "a.csv").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--name", ' "'), "学校名称"),
        (("--name", "<b>"), "学校名称"),
        (("--url", "yibing.example.edu"), "不是网址"),
    ],
)
def test_words_that_cannot_be_used(here: Path, words: tuple[str, ...], told: str) -> None:
    done = run("new", "--year", "2026", "--no-build", "--name", "乙丙大学", *words)
    assert (done.exit_code, told in done.stderr, (here / "new").exists()) == (2, True, False)


def test_a_filled_folder_is_left_alone(here: Path) -> None:
    done = run(".", "--name", "乙丙大学", "--year", "2026")
    assert (done.exit_code, sorted(path.name for path in here.iterdir())) == (2, ["名册.csv"])
    assert "已经有 名册.csv" in done.stderr


def test_without_a_terminal_nothing_is_asked(here: Path) -> None:
    done = run("new", "--name", "乙丙大学")
    assert (done.exit_code, "请写 --name 校名 和 --year 年度" in done.stderr) == (2, True)


def test_on_a_terminal_five_questions_are_asked(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init_module, "_can_ask", lambda: True)
    built: list[Path] = []
    monkeypatch.setattr(init_module, "_build", built.append)
    done = run("new", typed="乙丙大学\n\n名册.csv\nhttps://yb.example.edu/\n\n")
    assert done.exit_code == 0, done.output
    assert [line[0] for line in done.stdout.splitlines()[:5]] == list("12345")
    assert built == [Path("new/mkdocs.yml")]
    config = (here / "new/mkdocs.yml").read_text(encoding="utf-8")
    assert "site_url: https://yb.example.edu/" in config
    assert (here / "new/records/plan/2026.yml").exists()
    assert run("other", typed="乙丙大学\n2026\n\n\nn\n").exit_code == 0
    assert len(built) == 1
    assert "site_url" not in (here / "other/mkdocs.yml").read_text(encoding="utf-8")


def test_both_editions_are_built_where_a_later_build_puts_them(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    monkeypatch.setattr(site, "build", lambda config, settings, out, **_: built.append((settings.audience.value, out)))  # noqa: ARG005 - as the function that it stands for is called
    done = run("new", "--name", "乙丙大学", "--year", "2026")
    assert built == [("public", here / "new/site"), ("internal", here / "new/site-internal")]
    assert "党内版已生成，用了 0 秒：用浏览器打开 " in done.stdout


@pytest.mark.load
def test_four_hundred_branches_and_their_site(here: Path, load: Callable[[int], int]) -> None:
    number = load(400)
    rows = [f"第{n // 20}学院党委,第{n}党支部,教师,2021-09-10,15,1,,\n" for n in range(number)]
    (here / "名册.csv").write_text("".join([*ROSTER.splitlines(keepends=True)[1:2], *rows]), encoding="utf-8")
    assert start("--roster", "名册.csv").exit_code == 0
    config, out = here / "new/mkdocs.yml", here / "new/site-internal"
    site.build(config, options.read_settings(config, {"audience": "internal"}), out, strict=True)
    assert len(list((out / "branches").glob("d*/index.html"))) == number
    done = CliRunner().invoke(cli, ["check", "--config", str(config), "--format", "json"])
    assert done.exit_code == 0
    assert '"verdict": "met"' in done.stdout
    assert '"verdict": "unmet"' not in done.stdout  # nobody is found wanting for what a roster does not say


def test_a_plan_that_is_issued_is_drafted_apart(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start()
    monkeypatch.chdir(here / "new")
    blank = Path("records/plan/2026.yml").read_text(encoding="utf-8")
    Path("方案.txt").write_text(PLAN, encoding="utf-8")
    words = ["import", "document", "方案.txt", "--as", "plan"]
    done = CliRunner().invoke(cli, words)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "摸清底数" in Path("drafts/plan/2026.yml").read_text(encoding="utf-8")
    assert Path("records/plan/2026.yml").read_text(encoding="utf-8") == blank
    assert "/drafts/" in Path(".gitignore").read_text(encoding="utf-8").splitlines()
    Path("records/plan/2026.yml").write_text("年度: 2026\n", encoding="utf-8")
    again = CliRunner().invoke(cli, words)
    assert (again.exit_code, "records/plan/2026.yml: 警告[D112] 已有正式的一份" in again.stderr) == (0, True)
    assert "+名称: 乙丙大学" in again.stdout
