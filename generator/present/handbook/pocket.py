"""What a part of the handbook holds that is printed by itself: worked out from aspects, duties and showcases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import ConfigurationError
from generator.model.book_order import FURTHER_FORMS, BookOrder
from generator.model.kinds import Duty
from generator.model.role import Role
from generator.present.kit.site import HandbookStandard, Site
from generator.present.kit.urls import aspect_path


@dataclass(frozen=True, slots=True, kw_only=True)
class PocketPart:
    """A part of the handbook: what its cover calls it, the URL paths of its pages, and the readings they rest on.

    A reading is told by its anchor on the page of readings, `a11`.
    """

    name: str
    paths: frozenset[str]
    readings: frozenset[str]


def pocket_orders(site: Site) -> Iterator[BookOrder]:
    """The printings beside the book itself: its other forms, a part an aspect, a part a role that anything concerns."""
    yield from FURTHER_FORMS
    for aspect in site.default.aspects:
        yield BookOrder(aspect=aspect.number)
    for role in Role:
        if next(_standards(site, BookOrder(role=role)), None) is not None:
            yield BookOrder(role=role)


def pocket_part(site: Site, order: BookOrder) -> PocketPart | None:
    """The part that is asked for; None for the whole handbook.

    Raises ConfigurationError where the handbook has no such aspect, or nothing for that role.
    """
    if order.aspect is None and order.role is None:
        return None
    rows = tuple(_standards(site, order))
    if not rows:
        raise ConfigurationError(_nothing(site, order))
    return PocketPart(
        name=_name(site, order),
        paths=frozenset(path for row in rows for path in (row.view.path, aspect_path(row.view.aspect))),
        readings=frozenset(id.lower() for row in rows for id in _readings(row)),
    )


def _standards(site: Site, order: BookOrder) -> Iterator[HandbookStandard]:
    if order.role is None:
        return (row for row in site.standards if row.view.aspect == order.aspect)
    if order.role.duty is None:
        shown = {id for entry in site.index.showcases for id in entry.showcase.standards}
        return (row for row in site.standards if row.view.id in shown)
    return (row for row in site.standards if order.role.duty in _duties(row))


def _duties(row: HandbookStandard) -> frozenset[Duty]:
    return frozenset() if row.view.inapplicable else frozenset(each.duty for each in row.standard.criteria)


def _readings(row: HandbookStandard) -> Iterator[str]:
    yield from row.standard.readings
    for each in row.standard.criteria:
        yield from each.readings


def _name(site: Site, order: BookOrder) -> str:
    if order.role is not None:
        return f"{order.role.label}分册"
    return next(f"{row.numeral}　{row.name}" for row in site.default.aspects if row.number == order.aspect)


def _nothing(site: Site, order: BookOrder) -> str:
    if order.role is not None:
        return f"手册里没有哪一项标准归{order.role.label}。请换一个角色，或印整本。"
    numbers = "、".join(str(row.number) for row in site.default.aspects)
    return f"手册没有第 {order.aspect} 个方面。可写的有 {numbers}。"
