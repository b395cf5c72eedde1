"""One branch's files → `Dossier`: its profile and the register of every year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from generator.load.files import entries, irregular, missing, shown
from generator.load.records import read_record
from generator.model.dossier import Dossier
from generator.model.index import BranchEntry
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem, Source
from generator.model.problem_codes import report
from generator.model.records.profile import Profile
from generator.model.records.register import Register

_YEAR = re.compile(r"([12]\d{3})\.yml", re.ASCII)
_LIKE_YEAR = re.compile(r"\D*([12]\d{3})\D*", re.ASCII)
_KNOWN = ("branch.yml", "showcase.md", "photos", "members.yml", "development.yml")


def load_dossier(entry: BranchEntry, root: Path) -> tuple[Dossier | None, list[Problem]]:
    """Everything recorded about one branch; None where its profile cannot be read, with the problems of all files."""
    profile, registers, problems = _files(entry.folder, root)
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
    profile, registers, _ = _files(folder, root)
    return Dossier.assemble(id, entry.committee, profile, registers) if profile is not None else None


def _files(folder: Path, root: Path) -> tuple[Profile | None, dict[int, Register], list[Problem]]:
    found, problems = entries(folder, root)
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
        yield from entries(path, root)[1]
    elif path.name in _KNOWN:
        if not S_ISREG(mode := path.lstat().st_mode):
            yield irregular(path, root, mode)
    else:
        like = _LIKE_YEAR.fullmatch(path.stem)
        known = [*_KNOWN, f"{like[1]}.yml"] if like else _KNOWN
        hint = did_you_mean(
            path.name, known, "支部文件夹里放 branch.yml、以年度命名的台账（.yml）、showcase.md 和 photos。"
        )
        yield report("P106", Source(shown(path, root)), f"不认识 {path.name}，没有读取", hint)
