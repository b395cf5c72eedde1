"""A standard set as pages show it: aspects, standards and criteria with their names, links and bases, made once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import words
from generator.model.check import CheckDescription, RecordKind
from generator.model.kinds import ActivityKind, Duty, Part
from generator.model.records.election import Election
from generator.model.records.register import TrainingHours
from generator.model.standard import Criterion, DraftedBy, Standard, StandardSet
from generator.present.kit.citations import Citations
from generator.present.kit.urls import FORMS, aspect_path, file_path, standard_path

_FORMS: Mapping[RecordKind, str] = {
    ActivityKind.GENERAL_MEETING: file_path(FORMS, "general-meeting"),
    ActivityKind.COMMITTEE_MEETING: file_path(FORMS, "committee-meeting"),
    ActivityKind.GROUP_MEETING: file_path(FORMS, "group-meeting"),
    ActivityKind.LECTURE: file_path(FORMS, "lecture"),
    ActivityKind.THEME_DAY: file_path(FORMS, "theme-day"),
    Election: file_path(FORMS, "election"),
    TrainingHours: file_path(FORMS, "training-hours"),
}
"""The blank forms to print, by the kind of record they are for."""

_BRANCH_ROOT = "../../"
"""The way from a branch's page, the only one that shows a standard's basis, to the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CriterionView:
    """评价要点 as pages show it; `own` says that it is the branch's own duty, `drafted` is set for a 自拟 line.

    One that is made anew is another one, even if it says the same: what is drawn of it is remembered by it.

    `label` is its line on a branch's pages: number, text, and whose duty or draft it is where that is not the usual.
    `by_people` says that a person judges it (人工评).  `form` is the blank form to print for it, from the site's root; empty where there is none.
    """

    id: str
    text: str
    part: Part
    duty: Duty
    own: bool
    drafted: bool
    by_people: bool
    form: str
    label: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardView:
    """标准 as pages show it.  `anchor` is its place on a branch page; `file` its own page, from the site's root.

    `basis` is linked as on a branch page: made once, for it stands on every branch's.
    """

    id: str
    name: str
    anchor: str
    path: str
    file: str
    aspect: int
    category: str
    basis: Markup
    withheld: bool
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectView:
    """方面 with its standards."""

    number: int
    numeral: str
    name: str
    path: str
    file: str
    standards: tuple[StandardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One standard set, ready to be shown in one edition."""

    id: str
    name: str
    version: str
    aspects: tuple[AspectView, ...]
    standards: Mapping[str, StandardView]
    criteria: Mapping[str, CriterionView]


def aspect_names(sets: Iterable[StandardSet]) -> Mapping[int, str]:
    """The names of the aspects by number, in their order: those that any set has a standard of."""
    return dict(sorted((row.aspect_number, row.aspect) for one in sets for row in one.standards))


def catalogue(
    standards: StandardSet, *, aspects: Mapping[int, str], withheld: Iterable[str], cites: Citations
) -> Catalogue:
    """Prepare a set; `withheld` are the ids of the standards whose verdicts this edition may not show.

    `aspects` are the names of all aspects by number, those too of which this set has no standard; `cites`
    knows which citations are links.
    """
    hidden = frozenset(withheld)
    views = [_standard(standards, standard, standard.id in hidden, cites) for standard in standards.standards]
    return Catalogue(
        id=standards.id,
        name=standards.name,
        version=standards.version,
        aspects=tuple(_aspect(number, name, views) for number, name in aspects.items()),
        standards={view.id: view for view in views},
        criteria={row.id: row for view in views for row in view.criteria},
    )


def _aspect(number: int, name: str, views: Iterable[StandardView]) -> AspectView:
    path = aspect_path(number)
    return AspectView(
        number=number,
        numeral=words.numeral(number),
        name=name,
        path=path,
        file=file_path(path),
        standards=tuple(view for view in views if view.aspect == number),
    )


def _standard(chosen: StandardSet, standard: Standard, withheld: bool, cites: Citations) -> StandardView:
    path, checks = standard_path(chosen.id, standard.slug), chosen.parameters
    return StandardView(
        id=standard.id,
        name=standard.name,
        anchor=f"s-{standard.slug}",
        path=path,
        file=file_path(path),
        aspect=standard.aspect_number,
        category=standard.category.value,
        basis=cites.bases(standard.basis, _BRANCH_ROOT),
        withheld=withheld,
        criteria=tuple(_criterion(standard, row, checks.get(row.id, CheckDescription())) for row in standard.criteria),
    )


def _criterion(standard: Standard, criterion: Criterion, check: CheckDescription) -> CriterionView:
    drafted = (criterion.drafted_by or standard.drafted_by) is DraftedBy.OWN
    return CriterionView(
        id=criterion.id,
        text=criterion.text,
        part=criterion.part,
        duty=criterion.duty,
        own=criterion.duty is Duty.BRANCH,
        drafted=drafted,
        label=_label(criterion, drafted),
        by_people=check.by_people,
        form=_form(check.forms()),
    )


def _label(criterion: Criterion, drafted: bool) -> Markup:
    tags = [] if criterion.duty is Duty.BRANCH else [f"{criterion.duty}事项"]
    tags += ["自拟"] if drafted else []
    label = Markup('<span class="zb-id">{}</span> {}').format(criterion.id, criterion.text)
    return label + Markup("").join(Markup(' <span class="zb-tag">{}</span>').format(tag) for tag in tags)


def _form(kinds: tuple[RecordKind, ...]) -> str:
    """The blank form of a kind of record; a criterion that accepts several kinds has none of its own."""
    return _FORMS.get(kinds[0], "") if len(kinds) == 1 else ""
