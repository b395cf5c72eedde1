"""From files to records: all mistakes of a file at once, each at its place and in Chinese; all files of a branch."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from generator.load.fast_reader import read_fast
from generator.load.filesystem import display_path, irregular, list_folder, missing, read_text
from generator.load.joint import JointRows, with_joint
from generator.load.reader import parse
from generator.load.shapes import strip_sources
from generator.load.validation_errors import to_problems
from generator.load.yaml_tree import YamlMapping
from generator.model.dossier import Dossier
from generator.model.files import BRANCH, folder_of
from generator.model.index import BranchEntry
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.record import Record, Source
from generator.model.record_file import RecordFile, RecordFolder
from generator.model.records.approved_text import ApprovedText
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.records.unit_register import register_year
from generator.model.source_text import SourceText

R = TypeVar("R", bound=Record)

_NONE_JOINT: JointRows = MappingProxyType({})

_WITH_THE_SHOWCASE = (ApprovedText,)
"""What is read in the first pass, with the showcase that it is of."""

Replaced = Mapping[Path, Mapping[str, Record]]
"""Records that are taken instead of what their files hold, before they are written there: by folder and name of file."""

_NOTHING: Replaced = MappingProxyType({})


def read_record(path: Path, root: Path, kind: type[R]) -> tuple[R | None, list[Problem]]:
    """The record that a file holds, or None where it holds mistakes; and all of them."""
    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    record = _plainly(display_path(path, root), text, kind)
    return (record, []) if record is not None else _thoroughly(display_path(path, root), text, kind)


def _plainly(path: str, text: str, kind: type[R]) -> R | None:
    """The record that a plainly written file without mistakes holds; None of any other file."""
    tree = read_fast(path, text, parse)
    if tree is None:
        return None
    strip_sources(tree, kind)
    try:
        return kind.model_validate(tree)
    except ValidationError:
        return None


def _thoroughly(path: str, text: str, kind: type[R]) -> tuple[R | None, list[Problem]]:
    tree, problems = parse(SourceText(path, text))
    if tree is None:
        return None, problems
    record, found = to_record(tree, kind)
    return (None if has_errors(problems) else record), sorted(problems + found)


def to_record(tree: YamlMapping, kind: type[R]) -> tuple[R | None, list[Problem]]:
    """The record that a mapping makes, or None and what is wrong with it."""
    strip_sources(tree, kind)
    try:
        return kind.model_validate(tree), []
    except ValidationError as error:
        return None, to_problems(error.errors(include_url=False, include_input=False), tree, kind)


class Listing(NamedTuple):
    """What lies in a folder: files of declared kinds, by their path in it, and folders of variable names."""

    folder: Path
    files: dict[str, tuple[Path, RecordFile]]
    folders: list[Path]
    problems: list[Problem]


def listing(folder: Path, pattern: str, root: Path) -> Listing:
    """What lies in the folder of that pattern and in its folders of constant names; all else is a Problem."""
    what = folder_of(pattern)
    found, problems = list_folder(folder, root)
    made = Listing(folder, {}, [], problems)
    for path in found:
        file = what.file(path.name)
        if file is not None:
            made.files[path.name] = (path, file)
            made.problems.extend(_misplaced(path, file, root))
        elif path.name in what.folders:
            _add(made, path, f"{pattern}/{path.name}".lstrip("/"), root)
        elif path.is_dir() and not what.closed:
            made.folders.append(path)
        else:
            made.problems.append(_unread(path, what, root))
    lacking = (file for file in what.files if file.required and file.name not in made.files)
    made.problems.extend(missing(folder / file.name, root) for file in lacking)
    return made


def _unread(path: Path, what: RecordFolder, root: Path) -> Problem:
    place, advice = Source(display_path(path, root)), what.advice(path.name)
    if what.is_register(path.name):
        return report("P118", place, f"“{path.name}”没有读取，里面记的没有算进去", advice)
    return report("P106", place, f"不认识 {path.name}，没有读取", advice)


def _add(made: Listing, folder: Path, pattern: str, root: Path) -> None:
    if folder_of(pattern).closed:
        below = listing(folder, pattern, root)
        made.files.update({f"{folder.name}/{name}": row for name, row in below.files.items()})
        made.problems.extend(below.problems)


def _misplaced(path: Path, file: RecordFile, root: Path) -> Iterator[Problem]:
    """What is wrong with a file before it is read; one whose record is read says so itself."""
    if not file.read_alone and not S_ISREG(mode := path.lstat().st_mode):
        yield irregular(path, root, mode)
    elif file.companion and not path.with_suffix(file.companion).exists():
        told = f"{path.name} 旁边没有 {path.stem}{file.companion}，没有读取"
        yield report("P106", Source(display_path(path, root)), told, "两个文件同名，放在一起。")


def read_files(
    found: Listing, root: Path, apart: Container[type[Record]] = (), instead: Replaced = _NOTHING
) -> tuple[dict[str, Record], list[Problem]]:
    """The records that the listed files hold, by their path, but those of kinds that are read `apart`; and what is wrong."""
    replaced = dict(instead.get(found.folder, {}))
    for below in {name.rpartition("/")[0] for name in found.files} - {""}:
        replaced |= {f"{below}/{name}": row for name, row in instead.get(found.folder / below, {}).items()}
    records: dict[str, Record] = {}
    problems = list(found.problems)
    for name, (path, file) in found.files.items():
        if file.record is not None and file.read_alone and file.record not in apart and name not in replaced:
            record, told = read_record(path, root, file.record)
            problems += told
            if record is not None:
                records[name] = record
    return records | replaced, problems


def load_dossier(
    entry: BranchEntry, root: Path, joint: JointRows = _NONE_JOINT, instead: Replaced = _NOTHING
) -> tuple[Dossier | None, list[Problem]]:
    """Everything recorded about one branch; None where its profile cannot be read, with the problems of all files.

    `joint` are the activities that its committee's registers have of it.
    """
    files, problems = read_files(listing(entry.folder, BRANCH.folder, root), root, _WITH_THE_SHOWCASE, instead)
    dossier = _assembled(entry.id, entry.committee, files, joint)
    if dossier is None or dossier.profile.merged_into is None:
        return dossier, problems
    into = dossier.profile.merged_into
    receiver = _receiver(entry, into, root)
    if receiver is None:
        told = f"本基层党委没有支部“{into}”"
        hint = "请写接收支部的文件夹名；不在本基层党委的不写“并入”。"
        problems.append(report("R247", dossier.profile.where("merged_into"), told, hint))
    return replace(dossier, receiver=receiver), problems


def _receiver(entry: BranchEntry, id: str, root: Path) -> Dossier | None:
    """The branch of the same committee that this one was merged into; what is wrong with its files is told of itself."""
    folder = entry.folder.parent / id
    if folder == entry.folder or not (folder / BRANCH.name).is_file():
        return None
    return _assembled(
        id, entry.committee, read_files(listing(folder, BRANCH.folder, root), root, _WITH_THE_SHOWCASE)[0]
    )


def _assembled(id: str, committee: str, files: dict[str, Record], joint: JointRows = _NONE_JOINT) -> Dossier | None:
    profile = files.pop(BRANCH.name, None)
    registers = {register_year(name): row for name, row in files.items() if isinstance(row, Register)}
    further = {name: row for name, row in files.items() if not isinstance(row, Register)}
    if not isinstance(profile, Profile):
        return None
    return Dossier.assemble(id, committee, profile, with_joint(registers, joint), further)
