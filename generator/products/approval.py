"""The lines that bind an approval to a final text: what `zhibu approve` gives a person to put into the record (A42)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.errors import ConfigurationError, RecordsRefusedError
from generator.load.joint import joint_rows
from generator.load.records import load_dossier
from generator.model.approved import Piece, marks, pieces, seal
from generator.model.approved_rows import ApprovedRow, approved_fields, rows_to_approve
from generator.model.dossier import Dossier
from generator.model.files import RECORD_FILES
from generator.model.index import Index, ShowcaseEntry
from generator.model.nearest import did_you_mean
from generator.model.unit_records import UnitRecords
from generator.settings import Settings
from generator.survey import survey
from generator.validate.approvals import count

_OF_BRANCHES = {"showcase": "观摩展示", "introduction": "公开简介"}
"""What a branch has one of, called by the branch's id."""


def approved_kinds() -> Mapping[str, str]:
    """What has an approval, by the word that `zhibu approve` calls it: what it is in Chinese."""
    registers = (file.record for file in RECORD_FILES if file.record is not None)
    fields = (field for register in registers for field in approved_fields(register))
    return _OF_BRANCHES | {field.record.APPROVED_AS: field.label for field in fields if field.record}


def approve(settings: Settings, kind: str, id: str) -> str:
    """数说 as the register shows it on `as_of`, and digest and marks of the text as it is now, as lines of YAML."""
    index = survey(settings).index
    if kind not in _OF_BRANCHES:
        return _lines(pieces(_row(index, kind, id).row))
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


def _row(index: Index | None, kind: str, id: str) -> ApprovedRow:
    rows = (row for record in (index.records if index else ()) for row in rows_to_approve(record))
    known = {row.id: row for row in rows if row.kind == kind}
    if id not in known:
        label = approved_kinds()[kind]
        raise ConfigurationError(f"没有{label}“{id}”。{did_you_mean(id, known, f'请写{label}的编号。')}")
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
