"""What a shared artifact of a site is, what it may rest on, and what it is made from.

An artifact says what it rests on and how it is made.  From that follow when it is stale, which of its files are
removed when it no longer makes them, what the gate scans, and which artifacts `mkdocs.yml` can ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.build.cached_compiler import typefaces_key
from generator.build.edition import Edition
from generator.build.form_prints import form_prints
from generator.build.manifest import ManifestArtifact, ManifestCommittee
from generator.build.printing import sheets_key
from generator.build.showcase_sheets import all_sheets
from generator.build.task_states import with_standings
from generator.formats.pdf.engine import TypstSource
from generator.model.page import Page, page_file
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.output.cache import Cache, to_json
from generator.output.hashing import digest, digest_of, files_in
from generator.present.kit.site import Site
from generator.prose.layer import Prose
from generator.prose.sections import PageSection


@dataclass(frozen=True, kw_only=True)
class SharedContext:
    """What shared artifacts are made from, once all committees are made.

    `rules` is a digest of what every record page rests on; `scoped` holds the branch's sums where the edition is one
    branch's part; `tree` is the site as far as it is written, and `pages` are the URL paths of shared pages so far.
    `cache` keeps what takes long to make; `printed` are the PDFs so far, bytes by address, `made` all shared artifacts so
    far, by name; `sections` what pages say that were parsed for the search.
    """

    edition: Edition
    prose: Prose
    rules: str
    committees: Mapping[str, ManifestCommittee]
    scoped: Mapping[str, BranchSummary]
    tree: Path
    cache: Cache
    pages: list[str] = field(default_factory=list)
    printed: dict[str, int] = field(default_factory=dict)
    made: dict[str, ManifestArtifact] = field(default_factory=dict)
    sections: dict[str, tuple[PageSection, ...]] = field(default_factory=dict)

    @cached_property
    def totals(self) -> Sequence[CommitteeSummary]:
        """The committees' sums, in the order of the records."""
        return [row.total for row in self.committees.values() if row.total is not None]

    @cached_property
    def site(self) -> Site:
        """The edition with what its committees' sums say of the tasks of the year's plan."""
        return with_standings(self.edition.site, self.totals)

    @cached_property
    def sheets(self) -> Mapping[str, TypstSource]:
        """What is printed for visitors, by address."""
        return all_sheets(self.edition.site, self.edition.on_record, self.prose.site_url)

    @cached_property
    def forms(self) -> Mapping[str, TypstSource]:
        """The blank forms on paper, by address, but for those that visitors of showcases get."""
        taken = self.sheets if "showcases" in self.edition.survey.settings.pdf else ()
        return {name: source for name, source in form_prints(self.edition.site).items() if name not in taken}

    @cached_property
    def shown(self) -> Site:
        """The same with the PDFs that its pages link to; to be asked for once these are made."""
        return replace(self.site, prints=self.printed)

    def of_year(self, year: int) -> Site:
        """The same of another year."""
        totals = [row.further[year] for row in self.committees.values() if year in row.further]
        return with_standings(replace(self.edition.site.of(year), prints=self.printed), totals)

    @cached_property
    def index_key(self) -> str:
        """A digest of which committees, branches and showcases there are, and what they are called."""
        rows = self.committees.items()
        named = ((id, row.key, *((each.id, each.name, each.kind) for each in row.branches)) for id, row in rows)
        return digest_of(map(repr, named))

    @cached_property
    def sums_key(self) -> str:
        """A digest of what the records of all branches add up to."""
        rows = self.committees.values()
        totals = (total for row in rows for total in (row.total, *row.further.values()) if total is not None)
        return digest_of(map(to_json, (*self.scoped.values(), *totals)))

    def files(self) -> Iterator[str]:
        """Every file that the site has so far."""
        yield from (name for row in self.made.values() for name in row.files)
        yield from (name for row in self.committees.values() for name in row.files())

    def paths(self) -> Iterator[str]:
        """The URL paths of every page of the site."""
        yield from (*self.prose.paths, *self.pages)
        for committee in self.committees.values():
            yield from committee.paths()


class ArtifactFile(NamedTuple):
    """A file of an artifact; `scanned` is off where the gate need not look at it.

    `data` are its bytes, or of one that may not fit into memory the file where they are, which is moved; None where it
    stands already as it should.
    """

    name: str
    data: bytes | Path | None
    scanned: bool = True


def stamped(context: SharedContext, made: Iterable[Page]) -> Iterator[ArtifactFile]:
    """Pages in the shells of their kinds."""
    for page in made:
        data = context.prose.shelf.stamp(page, page.body.encode(), context.prose.site_url)
        yield ArtifactFile(page_file(page.path), data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A part of the site: stale when a digest of what it `rests_on` has changed, or when one of its files is lost.

    The pages among the files of `paged` ones are listed in the site map.  One that is made only where `mkdocs.yml` asks for it
    has in `optional` the option that does.
    """

    name: str
    rests_on: tuple[Callable[[SharedContext], str], ...]
    make: Callable[[SharedContext], Iterable[ArtifactFile]]
    paged: bool = False
    optional: str = ""

    def key(self, context: SharedContext) -> str:
        """A digest of all that it rests on."""
        return digest_of(basis(context) for basis in self.rests_on)


def rules(context: SharedContext) -> str:
    """Standards, plans, settings, shells, the institution: what every record page rests on."""
    return context.rules


def prose(context: SharedContext) -> str:
    """What MkDocs made."""
    return context.prose.content


def beside_texts(context: SharedContext) -> str:
    """What MkDocs made it from, but for the texts of its pages: their heads, showcases with their photos, settings."""
    made = context.prose.inputs
    return digest(made.rest, *(part for name, row in sorted(made.pages.items()) for part in (name, row.head)))


def index(context: SharedContext) -> str:
    """Which committees, branches and showcases there are, and what they are called."""
    return context.index_key


def revisions(context: SharedContext) -> str:
    """When which standard was changed, and what."""
    sets = context.edition.rules.sets
    return digest_of(repr((row.id, row.revisions)) for one in sets for row in one.standards)


def showcases(context: SharedContext) -> str:
    """What the showcases say beside their prose, their approvals included."""
    return digest_of(row.showcase.model_dump_json(by_alias=True) for row in context.edition.site.index.showcases)


def sums(context: SharedContext) -> str:
    """What the records of all branches add up to."""
    return context.sums_key


def records(context: SharedContext) -> str:
    """What is on record of the committees and their branches."""
    rows = context.committees.values()
    return digest_of(part for row in rows for part in (row.key, row.record, *(each.content for each in row.branches)))


def pages(context: SharedContext) -> str:
    """Which pages there are."""
    return digest_of(context.paths())


def print_sizes(context: SharedContext) -> str:
    """Which PDFs there are, and how large they are."""
    return digest_of(f"{name} {size}" for name, size in context.printed.items())


def everything(context: SharedContext) -> str:
    """All that was made before."""
    return digest(context.rules, records(context), *(f"{name} {row.key}" for name, row in context.made.items()))


def handbook(context: SharedContext) -> str:
    """The handbook's chapters, their pictures and the typefaces."""
    made, settings = context.prose, context.edition.survey.settings
    chapters = (f"{row.title}\n{row.path}\n{row.level}\n{row.html}" for row in made.chapters)
    return digest(made.site_name, typefaces_key(settings.typefaces), *chapters, *files_in(settings.docs))


def blank_forms(context: SharedContext) -> str:
    """What the blank forms on paper say, and the typefaces."""
    if "forms" not in context.edition.survey.settings.pdf:
        return ""
    return sheets_key(context.forms, context.edition.survey.settings.typefaces)


def visitor_sheets(context: SharedContext) -> str:
    """What is printed for the visitors of showcases, and the typefaces."""
    if "showcases" not in context.edition.survey.settings.pdf:
        return ""
    return sheets_key(context.sheets, context.edition.survey.settings.typefaces)
