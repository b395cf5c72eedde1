"""`zhibu init`: a project from nothing: handbook, settings and the records of a roster, then its first sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.edit.first_records import first_records, profile_text
from generator.edit.new_folder import create_folder, refuse_filled
from generator.edit.starter import Naming, shipped_folder, starter_files
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.load.reader import parse
from generator.load.records import to_record
from generator.load.roster_file import read_roster
from generator.model.files import COMMITTEE
from generator.model.problem import Problem, has_errors
from generator.model.records.profile import Profile
from generator.model.source_text import SourceText
from generator.model.unit_roster import RosterBranch, RosterCommittee
from generator.model.working_days import KNOWN_YEARS
from generator.validate.privacy import scan
from generator.validate.profile import check_profile

_UNITS = COMMITTEE.folder.rpartition("/")[0]
_IGNORED = "# 生成的网站和缓存，导入的草稿\n/site/\n/site-*/\n/.zhibu/\n/build/\n/drafts/\n"


class Beginning(NamedTuple):
    """What a new project is told: the institution's name and address, the year, and the roster if there is one."""

    name: str
    year: int
    url: str = ""
    roster: Path | None = None


class Begun(NamedTuple):
    """What was written: how many committees and branches; and what there is to say, 警告 and things to do by hand."""

    committees: int
    branches: int
    problems: tuple[Problem, ...]
    to_do: tuple[str, ...]


def begin(folder: Path, told: Beginning, today: date) -> Begun:
    """Write the project.

    Raises RecordsRefusedError where the roster holds 错误, ConfigurationError and OutputFolderError where the project
    cannot be made as asked; nothing is written then.
    """
    refuse_filled(folder)
    _refuse_words(told)
    committees, problems = _roster(told.roster, told.year, today)
    files = starter_files(shipped_folder(), Naming(told.name, told.url), told.year if told.year != today.year else None)
    records = first_records(told.name, told.year, committees)
    files |= {f"records/{name}": text.encode() for name, text in records.items()}
    create_folder(folder, files | {f"records/{_UNITS}/": b"", ".gitignore": _IGNORED.encode()})
    branches = sum(len(row.branches) for row in committees)
    return Begun(len(committees), branches, tuple(problems), tuple(_to_do(told, committees)))


def _refuse_words(told: Beginning) -> None:
    if not told.name.strip() or any(mark in told.name for mark in "\"'\\\n\r\t<>&"):
        raise ConfigurationError("学校名称是空的，或者有引号、尖括号、换行。请只写校名，如 乙丙大学。")
    if told.url and not told.url.startswith(("http://", "https://")):
        raise ConfigurationError(f"“{told.url}”不是网址。请从 https:// 写起；还没有定的不写。")


def _roster(path: Path | None, year: int, today: date) -> tuple[tuple[RosterCommittee, ...], list[Problem]]:
    if path is None:
        return (), []
    committees, problems = read_roster(path, Path().absolute())
    problems += [row for each in committees for branch in each.branches for row in _senseless(branch, year, today)]
    if has_errors(problems):
        raise RecordsRefusedError("名册有错误，什么都没有写。改好以后再运行一次。", sorted(problems))
    return committees, sorted(problems)


def _senseless(branch: RosterBranch, year: int, today: date) -> Iterator[Problem]:
    """What `zhibu check` would say of the profile that is made of a row, told of the row."""
    tree, problems = parse(SourceText(str(branch.source), profile_text(branch, year)))
    profile, found = to_record(tree, Profile) if tree is not None else (None, [])
    problems += found
    if profile is not None:
        problems += [*check_profile(profile, today), *scan(profile)]
    return (problem._replace(source=branch.source) for problem in problems)


def _to_do(told: Beginning, committees: Iterable[RosterCommittee]) -> Iterator[str]:
    rows = [branch for committee in committees for branch in committee.branches]
    if told.year in KNOWN_YEARS:
        yield f"核对 records/institution.yml 里的假期，补上寒暑假和考试周。法定节假日是照 {told.year} 年的通知填的。"
    else:
        yield f"{told.year} 年的放假通知还没有收进程序，records/institution.yml 里的假期没有填，请照通知补上。"
    yield f"有了方案，用 zhibu import document 方案.docx --as plan 导入；现在的 records/plan/{told.year}.yml 是空的草稿。"
    if not rows:
        yield "用 zhibu new committee、zhibu new branch 加基层党委和支部。"
    if uncounted := sum(row.full_members is None for row in rows):
        yield f"{uncounted} 个支部在名册里没有人数，请补在各自的 branch.yml 里。"
    if told_of := sum(row.secretary is not None for row in rows):
        yield f"{told_of} 个支部的书记写在各自的 branch.yml 里，先作注释：补齐其他委员和分工再启用，免得把没有写的当成缺项。"
