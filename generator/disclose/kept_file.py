"""A register file as an audience may keep it: whole, or without the rows and fields that it may not see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.model.dossier import Dossier
from generator.model.files import BRANCH, REGISTER
from generator.model.record import SOURCE_KEY, Audience, Record, Source
from generator.model.register_sections import records_within


class KeptFile(NamedTuple):
    """What may be kept of a file's mapping; `whole` where that is all of it."""

    mapping: Mapping[str, Any]
    whole: bool


class _Seen(NamedTuple):
    originals: Mapping[Source, Record]
    shown: frozenset[Source]
    audience: Audience


class SeenRecord(NamedTuple):
    """The record of a file, and the same as an audience may see it."""

    original: Record
    shown: Record
    audience: Audience

    def kept(self, raw: Mapping[str, Any]) -> KeptFile:
        """What may be kept of the file; `raw` is its mapping with positions.

        Rows that a view withholds are left out, as are fields that their record hides.
        """
        seen = _Seen(
            {each.source: each for each in records_within(self.original)},
            frozenset(each.source for each in records_within(self.shown)),
            self.audience,
        )
        kept = _mapping(raw, seen)
        return KeptFile(kept, kept == _plain(raw))


def seen_records(judged: JudgedBranch, view: BranchView) -> Mapping[str, SeenRecord]:
    """The records of a branch's files that the audience of its view may see, by file name."""
    assert judged.dossier is not None  # else there is no view of it
    originals, shown = _by_name(judged.dossier), _by_name(view.dossier)
    return {name: SeenRecord(originals[name], record, view.audience) for name, record in shown.items()}


def _by_name(dossier: Dossier) -> Mapping[str, Record]:
    registers = {REGISTER.name.format(year=year): row for year, row in dossier.registers.items()}
    return {BRANCH.name: dossier.profile, **registers, **dossier.further}


def _mapping(raw: Mapping[str, Any], seen: _Seen) -> dict[str, Any]:
    hidden = _hidden_keys(seen.originals.get(raw[SOURCE_KEY]), seen.audience)
    return {key: _value(item, seen) for key, item in raw.items() if key != SOURCE_KEY and key not in hidden}


def _value(value: Any, seen: _Seen) -> Any:
    if isinstance(value, Mapping):
        return _mapping(value, seen)
    if isinstance(value, list):
        return [_value(item, seen) for item in value if not isinstance(item, Mapping) or item[SOURCE_KEY] in seen.shown]
    return value


def _hidden_keys(record: Record | None, audience: Audience) -> frozenset[str]:
    """The Chinese keys that a record hides; a mapping that is no record hides none."""
    if record is None:
        return frozenset()
    fields = type(record).model_fields.items()
    return frozenset(str(field.alias) for name, field in fields if not audience.sees(record.audience_here(name)))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items() if key != SOURCE_KEY}
    return [_plain(item) for item in value] if isinstance(value, list) else value
