"""The words of the search as the script reads them: folded, those of a line with blanks between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.formats.search.folding import fold
from generator.model.page import path_of_markdown
from generator.model.records.search_words import SearchWords, words_in


def word_list(words: SearchWords) -> Mapping[str, object]:
    """What `zhibuSearch.readQuery` takes."""
    return {
        "same": [_line(row.words) for row in words.same],
        "asks": [_line(row.words) for row in words.questions],
        "kinds": {row.kind: _line(words_in(row.asked)) for row in words.kinds},
        "empty": _line(words_in(words.empty)),
        "last": list(words.last),
    }


def unit_words(words: SearchWords) -> Mapping[str, str]:
    """The everyday words of sections of units' pages, by the anchor."""
    return {row.anchor: _line(words_in(row.asked)) for row in words.units}


def short_names(name: str, words: SearchWords) -> tuple[str, ...]:
    """What people call a unit in short: every part of its name as they write it."""
    names = [name]
    for row in words.short_parts:
        shorts = words_in(row.short) or ("",)
        names = [each.replace(row.part, short) for each in names for short in shorts]
    return tuple(short for short in dict.fromkeys(names) if short not in ("", name))


def aliases_by_page(words: SearchWords) -> Mapping[str, Mapping[str, str]]:
    """The everyday words of sections, one a line, by the address of the page and the anchor."""
    found: dict[str, dict[str, str]] = {}
    for (page, anchor), asked in words.aliases.items():
        found.setdefault(path_of_markdown(page), {})[anchor] = asked
    return found


def _line(words: Iterable[str]) -> str:
    return " ".join(map(fold, words))
