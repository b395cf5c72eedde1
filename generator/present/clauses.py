"""Clauses of the plan as links: 方案三（二）3, wherever it is written, leads to the plan's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from generator.model.page import page_file

TEXT_PATH = "plan/text/"
"""Where the plan's own words stand."""

DOCUMENT = "方案"
"""The short name under which the plan is cited."""

_NUMERALS = "[一二三四五六七八九十]+"
_CITED = re.compile(
    rf"{DOCUMENT}\s?(?P<first>(?P<phase>{_NUMERALS}（{_NUMERALS}）)(?:\d+)?)(?P<more>(?:、(?:{_NUMERALS}（{_NUMERALS}）)?\d+)*)"
)
_MORE = re.compile(rf"、(?P<phase>{_NUMERALS}（{_NUMERALS}）)?(?P<number>\d+)")


def linked(text: str, root: str, anchors: Mapping[str, str]) -> Markup:
    """Plain text as HTML in which every clause that the plan has is a link; `root` leads to the site's root."""
    return link_escaped(str(escape(text)), root, anchors)


def link_escaped(html: str, root: str, anchors: Mapping[str, str]) -> Markup:
    """The same for text that is HTML already and holds no links; `anchors` are the places of the clauses by id.

    方案三（二）3、4 are two clauses; a clause of the first level (方案一) is not told from an enumeration, and stays text.
    """
    if not anchors or DOCUMENT not in html:
        return Markup(html)  # noqa: S704 - the caller has escaped it

    def link(found: re.Match[str]) -> str:
        first = found[0][: found.end("first") - found.start()]
        return _link(first, found["first"], root, anchors) + _more(found["more"], found["phase"], root, anchors)

    return Markup(_CITED.sub(link, html))  # noqa: S704 - the caller has escaped it


def clause_link(clause: str, root: str, anchors: Mapping[str, str]) -> Markup:
    """方案 三（二）3, as 依据 cite it, of whatever level; plain text where the plan has no such clause."""
    shown = str(escape(f"{DOCUMENT} {clause}"))
    return Markup(_link(shown, clause, root, anchors))  # noqa: S704 - escaped above


def _more(text: str, phase: str, root: str, anchors: Mapping[str, str]) -> str:
    def link(found: re.Match[str]) -> str:
        nonlocal phase
        phase = found["phase"] or phase
        return "、" + _link(found[0][1:], f"{phase}{found['number']}", root, anchors)

    return _MORE.sub(link, text)


def _link(shown: str, clause: str, root: str, anchors: Mapping[str, str]) -> str:
    anchor = anchors.get(clause)
    return f'<a href="{root}{page_file(TEXT_PATH)}#{escape(anchor)}">{shown}</a>' if anchor else shown
