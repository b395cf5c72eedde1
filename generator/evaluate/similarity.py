"""Similar minutes: pairs of activities whose texts, what is rightly alike taken out, are nearly the same (Y44).

Nothing is concluded from a pair: it is two places for a person to look at.  Taken out first are titles in 《》, set
phrases of minutes, texts that the plan, the handbook or the institution's guide prescribes, and joint activities.  The
comparison is exact; only pairs of the same or of neighbouring months, and of lengths that can be similar at all, are made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from generator.model.records.activity import Activity

SIMILAR = 85
"""From which percentage on two texts are similar: 2 × the characters in common order, of both texts together."""

_SHORTEST = 12
"""Characters that must be left of the minutes of an activity: what is shorter is alike by chance."""

_GRAM = 6
_TITLES = re.compile(r"《[^《》]*》")
_NO_CONTENT = re.compile(r"[\W_]+")
_SET_PHRASES = re.compile(
    "认真学习|集中学习|学习贯彻|学习传达|传达学习|传达|学习|领学|交流发言|分组讨论|交流讨论|讨论|交流|研究部署|研究|"
    "审议通过|审议|审核|通报|听取|汇报|布置|安排|部署|总结|开展|组织|观看|参观|"
    "原则同意|一致同意|一致通过|同意|通过|有关|关于|情况|事项|事宜|工作|活动|会议|精神|内容|要求|"
    "党支部|支部|支委会|党小组|小组|全体|党员|本月|上月|下月|本季度|本年度|年度|季度|月份"
)


class Minutes(NamedTuple):
    """One activity and the branch, by id, in whose register it stands."""

    branch: str
    activity: Activity


class SimilarPair(NamedTuple):
    """Two activities with similar minutes, in the order in which they were given."""

    first: Minutes
    second: Minutes


class Prescribed:
    """What is rightly alike everywhere: the text of the plan, of the handbook and of the institution's guide."""

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts` may be whole documents; punctuation and spaces do not count."""
        self._all = "\n".join(map(_content, texts))
        self._grams = {self._all[at : at + _GRAM] for at in range(len(self._all) - _GRAM + 1)}

    def __contains__(self, content: str) -> bool:
        """Whether the content, without punctuation, is part of one of the texts."""
        return content[:_GRAM] in self._grams and content in self._all


class _Remainder(NamedTuple):
    """What is left of the minutes of one activity; `place` is its place in the order that was given."""

    month: int
    length: int
    place: int
    text: str


def similar_minutes(minutes: Sequence[Minutes], prescribed: Collection[str] | Prescribed = ()) -> list[SimilarPair]:
    """The pairs, in the order of the minutes."""
    known = prescribed if isinstance(prescribed, Prescribed) else Prescribed(prescribed)
    joint = frozenset(_joint(minutes))
    rests = sorted(
        rest for place, row in enumerate(minutes) if place not in joint and (rest := _remainder(place, row, known))
    )
    found = sorted(tuple(sorted((one.place, other.place))) for one, other in _candidates(rests) if _alike(one, other))
    return [SimilarPair(minutes[first], minutes[second]) for first, second in found]


def told_texts(activity: Activity) -> Iterator[str]:
    """What the minutes of an activity say: theme, title, agenda, resolutions, what is to be done."""
    if activity.theme_day is not None:
        yield activity.theme_day.theme
    if activity.lecture is not None:
        yield activity.lecture.title
    for item in activity.agenda:
        yield item.matter
        if item.resolution is not None:
            yield item.resolution
    for task in activity.follow_ups:
        yield task.matter


def _joint(minutes: Sequence[Minutes]) -> Iterator[int]:
    """The places of joint activities: several branches on one day at one place, or about one subject."""
    together: dict[tuple[object, str], list[int]] = defaultdict(list)
    for place, (_, activity) in enumerate(minutes):
        for shared in filter(None, (activity.place, _content(activity.subject))):
            together[activity.on, shared].append(place)
    for places in together.values():
        if len({minutes[place].branch for place in places}) > 1:
            yield from places


def _remainder(place: int, row: Minutes, prescribed: Prescribed) -> _Remainder | None:
    activity = row.activity
    contents = (_content(_TITLES.sub("", text)) for text in told_texts(activity))
    text = "".join(_SET_PHRASES.sub("", content) for content in contents if content and content not in prescribed)
    if len(text) < _SHORTEST:
        return None
    return _Remainder(activity.on.year * 12 + activity.on.month, len(text), place, text)


def _candidates(rests: Sequence[_Remainder]) -> Iterator[tuple[_Remainder, _Remainder]]:
    """Pairs of the same or of neighbouring months whose lengths let them be similar."""
    by_month: dict[int, list[_Remainder]] = defaultdict(list)
    for rest in rests:
        by_month[rest.month].append(rest)
    for month, rows in by_month.items():
        for at, one in enumerate(rows):
            later = (*rows[at + 1 :], *by_month.get(month + 1, ()))
            yield from ((one, other) for other in later if _comparable(one.length, other.length))


def _comparable(one: int, other: int) -> bool:
    """Whether texts of these lengths can be similar: all of the shorter one would have to be in the longer one."""
    return 2 * min(one, other) * 100 >= SIMILAR * (one + other)


def _alike(one: _Remainder, other: _Remainder) -> bool:
    return ratio(one.text, other.text, score_cutoff=SIMILAR) > 0


def _content(text: str) -> str:
    return _NO_CONTENT.sub("", text)
