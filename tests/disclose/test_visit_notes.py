"""A note of a visit goes back to the branch that wrote it; every other edition knows that there is one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.build.unit_workbook import unit_workbooks
from generator.cli.options import read_settings
from generator.disclose.text import readable
from generator.disclose.visit_notes import noted_sentences, without_contents
from generator.errors import ConfigurationError
from generator.evaluate.bookkeeping import visits_noted
from generator.judge import records_shown
from generator.model.dossier import Dossier
from generator.model.noted_visit import NotedVisit
from generator.model.record import Audience
from generator.model.record_file import Owner
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.records.visit_note import VisitOutcome
from generator.products import site as builder
from generator.products.exporting import export_table
from generator.settings import Scope, Settings
from generator.survey import survey
from tests.conftest import Project

PROFILE = Profile.model_validate({"名称": "第一党支部", "类型": "教师", "成立": "2015-09-10"})
NOTE: dict[str, Any] = {
    "日期": "2019-11-12",
    "观摩点": "aa-2",
    "人数": "5",
    "会前": [{"标准": "3.1", "差距": "雀注会前写的差距"}],
    "对照": [
        {
            "标准": "3.1",
            "看到": "雀注看到的清单",
            "记录本": "雀注记录本的页",
            "听到": "雀注听到的一句",
            "不同在": "雀注不同在哪里",
            "我们学": "雀注我们学的事",
            "谁": "雀注由谁来办",
            "何时": "2019-12-15",
        }
    ],
    "不照搬": "雀注不照搬的事",
    "建议": "雀注给对方建议",
    "答复": "雀注对方的答复",
    "上会": "2019-11-21",
}


def dossier_of(*notes: dict[str, Any]) -> Dossier:
    return Dossier.assemble("aa-1", "aa", PROFILE, {2019: Register.model_validate({"观摩记录": list(notes)})})


def test_a_year_without_notes_stays_as_it_is() -> None:
    registers = {2018: Register.model_validate({}), 2019: Register.model_validate({"观摩记录": [NOTE]})}
    found = without_contents(Dossier.assemble("aa-1", "aa", PROFILE, registers)).registers
    assert found[2018] is registers[2018]
    assert found[2019] != registers[2019]


def test_others_know_where_a_branch_went_when_and_with_how_many() -> None:
    (note,) = without_contents(dossier_of({**NOTE, "结论": "没有可学的"})).registers[2019].visit_notes
    assert (note.host, note.on, note.people) == ("aa-2", date(2019, 11, 12), 5)
    assert (note.before, note.compared, note.outcome) == ((), (), VisitOutcome.TAKING)
    assert (note.not_copied, note.suggestion, note.answer, note.taken_up) == (None, None, None, None)


def test_a_branch_without_notes_is_not_copied() -> None:
    dossier = dossier_of()
    assert without_contents(dossier) is dossier


def test_the_gate_looks_for_sentences_that_are_not_shown_otherwise() -> None:
    row = {"标准": "3.1", "看到": "八个字的清单一张", "听到": "七个字的一句话", "我们学": "会前三天收议题，列清单"}
    dossier = dossier_of({"日期": "2019-11-12", "观摩点": "aa-2", "人数": "5", "对照": [row]})
    assert list(noted_sentences(dossier, ())) == ["八个字的清单一张", "会前三天收议题，列清单"]
    assert list(noted_sentences(dossier, ("措施：会前三天收议题，列清单",))) == ["八个字的清单一张"]


@pytest.mark.parametrize(("as_of", "noted"), [(11, 0), (12, 1)])
def test_a_visit_counts_from_its_day(as_of: int, noted: int) -> None:
    found = list(visits_noted(dossier_of(NOTE), 2019, date(2019, 11, as_of)))
    assert found == [NotedVisit("aa-1", "aa-2", date(2019, 11, 12), 5)][:noted]
    assert list(visits_noted(dossier_of(NOTE), 2018, date(2019, 11, as_of))) == []


MINE, OTHERS = {"audience": "internal", "scope": "branch:aa-1"}, {"audience": "internal", "scope": "branch:aa-2"}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({}, False),
        ({"audience": "internal"}, False),
        ({"audience": "restricted"}, False),
        ({"audience": "internal", "scope": "committee:aa"}, False),
        (OTHERS, False),
        (MINE, True),
    ],
)
def test_every_byte_of_what_it_says_is_in_its_own_edition_alone(
    project: Project, options: dict[str, object], *, told: bool
) -> None:
    with (project.branch / "2019.yml").open("a", encoding="utf-8") as opened:
        opened.write(f"观摩记录: [{_flow(NOTE)}]\n")
    builder.build(project.config, read_settings(project.config, options), project.site, strict=False)
    texts = [(path, path.read_bytes()) for path in project.site.rglob("*") if path.is_file()]
    found = [path for path, data in texts if "雀注".encode() in data or any("雀注" in each for each in readable(path))]
    assert bool(found) is told, found
    if told:
        page = (project.site / "branches/aa-1/index.html").read_text(encoding="utf-8")
        words = [word for word in _words(NOTE) if word.startswith("雀注")]
        assert len(words) == 10
        assert [word for word in words if word not in page] == []


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return f'"{value}"'


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [word for item in (value.values() if isinstance(value, dict) else value) for word in _words(item)]


def test_the_host_and_the_department_see_unit_and_number(project: Project) -> None:
    with (project.branch / "2019.yml").open("a", encoding="utf-8") as opened:
        opened.write(f"观摩记录: [{_flow(NOTE)}]\n")
    options = read_settings(project.config, {"audience": Audience.INTERNAL.value})
    builder.build(project.config, options, project.site, strict=False)
    page = (project.site / "visits/noted/index.html").read_text(encoding="utf-8")
    host = page.partition('id="received"')[2].partition("</table>")[0]
    assert "11月12日，" in host
    assert "，5 人" in host


def test_only_a_branch_s_own_workbook_and_table_hold_its_notes(project: Project) -> None:
    with (project.branch / "2019.yml").open("a", encoding="utf-8") as opened:
        opened.write(f"观摩记录: [{_flow(NOTE)}]\n")
    own = project.settings(Audience.INTERNAL, Scope(kind="branch", id="aa-1"))
    others = (
        project.settings(Audience.INTERNAL),
        project.settings(Audience.RESTRICTED, Scope(kind="committee", id="aa")),
    )
    assert _sheets(own) == {"branch:aa-1": True}
    assert [any(_sheets(settings).values()) for settings in others] == [False, False]
    assert export_table(own, "观摩记录").objects[0]["观摩点"] == "aa-2"
    for settings in others:
        with pytest.raises(ConfigurationError, match="“观摩记录”只给支部自己。请写 --scope branch:编号。"):
            export_table(settings, "观摩记录")


def _sheets(settings: Settings) -> dict[str, bool]:
    """Whether the workbook of each unit has a sheet of notes."""
    made = unit_workbooks(survey(settings), records_shown, tuple(Owner))
    return {row.content.scope: any(sheet.layout.title == "观摩记录" for sheet in row.content.sheets) for row in made}
