"""Calendars read back as a phone reads them: every repetition expanded, bytes by the book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events

from generator.disclose.gate import shared_leaks
from generator.evaluate.checks import parameter_models
from generator.formats.ics import CalendarFile, to_ics
from generator.load.plan import load_plan
from generator.load.records import read_record
from generator.load.standards import load_standards
from generator.model.calendar import CalendarDay, CalendarOf, Entry, EntryKind, Repeat
from generator.model.period import Cycle
from generator.model.records.organisation import Institution
from generator.model.records.sources import NONE
from generator.present.calendar.entries import calendar_entries
from generator.present.kit.citations import Citations

CITES = Citations(sources=NONE, own="方案2019", texts={}, on=date(2019, 11, 25))
ROOT = Path(__file__).parents[2]
FOURTH_THURSDAYS = {
    2019: "3/28 4/25 5/23 6/27 7/25 8/22 9/26 10/24 11/28 12/26",
    2026: "1/22 2/26 3/26 4/23 5/28 6/25 7/23 8/27 9/24 10/22 11/26 12/24",
}


def days(year: int, text: str) -> list[date]:
    return [date(year, *map(int, each.split("/"))) for each in text.split()]


def an_entry(*on: date, **more: Any) -> Entry:
    values: dict[str, Any] = {
        "id": "duty-1",
        "kind": EntryKind.DUE,
        "title": "召开支部党员大会",
        "short": "支部党员大会",
        "basis": "方案 三（二）3",
        "owners": frozenset(CalendarOf),
        "occasions": tuple(map(CalendarDay, on)),
    }
    return Entry(**(values | more))


def a_file(*rows: Entry, **more: Any) -> bytes:
    values: dict[str, Any] = {
        "owner": CalendarOf.STUDENTS,
        "name": "示例大学党建年历",
        "year": 2019,
        "as_of": date(2019, 11, 25),
        "site_url": "https://dangjian.example.edu/",
        "note": "",
        "entries": rows,
    }
    return to_ics(CalendarFile(**(values | more)))


def event_of(data: bytes) -> Any:
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return event


def test_a_draft_says_so_in_the_calendar_and_in_every_entry() -> None:
    data = a_file(an_entry(date(2019, 11, 28)), note="整理稿，非正式公文")
    calendar = icalendar.Calendar.from_ical(data)
    assert str(calendar["X-WR-CALDESC"]) == str(calendar["DESCRIPTION"]) == "整理稿，非正式公文"
    assert str(event_of(data)["DESCRIPTION"]).splitlines()[-1] == "整理稿，非正式公文"


def all_expanded(data: bytes, year: int) -> dict[str, list[date]]:
    """Every day of every event in this year and the next, by the entry's id."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(date(year, 1, 1), date(year + 2, 1, 1))
    seen: dict[str, list[date]] = {}
    for event in sorted(found, key=lambda event: event.start):
        seen.setdefault(str(event["UID"]).rpartition("/")[2], []).append(event.start)
    return seen


def expanded(data: bytes, id: str, year: int) -> list[date]:
    return all_expanded(data, year).get(id, [])


@pytest.fixture(scope="module", params=[2019, 2026])
def year(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def rows(year: int) -> tuple[Entry, ...]:
    sets, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
    institution, _ = read_record(ROOT / "records/institution.yml", ROOT, Institution)
    plan, _ = load_plan(ROOT / "records", ROOT, year)
    assert institution is not None
    return calendar_entries(plan, sets, institution, year, CITES)


@pytest.fixture(scope="module")
def files(year: int, rows: tuple[Entry, ...]) -> dict[CalendarOf, bytes]:
    return {
        owner: a_file(*(row for row in rows if owner in row.owners), owner=owner, year=year) for owner in CalendarOf
    }


def test_the_fourth_thursdays_as_a_phone_expands_them(files: dict[CalendarOf, bytes], year: int) -> None:
    for data in files.values():
        assert expanded(data, "duty-3-5-2", year) == days(year, FOURTH_THURSDAYS[year])


def test_ends_of_months_and_quarters_as_a_phone_expands_them(files: dict[CalendarOf, bytes], year: int) -> None:
    branch, committee = files[CalendarOf.STUDENTS], files[CalendarOf.COMMITTEE]
    quarters, months = (
        days(year, "3/31 6/30 9/30 12/31"),
        "1/31 2/28 3/31 4/30 5/31 6/30 7/31 8/31 9/30 10/31 11/30 12/31",
    )
    assert expanded(branch, "duty-3-1-1", year) == quarters
    assert expanded(committee, "duty-7-1-2", year) == quarters
    assert expanded(branch, "duty-5-5-3", year) == days(year, months)


def test_a_repetition_gives_the_very_days_of_its_entry(
    files: dict[CalendarOf, bytes], rows: tuple[Entry, ...], year: int
) -> None:
    for owner, data in files.items():
        assert all_expanded(data, year) == {row.id: list(row.days) for row in rows if owner in row.owners}, owner


def test_theme_days_are_one_event(files: dict[CalendarOf, bytes], year: int) -> None:
    text = files[CalendarOf.TEACHERS].decode()
    last = days(year, FOURTH_THURSDAYS[year])[-1]
    assert text.count("BYDAY") == 1
    assert f"RRULE:FREQ=MONTHLY;UNTIL={last:%Y%m%d};BYDAY=4TH\r\n" in text


def test_days_that_follow_no_rule_are_listed() -> None:
    on = days(2019, "1/31 2/28 12/31")
    data = a_file(an_entry(*on))
    assert b"RRULE" not in data
    assert expanded(data, "duty-1", 2019) == on


def test_a_yearly_repetition() -> None:
    on = [date(2019, 3, 31), date(2020, 3, 31)]
    data = a_file(an_entry(*on, repeat=Repeat(Cycle.YEAR)))
    assert b"RRULE:FREQ=YEARLY;UNTIL=20200331" in data
    assert expanded(data, "duty-1", 2019) == on


def test_an_event_is_a_whole_day_and_takes_no_time() -> None:
    event = event_of(a_file(an_entry(date(2019, 12, 31))))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2019, 12, 31), date(2020, 1, 1))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_people_are_reminded_at_nine_in_the_morning() -> None:
    (alarm,) = event_of(a_file(an_entry(date(2019, 12, 31), remind_days=10))).walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-10, hours=9)
    assert alarm["ACTION"] == "DISPLAY"
    assert b"VALARM" not in a_file(an_entry(date(2019, 12, 31)))


def test_theme_days_remind_three_days_before_and_quarters_ten(files: dict[CalendarOf, bytes]) -> None:
    calendar: Any = icalendar.Calendar.from_ical(files[CalendarOf.RETIRED])
    ahead = {
        str(event["UID"]).rpartition("/")[2]: alarm["TRIGGER"].dt
        for event in calendar.walk("VEVENT")
        for alarm in event.walk("VALARM")
    }
    assert ahead["duty-3-5-2"] == timedelta(days=-3, hours=9)
    assert ahead["duty-3-1-1"] == timedelta(days=-10, hours=9)


def test_the_stamp_is_the_day_the_site_stands_at() -> None:
    assert b"DTSTAMP:20191125T000000Z\r\n" in a_file(an_entry(date(2019, 12, 31)))
    assert b"DTSTAMP:20200101T000000Z\r\n" in a_file(an_entry(date(2019, 12, 31)), as_of=date(2020, 1, 1))


def test_what_a_uid_is_made_from() -> None:
    uid = event_of(a_file(an_entry(date(2019, 12, 31))))["UID"]
    assert uid == "dangjian.example.edu/2019/branch-students/duty-1"


def test_uids_are_unique_over_all_calendars(files: dict[CalendarOf, bytes]) -> None:
    uids = [str(event["UID"]) for data in files.values() for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]
    assert len(uids) > 50
    assert len(set(uids)) == len(uids)


def test_what_is_said_of_single_days_stands_in_the_description() -> None:
    occasions = (CalendarDay(date(2019, 7, 25), "在暑假内"), CalendarDay(date(2019, 9, 26)))
    event = event_of(a_file(an_entry(occasions=occasions, details=("3.5 主题党日；每月一次, 同月改期",))))
    assert event["DESCRIPTION"] == "3.5 主题党日；每月一次, 同月改期\n7月25日：在暑假内\n依据：方案 三（二）3"


def test_a_note_of_all_days_is_said_once() -> None:
    occasions = (CalendarDay(date(2019, 1, 31), "由支部自定"), CalendarDay(date(2019, 2, 28), "由支部自定"))
    assert event_of(a_file(an_entry(occasions=occasions)))["DESCRIPTION"] == "由支部自定\n依据：方案 三（二）3"


def test_the_page_that_tells_how() -> None:
    event = event_of(a_file(an_entry(date(2019, 12, 31), path="standards/3-1/")))
    assert event["URL"] == "https://dangjian.example.edu/standards/3-1/"
    assert b"URL:" not in a_file(an_entry(date(2019, 12, 31), path="standards/3-1/"), site_url="")


def test_lines_end_and_fold_by_the_book(files: dict[CalendarOf, bytes]) -> None:
    for data in (*files.values(), *long_titles()):
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert data.count(b"\n") == data.count(b"\r\n")
        lines = data.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert all(line.decode() is not None for line in lines)  # a character split in two would not decode


def long_titles() -> Iterator[bytes]:
    """Every place in a line at which a character of three octets can meet the fold."""
    return (a_file(an_entry(date(2019, 12, 31), title="a" * length + "党" * 60)) for length in range(75))


def test_folded_titles_read_as_they_were_written() -> None:
    title = "逗号,分号;反斜杠\\换行\n" + "党课" * 40
    assert event_of(a_file(an_entry(date(2019, 12, 31), title=title)))["SUMMARY"] == title


def test_the_head_names_the_calendar_for_phones() -> None:
    calendar = icalendar.Calendar.from_ical(a_file(an_entry(date(2019, 12, 31))))
    assert calendar["X-WR-CALNAME"] == "示例大学党建年历"
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["PRODID"]


def test_same_entries_same_bytes(rows: tuple[Entry, ...]) -> None:
    assert a_file(*rows) == a_file(*rows)


def test_the_gate_lets_calendars_pass(files: dict[CalendarOf, bytes], tmp_path: Path) -> None:
    for owner, data in files.items():
        (tmp_path / f"{owner.value}.ics").write_bytes(data)
    names = [path.name for path in tmp_path.iterdir()]
    assert list(shared_leaks(tmp_path, names, ["甲乙"])) == []
    (tmp_path / "x.ics").write_bytes(a_file(an_entry(date(2019, 12, 31), title="甲乙")))
    assert [leak.file for leak in shared_leaks(tmp_path, ["x.ics"], ["甲乙"])] == ["x.ics"]
