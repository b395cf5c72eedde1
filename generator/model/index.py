"""The index (first pass): which committees and branches there are, before any register is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from generator.model.approved import Bar, Barred, Piece, barred, pieces
from generator.model.attachment import AttachmentFault
from generator.model.kinds import BranchKind
from generator.model.picture import PictureFault, PublishedPicture
from generator.model.record import Audience, Record, project_files
from generator.model.records.approved_text import ApprovedText
from generator.model.records.organisation import Committee, Institution
from generator.model.records.showcase import Showcase, Takeaway
from generator.model.words import day as say_day
from generator.model.words import still_called


class FolderState(NamedTuple):
    """A digest of `stat` of the files in a folder, the time (ns) of the newest change, and their names."""

    digest: str = ""
    newest: int = 0
    names: tuple[str, ...] = ()


UNKNOWN = FolderState()
"""The state of a folder that was not read: it never counts as unchanged."""


class Head(NamedTuple):
    """What the first pass reads of a branch's profile: name, kind, and when and into which branch it was merged."""

    name: str
    kind: BranchKind | None
    dissolved: date | None = None
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchEntry:
    """A branch's folder; `id` is its name, unique in the institution.  `dissolved` and `merged_into` as in its profile."""

    id: str
    committee: str
    name: str
    kind: BranchKind
    folder: Path
    dissolved: date | None = None
    merged_into: str = ""
    state: FolderState = UNKNOWN

    def ended(self, on: date) -> bool:
        """Whether it is dissolved on that day."""
        return self.dissolved is not None and self.dissolved <= on

    def called(self, on: date) -> str:
        """Its name on pages on that day."""
        return still_called(self.name, self.dissolved, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeEntry:
    """A committee's folder and its branches, by id; `state` is that of the committee's own files.

    `roster` are all branches that it has, `branches` those that an edition covers; `further` are the records of its own
    files beside `committee.yml`, by file name.
    """

    id: str
    committee: Committee
    branches: tuple[BranchEntry, ...]
    roster: tuple[BranchEntry, ...] = ()
    state: FolderState = UNKNOWN
    further: Mapping[str, Record] = field(default_factory=dict)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of its own files."""
        return (self.committee, *self.further.values())

    def project(self, audience: Audience) -> CommitteeEntry:
        """The entry as `audience` may see it."""
        return replace(self, committee=self.committee.project(audience), further=project_files(self.further, audience))

    def living(self, on: date) -> tuple[BranchEntry, ...]:
        """Its branches that are not dissolved on that day; dissolved ones are counted separately (A39)."""
        return tuple(row for row in self.branches if not row.ended(on))


class Remembered(Protocol):
    """A cache of what an earlier build read in files that have not changed since."""

    def head(self, committee: str, branch: str, state: FolderState) -> Head | None:
        """The head of the branch whose folder is in this state; None where it is not in the cache."""

    def committee(self, id: str, state: FolderState) -> Committee | None:
        """The committee whose own files are in this state; None where it is not in the cache."""


@dataclass(frozen=True, kw_only=True)
class ShowcaseEntry:
    """A branch's `showcase.md`: front matter, Markdown prose and the folder its files are relative to.

    `files` gives a digest of the content of each photo and attached file, `pictures` what is published of each photo that
    can be shown, `faults` why another cannot, `template_faults` why an attached file cannot be handed out; `kept` the text
    as it was approved, where it was kept.  `covered` are the pieces of the whole record, where `showcase` is what an audience may
    see of it.
    """

    branch: BranchEntry
    showcase: Showcase
    prose: str
    folder: Path
    files: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, PublishedPicture] = field(default_factory=dict)
    faults: Mapping[str, PictureFault] = field(default_factory=dict)
    kept: ApprovedText | None = None
    covered: tuple[Piece, ...] | None = None
    template_faults: Mapping[str, AttachmentFault] = field(default_factory=dict)

    def hands_out(self, row: Takeaway) -> bool:
        """Whether it is a blank form, or a file that can be handed out."""
        return row.file not in self.template_faults

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces that the showcase's approval covers."""
        return pieces(self.showcase, self.prose, self.files) if self.covered is None else self.covered

    def barred(self, day: date) -> Barred | None:
        """Why an approved showcase may not be published on that day; None where it may, or has no approval."""
        approval, ended = self.showcase.approval, self.branch.dissolved
        if approval is None:
            return None
        if ended is not None and self.branch.ended(day):
            return Barred(Bar.DISSOLVED, "until", f"支部已于{say_day(ended)}撤销", "撤销的支部不再展示。")
        return barred(approval, day, self.pieces, self.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """学校, its committees by id, and their branches.

    `further` are the records of the institution's own files beside `institution.yml` and the plans, by path.
    """

    institution: Institution
    committees: tuple[CommitteeEntry, ...]
    showcases: tuple[ShowcaseEntry, ...] = ()
    further: Mapping[str, Record] = field(default_factory=dict)

    @property
    def records(self) -> Iterator[Record]:
        """The records of every file of the institution and its committees, except plans."""
        yield from (self.institution, *self.further.values())
        for entry in self.committees:
            yield from entry.records

    def branches(self) -> Iterator[BranchEntry]:
        """Every branch, committee by committee."""
        for committee in self.committees:
            yield from committee.branches

    @property
    def names(self) -> dict[str, dict[str, str]]:
        """The names of everything that prose may link to, by kind and id."""
        return {
            "committee": {entry.id: entry.committee.name for entry in self.committees},
            "branch": {entry.id: entry.name for entry in self.branches()},
            "showcase": {entry.branch.id: entry.showcase.title for entry in self.showcases},
        }

    def committee(self, id: str) -> CommitteeEntry | None:
        """The committee of that id."""
        return next((entry for entry in self.committees if entry.id == id), None)

    def branch(self, id: str) -> BranchEntry | None:
        """The branch of that id."""
        return next((entry for entry in self.branches() if entry.id == id), None)


NO_NAMES: Mapping[str, Mapping[str, str]] = {"committee": {}, "branch": {}, "showcase": {}}
"""The names that prose may link to where there are no records."""
