"""What is printed for the visitors of a 观摩点: the guide of two sides, and the sign at its door.

They know nothing of a page's geometry.  Texts are finished words; an empty one is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideHighlight:
    """看点: what it is, by which standard, shown by which thing in use (and whether that is the original), where."""

    text: str
    standard: str
    exhibit: str
    stop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideStop:
    """One stop of the route; `steps` is 有, 无 or 不详."""

    name: str
    minutes: int
    see: str
    ask: str
    steps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What makes a printed sheet datable: whose it is, its edition, until when it holds, where the newest is.

    `address` is empty where the site has none; there is then no code either.
    """

    institution: str
    branch: str
    edition: str
    until: str
    as_of: date
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """导览单: `facts` and `access` are names and what is said of each, `sections` headings with their paragraphs."""

    title: str
    why: str
    imprint: Imprint
    facts: tuple[tuple[str, str], ...]
    way: str
    access: tuple[tuple[str, str], ...]
    highlights: tuple[GuideHighlight, ...]
    stops: tuple[GuideStop, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    takeaways: tuple[str, ...]
    manners: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorSign:
    """门牌: `state` is 开放, 预约 or 暂停 in words; `hours` are lines."""

    title: str
    why: str
    imprint: Imprint
    state: str
    hours: tuple[str, ...]
    booking: str
