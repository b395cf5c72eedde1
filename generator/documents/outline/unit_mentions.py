"""责任单位 that a clause names, in the various ways that documents write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

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
_GAP = r"[^\S\n]{0,8}"
_BODIES = "单位|部门|处室|科室|机构|主体"
_SPACED_WORDS, _SPACED_BODIES = (
    "|".join("[ \u3000]?".join(word) for word in words.split("|")) for words in (_WORDS, _BODIES)
)
_KEY = re.compile(
    rf"""(?:(?<=[（(【\[〔。；;，,、：:\s*|])|^)(?:主要|具体)?
    (?:(?P<role>{_SPACED_WORDS})[ \u3000]?(?:责任)?(?:{_SPACED_BODIES})(?:[（(/、及和](?:{_BODIES}|责任人|负责人|人)[）)]?)?|(?P<plain>牵头|配合|主办|承办|协办))
    (?:\*\*)?{_GAP}(?:[】〕\]]{_GAP}[：:]?|为?[：:])(?:\*\*)?""",
    re.MULTILINE | re.VERBOSE,
)
"""责任单位：, 牵头单位 ：, 【责任部门】, 牵头：."""

_BEHIND = re.compile(rf"(?P<names>.+?)(?P<role>{_WORDS})$")
_IN_BRACKETS = re.compile(rf"(?P<name>[^（(]{{2,60}})[（(](?P<role>{_WORDS})(?:{_BODIES})?[）)]")
"""党委宣传部（牵头）: a name with its own role."""

_CLOSING = re.compile(r"[）)][。.；;]?[^\S\n]*$", re.MULTILINE)
_OPEN, _CLOSE = "（(【[〔", "）)】]〕"
_BETWEEN, _PARTS = "、，,\u3000", "；;"
_APART = re.compile(r"(?<=[\u4e00-\u9fff）)]{2}[\u4e00-\u9fff）)])[ /／]+(?=[\u4e00-\u9fff]{3})")
"""A space or bar between two names of three characters and more; within a name there is none (14 个支部)."""

_ALONE = re.compile(rf"{_GAP}\n{_GAP}(?=[\u4e00-\u9fff][^\n。：:；;|]{{1,60}}(?<!日)(?:\n|$))")
"""The end of a key's line that names no unit; they are in the next."""

_NO_UNIT = re.compile(r"无|[/／—–-]+|\d{1,4}[年月./].*|(?:每|[年月]底).*")
"""What a list of units may hold besides: a dash, a time."""

_OTHER_KEY = re.compile(r"(?:(?<=\s)|(?<![^、，,；;：:（(]))[^\s：:]{1,8}[：:]|(?<=[ \u3000])\d{1,4}[年月.]")
"""The next key in the same line, or a time, which ends the list: 责任人：, 完成时限：."""

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
        """The unit that is meant, 各基层党委 included; a name that is not listed, such as 相关基层党委, stays as it is."""
        plain = _plain(name)
        return self._names.get(plain) or self._names.get(plain.removeprefix("各"), name)


class _Name(NamedTuple):
    """A name between separators; `parted` where a semicolon precedes it."""

    start: int
    end: int
    parted: bool


def units_in(words: str, aliases: Aliases) -> tuple[UnitMention, ...]:
    """The units that a clause names, in the order of its words."""
    found = [*_after_keys(words, aliases), *_before_roles(words, aliases)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def units_of_cell(words: str, role: UnitRole, aliases: Aliases) -> tuple[UnitMention, ...]:
    """The units in a cell of a column 责任单位, whose head gives the role unless the cell says it itself."""
    if _KEY.search(words):
        return tuple(_after_keys(words, aliases))
    found = tuple(_with_roles(words, 0, len(words.rstrip()), aliases))
    return found or tuple(_mention(words, name, role, 0, aliases) for name in _names(words, 0, len(words)))


def _after_keys(words: str, aliases: Aliases) -> Iterator[UnitMention]:
    """责任单位：甲、乙, on its own line, in brackets, or behind the last sentence."""
    group, seen = 0, set[UnitRole]()
    keys = list(_KEY.finditer(words))
    for at, key in enumerate(keys):
        stop = keys[at + 1].start() if at + 1 < len(keys) else len(words)
        role = _ROLES["".join((key["role"] or key["plain"]).split())]
        if role in seen:
            group, seen = group + 1, set()
        seen.add(role)
        alone = _ALONE.match(words, key.end(), stop)
        for name in _names(words, alone.end() if alone else key.end(), stop):
            group += name.parted
            yield _mention(words, name, role, group, aliases)


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
                yield from _apart(words, name)
            if other or (ends and not (at < stop and each == "\n" and words[at - 1] in _BETWEEN)):
                return
            parted, start = (each in _PARTS or (parted and not name)), at + 1


def _trimmed(words: str, start: int, end: int, *, parted: bool) -> _Name | None:
    while start < end and words[start] in _SPACES:
        start += 1
    while start < end and words[end - 1] in _SPACES + _OPEN:
        end -= 1
    return _Name(start, end, parted) if start < end else None


def _apart(words: str, name: _Name) -> Iterator[_Name]:
    """Names that only a space or bar divides."""
    start, parted = name.start, name.parted
    for between in _APART.finditer(words, name.start, name.end):
        yield _Name(start, between.start(), parted)
        start, parted = between.end(), False
    if not _NO_UNIT.fullmatch(words, start, name.end):
        yield _Name(start, name.end, parted)


def _before_roles(words: str, aliases: Aliases) -> Iterator[UnitMention]:
    """（甲、乙牵头，丙配合） at the end of a line."""
    for closing in _CLOSING.finditer(words):
        opening = _opening(words, closing.start())
        if opening is None or _KEY.search(words, opening, closing.start()):
            continue
        yield from _with_roles(words, opening + 1, closing.start(), aliases)


def _with_roles(words: str, start: int, end: int, aliases: Aliases) -> Iterator[UnitMention]:
    """甲、乙牵头，丙配合; nothing unless every part ends with a role."""
    roles = [_role(words, *span) for span in _spans(words, start, end)]
    for at, row in enumerate(roles):
        if row is None or None in roles:
            return
        role, until, begun = row
        for name in _names(words, begun, until):
            yield _mention(words, name, role, _group(roles, at), aliases)


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


def _mention(words: str, name: _Name, role: UnitRole, group: int, aliases: Aliases) -> UnitMention:
    own = _IN_BRACKETS.fullmatch(words, name.start, name.end)
    end = own.end("name") if own else name.end
    written = words[name.start : end]
    return UnitMention(written, aliases.unit(written), _ROLES[own["role"]] if own else role, group, name.start, end)


def _plain(name: str) -> str:
    """A name for comparison: brackets and spaces are written either way."""
    return "".join(name.split()).replace("(", "（").replace(")", "）")
