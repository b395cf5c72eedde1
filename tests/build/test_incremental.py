"""What one change makes anew, and that it is always what a build from nothing would have made."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.build import program as sources
from generator.build.manifest import Manifest
from generator.build.program import PACKAGE
from generator.build.stale import CommitteeNotes
from generator.cli.options import read_settings
from generator.errors import RecordsRefusedError
from generator.output.cache import Cache
from generator.products import site as builder
from tests.conftest import Project

TOUCHED_BY_ONE_BRANCH = {
    ".zhibu",
    "branches/aa-1/index.html",
    "branches/aa-1/checklist/index.html",
    "branches/aa-1/month/index.html",
    "committees/aa/index.html",
    "committees/aa/matrix/index.html",
    "committees/aa/organizer/index.html",
    "search/registers/branches/aa-1.js",
}


def build(project: Project, out: Path | None = None, **options: Any) -> Path:
    target = out or project.site
    builder.build(
        project.config, read_settings(project.config, {"audience": "internal", **options}), target, strict=False
    )
    return target


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def inodes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def from_nothing(project: Project, **options: object) -> dict[str, bytes]:
    """What a build without any memory makes."""
    with_nothing = project.root.with_name("nothing")
    shutil.rmtree(with_nothing, ignore_errors=True)
    made = tree(build(project, with_nothing / "site", **options))
    shutil.rmtree(with_nothing)
    return made


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_nothing_rewritten(project: Project) -> None:
    before = inodes(build(project))
    build(project)
    after = inodes(build(project))
    assert {name for name in after if after[name] != before.get(name)} <= {".zhibu"}
    assert after.keys() == before.keys()


def test_an_edit_rewrites_its_branch_its_committee_and_no_other_branch(project: Project) -> None:
    before = inodes(build(project))
    rewrite(project.branch / "2019.yml", "研究实验室搬迁期间的会议安排", "研究新实验室的会议安排")
    after = inodes(build(project))
    assert {name for name in after if after[name] != before.get(name)} <= TOUCHED_BY_ONE_BRANCH
    assert "研究新实验室的会议安排" in (project.site / "branches/aa-1/index.html").read_text(encoding="utf-8")
    assert tree(project.site) == from_nothing(project)


JOINT = """联合活动:
  - 类型: [专题学习]
    日期: 2019-06-27
    主持: 党委副书记
    议题: [{事项: 一起读原文}]
    参加: [{支部: aa-1, 应到: 9, 实到: 8}, {支部: aa-2, 应到: 9, 实到: 9}]
"""


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_a_joint_activity_renews_the_branches_that_took_part(project: Project, audience: str) -> None:
    path = project.write("records/units/aa/2019.yml", JOINT)
    before = tree(build(project, audience=audience))
    page = project.site / "branches/aa-2/index.html"
    assert ("一起读原文" in page.read_text(encoding="utf-8")) is (audience == "internal")
    path.write_text(JOINT.replace("实到: 9}", "实到: 7}").replace("一起读原文", "分头读原文"), encoding="utf-8")
    after = tree(build(project, audience=audience))
    assert after == from_nothing(project, audience=audience)
    assert ("分头读原文" in page.read_text(encoding="utf-8")) is (audience == "internal")
    assert (before == after) is (audience == "public")
    path.unlink()
    assert tree(build(project, audience=audience)) == from_nothing(project, audience=audience)


def test_the_words_of_a_joint_activity_are_kept_from_the_public_as_they_change(project: Project) -> None:
    """The gate looks for what each branch's records say, also where no page of the edition shows it."""
    path = project.write("records/units/aa/2019.yml", JOINT)
    build(project, audience="public")
    path.write_text(JOINT.replace("一起读原文", "分头读原文"), encoding="utf-8")
    build(project, audience="public")
    notes = Cache(project.root / ".zhibu/site.cache", sources.program()).read("units/aa.json", CommitteeNotes)
    assert notes is not None
    for id in ("aa-1", "aa-2"):
        assert "分头读原文" in notes.branches[id].hidden
        assert "一起读原文" not in notes.branches[id].hidden


def test_calendars_rest_on_the_rules_alone(project: Project) -> None:
    site = build(project)
    calendars = sorted(path for path in site.glob("downloads/calendar/*.ics") if "open" not in path.name)
    assert len(calendars) == 6
    before = [path.stat().st_ino for path in calendars]
    rewrite(project.branch / "2019.yml", "研究实验室搬迁期间的会议安排", "研究新实验室的会议安排")
    build(project)
    assert [path.stat().st_ino for path in calendars] == before
    rewrite(project.root / "docs/standards/3-1.md", "每季度至少召开", "每个季度至少召开")
    build(project)
    assert "每个季度至少召开" in (site / "downloads/calendar/branch-students.ics").read_text(encoding="utf-8")


def test_the_search_rests_on_what_pages_say_and_not_on_sums(project: Project) -> None:
    def keys() -> tuple[str, str]:
        manifest = Cache(project.root / ".zhibu/site.cache", sources.program()).read("manifest", Manifest)
        assert manifest is not None
        return manifest.artifacts["search"].key, manifest.artifacts["roll-ups"].key

    build(project)
    search, sums = keys()
    (project.branch / "2019.yml").write_text("活动: []\n", encoding="utf-8")
    build(project)
    assert (keys()[0] == search, keys()[1] == sums) == (True, False)
    rewrite(project.root / "docs/standards/3-1.md", "每季度至少召开", "每个季度至少召开")
    assert tree(build(project)) == from_nothing(project)
    assert keys()[0] != search


def test_a_change_of_the_same_length_at_the_same_time_is_seen(project: Project) -> None:
    """Size and times tell nothing where a file is written twice within one tick of the clock."""
    path = project.branch / "2019.yml"
    build(project)
    state = path.stat()
    rewrite(path, "实到: 8", "实到: 7")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert "7/9" in (build(project) / "branches/aa-1/index.html").read_text(encoding="utf-8")


def test_a_deleted_branch_disappears_everywhere(project: Project) -> None:
    build(project)
    shutil.rmtree(project.root / "records/units/aa/aa-2")
    made = tree(build(project))
    assert not [name for name, data in made.items() if "aa-2" in name or b"aa-2" in data]
    assert not (project.site / "branches/aa-2").exists()
    assert made == from_nothing(project)


def test_a_deleted_committee_takes_its_pages_along(project: Project) -> None:
    project.write("records/units/bb/committee.yml", "名称: 乙学院党委\n类型: 基层党委\n")
    shutil.copytree(project.root / "records/units/aa/aa-2", project.root / "records/units/bb/bb-1")
    build(project)
    shutil.rmtree(project.root / "records/units/bb")
    made = tree(build(project))
    assert not [name for name, data in made.items() if "bb" in name.split("/") or "乙学院".encode() in data]


def test_a_branch_with_another_name_renews_what_leads_to_it(project: Project) -> None:
    before = build(project) / "branches/aa-2/index.html"
    assert "上一个：甲学院第一党支部" in before.read_text(encoding="utf-8")
    rewrite(project.branch / "branch.yml", "第一党支部", "第七党支部")
    made = tree(build(project))
    assert "上一个：甲学院第七党支部" in made["branches/aa-2/index.html"].decode()
    assert made == from_nothing(project)


def test_a_committee_with_another_name_renames_its_branches_pages(project: Project) -> None:
    build(project)
    rewrite(project.root / "records/units/aa/committee.yml", "甲学院党委", "丙学院党委")
    made = tree(build(project))
    assert "丙学院党委".encode() in made["branches/aa-2/index.html"]
    assert made == from_nothing(project)


def test_a_refused_edit_leaves_no_trace_once_it_is_taken_back(project: Project) -> None:
    before = tree(build(project))
    path = project.branch / "2019.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("实到: 8", "实到: 10"), encoding="utf-8")
    with pytest.raises(RecordsRefusedError):
        build(project)
    assert tree(project.site) == before
    path.write_text(good, encoding="utf-8")
    assert tree(build(project)) == before


def test_warnings_are_told_again_though_their_branch_is_not_made_again(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    rewrite(project.branch / "2019.yml", "2019-03-14", "2019-11-26")
    build(project)
    first = [record.message for record in caplog.records if record.levelname == "WARNING"]
    caplog.clear()
    build(project)
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == first != []


RULES: dict[str, Callable[[Project], object]] = {
    "standard": lambda project: rewrite(project.root / "docs/standards/3-1.md", "至少召开 1 次", "至少召开 2 次"),
    "parameter": lambda project: rewrite(project.root / "docs/standards/3-1.md", "至少: 1}", "至少: 2}"),
    "institution": lambda project: rewrite(project.root / "records/institution.yml", "示例大学", "样本大学"),
    "reading": lambda project: project.write("records/institution.yml", "名称: 示例大学\n口径: {A16: 只计首类}\n"),
    "prose": lambda project: rewrite(project.root / "docs/index.md", "# 首页", "# 主页"),
    "navigation": lambda project: rewrite(project.config, "- 首页: index.md", "- 主页: index.md"),
    "theme": lambda project: rewrite(project.config, "[navigation.tabs]", "[navigation.tabs, navigation.top]"),
    "showcase": lambda project: rewrite(project.branch / "showcase.md", "照着标准做。", "照着标准做好。"),
    "photo": lambda project: Image.new("RGB", (40, 30), (1, 2, 3)).save(project.branch / "photos/room.jpg"),
}


@pytest.mark.parametrize("what", RULES)
def test_whatever_a_page_rests_on_renews_it(project: Project, what: str) -> None:
    build(project)
    RULES[what](project)
    assert tree(build(project)) == from_nothing(project)


@pytest.mark.parametrize(("option", "value"), [("as_of", "2019-12-02"), ("year", "2018"), ("scope", "committee:aa")])
def test_another_option_renews_everything(project: Project, option: str, value: str) -> None:
    other: dict[str, Any] = {option: value}
    build(project)
    assert tree(build(project, **other)) == from_nothing(project, **other)


def test_an_audience_of_fewer_readers_is_never_left_behind(project: Project) -> None:
    build(project, audience="internal")
    assert tree(build(project, audience="public")) == from_nothing(project, audience="public")


def test_another_version_of_the_program_keeps_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = inodes(build(project))
    monkeypatch.setattr(builder, "program", lambda: "another version")
    after = inodes(build(project))
    assert not {name for name in after if after[name] == before.get(name)}


def test_the_program_is_known_by_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {sources.program.__wrapped__()}
    shutil.copytree(PACKAGE, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr("generator.build.program.PACKAGE", tmp_path / "generator")
    found.add(sources.program.__wrapped__())
    assert len(found) == 1
    for name in ("present/branch/page.html.j2", "theme/main.html", "evaluate/timing.py"):
        path = tmp_path / "generator" / name
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        found.add(sources.program.__wrapped__())
    assert len(found) == 4


CACHE_FILES = ("manifest", "prose.json", "units/aa.json", "hidden/aa.json", "spare")


@pytest.mark.parametrize("garbage", [b"", b"\xff\x00", b"[]", b'{"rules": 1}', b"{" * 5000, b"null", b'{"aa-1": 3}'])
def test_a_cache_that_is_none_is_made_anew(project: Project, garbage: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    build(project)
    rewrite(project.branch / "2019.yml", "实到: 8", "实到: 7")
    build(project)
    rewrite(project.branch / "2019.yml", "实到: 7", "实到: 6")
    for name in CACHE_FILES:
        (project.root / ".zhibu/site.cache" / name).write_bytes(garbage)
    assert tree(build(project)) == from_nothing(project)


def test_a_corrupt_cache_is_told_in_one_line(project: Project) -> None:
    build(project)
    (project.root / ".zhibu/site.cache/manifest").write_bytes(b"{")
    command = [sys.executable, "-m", "generator", "build", "--audience", "internal", "--out", "site"]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=True, encoding="utf-8")
    assert [line for line in done.stderr.splitlines() if "缓存" in line] == [
        "缓存 manifest 读不出来，已丢弃，重新生成。"
    ]


def test_the_cache_is_nobody_elses_business(project: Project) -> None:
    build(project)
    assert (project.root / ".zhibu").stat().st_mode & 0o777 == 0o700
    assert (project.root / ".zhibu/site.cache").stat().st_mode & 0o777 == 0o700


def changes(project: Project, chance: random.Random) -> Iterator[None]:
    """Edits, additions and deletions without end, each of which leaves sound records."""
    units, number = project.root / "records/units", 0
    while True:
        number += 1
        branches = sorted(path.parent for path in units.glob("*/*/branch.yml"))
        one = chance.choice(branches)
        match chance.randrange(7):
            case 0:
                shutil.copytree(one, one.parent / f"n-{number}", ignore=shutil.ignore_patterns("showcase.md", "photos"))
            case 1 if len(branches) > 3 and one != project.branch:
                shutil.rmtree(one)
            case 2:
                rewrite(one / "branch.yml", "名称: ", f"名称: 第{number}改")
            case 3:
                unit = units / f"u-{number}"
                shutil.copytree(one, unit / f"u-{number}-1", ignore=shutil.ignore_patterns("showcase.md", "photos"))
                (unit / "committee.yml").write_text(f"名称: 第{number}学院党委\n类型: 基层党委\n", encoding="utf-8")
            case 4:
                (one / "2018.yml").write_text("活动: []\n", encoding="utf-8")
            case 5:
                (one / "2018.yml").unlink(missing_ok=True)
            case _:
                text = f"活动:\n  - {{类型: [支部党员大会], 日期: 2019-0{chance.randrange(1, 10)}-12, 主持: 书记, 应到: 9, 实到: {chance.randrange(1, 10)}, 议题: [{{事项: 第{number}项}}]}}\n"
                (one / "2019.yml").write_text(text, encoding="utf-8")
        yield


@pytest.mark.load
@pytest.mark.parametrize("seed", [1, 2])
def test_any_row_of_changes_ends_where_a_build_from_nothing_ends(
    project: Project, seed: int, load: Callable[[int], int]
) -> None:
    chance = random.Random(seed)
    row = changes(project, chance)
    build(project)
    done = 0
    while done < load(200):
        for _ in range(chance.randrange(1, 5)):
            next(row)
            done += 1
        build(project)
    assert tree(project.site) == from_nothing(project)


@pytest.mark.load
def test_a_build_killed_anywhere_leaves_one_whole_site_and_the_next_succeeds(
    project: Project, load: Callable[[int], int]
) -> None:
    """The old site or the new one, never a mixture; half of the kills hit builds that start from a copy."""
    chance = random.Random(7)
    command = [sys.executable, "-m", "generator", "build", "--audience", "internal", "--out", "site"]
    path = project.branch / "2019.yml"
    good = path.read_text(encoding="utf-8")
    versions = []
    for attended in ("实到: 8", "实到: 7"):
        path.write_text(good.replace("实到: 8", attended), encoding="utf-8")
        versions.append(from_nothing(project))
    build(project)
    for number in range(load(200)):
        path.write_text(good.replace("实到: 8", ("实到: 8", "实到: 7")[number % 2]), encoding="utf-8")
        if number % 4 == 3:
            shutil.rmtree(project.root / ".zhibu/site.cache", ignore_errors=True)
        with subprocess.Popen(command, cwd=project.root, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(chance.uniform(0.3, 3.5 if number % 4 == 3 else 1.8))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
        assert tree(project.site) in versions, number
    path.write_text(good, encoding="utf-8")
    assert tree(build(project)) == versions[0]
    manifest = Cache(project.root / ".zhibu/site.cache", sources.program()).read("manifest", Manifest)
    assert manifest is not None
    assert manifest.committees.keys() == {"aa"}


def test_a_committee_that_shrinks_leaves_no_second_page_behind(project: Project) -> None:
    text = (project.branch / "branch.yml").read_text(encoding="utf-8")
    for number in range(3, 22):
        folder = f"records/units/aa/aa-{number}"
        project.write(f"{folder}/branch.yml", text.replace("第一", f"第{number}"))
        project.write(f"{folder}/2019.yml", "活动: []\n")
    second = {"committees/aa/2/index.html", "committees/aa/matrix/2/index.html"}
    assert second <= tree(build(project)).keys()
    shutil.rmtree(project.root / "records/units/aa/aa-21")
    after = tree(build(project))
    assert not second & after.keys()
    assert after == from_nothing(project)


def test_a_site_map_that_shrinks_leaves_no_part_behind(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = tree(build(project))["sitemap.xml"].count(b"<url>")
    monkeypatch.setattr("generator.formats.sitemap.MAX_URLS", pages - 1)
    shutil.rmtree(project.root / ".zhibu")
    parts = {f"sitemap-{number}.xml{packed}" for number in (1, 2) for packed in ("", ".gz")}
    assert parts <= from_nothing(project).keys()
    assert parts <= tree(build(project)).keys()
    shutil.rmtree(project.root / "records/units/aa/aa-2")
    after = tree(build(project))
    assert not parts & after.keys()
    assert after == from_nothing(project)


_PLAN = "推进计划:\n  经过:\n    - {环节: 首次报送, 日期: 2019-05-DAY, 单位: 甲学院党委会议}\n"
_YEAR_PLAN = """年度: 2019
编号: 方案2019
名称: 推进方案
阶段:
  - 条款: 三（一）
    名称: 强化意识
    自: 2019-03-01
    至: 2019-04-30
    任务:
      - {条款: 三（一）3, 名称: 研制推进计划, 责任单位: [党支部], 期限: 2019-05-20, 台账: 推进计划}
"""
_COPY = "branches/aa-1/plan/index.html"


def test_the_copy_to_be_signed_comes_and_goes_with_the_plan(project: Project) -> None:
    register = project.branch / "2019.yml"
    plain = register.read_text(encoding="utf-8")
    assert _COPY not in tree(build(project))
    register.write_text(plain + _PLAN.replace("DAY", "17"), encoding="utf-8")
    made = tree(build(project))
    assert _COPY in made
    assert b"branches/aa-1/plan/" in made["sitemap.xml"]
    rewrite(project.root / "records/units/aa/aa-2/2019.yml", "活动: []", "活动: []  # 没有")
    assert _COPY in tree(build(project))  # kept as it is while its neighbour is made anew
    os.utime(register)
    assert _COPY in tree(build(project))  # its time is new, its content is not
    assert tree(project.site) == from_nothing(project)
    register.write_text(plain, encoding="utf-8")
    made = tree(build(project))
    assert not [name for name in made if name.startswith("branches/aa-1/plan")]
    assert b"branches/aa-1/plan/" not in made["sitemap.xml"]
    assert made == from_nothing(project)


def test_the_pages_of_a_year_come_and_go_with_its_register(project: Project) -> None:
    page = "branches/aa-1/2018/index.html"
    assert page not in tree(build(project, as_of="2019-02-10"))
    register = project.branch / "2018.yml"
    meeting = "{类型: [支部党员大会], 日期: 2018-DAY, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 研究计划}]}"
    register.write_text(f"活动:\n  - {meeting.replace('DAY', '11-20')}\n", encoding="utf-8")
    made = tree(build(project, as_of="2019-02-10"))
    assert {page, "branches/aa-1/2018/checklist/index.html"} <= made.keys()
    assert b"branches/aa-1/2018/" in made["sitemap.xml"]
    assert "11月20日" in made[page].decode()
    rewrite(register, "11-20", "11-21")
    rewrite(project.root / "records/units/aa/aa-2/2019.yml", "活动: []", "活动: []  # 没有")
    assert "11月21日" in tree(build(project, as_of="2019-02-10"))[page].decode()
    assert tree(project.site) == from_nothing(project, as_of="2019-02-10")
    register.unlink()
    made = tree(build(project, as_of="2019-02-10"))
    assert not [name for name in made if "2018" in name]
    assert made == from_nothing(project, as_of="2019-02-10")


def test_the_plan_and_the_calendar_of_another_year_stay_where_they_are(project: Project) -> None:
    plan = _YEAR_PLAN.replace("2019", "2018").replace("推进方案", "去年方案")
    source = project.write("records/plan/2018.yml", plan)
    project.write("records/plan/2018.txt", "去年方案\n三、方法步骤\n（一）强化意识\n3、研制推进计划。\n")
    project.write("docs/plan/index.md", "# 方案\n\n<!-- slot: plan-head -->\n")
    rewrite(
        project.config,
        "  - 支部: [committees.md]",
        "  - 支部: [committees.md]\n  - 方案: [plan/index.md, plan/calendar.md]",
    )
    project.write("docs/plan/calendar.md", "# 年历\n\n<!-- slot: plan-calendar -->\n")
    made = tree(build(project))
    pages = ("", "calendar/", "tasks/3-1-3/", "units/1/", "overdue/", "text/", "trace/")
    assert {f"plan/2018/{page}index.html" for page in pages} <= made.keys()
    assert 'href="../plan/2018/index.html">2018年方案' in made["plan/index.html"].decode()
    for name in (f"plan/2018/{page}index.html" for page in pages):
        html = made[name].decode()
        assert "2018年度 · 截至 2019年11月25日" in html
        for link in re.findall(r'href="((?:\.\./)+plan/[^"#]*)', html):
            assert os.path.normpath(Path(name).parent / link) in made, (name, link)
    assert "应报推进计划" in made["plan/2018/overdue/index.html"].decode()
    assert made == from_nothing(project)
    source.unlink()
    (project.root / "records/plan/2018.txt").unlink()
    made = tree(build(project))
    assert not [name for name in made if name.startswith("plan/2018")]
    assert made == from_nothing(project)


def test_the_year_that_is_shown_first_may_be_named(project: Project) -> None:
    made = tree(build(project, as_of="2020-02-10", year="2019"))
    assert "2019年度 · 截至 2020年2月10日" in made["branches/aa-1/index.html"].decode()
    assert "branches/aa-1/2019/index.html" not in made
    made = tree(build(project, as_of="2020-02-10"))
    assert "2020年度 · 截至 2020年2月10日" in made["branches/aa-1/index.html"].decode()
    assert "2019年度 · 截至 2020年2月10日" in made["branches/aa-1/2019/index.html"].decode()


def test_a_branch_that_is_gone_takes_its_copy_along(project: Project) -> None:
    with (project.root / "records/units/aa/aa-2/2019.yml").open("a", encoding="utf-8") as file:
        file.write(_PLAN.replace("DAY", "17"))
    assert "branches/aa-2/plan/index.html" in tree(build(project))
    shutil.rmtree(project.root / "records/units/aa/aa-2")
    assert not [name for name in tree(build(project)) if "aa-2" in name]


def test_the_public_edition_has_no_copy(project: Project) -> None:
    with (project.branch / "2019.yml").open("a", encoding="utf-8") as file:
        file.write(_PLAN.replace("DAY", "17"))
    made = tree(build(project, audience="public"))
    assert not [name for name, data in made.items() if ("/plan/" in name and "aa-1" in name) or b"branch-plan" in data]


def test_another_deadline_judges_every_plan_anew(project: Project) -> None:
    with (project.branch / "2019.yml").open("a", encoding="utf-8") as file:
        file.write(_PLAN.replace("DAY", "21"))
    page = project.site / "committees/aa/index.html"
    plan = project.write("records/plan/2019.yml", _YEAR_PLAN)
    build(project)
    assert "逾期首次报送 1 个" in page.read_text(encoding="utf-8")
    rewrite(plan, "2019-05-20", "2019-05-21")
    build(project)
    assert "按期首次报送 1 个" in page.read_text(encoding="utf-8")
    assert tree(project.site) == from_nothing(project)
    plan.unlink()
    build(project)
    assert "本年没有要报送的推进计划" in page.read_text(encoding="utf-8")
