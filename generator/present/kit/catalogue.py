"""View models of a standard set: aspects, standards and criteria with names, links and bases, computed once an edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.check import CheckDescription, RecordKind
from generator.model.files import declared_forms
from generator.model.kinds import Duty, Part
from generator.model.record import Audience
from generator.model.standard import Criterion, DraftedBy, Standard
from generator.model.standard_set import StandardSet
from generator.present.kit.citations import Citations
from generator.present.kit.urls import aspect_path, file_path, form_file, standard_path, url

_FORMS: Mapping[RecordKind, str] = {form.about: form_file(form.layout.id) for form in declared_forms()}
"""The blank forms to print, by the kind of record they are for."""


_RULED, _LEFT_OUT = "另行规定", "不适用"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CriterionView:
    """评价要点 as pages show it; `own` says that it is the branch's own duty, `drafted` is set for a 自拟 line.

    Compared by identity: it is a key of the caches of rendered findings, and hashing its fields would cost more than that saves.

    `label` is its line on a branch's pages: number, text, and the `tags`: whose duty or draft it is where that is not the usual.
    `by_people` says that a person judges it (人工评), `withheld` that its check rests on what this edition may not show.  `form` is the blank form to print for it, from the site's root; empty where there is none.
    """

    id: str
    text: str
    part: Part
    duty: Duty
    own: bool
    drafted: bool
    by_people: bool
    withheld: bool
    form: str
    tags: tuple[str, ...]
    label: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardView:
    """标准 as pages show it.  `anchor` is its place on a branch page; `file` its own page, from the site's root.

    `set_name` is the set in whose folder it stands, where that is not the one that its set is based on in the end, and
    `mark` says so in a word; `inapplicable` is why the set does not ask for it, empty where it does.

    `basis` is linked as on a branch page: made once, for it stands on every branch's.  `grounds` is what of it binds the
    institution, as text.
    """

    id: str
    name: str
    anchor: str
    path: str
    file: str
    aspect: int
    category: str
    basis: Markup
    grounds: str
    withheld: bool
    criteria: tuple[CriterionView, ...]
    set_name: str = ""
    mark: str = ""
    inapplicable: str = ""

    @property
    def withholds(self) -> bool:
        """Whether any of its criteria is withheld by its check."""
        return any(row.withheld for row in self.criteria)


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
    """One standard set, ready to be shown in one edition; `base` is the name of the set that it is based on, if it is."""

    id: str
    name: str
    version: str
    kinds: str
    base: str
    aspects: tuple[AspectView, ...]
    standards: Mapping[str, StandardView]
    criteria: Mapping[str, CriterionView]

    @property
    def differing(self) -> tuple[StandardView, ...]:
        """The standards that are not those of the set that this one is based on."""
        return tuple(view for view in self.standards.values() if view.set_name)

    @property
    def difference(self) -> str:
        """How many standards differ: 另行规定 1 项，不适用 2 项; nothing where none does."""
        counts = Counter(view.mark for view in self.differing)
        return "，".join(f"{mark} {counts[mark]} 项" for mark in (_RULED, _LEFT_OUT) if counts[mark])

    @property
    def withheld(self) -> tuple[StandardView, ...]:
        """The standards whose verdicts this edition may not show."""
        return tuple(view for view in self.standards.values() if view.withheld)

    def links(self, ids: Iterable[str], path: str) -> tuple[tuple[str, str], ...]:
        """Standards by id, with the links from the page at `path` to theirs; unknown ids have been reported."""
        views = (self.standards[id] for id in ids if id in self.standards)
        return tuple((f"{view.id} {view.name}", url(path, view.path)) for view in views)

    def aspect_at(self, path: str) -> AspectView | None:
        """The aspect whose page is at `path`."""
        return next((row for row in self.aspects if row.path == path), None)


def aspect_names(sets: Iterable[StandardSet]) -> Mapping[int, str]:
    """The names of the aspects by number, in their order: those that any set has a standard of."""
    return dict(sorted((row.aspect_number, row.aspect) for one in sets for row in one.standards))


def catalogues(
    sets: Iterable[StandardSet], *, audience: Audience, cites: Citations, aspects: Mapping[int, str], root: str
) -> Mapping[str, Catalogue]:
    """The sets by id, as an edition for `audience` shows them.  A standard that several sets share is one view in all.

    `aspects` are the names of all aspects by number, those too of which a set has no standard; `cites` knows which
    citations are links; `root` leads from a branch's page, where alone a basis is shown, to the site's root.
    """
    given = tuple(sets)
    names = {row.id: row.name for row in given}
    views = _Views(names, audience, cites, root, {})
    return {row.id: _catalogue(row, aspects, views) for row in given}


class _Views(NamedTuple):
    """What views are made by, and those that are made already, by the set in whose folder a standard stands."""

    names: Mapping[str, str]
    audience: Audience
    cites: Citations
    root: str
    made: dict[tuple[str, str], StandardView]

    def of(self, chosen: StandardSet, standard: Standard) -> StandardView:
        key = chosen.origin(standard.id), standard.id
        if key not in self.made:
            self.made[key] = _standard(chosen, standard, self)
        return self.made[key]


def _catalogue(chosen: StandardSet, aspects: Mapping[int, str], made: _Views) -> Catalogue:
    views = [made.of(chosen, standard) for standard in chosen.standards]
    return Catalogue(
        id=chosen.id,
        name=chosen.name,
        version=chosen.version,
        kinds=f"{'、'.join(chosen.kinds)}党支部",
        base=made.names[chosen.bases[0]] if chosen.bases else "",
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


def _standard(chosen: StandardSet, standard: Standard, made: _Views) -> StandardView:
    origin, checks = chosen.origin(standard.id), chosen.parameters
    path, left = standard_path(origin, standard.slug), chosen.inapplicable.get(standard.id)
    differs = chosen.differs(standard.id)
    return StandardView(
        id=standard.id,
        name=standard.name,
        anchor=f"s-{standard.slug}",
        path=path,
        file=file_path(path),
        aspect=standard.aspect_number,
        category=standard.category.value,
        basis=made.cites.bases(standard.basis, made.root),
        grounds="；".join(made.cites.grounds(standard.basis)),
        withheld=standard.audience is Audience.RESTRICTED and not made.audience.sees(standard.audience),
        criteria=tuple(
            _criterion(standard, row, checks.get(row.id, CheckDescription()), made.audience)
            for row in standard.criteria
        ),
        set_name=made.names[origin] if differs else "",
        mark=(_LEFT_OUT if left else _RULED) if differs else "",
        inapplicable=left.reason if left else "",
    )


def _criterion(standard: Standard, criterion: Criterion, check: CheckDescription, audience: Audience) -> CriterionView:
    drafted = (criterion.drafted_by or standard.drafted_by) is DraftedBy.OWN
    tags = tuple(_tags(criterion, drafted))
    return CriterionView(
        id=criterion.id,
        text=criterion.text,
        part=criterion.part,
        duty=criterion.duty,
        own=criterion.duty is Duty.BRANCH,
        drafted=drafted,
        tags=tags,
        label=_label(criterion, tags),
        by_people=check.by_people,
        withheld=not audience.sees(check.audience),
        form=_form(check.forms()),
    )


def _tags(criterion: Criterion, drafted: bool) -> Iterator[str]:
    if criterion.duty is not Duty.BRANCH:
        yield f"{criterion.duty}事项"
    if drafted:
        yield "自拟"


def _label(criterion: Criterion, tags: Iterable[str]) -> Markup:
    label = Markup('<span class="zb-id">{}</span> {}').format(criterion.id, criterion.text)
    return label + Markup("").join(Markup(' <span class="zb-tag">{}</span>').format(tag) for tag in tags)


def _form(kinds: tuple[RecordKind, ...]) -> str:
    """The blank form of a kind of record; a criterion that accepts several kinds has none of its own."""
    return _FORMS.get(kinds[0], "") if len(kinds) == 1 else ""
