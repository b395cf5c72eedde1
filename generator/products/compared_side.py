"""One side of `zhibu diff`: a project as it stands in a folder or a commit, or as another reading has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from pydantic import ValidationError

from generator.disclose.view import BranchView
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.judge import judge, judge_units
from generator.model.files import INSTITUTION, RECORD_FILES
from generator.model.finding import Assessment, UnitAssessment
from generator.model.flip import Side
from generator.model.index import BranchEntry
from generator.model.problem import Problem, errors_in
from generator.model.record import Audience
from generator.model.record_file import Owner
from generator.model.records.organisation import Institution, Readings
from generator.model.shape import shape_of
from generator.model.standard_set import StandardSet
from generator.settings import Settings
from generator.survey import Rules, Survey, survey


class SeenBranch(NamedTuple):
    """A branch, and its years as an internal reader may see them."""

    entry: BranchEntry
    assessments: tuple[Assessment, ...]


@dataclass(frozen=True)
class ComparedSide:
    """One side, surveyed: the branches under it, and what of its inputs bears on a verdict."""

    side: Side
    survey: Survey
    rules: Rules

    @classmethod
    def open(cls, name: str, settings: Settings, readings: Mapping[str, str] | None = None) -> ComparedSide:
        """Survey a project; `readings` take the place of those of its institution.

        Raises RecordsRefusedError with every 错误 in what all branches are judged by.
        """
        surveyed = survey(settings)
        if surveyed.rules is None or not surveyed.sound:
            raise _refused(name, surveyed.problems)
        rules = _read_as(surveyed.rules, readings) if readings else surveyed.rules
        return cls(Side(name, settings.as_of), replace(surveyed, rules=rules), rules)

    @property
    def institution(self) -> Institution:
        """学校 as this side reads it."""
        return self.rules.context.institution

    def branches(self) -> Iterator[SeenBranch]:
        """Every branch, in the order of the roster; raises RecordsRefusedError with its 错误."""
        for judged in judge(self.survey):
            view = BranchView.of(judged, Audience.INTERNAL)
            if view is None or any(row.is_error for row in judged.problems):
                raise _refused(self.side.name, judged.problems)
            yield SeenBranch(judged.entry, tuple(year.assessment for year in view.years))

    def units(self) -> Iterator[UnitAssessment]:
        """What 学校 and its committees are asked themselves."""
        return judge_units(self.survey, Audience.INTERNAL)

    def rule(self, set_id: str | None, criterion: str) -> object:
        """All that the set says of the criterion that may bear on a verdict; None where it does not have it."""
        return self._rules.get(set_id, {}).get(criterion)

    @cached_property
    def _rules(self) -> Mapping[str | None, Mapping[str, object]]:
        return {each.id: dict(_criteria(each)) for each in self.survey.sets}

    @cached_property
    def above(self) -> Mapping[str, bytes]:
        """The files that bear on several branches, by their path; the institution's own without its readings."""
        records, owners = self.rules.settings.records, (Owner.INSTITUTION, Owner.COMMITTEE)
        files = (path for file in RECORD_FILES if file.owner in owners for path in file.present(records))
        found = {path.relative_to(records).as_posix(): path.read_bytes() for path in files}
        found[INSTITUTION.name] = self.institution.model_dump_json(exclude={"readings"}).encode()
        return found


def read_readings(given: Iterable[str]) -> dict[str, str]:
    """`A2=缺项` and the like as a mapping; raises ConfigurationError where there is no such reading."""
    rows = tuple(given)
    found = {name: value for name, _, value in (row.partition("=") for row in rows)}
    try:
        Readings.model_validate(found)
    except ValidationError:
        known = (f"{row.label}={'或'.join(row.choices)}" for row in shape_of(Readings))
        raise ConfigurationError(f"没有这样的口径：{'，'.join(rows)}。可以写 {'，'.join(known)}。") from None
    return found


def changed_readings(first: Institution, second: Institution) -> frozenset[str]:
    """The codes of the readings in which two institutions differ."""
    one, other = first.readings, second.readings
    shapes = shape_of(Readings)
    return frozenset(row.label for row in shapes if getattr(one, row.name) != getattr(other, row.name))


def branch_files(entry: BranchEntry) -> Mapping[str, bytes]:
    """The records that a branch is judged by: its own, and those of the branch that it was merged into."""
    folders = [entry.folder, *([entry.folder.parent / entry.merged_into] if entry.merged_into else ())]
    files = (path for folder in folders for path in sorted(folder.glob("*.yml")))
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files}


def _criteria(standards: StandardSet) -> Iterator[tuple[str, object]]:
    for standard in standards.standards:
        head = standard.model_dump(include={"drafted_by", "audience", "readings"})
        left = standards.inapplicable.get(standard.id)
        for row in standard.criteria:
            yield row.id, (head, row.model_dump(exclude={"text"}), left.reason if left else None)


def _read_as(rules: Rules, readings: Mapping[str, str]) -> Rules:
    institution = rules.context.institution
    said = institution.readings.model_dump(mode="json", by_alias=True)
    read = institution.model_copy(update={"readings": Readings.model_validate({**said, **readings})})
    return replace(rules, context=replace(rules.context, institution=read))


def _refused(name: str, problems: Iterable[Problem]) -> RecordsRefusedError:
    return RecordsRefusedError(f"{name} 的台账有错误，没有比对。", errors_in(problems))
