"""From files to records: all mistakes of a file at once, each at its place and in Chinese; all files of a branch."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG
from typing import TypeVar

from pydantic import ValidationError

from generator.load.fast_reader import read_fast
from generator.load.files import display_path, irregular, list_folder, missing, read_text
from generator.load.reader import parse
from generator.load.shapes import strip_sources
from generator.load.tree import Block
from generator.load.validation_errors import to_problems
from generator.model.dossier import Dossier
from generator.model.index import BranchEntry
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem, Severity
from generator.model.problem_codes import report
from generator.model.record import Record, Source
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.source_text import SourceText

R = TypeVar("R", bound=Record)
_YEAR = re.compile(r"([12]\d{3})\.yml", re.ASCII)
_LIKE_YEAR = re.compile(r"\D*([12]\d{3})\D*", re.ASCII)
_KNOWN = ("branch.yml", "showcase.md", "photos", "members.yml", "development.yml")


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
    record, found = check(tree, kind)
    return (None if has_errors(problems) else record), sorted(problems + found)


def check(tree: Block, kind: type[R]) -> tuple[R | None, list[Problem]]:
    """The record that a mapping makes, or None and what is wrong with it."""
    strip_sources(tree, kind)
    try:
        return kind.model_validate(tree), []
    except ValidationError as error:
        return None, to_problems(error.errors(include_url=False, include_input=False), tree, kind)


def has_errors(problems: list[Problem]) -> bool:
    """Whether any of these stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def load_dossier(entry: BranchEntry, root: Path) -> tuple[Dossier | None, list[Problem]]:
    """Everything recorded about one branch; None where its profile cannot be read, with the problems of all files."""
    profile, registers, problems = _branch_files(entry.folder, root)
    if profile is None:
        return None, problems
    dossier = Dossier.assemble(entry.id, entry.committee, profile, registers)
    if profile.merged_into is None:
        return dossier, problems
    receiver = _receiver(entry, profile.merged_into, root)
    if receiver is None:
        told = f"本基层党委没有支部“{profile.merged_into}”"
        problems.append(
            report("R247", profile.where("merged_into"), told, "请写接收支部的文件夹名；不在本基层党委的不写“并入”。")
        )
    return replace(dossier, receiver=receiver), problems


def _receiver(entry: BranchEntry, id: str, root: Path) -> Dossier | None:
    """The branch of the same committee that this one was merged into; what is wrong with its files is told of itself."""
    folder = entry.folder.parent / id
    if folder == entry.folder or not (folder / "branch.yml").is_file():
        return None
    profile, registers, _ = _branch_files(folder, root)
    return Dossier.assemble(id, entry.committee, profile, registers) if profile is not None else None


def _branch_files(folder: Path, root: Path) -> tuple[Profile | None, dict[int, Register], list[Problem]]:
    found, problems = list_folder(folder, root)
    profile: Profile | None = None
    registers: dict[int, Register] = {}
    for path in found:
        if path.name == "branch.yml":
            profile, told = read_record(path, root, Profile)
        elif match := _YEAR.fullmatch(path.name):
            register, told = read_record(path, root, Register)
            if register is not None:
                registers[int(match[1])] = register
        else:
            told = list(_unknown(path, root))
        problems += told
    if all(path.name != "branch.yml" for path in found):
        problems.append(missing(folder / "branch.yml", root))
    return profile, registers, problems


def _unknown(path: Path, root: Path) -> Iterable[Problem]:
    if path.name == "photos":
        yield from list_folder(path, root)[1]
    elif path.name in _KNOWN:
        if not S_ISREG(mode := path.lstat().st_mode):
            yield irregular(path, root, mode)
    else:
        like = _LIKE_YEAR.fullmatch(path.stem)
        known = [*_KNOWN, f"{like[1]}.yml"] if like else _KNOWN
        hint = did_you_mean(
            path.name, known, "支部文件夹里放 branch.yml、以年度命名的台账（.yml）、showcase.md 和 photos。"
        )
        yield report("P106", Source(display_path(path, root)), f"不认识 {path.name}，没有读取", hint)
