"""An edited section in files of postings that stand: only the entries of terms that it won or lost are made anew."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.formats.search.folding import shard_of
from generator.formats.search.postings import FIELDS, lists_of, posting_entry

Won = Mapping[int, int | None]
"""The field of each section that now holds a term; None where one no longer does."""


class EditedSection(NamedTuple):
    """A section before and after: the field of each of its terms."""

    id: int
    before: Mapping[str, int]
    after: Mapping[str, int]


def won_by_term(edits: Sequence[EditedSection]) -> dict[str, dict[int, int | None]]:
    """What changes for each term."""
    found: dict[str, dict[int, int | None]] = defaultdict(dict)
    for edit in edits:
        for term in edit.before.keys() | edit.after.keys():
            if edit.before.get(term) != edit.after.get(term):
                found[term][edit.id] = edit.after.get(term)
    return found


def edited_shards(won: Mapping[str, Won], shards: int, read: Callable[[int], str]) -> Iterator[tuple[int, str]]:
    """The number and the text of every shard that changes; `read` gives the text of one as it stands."""
    by_shard: dict[int, list[str]] = defaultdict(list)
    for term in won:
        by_shard[shard_of(term, shards)].append(term)
    for number, terms in sorted(by_shard.items()):
        yield number, _edited(read(number), terms, won)


def _edited(shard: str, terms: Sequence[str], won: Mapping[str, Won]) -> str:
    """A shard in which these terms are changed; all terms of a shard are of the same length."""
    entries = {row[: len(terms[0])]: row for row in filter(None, shard.split(" "))}
    for term in terms:
        lists = _without(lists_of(entries.pop(term, term), term), won[term])
        for id, field in won[term].items():
            if field is not None:
                insort(lists[field], id)
        if any(lists):
            entries[term] = posting_entry(term, lists)
    return " ".join(sorted(entries.values()))


def _without(lists: Sequence[list[int]], won: Won) -> list[list[int]]:
    return [[id for id in ids if id not in won] for ids in lists[:FIELDS]]
