"""The gate over what a build has made for several committees, and over what people wrote to be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

from generator.build.edition import Edition
from generator.build.hidden_notes import noted_hidden
from generator.disclose.gate import Leak, name_leaks, shared_leaks, telling
from generator.output.cache import Cache


def leaks_in_files(
    edition: Edition, tree: Path, files: Collection[str], committees: Iterable[str], cache: Cache
) -> Iterator[Leak]:
    """What files that rest on more than one committee hold and should not: words of any committee, or of the edition."""
    if files:
        noted = chain.from_iterable(row.words for row in noted_hidden(committees, cache))
        hidden = chain(edition.hidden_words(), noted)
        cleared = edition.survey.settings.cleared
        yield from shared_leaks(tree, sorted(files), hidden, cleared, edition.seen_words)


def leaks_of_names(edition: Edition, committees: Iterable[str], cache: Cache) -> Iterator[Leak]:
    """Names of these committees' people in what was written to be read, without the consent of who bears them."""
    names = dict.fromkeys(name for row in noted_hidden(committees, cache) for name in row.names)
    if not names:
        return
    for entry in edition.site.index.showcases:
        yield from name_leaks(edition.told_in(entry), names, entry.showcase.name_consents)
    consents = edition.site.institution.publicity.name_consents
    yield from name_leaks(edition.told_in_docs(), telling(names), consents)
