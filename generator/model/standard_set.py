"""Standard sets (标准集): which standards hold for which kinds of branch, and since when.

A further set may be based on another one (沿用): it then holds only the standards that differ.  What is loaded is always
the whole set, so that whoever judges, sums or shows need not know of the base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, NamedTuple, TypeVar

from generator.model.check import CheckDescription
from generator.model.fields import Count, Day, Text
from generator.model.kinds import BranchKind, Duty
from generator.model.record import Audience, Record, Source, entry
from generator.model.standard import Basis, DraftedBy, Revision, Standard

MAIN_SET = "主"
"""What the default set is called where it is named: in 沿用, and in the JSON of `check`."""

_PUBLIC = Audience.PUBLIC
_T = TypeVar("_T")


class SetHead(Record):
    """标准集, as the front matter of its `index.md` gives it."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y41",)

    name: Text = entry("名称", _PUBLIC, example="党支部建设标准化手册")
    version: Text = entry("版本", _PUBLIC, example="2019-03 整理稿")
    base: Text | None = entry(
        "沿用",
        _PUBLIC,
        example=MAIN_SET,
        default=None,
        hint="主，或另一套的文件夹名；没有另行规定的各项照它的。不写的自成一套",
    )
    valid_from: Day | None = entry("生效", _PUBLIC, example="2019-01-01", default=None)
    valid_until: Day | None = entry("失效", _PUBLIC, example="2026-12-31", default=None)
    kinds: tuple[BranchKind, ...] = entry("适用类型", _PUBLIC, example=["教师", "机关", "学生"])
    dropped: tuple[Count, ...] = entry(
        "停用方面", _PUBLIC, example=["4"], default=(), hint="删去的方面的次序；台账里写着它的标准的，不再提醒"
    )


class Inapplicable(Record):
    """不适用: a standard of the base that a set does not ask for, and why; it stands in the file of its id."""

    id: Text = entry("编号", _PUBLIC, example="4.1")
    reason: Text = entry("不适用", _PUBLIC, example="离退休党支部不在名单内", hint="一句话的理由，各支部页上照写")
    drafted_by: DraftedBy = entry("稿源", _PUBLIC, example="整理")
    basis: tuple[Basis, ...] = entry("依据", _PUBLIC, example=[{"文件": "方案2019"}])
    revisions: tuple[Revision, ...] = entry(
        "修订", _PUBLIC, example=[{"日期": "2026-11-22", "内容": "首次整理"}], hint="改一次写一行，早的在前"
    )
    readings: tuple[Text, ...] = entry("口径", _PUBLIC, example=["A22"], default=())

    @property
    def slug(self) -> str:
        """The id as it stands in file names and URLs: `4-1`."""
        return self.id.replace(".", "-")

    def mark(self, standard: Standard) -> Standard:
        """The base's standard with the grounds on which it does not apply."""
        names = ("basis", "revisions", "readings", "source")
        return standard.model_copy(update={name: getattr(self, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StandardSet:
    """标准集: a version of the handbook, the days it holds for and the kinds of branch it applies to.

    There is one object of each, so that what is worked out from a set can be kept by the set itself.

    `id` is "" for the default set (`docs/standards/*.md`) and the folder name for a further one.  `standards` are all of
    the set, those of its base among them; `bases` are the sets it is based on, the nearest first; `origins` gives, for
    each standard that comes from one of them, the set in whose folder it stands; `inapplicable` are the standards of a
    base that do not apply, by id.  `parameters` holds, for each criterion id, the parameters its check has already
    validated.  `complete` is False where a standard of it could not be read: what refers to a standard that is not there
    may then be right.  `dropped` are the numbers of the aspects that are no longer asked for: what records say of them
    stays, and is no mistake.  `source` is the place where its `index.md` says all this.
    """

    id: str
    name: str
    version: str
    valid_from: date | None
    valid_until: date | None
    kinds: tuple[BranchKind, ...]
    standards: tuple[Standard, ...]
    parameters: Mapping[str, CheckDescription]
    bases: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    inapplicable: Mapping[str, Inapplicable] = field(default_factory=dict)
    complete: bool = True
    dropped: frozenset[int] = frozenset()
    source: Source = field(default_factory=Source)

    @property
    def root(self) -> str:
        """The set whose numbering it follows: sets of one root mean the same by an id, and may be told together."""
        return self.bases[-1] if self.bases else self.id

    def origin(self, standard: str) -> str:
        """The set in whose folder a standard of this one stands."""
        return self.origins.get(standard, self.id)

    def differs(self, standard: str) -> bool:
        """Whether a standard is another one than that of the set it is based on in the end."""
        return self.origin(standard) != self.root

    @property
    def own(self) -> Iterator[Standard]:
        """The standards that stand in its own folder."""
        return (row for row in self.standards if row.id not in self.origins)

    def applies(self, kind: BranchKind, on: date) -> bool:
        """Whether branches of `kind` are judged by this set on that day."""
        return kind in self.kinds and self.holds(on)

    def holds(self, on: date) -> bool:
        """Whether it is in force on that day."""
        return (self.valid_from or on) <= on <= (self.valid_until or on)


def judged_on(year: int, as_of: date) -> date:
    """The day whose rules hold for a year of record: its last, or `as_of` if that is earlier."""
    return min(as_of, date(year, 12, 31))


def set_of(sets: Iterable[StandardSet], id: str | None) -> StandardSet | None:
    """The set of that id, by which a year was judged; None for a year to which none applies."""
    return next((row for row in sets if row.id == id), None)


def choose(sets: Iterable[StandardSet], kind: BranchKind, year: int, as_of: date) -> StandardSet | None:
    """The one set that branches of `kind` are judged by in a year of record; None where there is none.

    No two sets claim a kind on one day: validation refuses that.
    """
    day = judged_on(year, as_of)
    return next((each for each in sets if each.applies(kind, day)), None)


def sets_for(
    sets: Iterable[StandardSet], kinds: Iterable[BranchKind], year: int, as_of: date
) -> tuple[StandardSet, ...]:
    """The sets that branches of several kinds are judged by in a year of record, in their own order."""
    given = tuple(sets)
    chosen = {choose(given, kind, year, as_of) for kind in kinds}
    return tuple(row for row in given if row in chosen)


class Known(dict[str, _T]):
    """What records may name, by id: standards, or 评价要点.

    An id of a dropped aspect is in it too and has no value: nobody asks for it, and nobody is told of it.
    """

    def __init__(self, named: Mapping[str, _T], dropped: Iterable[int]) -> None:
        super().__init__(named)
        self.dropped = frozenset(dropped)

    def __contains__(self, id: object) -> bool:
        return super().__contains__(id) or (isinstance(id, str) and id.partition(".")[0] in map(str, self.dropped))


class Criteria(NamedTuple):
    """The 评价要点 that records may name, each with whose duty it is; none where a standard could not be read.

    `restricted` are those whose conclusion only the restricted edition shows; `recorded` those that no set has people judge.
    """

    duties: Mapping[str, Duty]
    restricted: frozenset[str]
    recorded: frozenset[str] = frozenset()


def criteria_of(sets: Sequence[StandardSet], home: Duty = Duty.BRANCH) -> Criteria:
    """The 评价要点 of several sets, as the file sees them in which the duties of `home` are judged.

    One that any of the sets makes a duty of `home` is that: sets of different kinds of branch may differ in it.
    """
    rows = [(standard, row) for one in sets for standard in one.standards for row in standard.criteria]
    duties = {row.id: row.duty for _, row in rows} if all(one.complete for one in sets) else {}
    duties.update((row.id, home) for _, row in rows if row.duty is home and row.id in duties)
    restricted = frozenset(row.id for standard, row in rows if standard.audience is Audience.RESTRICTED)
    return Criteria(Known(duties, _dropped(sets)), restricted, _recorded(sets))


def _recorded(sets: Iterable[StandardSet]) -> frozenset[str]:
    asked = [(id, each.by_people) for one in sets for id, each in one.parameters.items()]
    return frozenset(id for id, _ in asked).difference(id for id, by_people in asked if by_people)


def standards_of(sets: Sequence[StandardSet]) -> Known[Standard]:
    """The standards of several sets by id; none where one could not be read."""
    rows = [row for one in sets for row in one.standards] if all(one.complete for one in sets) else []
    return Known({row.id: row for row in rows}, _dropped(sets))


def _dropped(sets: Iterable[StandardSet]) -> frozenset[int]:
    return frozenset(number for one in sets for number in one.dropped)
