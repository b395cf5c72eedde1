"""抽签: a draw of branches by kinds that anyone can repeat with the published list, the seed and SHA-256.

The list is a text: the name of the algorithm, then for each kind, in the order given, a line `kind number` and a line for
each branch id, sorted.  Its digest is the SHA-256 of that text in UTF-8, every line ended by a line feed.  A branch's
ticket is the SHA-256 of three lines: that digest, the seed, the branch's id.  Of each kind the branches with the smallest
tickets are drawn.  The seed is read in NFC without spaces around it, so that it can be copied from a notice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

ALGORITHM = "zhibu-draw-1"
"""The name of the algorithm, the first line of every list; a different way of drawing has a different name."""


class DrawList(NamedTuple):
    """The branches of one kind that may be drawn, and how many of them are."""

    kind: str
    number: int
    ids: Sequence[str]


class DrawTicket(NamedTuple):
    """A branch's ticket: 64 hexadecimal digits."""

    digits: str
    id: str


def list_text(lists: Sequence[DrawList]) -> str:
    """What is published before the draw."""
    lines = [ALGORITHM]
    for each in lists:
        lines += [f"{each.kind} {each.number}", *sorted(each.ids)]
    return _lines(*lines)


def parse_list(text: str) -> list[DrawList]:
    """The lists of a published text; raises ValueError, in Chinese, where it is not what `list_text` writes."""
    name, *lines = text.removesuffix("\n").split("\n")
    if name != ALGORITHM:
        raise ValueError(f"第一行应是 {ALGORITHM}")
    found: list[DrawList] = []
    for line in lines:
        kind, parted, number = line.partition(" ")
        if parted and number.isdecimal():
            found.append(DrawList(kind, int(number), []))
        elif parted or not line or not found:
            raise ValueError(f"“{line}”不是“类别 个数”，也不是支部编号")
        else:
            found[-1] = found[-1]._replace(ids=[*found[-1].ids, line])
    if list_text(found) != text:
        raise ValueError("次序或换行改过")
    return found


def list_digest(lists: Sequence[DrawList]) -> str:
    """The digest of the list: 64 hexadecimal digits."""
    return _sha256(list_text(lists))


def tickets(digest: str, seed: str, ids: Sequence[str]) -> list[DrawTicket]:
    """The tickets of branches, the smallest first."""
    plain = unicodedata.normalize("NFC", seed).strip()
    return sorted(DrawTicket(_sha256(_lines(digest, plain, id)), id) for id in ids)


def drawn(lists: Sequence[DrawList], seed: str) -> list[tuple[str, ...]]:
    """The branches drawn of each kind, sorted by their ids."""
    digest = list_digest(lists)
    return [tuple(sorted(row.id for row in tickets(digest, seed, each.ids)[: each.number])) for each in lists]


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()
