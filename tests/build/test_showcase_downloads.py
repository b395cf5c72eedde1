"""What a showcase hands out: sheets, templates, calendars; and that they go when its approval goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import icalendar
import pytest
from docx import Document

from generator.build.downloads import open_day_calendars, takeaway_sizes, word_files
from generator.build.edition import Edition
from generator.build.printing import set_sheets
from generator.build.showcase_sheets import all_sheets
from generator.cli.options import read_settings
from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.typefaces import LEAN
from generator.output.cache import Cache
from generator.survey import survey
from tests.conftest import Project

OWN = "downloads/calendar/aa-1-open-days.ics"
VISITS = "downloads/calendar/visits.ics"
BEIJING = timezone(timedelta(hours=8))


def edition(project: Project, audience: str = "public") -> Edition:
    surveyed = survey(replace(read_settings(project.config, {"audience": audience}), pdf=("showcases",)))
    assert surveyed.sound, surveyed.problems
    return Edition.of(surveyed)


def sheets(project: Project, audience: str = "public") -> dict[str, TypstSource]:
    made = edition(project, audience)
    return dict(all_sheets(made.site, made.on_record, "https://e.org/"))


def events(project: Project, name: str = OWN, audience: str = "public") -> list[Any]:
    files = dict(open_day_calendars(edition(project, audience).site, "https://e.org/"))
    return list(icalendar.Calendar.from_ical(files[name]).walk("VEVENT")) if name in files else []


def hours(event: Any) -> tuple[datetime, datetime]:
    return event["dtstart"].dt.astimezone(BEIJING), event["dtend"].dt.astimezone(BEIJING)


def rewrite(project: Project, old: str, new: str) -> None:
    path = project.branch / "showcase.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    project.seal()


def test_a_showcase_has_a_guide_a_sign_the_forms_it_hands_out_and_the_notes_of_a_visit(project: Project) -> None:
    assert list(sheets(project)) == [
        "downloads/showcases/aa-1-guide.pdf",
        "downloads/showcases/aa-1-sign.pdf",
        "downloads/forms/general-meeting.pdf",
        "downloads/forms/visit-note.pdf",
        "downloads/forms/visit-host.pdf",
    ]
    assert sheets(project) == sheets(project, "internal")
    assert edition(project).site.printed_showcases == {"aa-1"}


@pytest.mark.parametrize("change", ["期限: 2019-11-24", "期限: 2020-12-31, 撤回: {日期: 2019-11-25, 决定: 党委会}"])
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_they_all_go_with_the_approval(project: Project, change: str, audience: str) -> None:
    rewrite(project, "期限: 2020-12-31", change)
    assert sheets(project, audience) == {}
    assert edition(project, audience).site.printed_showcases == frozenset()
    assert events(project) == []


@pytest.mark.parametrize("last", ["2019-11-25", "2019-11-26"])
def test_on_the_last_day_of_the_approval_they_are_still_there(project: Project, last: str) -> None:
    rewrite(project, "期限: 2020-12-31", f"期限: {last}")
    assert len(sheets(project)) == 5


def test_a_sheet_is_set_once_and_again_only_when_its_words_change(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fake(_: object, sources: list[TypstSource], __: object) -> list[bytes]:
        asked.extend(source.front for source in sources)
        return [source.front.encode() for source in sources]

    monkeypatch.setattr("generator.build.printing.run_in_subprocess", fake)
    first = sheets(project)
    cache = Cache(tmp_path / "cache", "1")
    made = dict(set_sheets(first, LEAN, cache, "sheets"))
    assert len(asked) == 5
    assert dict(set_sheets(first, LEAN, cache, "sheets")) == made
    assert len(asked) == 5
    rewrite(project, "集合处: 一层门厅", "集合处: 二层门厅")
    asked.clear()
    dict(set_sheets(sheets(project), LEAN, cache, "sheets"))
    assert asked == ["甲学院第一党支部的导览单"]
    assert len(list((tmp_path / "cache/sheets").iterdir())) == 5
    dict(set_sheets(sheets(project), LEAN, Cache(tmp_path / "cache", "2"), "sheets"))
    assert len(asked) == 6


def test_a_calendar_has_the_open_days_of_half_a_year_in_local_time(project: Project) -> None:
    found = events(project)
    assert hours(found[0]) == (
        datetime(2019, 11, 28, 14, 30, tzinfo=BEIJING),
        datetime(2019, 11, 28, 16, 30, tzinfo=BEIJING),
    )
    days = [hours(event)[0].date() for event in found]
    assert {day.weekday() for day in days} == {3}
    assert (days[-1], len(days)) == (date(2020, 5, 21), 26)  # 180 days end on a Saturday
    assert found[0]["location"] == "一层门厅"
    assert "学院党委办公室" in found[0]["description"]
    assert found[0]["url"] == "https://e.org/showcases/aa-1/"


def test_it_ends_with_the_approval_and_leaves_holidays_out(project: Project) -> None:
    rewrite(project, "期限: 2020-12-31", "期限: 2019-12-19")
    project.write("records/institution.yml", "名称: 示例大学\n假期: [{名称: 考试周, 自: 2019-12-12, 至: 2019-12-12}]\n")
    days = [hours(event)[0].date().isoformat() for event in events(project)]
    assert days == ["2019-11-28", "2019-12-05", "2019-12-19"]


def test_a_paused_point_has_no_open_days(project: Project) -> None:
    rewrite(project, "方式: 预约", "方式: 暂停\n  暂停: {说明: 搬家}")
    assert events(project) == []


def test_planned_visits_are_in_a_calendar_inside_only(project: Project) -> None:
    rows = """观摩安排:
  - 编号: 2019-gm1
    自: 2019-11-01
    至: 2019-12-31
    行程:
      - {支部: aa-2, 观摩点: aa-1, 日期: 2019-11-28, 自: "14:30", 至: "16:30", 状态: 商定}
      - {支部: aa-2, 观摩点: aa-1, 日期: 2019-12-05, 自: "14:30", 至: "16:30", 状态: 取消}
"""
    project.write("records/school/2019.yml", rows)
    (visit,) = events(project, VISITS, "internal")
    assert hours(visit)[0] == datetime(2019, 11, 28, 14, 30, tzinfo=BEIJING)
    assert "甲学院第二党支部（商定）" in visit["description"]
    assert visit["class"] == "PRIVATE"
    assert events(project, VISITS) == []


def test_the_size_told_is_that_of_the_file_in_the_site(project: Project) -> None:
    made = edition(project)
    files = dict(word_files(made.site))
    sizes = takeaway_sizes(made.site, made.site.index.showcases[0])
    assert sizes == {"general-meeting": len(files["downloads/forms/general-meeting.docx"])}


def test_an_attached_file_is_handed_out_and_a_bad_one_is_not(project: Project) -> None:
    (project.branch / "files").mkdir()
    Document().save(str(project.branch / "files/a.docx"))
    (project.branch / "files/b.docx").write_bytes(b"<html></html>")
    two = '{名称: 甲表, 标准: "3.1", 文件: files/a.docx}, {名称: 乙表, 标准: "3.1", 文件: files/b.docx}'
    rewrite(project, "带走: [", f"带走: [{two}, ")
    made = edition(project)
    (shown,) = made.site.index.showcases
    assert [row.name for row in shown.showcase.takeaways] == ["甲表", "记录样表"]
    assert set(takeaway_sizes(made.site, shown)) == {"files/a.docx", "general-meeting"}
    (problem,) = [row for row in made.survey.problems if row.code == "W401"]
    assert "files/b.docx" in problem.message
    assert problem.source.path.endswith("aa-1/showcase.md")
    assert problem.source.line > 1
