"""The command: options, exit codes, what goes to stdout and what to stderr."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.formats.check_rows import FindingRow
from generator.model.finding import Verdict
from tests.conftest import Project


def run(project: Project, *arguments: str) -> Result:
    command = [
        *arguments[:1],
        *(("handbook",) if arguments[0] == "pdf" and len(arguments) == 1 else ()),
        *arguments[1:],
    ]
    return CliRunner().invoke(cli.cli, [*command, "--config", str(project.config)])


def plant(project: Project, name: str, good: str, bad: str) -> None:
    path = project.branch / name
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad), encoding="utf-8")


def plant_warning(project: Project) -> None:
    plant(project, "2019.yml", "2019-03-14", "2019-11-26")


def test_a_good_tree(project: Project) -> None:
    result = run(project, "check")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "核对了 2 个支部：0 处错误，0 处警告。\n"


def test_problems_go_to_stderr_with_their_place(project: Project) -> None:
    plant(project, "branch.yml", "类型: 教师", "类型: 老师")
    result = run(project, "check")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("records/units/aa/aa-1/branch.yml:2:5: 错误[R104] ")
    assert "核对了 1 个支部：1 处错误，0 处警告。" in result.stderr


def test_warnings_alone_pass_and_fail_under_strict(project: Project) -> None:
    plant_warning(project)
    assert run(project, "check").exit_code == 0
    assert run(project, "check", "--strict").exit_code == 1
    assert run(project, "check", "--format", "json").exit_code == 0
    assert run(project, "check", "--format", "json", "--strict").exit_code == 1


def test_json(project: Project) -> None:
    plant_warning(project)
    result = run(project, "check", "--format", "json", "--as-of", "2019-11-25")
    data = json.loads(result.stdout)
    assert result.stderr == ""
    assert set(data) == {"as_of", "year", "problems", "findings", "plans"}
    assert data["problems"] == [
        {
            "path": "records/units/aa/aa-1/2019.yml",
            "line": 3,
            "column": 9,
            "code": "R203",
            "severity": "warning",
            "message": data["problems"][0]["message"],
            "hint": data["problems"][0]["hint"],
        }
    ]
    assert [row["verdict"] for row in data["findings"] if row["branch"] == "aa-2"] == [
        "unmet",
        "unmet",
        "unmet",
        "not_due",
    ]
    assert list(data["findings"][0]) == list(FindingRow.__annotations__)


def test_json_evidence_points_at_the_record(project: Project) -> None:
    findings = json.loads(run(project, "check", "--format", "json").stdout)["findings"]
    proved = [row for row in findings if row["verdict"] == "met"]
    assert [(row["period"], row["evidence"]) for row in proved] == [
        ("2019-Q1", [{"path": "records/units/aa/aa-1/2019.yml", "line": 2}])
    ]


def test_verdicts_in_json_are_lower_case_english() -> None:
    assert {verdict.code for verdict in Verdict} == {
        "met",
        "unmet",
        "advisory",
        "due_soon",
        "not_due",
        "not_applicable",
        "no_record",
        "awaiting_review",
    }


@pytest.mark.parametrize(("audience", "shown"), [("public", False), ("internal", False), ("restricted", True)])
def test_json_holds_what_its_audience_may_see(project: Project, audience: str, *, shown: bool) -> None:
    text = (project.root / "docs/standards/3-1.md").read_text(encoding="utf-8")
    project.write("docs/standards/3-1.md", text.replace("稿源: 整理\n", "稿源: 整理\n版别: 专人版\n"))
    found = json.loads(run(project, "check", "--format", "json", "--audience", audience).stdout)["findings"]
    assert bool(found) is shown


def test_build_says_what_it_made_on_stderr(project: Project) -> None:
    result = run(project, "build", "--strict")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == f"公开版已生成：用浏览器打开 {project.site / 'index.html'}\n"


@pytest.mark.parametrize(
    ("audience", "folder"), [("public", "site"), ("internal", "site-internal"), ("restricted", "site-restricted")]
)
def test_each_edition_has_its_folder(project: Project, audience: str, folder: str) -> None:
    assert run(project, "build", "--audience", audience).exit_code == 0
    assert (project.root / folder / "index.html").is_file()
    assert not [path for path in project.root.glob("site*") if path.name != folder]


def test_build_elsewhere_as_of_another_day(project: Project) -> None:
    out = project.root / "else" / "where"
    assert run(project, "build", "--out", str(out), "--as-of", "2019-06-30", "--scope", "branch:aa-2").exit_code == 0
    assert "截至 2019年6月30日" in (out / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_errors_fail_the_build_once_told(project: Project, strict: tuple[str, ...]) -> None:
    plant(project, "2019.yml", "2019-03-14", "2019-02-30")
    result = run(project, "build", *strict)
    assert result.exit_code == 1
    assert result.stderr.count("没有发布") == 1
    assert result.stderr.count("错误[R106]") == 1
    assert not project.site.exists()


def test_warnings_fail_a_strict_build_only(project: Project) -> None:
    plant_warning(project)
    assert run(project, "build").exit_code == 0
    assert run(project, "build", "--strict").exit_code == 1


def test_four_faults_in_one_run(project: Project) -> None:
    assert run(project, "build").exit_code == 0
    before = (project.site / "branches/aa-1/index.html").read_bytes()
    plant(project, "branch.yml", "类型: 教师\n", "类型: 教师\n类型: 教师\n")
    plant(project, "2019.yml", "2019-03-14", "2019-02-30")
    plant(project, "2019.yml", "应到: 9", "应到：9")
    (project.root / "records/units/aa/aa-2/2019.yml").write_bytes("活动: []  # 无\n".encode("gbk"))
    result = run(project, "build")
    assert result.exit_code == 1
    for place in (
        "aa-1/branch.yml:3:1: 错误[R013]",
        "aa-1/2019.yml:3:9: 错误[R106]",
        "aa-1/2019.yml:5:",
        "aa-2/2019.yml:1:1: 错误[R001]",
    ):
        assert f"records/units/aa/{place}" in result.stderr
    assert (project.site / "branches/aa-1/index.html").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "--as-of", "2019.11.25"), "不是日期"),
        (("build", "--scope", "branch:aa-9"), "是否想写 branch:aa-"),
        (("build", "--scope", "aa-1"), "范围“aa-1”写得不对"),
        (("pdf", "branch", "aa-9"), "没有这个范围"),
    ],
)
def test_misuse(project: Project, arguments: tuple[str, ...], message: str) -> None:
    result = run(project, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [("check", "--format", "xml"), ("build", "--audience", "all"), ("nothing",)])
def test_misuse_of_options(project: Project, arguments: tuple[str, ...]) -> None:
    assert run(project, *arguments).exit_code == 2


def test_a_folder_that_is_not_ours(project: Project) -> None:
    project.write("site/thesis.txt", "论文")
    result = run(project, "build")
    assert result.exit_code == 2
    assert "不是 zhibu 生成的文件" in result.stderr


def test_a_configuration_without_the_plugin(project: Project) -> None:
    project.plugins("search")
    result = run(project, "build")
    assert result.exit_code == 2
    assert "没有 zhibu" in result.stderr


def test_no_configuration(project: Project) -> None:
    project.config.unlink()
    assert run(project, "check").exit_code == 2


def test_interruption(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_config: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.load.config.load_options", interrupt)
    result = run(project, "build")
    assert result.exit_code == 130
    assert "已中断" in result.stderr


def test_pdf_of_a_branch(project: Project) -> None:
    result = run(project, "pdf", "branch", "aa-1", "--out", str(project.root / "build"))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{project.root / 'build' / 'aa-1-2019-file.pdf'}\n"
    assert (project.root / "build/aa-1-2019-file.pdf").read_bytes().startswith(b"%PDF")


def test_pdf_of_a_branch_with_bad_records(project: Project) -> None:
    plant(project, "2019.yml", "2019-03-14", "2019-02-30")
    result = run(project, "pdf", "branch", "aa-1", "--out", str(project.root / "build"))
    assert result.exit_code == 1
    assert "错误[R106]" in result.stderr
    assert not (project.root / "build").exists()


def test_pdf_of_the_handbook_is_the_one_in_the_site(project: Project) -> None:
    result = run(project, "pdf", "handbook", "--out", str(project.root / "build"))
    assert result.exit_code == 0, result.stderr
    project.plugins("{zhibu: {as_of: 2019-11-25, pdf: [handbook]}}")
    run(project, "build")
    assert (project.root / "build/handbook.pdf").read_bytes() == (project.site / "downloads/handbook.pdf").read_bytes()


def test_help_is_chinese() -> None:
    runner = CliRunner()
    assert "生成一版站点" in runner.invoke(cli.cli, ["--help"]).stdout
    assert "截至日期" in runner.invoke(cli.cli, ["build", "--help"]).stdout


def test_the_console_speaks_utf_8_whatever_its_locale(project: Project) -> None:
    command = [sys.executable, "-m", "generator", "check", "--format", "json"]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    done = subprocess.run(command, cwd=project.root, capture_output=True, check=True, env=environment)
    assert "记录显示" in done.stdout.decode("utf-8")


_REMEDY = """对策:
  - {问题: 会开得少, 类别: [弱化], 标准: ["3.1"], 措施: 排定会议月, 责任: 支部书记, 期限: 2019-12-31}
"""


def test_a_reminder_tells_what_falls_due_and_nothing_else(project: Project) -> None:
    path = project.branch / "2019.yml"
    path.write_text(path.read_text(encoding="utf-8") + _REMEDY, encoding="utf-8")
    result = run(project, "remind", "--as-of", "2019-12-24", "--days", "7")
    assert result.stderr == ""
    assert result.stdout == (
        "【近期事项提醒】2019年12月24日至2019年12月31日到期的事项如下，请对照安排。\n\n"
        "◇ 甲学院党委\n\n"
        "甲学院第一党支部\n"
        "1. 12月31日（星期二）前：每季度至少召开 1 次。依据 3.1 支部党员大会；方案 三（二）3\n"
        "2. 12月31日（星期二）前：对策：排定会议月（责任 支部书记）。依据 3.1 支部党员大会；方案 二\n\n"
        "甲学院第二党支部\n"
        "1. 12月31日（星期二）前：每季度至少召开 1 次。依据 3.1 支部党员大会；方案 三（二）3\n\n"
        "以上由记录整理，截至当日；已经办好的请及时记入台账。内部工作提醒，请勿外传。\n"
    )
    for word in ("缺项", "无记录", "临期", "钱乙丙", "会开得少"):
        assert word not in result.stdout


def test_a_reminder_of_one_branch_or_committee(project: Project) -> None:
    days = ("--as-of", "2019-12-24")
    one = run(project, "remind", "--branch", "aa-2", *days)
    assert "第二党支部" in one.stdout
    assert "第一党支部" not in one.stdout
    assert run(project, "remind", "--committee", "aa", *days).stdout == run(project, "remind", *days).stdout


def test_a_reminder_keeps_what_only_the_restricted_edition_shows(project: Project) -> None:
    text = (project.root / "docs/standards/3-1.md").read_text(encoding="utf-8")
    project.write("docs/standards/3-1.md", text.replace("稿源: 整理\n", "稿源: 整理\n版别: 专人版\n"))
    result = run(project, "remind", "--as-of", "2019-12-24")
    assert result.stdout == "2019年12月24日至2020年1月3日，记录里没有到期的事项。\n"


def test_a_year_before_the_first_set_of_standards_has_no_duties(project: Project) -> None:
    project.write(
        "records/units/aa/aa-1/2018.yml",
        "活动:\n  - {类型: [支部党员大会], 日期: 2018-12-14, 主持: 支部书记, 应到: 9, 实到: 9, 议题: [{事项: 工作总结}]}\n",
    )
    result = run(project, "remind", "--as-of", "2019-12-24")
    assert result.stderr == ""
    assert "第一党支部" in result.stdout


def test_a_reminder_of_nothing_is_one_sentence(project: Project) -> None:
    assert run(project, "remind").stdout == "2019年11月25日至2019年12月5日，记录里没有到期的事项。\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--branch", "aa-9"), "是否想写 branch:aa-"),
        (("--committee", "aa", "--branch", "aa-1"), "只能写一个"),
        (("--days", "0"), "--days"),
    ],
)
def test_a_misused_reminder(project: Project, arguments: tuple[str, ...], message: str) -> None:
    result = run(project, "remind", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_no_reminder_from_bad_records(project: Project) -> None:
    plant(project, "2019.yml", "2019-03-14", "2019-02-30")
    result = run(project, "remind")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "错误[R106]" in result.stderr
    assert "没有写提醒" in result.stderr
