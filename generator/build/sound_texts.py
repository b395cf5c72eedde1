"""The texts in which the last build found nothing wrong: they are not checked again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from generator.model.problem import Problem
from generator.output.cache import Cache
from generator.output.hashing import digest_of

_KEPT = "sound-texts.json"


class _Sound(NamedTuple):
    """Digests of all that a check without findings rested on."""

    digests: frozenset[str] = frozenset()


class SoundTexts:
    """Those that the cache holds, and those that were met since."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._known = (cache.read(_KEPT, _Sound) or _Sound()).digests
        self._met: set[str] = set()

    def recheck(self, rests_on: Sequence[str], check: Callable[[], Iterable[Problem]]) -> Sequence[Problem]:
        """What a check finds, unless it is known to find nothing; a text with a Problem is checked at every build."""
        key = digest_of(rests_on)
        problems = () if key in self._known else tuple(check())
        if not problems:
            self._met.add(key)
        return problems

    def keep(self) -> None:
        """Keep what was met, for the next build."""
        if self._met != self._known:
            self._cache.write(_KEPT, _Sound(frozenset(self._met)))
