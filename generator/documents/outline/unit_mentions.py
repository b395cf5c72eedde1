"""责任单位 that a clause names, in the various ways that documents write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.documents.outline.visible_text import VisibleText
from generator.model.clause_facts import UnitMention, UnitRole
from generator.model.records.organisation import ResponsibleUnit

_ROLES = {
    "牵头": UnitRole.LEADS,
    "主责": UnitRole.LEADS,
    "主办": UnitRole.LEADS,
    "承办": UnitRole.LEADS,
    "责任": UnitRole.RESPONSIBLE,
    "负责": UnitRole.RESPONSIBLE,
    "落实": UnitRole.RESPONSIBLE,
    "实施": UnitRole.RESPONSIBLE,
    "完成": UnitRole.RESPONSIBLE,
    "配合": UnitRole.ASSISTS,
    "协办": UnitRole.ASSISTS,
    "协助": UnitRole.ASSISTS,
    "参与": UnitRole.ASSISTS,
    "参加": UnitRole.ASSISTS,
}
_WORDS = "|".join(_ROLES)
_KEY = re.compile(
    rf"(?:(?<=[（(【\[。；;，,、\s*|])|^)(?P<role>{_WORDS})(?:(?:单位|部门|处室)(?:\*\*)?[：:]|(?<=牵头)[：:]|(?<=配合)[：:])(?:\*\*)?",
    re.MULTILINE,
)
_BEHIND = re.compile(rf"(?P<names>.+?)(?P<role>{_WORDS})$")
_CLOSING = re.compile(r"[）)][。.；;]?[^\S\n]*$", re.MULTILINE)
_OPEN, _CLOSE = "（(【[〔", "）)】]〕"
_BETWEEN, _PARTS = "、，,\u3000", "；;"
_OTHER_KEY = re.compile(r"(?:(?<=\s)|(?<![^、，,；;：:（(]))[^\s：:]{1,8}[：:]")
"""The next key in the same line, which ends the list: 责任人：, 完成时限：."""

_SPACES = " \t\u00a0\u3000*|"


class Aliases:
    """Maps the names in documents to an institution's units."""

    def __init__(self, units: Iterable[ResponsibleUnit] = ()) -> None:
        """Names win over other units' aliases."""
        listed = list(units)
        self._names: Mapping[str, str] = {
            **{_plain(alias): unit.name for unit in listed for alias in unit.aliases},
            **{_plain(unit.name): unit.name for unit in listed},
        }

    def unit(self, name: str) -> str:
        """The unit that is meant; a name that is not listed, such as 相关基层党委, stays as it is."""
        return self._names.get(_plain(name), name)


class _Name(NamedTuple):
    """A name between separators; `parted` where a semicolon precedes it."""

    start: int
    end: int
    parted: bool


def units_in(visible: VisibleText, aliases: Aliases) -> tuple[UnitMention, ...]:
    """The units that a clause names, in the order of its words."""
    found = [*_after_keys(visible, aliases), *_before_roles(visible, aliases)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _after_keys(visible: VisibleText, aliases: Aliases) -> Iterator[UnitMention]:
    """责任单位：甲、乙, on its own line, in brackets, or behind the last sentence."""
    group, seen = 0, set[UnitRole]()
    keys = list(_KEY.finditer(visible.words))
    for at, key in enumerate(keys):
        stop = keys[at + 1].start() if at + 1 < len(keys) else len(visible.words)
        role = _ROLES[key["role"]]
        if role in seen:
            group, seen = group + 1, set()
        seen.add(role)
        for name in _names(visible.words, key.end(), stop):
            group += name.parted
            yield _mention(visible, name, role, group, aliases)


def _names(words: str, start: int, stop: int) -> Iterator[_Name]:
    """Names from `start` to the end of the list; separators inside brackets belong to a name."""
    depth, parted = 0, False
    for at in range(start, stop + 1):
        each = words[at] if at < stop else "\n"
        depth += (each in _OPEN) - (each in _CLOSE)
        ends = depth < 0 or each == "\n" or (depth == 0 and each in "。|")
        if ends or (depth == 0 and each in _BETWEEN + _PARTS):
            name = _trimmed(words, start, at, parted=parted)
            other = name is not None and _OTHER_KEY.search(words, name.start, name.end)
            if name and other:
                name = _trimmed(words, name.start, other.start(), parted=parted)
            if name:
                yield name
            if other or (ends and not (at < stop and each == "\n" and words[at - 1] in _BETWEEN)):
                return
            parted, start = (each in _PARTS or (parted and not name)), at + 1


def _trimmed(words: str, start: int, end: int, *, parted: bool) -> _Name | None:
    while start < end and words[start] in _SPACES:
        start += 1
    while start < end and words[end - 1] in _SPACES:
        end -= 1
    return _Name(start, end, parted) if start < end else None


def _before_roles(visible: VisibleText, aliases: Aliases) -> Iterator[UnitMention]:
    """（甲、乙牵头，丙配合） at the end of a line."""
    for closing in _CLOSING.finditer(visible.words):
        opening = _opening(visible.words, closing.start())
        if opening is None or _KEY.search(visible.words, opening, closing.start()):
            continue
        roles = [_role(visible.words, *span) for span in _spans(visible.words, opening + 1, closing.start())]
        for group, (role, end, start) in enumerate(row or (None, 0, 0) for row in roles):
            if role is None or None in roles:
                break
            for name in _names(visible.words, start, end):
                yield _mention(visible, name, role, _group(roles, group), aliases)


def _group(roles: list[tuple[UnitRole, int, int] | None], at: int) -> int:
    """A new group begins where a role comes again."""
    before = [row[0] for row in roles[: at + 1] if row]
    return before.count(before[-1]) - 1


def _role(words: str, start: int, end: int) -> tuple[UnitRole, int, int] | None:
    found = _BEHIND.match(words, start, end)
    return (_ROLES[found["role"]], found.end("names"), start) if found else None


def _spans(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a bracket between commas and semicolons."""
    depth, begun = 0, start
    for at in range(start, end):
        depth += (words[at] in _OPEN) - (words[at] in _CLOSE)
        if depth == 0 and words[at] in "，,；;":
            yield begun, at
            begun = at + 1
    yield begun, end


def _opening(words: str, closing: int) -> int | None:
    """The offset of the opening bracket for the one at `closing`, in the same line."""
    depth = 0
    for at in range(closing, -1, -1):
        if words[at] == "\n":
            return None
        depth += (words[at] in _CLOSE) - (words[at] in _OPEN)
        if depth == 0:
            return at
    return None


def _mention(visible: VisibleText, name: _Name, role: UnitRole, group: int, aliases: Aliases) -> UnitMention:
    words = visible.words[name.start : name.end]
    return UnitMention(words, aliases.unit(words), role, group, visible.start(name.start), visible.end(name.end))


def _plain(name: str) -> str:
    """A name for comparison: brackets and spaces are written either way."""
    return "".join(name.split()).replace("(", "（").replace(")", "）")
