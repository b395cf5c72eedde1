"""One edition: what an audience gets to see of what the records hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from generator.build.program import PACKAGE
from generator.disclose.approval import published_index, unpublished_rows
from generator.disclose.gate import own_words
from generator.disclose.handed_out import handed_out
from generator.disclose.originals import original_pages, original_words, without_originals
from generator.disclose.searched_texts import SearchedTexts
from generator.disclose.withheld import shown, withheld, withheld_prose
from generator.load.filesystem import display_path as shown_path
from generator.load.glossary import GLOSSARY_FILE, index_words, term_meanings
from generator.load.prose import LINK
from generator.load.search_words import WORDS_FILE
from generator.model.index import Index, ShowcaseEntry
from generator.model.record import Audience
from generator.present.kit.exact import plain
from generator.present.kit.site import Site
from generator.present.kit.urls import GLOSSARY, branch_path, committee_path, root, showcase_path, url
from generator.present.prose_pages.values import drop_links, fill_values
from generator.prose.terms import Terms
from generator.settings import Settings
from generator.survey import Rules, Survey

_PATHS: Mapping[str, Callable[[str], str]] = {
    "branch": branch_path,
    "committee": committee_path,
    "showcase": showcase_path,
}
_FENCE = re.compile(r"\s*(```+|~~~+)")
_APART = re.compile(r"(`+[^`]*`+|\[[^\]]*\]\([^)]*\)|<a\b.*?</a>|<[^>]+>)")
"""What of a line of prose is never looked into: code, links and tags."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What one audience may see: the survey, and the site as this edition shows it."""

    survey: Survey
    rules: Rules
    site: Site

    @classmethod
    def of(cls, survey: Survey) -> Edition:
        """The edition of a sound survey."""
        settings = survey.settings
        if survey.index is None or survey.rules is None:
            raise ValueError("an edition needs an index")
        index = published_index(survey.index, settings.audience, settings.as_of)
        plans = {year: row.plan.project(settings.audience) for year, row in survey.plans.items()}
        site = Site(
            institution=index.institution,
            index=index,
            sets=tuple(map(without_originals, survey.sets)) if _keeps_originals(survey) else survey.sets,
            sources=survey.declared.sources,
            plans=plans,
            outlines={year: row.outline for year, row in survey.plans.items() if row.outline is not None},
            plan=plans.get(settings.year),
            plan_outline=survey.plan_outline,
            as_of=settings.as_of,
            year=settings.year,
            audience=settings.audience,
            scope=settings.scope,
            printed_showcases=_printed(survey.index, index, settings),
            packages=settings.packages,
            site_package=settings.site_package,
            processes=survey.rules.context.processes,
            samples=survey.declared.samples,
            moments=survey.declared.moments,
        )
        site = replace(site, every_name=survey.names["branch"]) if site.alone else site
        return cls(survey=survey, rules=survey.rules, site=site)

    @property
    def on_record(self) -> Index:
        """The index with all that is on record, whoever may see it: to judge by, and for the gate."""
        if self.survey.index is None:
            raise ValueError("an edition needs an index")
        return self.survey.index

    def link_prose(self, markdown: str, path: str) -> str:
        """Markdown whose `[[branch:ID]]` and clauses of the institution's own plan (方案三（二）3) are links.

        What this edition has no page of stays a plain name; code, headings and what is a link already stay as they are.
        """
        return _by_lines(self._link_records(markdown, path), partial(self._link_clauses, root=root(path)))

    def fill_prose(self, markdown: str, path: str, source: str) -> str:
        """The Markdown of a page of the handbook with its values put in, and no link to an aspect that was dropped."""
        return drop_links(self.site, fill_values(self.site, markdown, path), source)

    @cached_property
    def terms(self) -> Terms:
        """The terms that pages of the handbook explain in place: what all of them depend on besides their own text."""
        docs, root = self.survey.settings.docs, self.survey.settings.root
        if not (words := index_words(docs, root)):
            return Terms({})
        text = (docs / GLOSSARY_FILE).read_text(encoding="utf-8", errors="replace")
        return Terms(term_meanings(fill_values(self.site, text, GLOSSARY), words))

    def _link_clauses(self, text: str, root: str) -> str:
        return str(self.site.cites.handbook(text, root))

    def _link_records(self, markdown: str, path: str) -> str:

        def link(found: re.Match[str]) -> str:
            kind, id = found["kind"], found["id"]
            if not self._has_page(kind, id):
                return plain(self._plain_name(kind, id))
            return f'<a href="{url(path, _PATHS[kind](id))}">{plain(self.survey.names[kind].get(id, id))}</a>'

        return _by_lines(markdown, partial(LINK.sub, link), headings=True)

    def left_out(self) -> Iterator[str]:
        """What the public edition does not hold though nothing is wrong with it, and why."""
        settings = self.survey.settings
        if settings.audience is not Audience.PUBLIC:
            return
        found = [(f"{row.branch.name}的观摩展示", row.barred(settings.as_of)) for row in self.on_record.showcases]
        rows = unpublished_rows(self.on_record, settings.as_of)
        found += [(each.name.strip(), each.barred(settings.as_of)) for each in rows]
        yield from (f"公开版没有 {name}：{bar.message}。" for name, bar in found if bar and bar.bar.intended)

    def seen_words(self) -> Iterator[str]:
        """Every text that this audience may see whatever the branches' registers hold, the program's own included."""
        index = self.site.index
        for entry in index.showcases:
            yield from (*shown(entry.showcase), entry.prose)
        yield from (branch.name for branch in index.branches())
        for record in index.records:
            yield from shown(record)
        for year, row in self.survey.plans.items():
            yield from shown(self.site.plans[year])
            if row.outline is not None:
                yield row.outline.text
        yield from own_words(PACKAGE)
        yield from own_words(self.survey.settings.docs, self.originals)
        yield from (text for text in self._searched_for() if not any(word in text for word in self.guarded))

    def told_in(self, entry: ShowcaseEntry) -> Iterator[tuple[str, str]]:
        """What a showcase says in its own words, file names of its photos included; each with its file."""
        file = shown_path(entry.folder / "showcase.md", self.survey.settings.root)
        yield from ((file, text) for text in (*shown(entry.showcase), entry.prose))

    def told_in_docs(self) -> Iterator[tuple[str, str]]:
        """What the handbook says in its own words, each with its file."""
        settings = self.survey.settings
        for path in sorted(settings.docs.rglob("*.md")):
            yield shown_path(path, settings.root), path.read_text(encoding="utf-8", errors="replace")
        yield from ((shown_path(settings.docs / WORDS_FILE, settings.root), text) for text in self._searched_for())

    def _searched_for(self) -> Iterator[str]:
        """The words by which the search finds the handbook's sections: every edition hands them out."""
        return shown(self.survey.declared.words)

    @cached_property
    def originals(self) -> frozenset[Path]:
        """The pages of the handbook that stay at home, for their words are not this institution's to publish."""
        return original_pages(self.survey.settings.docs) if _keeps_originals(self.survey) else frozenset()

    @cached_property
    def guarded(self) -> tuple[str, ...]:
        """The words of those pages, and of the criteria drawn from them, that stand in none of the public ones."""
        if not _keeps_originals(self.survey):
            return ()
        words = original_words(self.originals, self.survey.sets)
        public = SearchedTexts(list(own_words(self.survey.settings.docs, self.originals)))
        return tuple(word for word in words if not public.holds(word))

    @cached_property
    def guarded_above(self) -> tuple[str, ...]:
        """What may stand on no record page: the words of those pages, and what the institution's own files withhold."""
        own = (self.on_record.institution, *self.on_record.further.values())
        return (*self.guarded, *(word for record in own for word in withheld(record, self.survey.settings.audience)))

    def hidden_words(self) -> Iterator[str]:
        """What of the plan, the showcases, the institution and its committees this audience may not see."""
        yield from self.guarded
        kept = set(self.site.showcases)
        audience = self.survey.settings.audience
        for record in self.on_record.records:
            yield from withheld(record, audience)
        for row in self.survey.plans.values():
            yield from withheld(row.plan, audience)
        for entry in self.survey.index.showcases if self.survey.index is not None else ():
            yield from withheld(entry.showcase, audience if entry.branch.id in kept else None)
            if entry.kept is not None:
                yield from withheld(entry.kept, audience)
            if entry.branch.id not in kept:
                yield from withheld_prose(entry.prose)
        if audience is Audience.PUBLIC:
            for each in unpublished_rows(self.on_record, self.survey.settings.as_of):
                yield from withheld(each.row, None)

    def _plain_name(self, kind: str, id: str) -> str:
        """What stands for a link to nowhere; a showcase that is not published keeps its title to itself."""
        return self.survey.names["branch" if kind == "showcase" else kind].get(id, id)

    def _has_page(self, kind: str, id: str) -> bool:
        if kind == "committee":
            return self.site.has_committees and id in self.site.committee_names
        return id in (self.site.branches if kind == "branch" else self.site.showcases)


def _printed(on_record: Index, shown: Index, settings: Settings) -> frozenset[str]:
    """The showcases of the edition for which there is a guide."""
    if "showcases" not in settings.pdf:
        return frozenset()
    kept = {entry.branch.id for entry in shown.showcases}
    known = (entry for entry in on_record.showcases if entry.branch.id in kept)
    return frozenset(entry.branch.id for entry in known if handed_out(entry, settings.as_of) is not None)


def _keeps_originals(survey: Survey) -> bool:
    """Whether the official handbook's own words stay out of this edition."""
    public = survey.settings.audience is Audience.PUBLIC
    return public and survey.index is not None and not survey.index.institution.publicity.handbook_authorised


def _by_lines(markdown: str, change: Callable[[str], str], *, headings: bool = False) -> str:
    """Markdown with its running text changed, line by line; fenced code stays, and headings unless they are asked for."""
    fence, lines = "", []
    for line in markdown.split("\n"):
        mark = _FENCE.match(line)
        if mark:
            fence = mark[1] if not fence else "" if mark[1].startswith(fence) else fence
        apart = mark or fence or (line.startswith("#") and not headings)
        lines.append(line if apart else _running(line, change))
    return "\n".join(lines)


def _running(line: str, change: Callable[[str], str]) -> str:
    pieces = _APART.split(line)
    return "".join(piece if at % 2 else change(piece) for at, piece in enumerate(pieces))
