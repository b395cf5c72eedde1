"""Digests of what an edition is made from: they decide what may be kept of an earlier build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from generator.build.edition import Edition
from generator.build.program import program
from generator.load.paper_samples import SAMPLES_FOLDER
from generator.load.prose import LINK
from generator.model.files import INSTITUTION, RECORD_FILES
from generator.model.record import Audience
from generator.model.record_file import Owner
from generator.output.hashing import contents_of, digest, files_in
from generator.present.forms.prefilled import planned_blanks
from generator.present.showcase.page import showcase_markdown
from generator.prose.inputs import PageInput, ProseInputs
from generator.prose.layer import Prose
from generator.settings import Settings

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
_TOLD_OTHERWISE = frozenset(
    [
        "institution",
        "index",
        "sets",
        "sources",
        "as_of",
        "year",
        "audience",
        "plans",
        "outlines",
        "home",
        "plan",
        "plan_outline",
        "standings",
        "scope",
        "printed_showcases",
        "prints",
        "packages",
        "processes",
        "samples",
        "every_name",
    ]
)
"""What of the site needs no digest of its own: settings and files whose digests are taken, or nothing that prose tells."""


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


def prose_inputs(edition: Edition, config: bytes) -> ProseInputs:
    """Digests of all that the prose layer rests on.  `config` is the text of `mkdocs.yml`."""
    settings, site = edition.survey.settings, edition.site
    files = dict(contents_of(settings.docs))
    texts = {name: data for name, data in files.items() if name.endswith(".md")}
    others = (part for name, data in files.items() if name not in texts for part in (name, data))
    authorised = str(site.institution.publicity.handbook_authorised)
    further = (repr(getattr(site, row.name)) for row in fields(site) if row.name not in _TOLD_OTHERWISE)
    terms = repr(sorted(edition.terms.meanings.items()))
    given = (authorised, terms, *others, *_shared_records(settings), *further)
    rest = digest(program(), config, *_terms(settings), *given, *_showcases(edition))
    return ProseInputs(rest=rest, pages={name: _page(edition, data) for name, data in texts.items()})


def _page(edition: Edition, data: bytes) -> PageInput:
    """Links say something of records: it changes with a name, or with what this edition holds."""
    text = data.decode(errors="replace")
    head = _FRONT_MATTER.match(text)
    linked = (edition.link_prose(found[0], "") for found in LINK.finditer(text))
    return PageInput(digest(head[0] if head else ""), digest(data, *linked))


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


def _showcases(edition: Edition) -> Iterator[str | bytes]:
    """What showcases say, and what the size of the forms that they hand out rests on."""
    site = edition.site
    yield from (site.institution.name, site.draft_note, repr(sorted(planned_blanks(site).items())))
    for entry in site.index.showcases:
        yield from (entry.branch.id, showcase_markdown(site, entry, {}))
        yield repr(sorted(entry.files.items()))


def _shared_records(settings: Settings) -> Iterator[str | bytes]:
    """Name and content of the institution's files beside its own: of these every page may speak."""
    for file in RECORD_FILES:
        if file.owner is Owner.INSTITUTION and file is not INSTITUTION:
            for path in filter(Path.is_file, file.present(settings.records)):
                yield path.relative_to(settings.records).as_posix()
                yield path.read_bytes()
