"""`zhibu new`: a file or a row to be filled in, with every key explained."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from generator.edit.transaction import FileChange, write_together
from generator.errors import ConfigurationError, OutputFolderError
from generator.load.filesystem import display_path
from generator.load.records import read_record
from generator.model.blank_record import BlankRecord
from generator.model.example import ExampleContext
from generator.model.fields import Identifier
from generator.model.files import BRANCH, COMMITTEE, INSTITUTION, RECORD_FILES, SNAPSHOT, declared_forms
from generator.model.form import Form
from generator.model.nearest import did_you_mean
from generator.model.record_file import Owner, RecordFile
from generator.model.records.organisation import Institution
from generator.model.shape import shape_of
from generator.settings import Settings

_ALSO = {"meeting": "general-meeting"}
"""Words that people try first."""

_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)
_FRONT = "---\n{}\n---\n\n<!-- 正文写在这里 -->\n"


class Blank(NamedTuple):
    """A file, or with `form` a row of it."""

    id: str
    title: str
    file: RecordFile
    form: Form | None = None


class NewUnit(NamedTuple):
    """Which unit a file is about, and in which year; empty where that is not said."""

    id: str = ""
    committee: str = ""
    year: int = 0


def blanks() -> Mapping[str, Blank]:
    """Everything that can be begun, by its id: all files but what `zhibu snapshot` writes, then rows that have a form."""
    files = [file for file in RECORD_FILES if file.record is not None and file is not SNAPSHOT]
    found = {file.id: Blank(file.id, file.title, file) for file in files}
    owners = {form.layout.id: file for file in files for form in file.forms}
    for form in declared_forms():
        found.setdefault(form.layout.id, Blank(form.layout.id, form.layout.title, owners[form.layout.id], form))
    return found


def find_blank(word: str) -> Blank:
    """By id or by the Chinese title; raises ConfigurationError with what is near."""
    known = blanks()
    titled = {blank.title: blank for blank in known.values()}
    found = known.get(_ALSO.get(word, word)) or titled.get(word)
    if found is None:
        raise ConfigurationError(
            f"没有“{word}”。{did_you_mean(word, [*known, *titled, *_ALSO], '请用 zhibu new 看有哪些。')}"
        )
    return found


def row_text(settings: Settings, blank: Blank, unit: NewUnit) -> str:
    """A row as it stands in its register, below a line that says where that is."""
    form = blank.form
    assert form is not None
    place = _path(settings, blank.file, unit) if unit.id else blank.file.at(settings.records, **_placeholders(unit))
    key = next(field for field in shape_of(blank.file.record or form.record) if field.record is form.record)
    given = {"类型": [form.layout.about.value]} if form.layout.about else {}
    row = BlankRecord(form.record, given, form.layout.without, _context(settings, unit.year))
    lines = list(row.item()) if key.many else [f"  {line}" for line in row.lines()]
    return "\n".join(
        [f"# {blank.title}：写进 {display_path(place, settings.root)} 的“{key.label}”下面", f"{key.label}:", *lines, ""]
    )


def write_blank(settings: Settings, blank: Blank, unit: NewUnit) -> str:
    """Write a file where it belongs; its path from the project's folder.

    Raises ConfigurationError where it is not said or not known whose file it is, OutputFolderError where there is one.
    """
    path = _path(settings, blank.file, unit)
    if path.exists():
        raise OutputFolderError(f"已经有 {display_path(path, settings.root)}，没有覆盖。请直接改它。")
    text = file_text(blank.file, unit.year, _context(settings, unit.year))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_together([FileChange(path, None, text)])
    return display_path(path, settings.root)


def file_text(file: RecordFile, year: int, context: ExampleContext) -> str:
    """A file of that kind to be filled in."""
    assert file.record is not None
    keys = {field.label for field in shape_of(file.record)}
    given = {"年度": str(year)} if file.yearly and "年度" in keys else {}
    told = "两个井号的行是说明；行首有“# ”的键用得着才去掉“# ”；冒号后面空着的要填"
    lines = [f"# {file.title}。{told}", "", *BlankRecord(file.record, given, context=context).lines()]
    text = "\n".join(lines)
    return f"{text}\n" if file.read_alone else _FRONT.format(text)


def _path(settings: Settings, file: RecordFile, unit: NewUnit) -> Path:
    records = settings.records
    parts: dict[str, object] = {"year": unit.year}
    if file.owner is Owner.COMMITTEE:
        parts["committee"] = _new_id(records, unit) if file is COMMITTEE else _standing(COMMITTEE, records, unit.id)
    elif file is BRANCH:
        parts |= {"committee": _standing(COMMITTEE, records, unit.committee), "branch": _new_id(records, unit)}
    elif file.owner is Owner.BRANCH:
        parts |= {"branch": _standing(BRANCH, records, unit.id)}
        parts["committee"] = BRANCH.present(records, branch=unit.id)[0].parent.parent.name
    return file.at(records, **parts)


def _standing(file: RecordFile, records: Path, id: str) -> str:
    """The id of a unit that there is."""
    what = file.owner.value
    known = [path.parent.name for path in file.present(records)]
    if not id:
        raise ConfigurationError(f"没有说是哪个{what}的。请写它的编号，就是 records/units 下文件夹的名字。")
    if id not in known:
        raise ConfigurationError(
            f"没有编号是 {id} 的{what}。{did_you_mean(id, known, '请核对 records/units 下的文件夹名。')}"
        )
    return id


def _new_id(records: Path, unit: NewUnit) -> str:
    """An id that no unit has."""
    try:
        _IDENTIFIER.validate_python(unit.id)
    except ValidationError:
        told = f"“{unit.id}”不能作编号" if unit.id else "没有写编号"
        raise ConfigurationError(f"{told}。编号只用小写英文字母、数字和短横，就是文件夹名和网址。") from None
    for file, part in ((COMMITTEE, "committee"), (BRANCH, "branch")):
        if found := file.present(records, **{part: unit.id}):
            raise OutputFolderError(f"已经有 {found[0].parent.as_posix()}，没有覆盖。请换一个编号，或直接改它。")
    return unit.id


def _placeholders(unit: NewUnit) -> Mapping[str, object]:
    return {"committee": "基层党委", "branch": "支部", "year": unit.year}


def _context(settings: Settings, year: int) -> ExampleContext:
    institution, _ = read_record(INSTITUTION.at(settings.records), settings.root, Institution)
    return ExampleContext(year, institution.name if institution else "某某大学")
