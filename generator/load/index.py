"""First pass: institution, committees, branches and showcases, before any register is read.

Reading goes on past everything that is badly written, so that one run reports the whole tree; what could not be read
is named by its folder.  With any 错误 among the Problems the index must not be published.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from generator.load.attachments import template_faults
from generator.load.changes import digests, state_of
from generator.load.fast_reader import read_fast
from generator.load.filesystem import display_path, link_refused, missing, read_text
from generator.load.front_matter import read_front_matter
from generator.load.reader import parse
from generator.load.records import Replaced, listing, load_dossier, read_files, read_record, to_record
from generator.model.fields import Identifier
from generator.model.files import BRANCH, COMMITTEE, INSTITUTION, SHOWCASE, SHOWCASE_APPROVED
from generator.model.index import UNKNOWN, BranchEntry, CommitteeEntry, Head, Index, Remembered, ShowcaseEntry
from generator.model.kinds import BranchKind
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record, Source
from generator.model.records.approved_text import ApprovedText
from generator.model.records.organisation import Committee, CommitteeKind, Institution
from generator.model.records.plan import Plan
from generator.model.records.profile import Profile
from generator.model.records.showcase import Showcase
from generator.model.source_text import SourceText

_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_UNITS = COMMITTEE.folder.rpartition("/")[0]


def load_index(
    records: Path, root: Path, remembered: Remembered | None = None, instead: Replaced = MappingProxyType({})
) -> tuple[Index | None, list[Problem]]:
    """What the records folder holds; None only where there is no such folder.

    Files that are as they were when `remembered` was noted are not read again; those of which there are records `instead`
    are not read at all.
    """
    if records.is_symlink():
        return None, [link_refused(records, root)]
    if not records.is_dir():
        return None, [missing(records, root)]
    reader = _Reader(root, remembered, instead)
    institution, further = reader.institution(records)
    committees = reader.committees(records / _UNITS)
    showcases = tuple(reader.showcases)
    index = Index(institution=institution, committees=committees, showcases=showcases, further=further)
    return index, reader.problems


class _Reader:
    """Walks the tree once and keeps what was found on the way."""

    def __init__(self, root: Path, remembered: Remembered | None, instead: Replaced) -> None:
        self.root = root
        self.remembered = remembered
        self.instead = instead
        self.problems: list[Problem] = []
        self.showcases: list[ShowcaseEntry] = []
        self._folders: dict[str, Path] = {}

    def institution(self, records: Path) -> tuple[Institution, dict[str, Record]]:
        files, problems = read_files(listing(records, "", self.root), self.root, (Plan,), self.instead)
        self.problems += problems
        institution = files.pop(INSTITUTION.name, None)
        if not isinstance(institution, Institution):
            institution = Institution.model_validate({"名称": records.name})
        return institution, files

    def committees(self, units: Path) -> tuple[CommitteeEntry, ...]:
        found = listing(units, _UNITS, self.root)
        self.problems += found.problems
        for folder in found.folders:
            self._name_is_sound(folder)
        return tuple(map(self._committee, found.folders))

    def _committee(self, folder: Path) -> CommitteeEntry:
        found, state = listing(folder, COMMITTEE.folder, self.root), state_of(folder, COMMITTEE.folder)
        known = self.remembered.committee(folder.name, state) if self.remembered else None
        files, problems = read_files(found, self.root, (Committee,) if known else (), self.instead)
        self.problems += problems
        told = files.pop(COMMITTEE.name, None)
        committee = told if isinstance(told, Committee) else known
        if known is None and (problems or (committee and committee.all_reviews)):
            state = UNKNOWN  # both tell places anew
        branches = tuple(filter(None, (self._branch(path, folder.name) for path in found.folders)))
        return CommitteeEntry(
            id=folder.name,
            committee=committee or Committee.model_validate({"名称": folder.name, "类型": CommitteeKind.COMMITTEE}),
            branches=branches,
            roster=branches,
            state=state,
            further=files,
        )

    def _branch(self, folder: Path, committee: str) -> BranchEntry | None:
        """The branch of a folder.  One that cannot be listed is searched for problems here, for nobody will later."""
        sound = self._name_is_sound(folder) and self._is_new(folder)
        state = state_of(folder, BRANCH.folder)
        known = self.remembered.head(committee, folder.name, state) if self.remembered else None
        replaced = self.instead.get(folder, {}).get(BRANCH.name)
        head = known or (
            _head_of(replaced) if isinstance(replaced, Profile) else _head(folder / BRANCH.name, self.root)
        )
        listed = bool(head.name) and head.kind is not None
        entry = BranchEntry(
            id=folder.name,
            committee=committee,
            name=head.name if listed else folder.name,
            kind=head.kind or BranchKind.TEACHERS,
            folder=folder,
            dissolved=head.dissolved,
            merged_into=head.merged_into,
            state=state,
        )
        if SHOWCASE.name in state.names:
            self._showcase(entry)
        if sound and listed:
            return entry
        self.problems += load_dossier(entry, self.root)[1]
        return None

    def _showcase(self, branch: BranchEntry) -> None:
        matter, problems = read_front_matter(branch.folder / SHOWCASE.name, self.root)
        self.problems += problems
        if matter.tree is None:
            return
        showcase, problems = to_record(matter.tree, Showcase)
        self.problems += problems
        if showcase is not None:
            entry = ShowcaseEntry(
                branch=branch,
                showcase=showcase,
                prose=matter.prose,
                folder=branch.folder,
                files=digests(branch.folder, showcase.attached),
                kept=self._kept(branch),
                template_faults=template_faults(branch.folder, showcase.takeaways),
            )
            self.showcases.append(entry)

    def _kept(self, branch: BranchEntry) -> ApprovedText | None:
        if SHOWCASE_APPROVED.name not in branch.state.names:
            return None
        found, problems = read_record(branch.folder / SHOWCASE_APPROVED.name, self.root, ApprovedText)
        self.problems += problems
        return found

    def _name_is_sound(self, folder: Path) -> bool:
        if folder.name in _RESERVED:
            self.problems.append(
                report("P103", self._place(folder), f"{folder.name} 是系统保留名", "请换一个文件夹名。")
            )
            return False
        try:
            _IDENTIFIER.validate_python(folder.name)
        except ValidationError:
            told = "文件夹名只用小写字母、数字和连字符，以字母或数字开头，不超过 40 个字符。"
            self.problems.append(report("P101", self._place(folder), f"“{folder.name}”不能作编号", told))
            return False
        return True

    def _is_new(self, folder: Path) -> bool:
        first = self._folders.setdefault(folder.name, folder)
        if first != folder:
            told = f"支部编号 {folder.name} 用了两次，先见于 {display_path(first, self.root)}"
            self.problems.append(report("P102", self._place(folder), told, "请给其中一个文件夹换名。"))
        return first == folder

    def _place(self, folder: Path) -> Source:
        return Source(display_path(folder, self.root))


def _head_of(profile: Profile) -> Head:
    """What a branch is by a profile that is not in its file yet."""
    return Head(profile.name, profile.kind, profile.dissolved, profile.merged_into or "")


def _head(path: Path, root: Path) -> Head:
    """What a branch is as far as its profile can be read; the second pass reports what is wrong with it."""
    text, _ = read_text(path, root)
    tree = read_fast(path.name, text, parse) if text is not None else {}
    if tree is None and text is not None:
        tree = parse(SourceText(path.name, text))[0]
    given = {key: value.strip() for key, value in (tree or {}).items() if isinstance(value, str)}
    return Head(
        name=given.get("名称", ""),
        kind=next((each for each in BranchKind if each == given.get("类型")), None),
        dissolved=_day(given.get("撤销", "")),
        merged_into=given.get("并入", ""),
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
