"""One branch's files → `Dossier`: its profile and the register of every year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator.load.files import entries, missing, shown
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
    found, problems = entries(entry.folder, root)
    profile, registers = None, {}
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
        problems.append(missing(entry.folder / "branch.yml", root))
    dossier = Dossier.assemble(entry.id, entry.committee, profile, registers) if profile is not None else None
    return dossier, problems


def _unknown(path: Path, root: Path) -> Iterable[Problem]:
    if path.name not in _KNOWN:
        like = _LIKE_YEAR.fullmatch(path.stem)
        known = [*_KNOWN, f"{like[1]}.yml"] if like else _KNOWN
        hint = did_you_mean(
            path.name, known, "支部文件夹里放 branch.yml、2019.yml 这样的年度台账、showcase.md 和 photos。"
        )
        yield report("P106", Source(shown(path, root)), f"不认识 {path.name}，没有读取", hint)
