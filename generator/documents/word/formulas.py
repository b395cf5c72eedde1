"""Formulas of a Word file (OMML, ECMA-376 22.1) in one line of text: a/b, x^2, √(x)."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REMOVED = frozenset({f"{_W}del", f"{_W}moveFrom"})
_PLAIN = frozenset({f"{_M}t", f"{_W}t"})
_PROPERTIES = "Pr"


def linear(formula: _Element) -> str:
    """The formula as text; what a revision took away is not in it."""
    if formula.tag in _PLAIN:
        return formula.text or ""
    if formula.tag in _REMOVED:
        return ""
    name = formula.tag.removeprefix(_M)
    return _FORMS.get(name, _parts)(formula)


def _parts(formula: _Element) -> str:
    return "".join(linear(each) for each in formula if not each.tag.endswith(_PROPERTIES))


def _part(formula: _Element, name: str) -> str:
    found = formula.find(f"{_M}{name}")
    return "" if found is None else _parts(found)


def _grouped(words: str) -> str:
    return words if len(words) <= 1 or words.isalnum() else f"({words})"


def _fraction(formula: _Element) -> str:
    return f"{_grouped(_part(formula, 'num'))}/{_grouped(_part(formula, 'den'))}"


def _scripts(formula: _Element) -> str:
    below, above = _part(formula, "sub"), _part(formula, "sup")
    return _part(formula, "e") + (f"_{_grouped(below)}" if below else "") + (f"^{_grouped(above)}" if above else "")


def _root(formula: _Element) -> str:
    degree = _part(formula, "deg")
    return f"{degree}√{_grouped(_part(formula, 'e'))}"


def _sum(formula: _Element) -> str:
    sign = formula.find(f"{_M}naryPr/{_M}chr")
    scripts = "".join(
        f"{mark}{_grouped(words)}"
        for mark, words in (("_", _part(formula, "sub")), ("^", _part(formula, "sup")))
        if words
    )
    return f"{'∫' if sign is None else sign.get(f'{_M}val') or ''}{scripts} {_part(formula, 'e')}"


def _bracketed(formula: _Element) -> str:
    marks = {}
    for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")")):
        mark = formula.find(f"{_M}dPr/{_M}{name}")
        marks[name] = usual if mark is None else mark.get(f"{_M}val") or ""
    inner = marks["sepChr"].join(_parts(each) for each in formula.iterchildren(f"{_M}e"))
    return f"{marks['begChr']}{inner}{marks['endChr']}"


def _rows(formula: _Element) -> str:
    return "；".join(_parts(each) for each in formula if not each.tag.endswith(_PROPERTIES))


_FORMS: dict[str, Callable[[_Element], str]] = {
    "f": _fraction,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "rad": _root,
    "nary": _sum,
    "d": _bracketed,
    "m": _rows,
    "eqArr": _rows,
}
