"""The handbook's Markdown before MkDocs reads it: are its slots, values and links to record pages known?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.load.filesystem import display_path, link_refused, list_folder, read_text
from generator.load.front_matter_check import check_front_matter
from generator.load.invisible import remove_invisible
from generator.load.lost_words import lost_words
from generator.load.prose_articles import ProseArticles
from generator.load.prose_links import link_problems
from generator.model import foreign_content as foreign
from generator.model.nearest import did_you_mean
from generator.model.page import SLOT, VALUE
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.rechecking import Recheck, always
from generator.model.record import Source
from generator.model.records.sources import NONE, Sources
from generator.model.source_text import SourceText

LINK = re.compile(r"\[\[(?P<kind>branch|committee|showcase):(?P<id>[a-z0-9][a-z0-9-]*)\]\]")
"""A link in prose to a record page: `[[branch:ID]]`."""

_KINDS = {"branch": "支部", "committee": "基层党委", "showcase": "观摩展示"}


@dataclass(frozen=True, slots=True)
class ProseNames:
    """The slots and values that prose may use, and the documents whose articles it cites."""

    slots: Collection[str]
    values: Collection[str]
    sources: Sources = NONE


def check_prose(
    docs: Path,
    root: Path,
    names: ProseNames,
    known: Mapping[str, Collection[str]] | None,
    faulty: Collection[str] = (),
    *,
    recheck: Recheck = always,
) -> list[Problem]:
    """The Problems of every Markdown file under `docs`: encoding, unknown names, links, pictures, foreign content.

    `known` are the ids that links may name, by kind; None where the index has errors, so that links are not checked.
    The front matter of the files in `faulty` has been reported already.
    """
    problems: list[Problem] = []
    if docs.is_symlink():
        problems.append(link_refused(docs, root))
    paths = list(_files(docs, root, problems))
    check = _PageCheck(names, known, {path.relative_to(docs).as_posix() for path in paths})
    for path in paths:
        if path.suffix == ".md":
            (text, found), place = read_text(path, root), display_path(path, root)
            page = _Page(text or "", place, path.relative_to(docs).as_posix(), place in faulty)
            problems += found
            problems += recheck(("prose", *map(str, page), check.basis), partial(check.problems, page))
    return problems


class _Page(NamedTuple):
    """A Markdown file: its text, how messages name it, and its path from the docs folder."""

    text: str
    place: str
    page: str
    reported: bool


@dataclass(frozen=True)
class _PageCheck:
    """What every page is checked by; `files` are paths from the docs folder."""

    names: ProseNames
    known: Mapping[str, Collection[str]] | None
    files: Collection[str]

    @cached_property
    def basis(self) -> str:
        """All that the Problems of a page rest on beside the page."""
        known = {kind: sorted(ids) for kind, ids in self.known.items()} if self.known is not None else None
        slots, values = sorted(self.names.slots), sorted(self.names.values)
        return repr((slots, values, self.names.sources.model_dump_json(), known, sorted(self.files)))

    @cached_property
    def _articles(self) -> ProseArticles:
        return ProseArticles(self.names.sources)

    def problems(self, page: _Page) -> Iterator[Problem]:
        """The Problems of one page."""
        text, place = page.text, page.place
        yield from check_text(text, place, self.names, self.known)
        yield from foreign.foreign_problems(text, place)
        yield from lost_words(SourceText(place, text))
        yield from self._articles.problems(text, place)
        yield from link_problems(text, place, page.page, self.files)
        if not PurePosixPath(page.page).is_relative_to("standards"):
            yield from remove_invisible(SourceText(place, text))
        if not page.reported:
            yield from check_front_matter(SourceText(place, text))


def files_of(docs: Path, root: Path) -> list[Path]:
    """Every file under `docs`, hidden ones and links left out."""
    return list(_files(docs, root, []))


def check_text(
    text: str, path: str, names: ProseNames, known: Mapping[str, Collection[str]] | None
) -> Iterator[Problem]:
    """Slots, values and links in one text that name nothing."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in SLOT.finditer(line):
            if found["name"] not in names.slots:
                hint = did_you_mean(found["name"], names.slots, f"可用的有：{'、'.join(sorted(names.slots))}。")
                yield report("H101", Source(path, number, found.start() + 1), f"没有插槽“{found['name']}”", hint)
        for found in VALUE.finditer(line):
            if found["name"] not in names.values and found["name"] not in _KINDS:
                hint = did_you_mean(found["name"], names.values, f"可用的有：{'、'.join(sorted(names.values))}。")
                yield report("H103", Source(path, number, found.start() + 1), f"没有数值“{found['name']}”", hint)
        for found in LINK.finditer(line):
            kind, id = found["kind"], found["id"]
            if known is not None and id not in known[kind]:
                hint = did_you_mean(id, known[kind], "请核对 records/units 下的文件夹名。")
                place = Source(path, number, found.start() + 1)
                yield report("H102", place, f"没有编号为 {id} 的{_KINDS[kind]}", hint)


def _files(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    found, refused = list_folder(folder, root)
    problems += refused
    for path in found:
        if path.is_dir():
            yield from _files(path, root, problems)
        else:
            yield path
