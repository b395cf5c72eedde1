"""Digests of what an edition is made from: they decide what may be kept of an earlier build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.build.downloads import takeaway_sizes
from generator.build.edition import Edition
from generator.build.program import program
from generator.load.paper_samples import SAMPLES_FOLDER
from generator.load.prose import LINK
from generator.model.files import INSTITUTION, RECORD_FILES
from generator.model.record import Audience
from generator.model.record_file import Owner
from generator.output.hashing import digest, files_in
from generator.present.showcase.page import showcase_markdown
from generator.prose.layer import Prose
from generator.settings import Settings


def rules_key(edition: Edition, prose: Prose) -> str:
    """A digest of all that every record page rests on: when it changes, none may be kept.

    Of the standards that is what their front matter says, not their text; the words that no page may quote from them are
    part of it.
    """
    settings = edition.survey.settings
    return digest(
        program(),
        *_terms(settings),
        str(edition.rules.astray),
        *_standards(edition),
        *edition.guarded_above,
        *files_in(settings.docs / SAMPLES_FOLDER),
        *(path.read_bytes() for path in sorted(settings.docs.glob("*.yml"))),
        *_shared_records(settings),
        edition.site.institution.model_dump_json(),
        *_quoted(edition),
        *(f"{id} {name}" for id, name in edition.site.every_name.items()),
        prose.site_url,
        *(piece for shell in prose.shelf for piece in shell.pieces),
    )


def revisions_key(edition: Edition) -> str:
    """A digest of when which standard was changed and what: pages of the handbook say so, record pages do not."""
    return digest(*(repr((row.id, row.revisions)) for one in edition.rules.sets for row in one.standards))


def prose_key(edition: Edition, config: bytes) -> str:
    """A digest of all that the prose layer rests on.  `config` is the text of `mkdocs.yml`."""
    settings = edition.survey.settings
    authorised = str(edition.site.institution.publicity.handbook_authorised)
    given = (authorised, *files_in(settings.docs), *_shared_records(settings))
    return digest(program(), config, *_terms(settings), *given, *_linked(edition), *_showcases(edition))


def _quoted(edition: Edition) -> Iterator[str]:
    """What branches quote of 学校: it may rest on any of its branches.  The public edition shows no findings."""
    if edition.survey.settings.audience is not Audience.PUBLIC:
        for (year, chosen), findings in sorted(edition.rules.institution.items()):
            for rows in findings.values():
                yield from (f"{year} {chosen} {row.criterion} {row.period.name} {row.reason}" for row in rows)


def _standards(edition: Edition) -> Iterator[str]:
    """What the sets of standards say, but for their revisions.  The parameters of checks are part of their criteria."""
    for one in edition.rules.sets:
        head = (one.id, one.name, one.version, one.valid_from, one.valid_until, one.kinds, one.bases, one.complete)
        yield repr((*head, sorted(one.dropped), sorted(one.origins.items())))
        for row in (*one.standards, *one.inapplicable.values()):
            yield row.model_dump_json(exclude={"revisions"})


def _terms(settings: Settings) -> tuple[str, ...]:
    scope = str(settings.scope or "")
    given = (settings.as_of.isoformat(), str(settings.year), settings.audience.value, scope)
    return *given, *sorted(settings.wanted), *settings.cleared


def _linked(edition: Edition) -> Iterator[str]:
    """What links in prose say of records: they change with a name, or with what this edition holds."""
    for path in sorted(edition.survey.settings.docs.rglob("*.md")):
        for found in LINK.finditer(path.read_text(encoding="utf-8", errors="replace")):
            yield edition.link_prose(found[0], "")


def _showcases(edition: Edition) -> Iterator[str | bytes]:
    yield edition.site.institution.name
    for entry in edition.site.index.showcases:
        yield entry.branch.id
        yield showcase_markdown(edition.site, entry, takeaway_sizes(edition.site, entry))
        for name in entry.files:
            yield (entry.folder / name).read_bytes()


def _shared_records(settings: Settings) -> Iterator[str | bytes]:
    """Name and content of the institution's files beside its own: of these every page may speak."""
    for file in RECORD_FILES:
        if file.owner is Owner.INSTITUTION and file is not INSTITUTION:
            for path in filter(Path.is_file, file.present(settings.records)):
                yield path.relative_to(settings.records).as_posix()
                yield path.read_bytes()
