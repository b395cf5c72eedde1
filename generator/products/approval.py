"""The lines that bind an approval to a final text: what `zhibu approve` gives a person to put into the record (A42)."""

from __future__ import annotations

from datetime import date

from generator.errors import ConfigurationError, RecordsRefusedError
from generator.load.joint import joint_rows
from generator.load.records import load_dossier
from generator.model.approved import Piece, marks, pieces, seal
from generator.model.dossier import Dossier
from generator.model.index import Index, ShowcaseEntry
from generator.model.nearest import did_you_mean
from generator.model.records.school_activity import Campaign
from generator.model.records.school_register import SchoolRegister
from generator.model.unit_records import UnitRecords
from generator.settings import Settings
from generator.survey import survey
from generator.validate.approvals import count

KINDS = ("showcase", "introduction", "campaign")
"""What has an approval: a branch's 观摩展示 and its 公开简介, each called by the branch's id, and an activity by its own."""


def approve(settings: Settings, kind: str, id: str) -> str:
    """数说 as the register shows it on `as_of`, and digest and marks of the text as it is now, as lines of YAML."""
    index = survey(settings).index
    if kind == "campaign":
        return _lines(pieces(_campaign(index, id)))
    entry = index.branch(id) if index else None
    if index is None or entry is None:
        known = [row.id for row in index.branches()] if index else []
        raise ConfigurationError(f"没有支部“{id}”。{did_you_mean(id, known, '请写支部的编号。')}")
    committee = index.committee(entry.committee)
    joint = joint_rows(UnitRecords.of_committee(committee, {}).registers) if committee else {}
    dossier, _ = load_dossier(entry, settings.root, joint.get(id, {}))
    if dossier is None:
        raise RecordsRefusedError(f"支部 {id} 的台账有错误。请先运行 zhibu check。")
    if kind == "introduction":
        if dossier.profile.introduction is None:
            raise ConfigurationError(f"支部 {id} 没有公开简介。")
        return _lines(pieces(dossier.profile.introduction))
    found = next((row for row in index.showcases if row.branch.id == id), None)
    if found is None:
        raise ConfigurationError(f"支部 {id} 没有观摩展示。")
    return _showcase(found, dossier, settings.as_of)


def _campaign(index: Index | None, id: str) -> Campaign:
    registers = index.further.values() if index else ()
    known = {row.id: row for each in registers if isinstance(each, SchoolRegister) for row in each.campaigns}
    if id not in known:
        raise ConfigurationError(f"没有特色活动“{id}”。{did_you_mean(id, known, '请写特色活动的编号。')}")
    return known[id]


def _showcase(entry: ShowcaseEntry, dossier: Dossier, as_of: date) -> str:
    numbers, told = entry.showcase.numbers, ""
    showcase = entry.showcase
    if numbers is not None:
        counts = count(dossier, numbers, as_of)
        told = f"数说: {{统计至: {as_of}, 次数: {{{', '.join(f'{kind}: {number}' for kind, number in counts.items())}}}}}\n"
        showcase = showcase.model_copy(
            update={"numbers": numbers.model_copy(update={"through": as_of, "counts": counts})}
        )
    return told + _lines(pieces(showcase, entry.prose, entry.files))


def _lines(rows: tuple[Piece, ...]) -> str:
    return f"审批:\n  摘要: {seal(rows)}\n  逐句: {marks(rows)}\n"
