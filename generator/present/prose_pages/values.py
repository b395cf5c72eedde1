"""Values in prose, `[[year]]`: what pages say of the year and of the handbook, worked out from standards and the year.

They stand anywhere in the Markdown under `docs/`, samples included, before MkDocs reads it.  So do links to standards of
an aspect that this handbook does not have: they become plain words.
"""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

from generator.model.kinds import ActivityKind
from generator.model.page import VALUE
from generator.model.period import nth_weekday
from generator.model.placeholders import Value
from generator.model.words import short_day
from generator.present.forms.prefilled import planned_day, spoken_rule
from generator.present.kit.exact import plain
from generator.present.kit.left_out import is_left_out
from generator.present.kit.registry import block_fillers, value_fillers
from generator.present.kit.site import Site

_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\]\((?P<target>[^)\s#]+\.md)(?:#[^)\s]*)?\)")


def fill_values(site: Site, markdown: str, path: str) -> str:
    """The Markdown of the page at `path` with every known value replaced by its text, and every block by its Markdown.  Unknown ones stay: they are Problems already."""
    workers, blocks = value_fillers(), block_fillers()

    def value(found: re.Match[str]) -> str:
        name, argument = found["name"], (found["argument"] or "").removeprefix(":")
        if name in workers:
            return plain(workers[name](site, path, argument))
        return blocks[name](site, path) if name in blocks else found[0]

    return VALUE.sub(value, markdown)


def drop_links(site: Site, markdown: str, source: str) -> str:
    """The Markdown of the file `source` without links to standards and aspects of a number that the handbook lacks."""

    def link(found: re.Match[str]) -> str:
        return found["text"] if is_left_out(site, normpath(join(dirname(source), found["target"]))) else found[0]

    return _LINK.sub(link, markdown)


def _year(site: Site, _path: str, argument: str) -> str:
    return str(site.year + int(argument or 0))


def _theme_day(site: Site, _path: str, argument: str) -> str:
    """The rule (第四个星期四), or with a month the day it gives (7月23日)."""
    planned = planned_day(site, ActivityKind.THEME_DAY)
    if planned is None:
        return "固定的一天"
    if argument:
        return short_day(nth_weekday(site.year, int(argument), planned.weekday, planned.nth))
    return spoken_rule(planned)


def _theme_days(site: Site, path: str, _argument: str) -> str:
    months = range(1, 13) if planned_day(site, ActivityKind.THEME_DAY) else ()
    return "、".join(_theme_day(site, path, str(month)) for month in months)


def _aspect(site: Site, path: str, _argument: str) -> str:
    """The aspect whose page it is: 三、组织生活."""
    found = site.default.aspect_at(path)
    return f"{found.numeral}、{found.name}" if found else ""


def _plan(site: Site, *_: str) -> str:
    """The plan that the handbook means where it says 方案."""
    document = site.sources.by_id.get(site.sources.plan or "")
    return f"《{document.name}》" if document else "本校当年的工作方案"


VALUES = {
    Value.YEAR: _year,
    Value.INSTITUTION: lambda site, *_: site.institution.name,
    Value.ASPECT: _aspect,
    Value.PLAN: _plan,
    Value.ASPECTS: lambda site, *_: str(len(site.default.aspects)),
    Value.STANDARDS: lambda site, *_: str(len(site.default.standards)),
    Value.THEME_DAY: _theme_day,
    Value.THEME_DAYS: _theme_days,
}
