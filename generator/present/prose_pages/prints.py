"""What prose pages offer to print: the handbook in its forms, its parts by aspect and role, and all PDFs in a list.

Each row is there where its file is; an edition without PDFs has none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.book_order import FURTHER_FORMS, WHOLE, BookOrder
from generator.model.placeholders import Slot
from generator.model.role import ROLE_KEY, Role
from generator.present.kit.pdf_urls import DUTIES_PDF, FORMS_BOOKLET, book_file, overview_pdf, plan_pdf
from generator.present.kit.print_links import PrintLink, print_links
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render

_FORMS = (
    (book_file(WHOLE), "手册全文"),
    *((book_file(order), f"手册{order.set_in.label}") for order in FURTHER_FORMS),
)
_ROLES = {row.label: (book_file(BookOrder(role=row)), f"{row.label}分册") for row in Role}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintGroup:
    """Some of the list of all PDFs: what they are for, and the links."""

    name: str
    told: str
    links: tuple[PrintLink, ...]


def _home(at: SlotContext) -> str:
    """The handbook as a whole."""
    return _offered(at, _FORMS)


def _of_role(at: SlotContext) -> str:
    """The handbook's part for the role whose page it is."""
    label = str(at.meta.get(ROLE_KEY, ""))
    return _offered(at, [_ROLES[label]] if label in _ROLES else [])


def _list(at: SlotContext) -> str:
    """Every PDF that is about no single branch, by what it is for."""
    return render("prose_pages/prints", groups=[row for row in _groups(at) if row.links])


def _forms(at: SlotContext) -> str:
    """All blank forms in one file."""
    return _offered(at, [(FORMS_BOOKLET, "空表汇编")])


SLOTS = {Slot.FORMS_PRINTS: _forms, Slot.HOME_PRINTS: _home, Slot.ROLE_PRINTS: _of_role, Slot.PRINTS: _list}


def _offered(at: SlotContext, rows: Iterable[tuple[str, str]]) -> str:
    return render("prose_pages/print_buttons", links=_links(at, rows))


def _links(at: SlotContext, rows: Iterable[tuple[str, str]]) -> tuple[PrintLink, ...]:
    return tuple(print_links(at.site.prints, at.path, at.site.as_of, rows))


def _groups(at: SlotContext) -> Iterator[PrintGroup]:
    aspects = [
        (book_file(BookOrder(aspect=row.number)), f"{row.numeral} {row.name}") for row in at.site.default.aspects
    ]
    yield PrintGroup(name="整本手册", told="书版双面打印；大字版给看小字吃力的同志。", links=_links(at, _FORMS))
    yield PrintGroup(name="按方面", told="一个方面一册，带封面和目录。", links=_links(at, aspects))
    desk = [
        *((plan_pdf(at.site.year), "年度方案"), (overview_pdf(at.site.year), "总览")),
        *((DUTIES_PDF, "一览表"), (FORMS_BOOKLET, "空表汇编")),
    ]
    yield PrintGroup(name="按角色", told="只收归这个角色管的标准。", links=_links(at, _ROLES.values()))
    yield PrintGroup(
        name="方案、总览、一览表、空表", told="一年一份的方案、总览和一览表，随时可印的空表。", links=_links(at, desk)
    )
