"""Where the rows of a register stand on a page."""

from __future__ import annotations

from typing import Any

from generator.model.record import SOURCE_KEY, Record, Source
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.register import Register
from generator.model.records.school_register import SchoolRegister
from generator.model.register_sections import anchors_in, sections_of


def at(line: int, **fields: object) -> dict[str, Any]:
    return {SOURCE_KEY: Source("2019.yml", line, 3), **fields}


def review(line: int, day: str, *issues: dict[str, Any]) -> dict[str, Any]:
    return at(line, 日期=day, 问题=issues)


def anchors(record: Record, about: str = "2019") -> dict[int, str]:
    """The anchors by the line of the file that they are of."""
    return {source.line: anchor for source, anchor in anchors_in(sections_of(record, about)).items()}


def test_a_row_is_told_by_section_day_and_number() -> None:
    record = CommitteeRegister.model_validate(
        {"研判": [review(1, "2019-03-21"), review(2, "2019-06-20"), review(3, "2019-03-21")]}
    )
    assert anchors(record) == {1: "reviews-2019-03-21-1", 2: "reviews-2019-06-20-1", 3: "reviews-2019-03-21-2"}


def test_a_row_of_another_year_is_told_by_its_register_too() -> None:
    """The register of that year may have a row of that day."""
    record = CommitteeRegister.model_validate({"研判": [review(1, "2020-01-10")]})
    assert anchors(record) == {1: "reviews-2020-01-10-2019-1"}
    assert anchors(record, "2020") == {1: "reviews-2020-01-10-1"}


def test_what_stands_in_a_row_is_found_with_it() -> None:
    issue = at(2, 问题="记录不全")
    record = CommitteeRegister.model_validate({"研判": [review(1, "2019-03-21", issue), review(4, "2019-06-20")]})
    assert anchors(record) == {1: "reviews-2019-03-21-1", 2: "reviews-2019-03-21-1", 4: "reviews-2019-06-20-1"}


def test_a_mapping_is_a_section_of_one_row_and_its_lists_are_sections() -> None:
    hours = at(1, 不计学时="1", 书记和委员=[at(2, 职务="书记", 学时="58")], 党员=[at(3, 学时="36", 人数="14")])
    record = Register.model_validate({"学时": hours})
    assert anchors(record) == {1: "hours-2019-1", 2: "hours-officers-2019-1", 3: "hours-members-2019-1"}
    assert [row.label for row in sections_of(record, "2019")] == ["学时", "学时：书记和委员", "学时：党员"]


def test_a_mapping_of_lists_alone_has_no_line_and_leads_to_its_first_row() -> None:
    record = Register.model_validate({"学时": at(1, 党员=[at(3, 学时="36", 人数="14")])})
    assert anchors(record) == {1: "hours-members-2019-1", 3: "hours-members-2019-1"}


def test_of_rows_that_nobody_cites_none_is_kept() -> None:
    issue = at(2, 问题="记录不全")
    record = CommitteeRegister.model_validate({"研判": [review(1, "2019-03-21", issue), review(4, "2019-06-20")]})
    (section,) = sections_of(record, "2019")
    assert [anchor for anchor, _ in section.cited({Source("2019.yml", 2, 3)}).rows] == ["reviews-2019-03-21-1"]
    assert section.cited(set()).rows == ()


def test_empty_sections_and_those_shown_elsewhere_are_left_out() -> None:
    record = SchoolRegister.model_validate({"督查": [at(1, 日期="2019-03-28", 方式="定期督查")]})
    assert [row.name for row in sections_of(record, "2019")] == ["inspections"]
    assert sections_of(record, "2019", ["inspections"]) == ()
    assert sections_of(SchoolRegister(), "2019") == ()
