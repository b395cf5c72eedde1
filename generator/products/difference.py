"""What `zhibu diff` says: which findings come out differently in two readings, folders or commits, and which inputs differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import cached_property
from itertools import chain, groupby, zip_longest
from pathlib import Path
from typing import NamedTuple

from generator.errors import ConfigurationError
from generator.formats.flip_rows import flips_to_json, flips_to_text
from generator.model.flip import Cause, Flip, OwnerFlips, Side, flips, unit_flips
from generator.model.kinds import Duty
from generator.products.commit import checked_out
from generator.products.compared_side import ComparedSide, SeenBranch, branch_files, changed_readings
from generator.settings import Settings

ReadSettings = Callable[[Path], Settings]
"""The settings of the project whose `mkdocs.yml` this is."""


class SideName(NamedTuple):
    """A side as it is named: a project folder or a commit, and how its settings are read."""

    name: str
    read: ReadSettings


def difference(config: Path, old: SideName, new: SideName, readings: Mapping[str, str], style: str) -> Iterator[str]:
    """The report in `text` or `json`, line by line; `readings` hold on the new side.

    A side that is no folder is a commit of the project that `config` stands in.
    """
    with ExitStack() as stack:
        first = ComparedSide.open(old.name, old.read(_config(config, old.name, stack)))
        label = "，".join([new.name, *(f"{code} 读作“{value}”" for code, value in readings.items())])
        second = ComparedSide.open(label, new.read(_config(config, new.name, stack)), readings)
        compared = _Comparison(first, second)
        told = {"text": flips_to_text, "json": flips_to_json}[style]
        yield from told(compared.sides, chain(compared.units(), compared.branches()))


def _config(config: Path, name: str, stack: ExitStack) -> Path:
    folder = Path(name)
    if not folder.is_dir():
        folder = stack.enter_context(checked_out(config.resolve().parent, name))
    if not (folder / config.name).is_file():
        raise ConfigurationError(f"{name} 里没有 {config.name}。请写项目文件夹，就是有 {config.name} 的那一个。")
    return folder / config.name


class _Comparison:
    """Two sides, and which inputs differ between them."""

    def __init__(self, old: ComparedSide, new: ComparedSide) -> None:
        self.old = old
        self.new = new

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.old.side, self.new.side

    def units(self) -> Iterator[OwnerFlips]:
        """学校 and the committees with flips of what they are asked themselves."""
        names = self.new.survey.names["committee"]
        for id, rows in groupby(unit_flips(self.old.units(), self.new.units()), key=lambda row: row[0]):
            found = self._explained((row for _, row in rows), {id} if id else names)
            yield OwnerFlips(names[id] if id else self.new.institution.name, found, committee=id)

    def branches(self) -> Iterator[OwnerFlips]:
        """The branches with flips in the order of the roster, then those that only one side has."""
        first, second = dict[str, SeenBranch](), dict[str, SeenBranch]()
        for one, other in zip_longest(self.old.branches(), self.new.branches()):
            for waiting, row in ((first, one), (second, other)):
                if row is not None:
                    waiting[row.entry.id] = row
            for id in first.keys() & second.keys():  # rarely more than one: both sides go by the same roster
                yield from self._branch(first.pop(id), second.pop(id))
        for side, left in ((self.old.side, first), (self.new.side, second)):
            for id, row in left.items():
                yield OwnerFlips(row.entry.name, (), branch=id, only=side)

    def _branch(self, one: SeenBranch, other: SeenBranch) -> Iterator[OwnerFlips]:
        found = tuple(flips(one.assessments, other.assessments))
        if found:
            own = branch_files(one.entry) != branch_files(other.entry)
            rows = self._explained(found, {one.entry.committee, other.entry.committee}, own=own)
            yield OwnerFlips(other.entry.name, rows, branch=other.entry.id)

    def _explained(self, rows: Iterable[Flip], committees: Iterable[str], *, own: bool = False) -> tuple[Flip, ...]:
        """The flips with their causes; `committees` are those whose files bear on them, beside the institution's."""
        places = tuple(f"units/{id}/" for id in committees)
        above = any(path.startswith(places) or not path.startswith("units/") for path in self._changed_above)
        return tuple(row._replace(causes=tuple(self._causes(row, own=own, above=above))) for row in rows)

    def _causes(self, row: Flip, *, own: bool, above: bool) -> Iterator[Cause]:
        if own and row.shown.duty is Duty.BRANCH:
            yield Cause.RECORDS
        if above:
            yield Cause.ABOVE
        before, after = row.sets
        if self.old.rule(before, row.shown.criterion) != self.new.rule(after, row.shown.criterion):
            yield Cause.STANDARDS
        if self._changed_readings & row.readings:
            yield Cause.READINGS
        if self.old.side.as_of != self.new.side.as_of:
            yield Cause.AS_OF

    @cached_property
    def _changed_above(self) -> frozenset[str]:
        first, second = self.old.above, self.new.above
        return frozenset(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))

    @cached_property
    def _changed_readings(self) -> frozenset[str]:
        return changed_readings(self.old.institution, self.new.institution)
