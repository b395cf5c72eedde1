"""The handbook's Markdown before MkDocs reads it: are its slots, values and links to record pages known?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.filesystem import display_path, link_refused, list_folder, read_text
from generator.load.front_matter_check import check_front_matter
from generator.load.invisible import remove_invisible
from generator.load.prose_articles import ProseArticles
from generator.load.prose_links import link_problems
from generator.model import foreign_content as foreign
from generator.model.nearest import did_you_mean
from generator.model.page import SLOT, VALUE
from generator.model.problem import Problem
from generator.model.problem_codes import report
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
) -> list[Problem]:
    """The Problems of every Markdown file under `docs`: encoding, unknown names, links, pictures, foreign content.

    `known` are the ids that links may name, by kind; None where the index has errors, so that links are not checked.
    The front matter of the files in `faulty` has been reported already.
    """
    problems: list[Problem] = []
    if docs.is_symlink():
        problems.append(link_refused(docs, root))
    paths = list(_files(docs, root, problems))
    files = {path.relative_to(docs).as_posix() for path in paths}
    articles = ProseArticles(names.sources)
    for path in paths:
        if path.suffix == ".md":
            (text, found), place = read_text(path, root), display_path(path, root)
            problems += found
            problems += check_text(text or "", place, names, known)
            problems += foreign.foreign_problems(text or "", place)
            problems += articles.problems(text or "", place)
            problems += link_problems(text or "", place, path.relative_to(docs).as_posix(), files)
            problems += (
                remove_invisible(SourceText(place, text or "")) if not path.is_relative_to(docs / "standards") else ()
            )
            problems += check_front_matter(SourceText(place, text or "")) if place not in faulty else ()
    return problems


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
