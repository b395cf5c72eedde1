"""The parts of the handbook that are printed by themselves are worked out from what is declared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.errors import ConfigurationError
from generator.model.book_order import WHOLE, BookOrder
from generator.model.book_style import BOOK, BOOK_STYLES
from generator.model.index import Index
from generator.model.kinds import Duty
from generator.model.role import Role
from generator.model.standard_set import StandardSet
from generator.present.handbook.pocket import pocket_orders, pocket_part
from generator.present.kit.site import Site

MakeSite = Callable[..., Site]


def test_the_whole_is_no_part(make_site: MakeSite) -> None:
    assert pocket_part(make_site(), WHOLE) is None
    assert pocket_part(make_site(), BookOrder(style=BOOK_STYLES["large"])) is None


def test_an_aspect_has_its_page_and_its_standards(make_site: MakeSite) -> None:
    site = make_site()
    part = pocket_part(site, BookOrder(aspect=3))
    assert part is not None
    assert part.name == "三　组织生活"
    rows = [row for row in site.standards if row.view.aspect == 3]
    assert part.paths == {"aspects/3/", *(row.view.path for row in rows)}


def test_a_part_takes_the_readings_that_its_standards_and_their_criteria_rest_on(
    make_site: MakeSite, standard_set: StandardSet
) -> None:
    first, *others = standard_set.standards
    criterion = first.criteria[0].model_copy(update={"readings": ("A30",)})
    first = first.model_copy(update={"readings": ("A11",), "criteria": (criterion, *first.criteria[1:])})
    site = make_site(sets=(replace(standard_set, standards=(first, *others)),))
    part = pocket_part(site, BookOrder(aspect=first.aspect_number))
    assert part is not None
    assert part.readings == {"a11", "a30"}


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.ORGANIZER, Role.OFFICER])
def test_a_role_has_the_standards_of_which_a_criterion_is_its_duty(make_site: MakeSite, role: Role) -> None:
    site = make_site()
    rows = [row for row in site.standards if any(each.duty is role.duty for each in row.standard.criteria)]
    if not rows:
        assert BookOrder(role=role) not in set(pocket_orders(site))
        with pytest.raises(ConfigurationError, match=f"没有哪一项标准归{role.label}"):
            pocket_part(site, BookOrder(role=role))
        return
    part = pocket_part(site, BookOrder(role=role))
    assert part is not None
    assert {path for path in part.paths if path.startswith("standards/")} == {row.view.path for row in rows}
    assert len(rows) < len(site.standards) or role.duty is Duty.BRANCH


def test_a_visitor_has_the_standards_that_are_shown(make_site: MakeSite, index: Index) -> None:
    shown = {id for entry in index.showcases for id in entry.showcase.standards}
    part = pocket_part(make_site(), BookOrder(role=Role.VISITOR))
    assert part is not None
    assert {path for path in part.paths if path.startswith("standards/")} == {
        f"standards/{id.replace('.', '-')}/" for id in shown
    }


def test_an_aspect_that_there_is_not(make_site: MakeSite) -> None:
    with pytest.raises(ConfigurationError, match="手册没有第 9 个方面。可写的有 "):
        pocket_part(make_site(), BookOrder(aspect=9))


def test_printings_have_names_of_their_own(make_site: MakeSite) -> None:
    orders = list(pocket_orders(make_site()))
    names = [order.name for order in orders]
    assert names[:3] == ["handbook-gb9704", "handbook-large", "handbook-a5"]
    assert {"aspect-3", "role-secretary"} <= set(names)
    assert len({*names, WHOLE.name}) == len(orders) + 1


@pytest.mark.parametrize(
    ("order", "name", "form"),
    [
        (WHOLE, "handbook", "book"),
        (BookOrder(style=BOOK), "handbook", "book"),
        (BookOrder(aspect=3), "aspect-3", "book"),
        (BookOrder(aspect=3, style=BOOK_STYLES["large"]), "aspect-3-large", "large"),
        (BookOrder(role=Role.SECRETARY), "role-secretary", "a5"),
        (BookOrder(role=Role.SECRETARY, style=BOOK), "role-secretary-book", "book"),
    ],
)
def test_the_name_says_the_form_where_it_is_not_the_usual(order: BookOrder, name: str, form: str) -> None:
    assert (order.name, order.set_in.name) == (name, form)
