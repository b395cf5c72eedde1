"""条件子集: words of a plan that mean a part of a 责任单位 (相关基层党委 of 基层党委（党总支）)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model.records.organisation import ResponsibleUnit

_PART_OF = re.compile(
    r"相关|有关|部分|其他|其余|所属|涉及|承担|获奖|试点|薄弱|软弱|新成立|\d|[一二三四五六七八九十百]+个"
)
"""Words that make a part of a unit; a name that only ends like that of another office is another office."""

_MANY = re.compile("支部|总支|基层")
"""Names that mean many at once, so that any closer description is a part of them."""


def subsets_of(names: Iterable[str], units: Sequence[ResponsibleUnit]) -> Iterator[tuple[str, str]]:
    """The names that are no unit but end with that of one, each once, and that unit: the one with the longest name."""
    meant = {name: unit.name for unit in units for name in (unit.name, *unit.aliases)}
    for name in dict.fromkeys(names):
        ends = [known for known in meant if name.endswith(known) and name != known]
        if name not in meant and ends:
            known = max(ends, key=len)
            if _MANY.search(known) or _PART_OF.search(name.removesuffix(known)):
                yield name, meant[known]
