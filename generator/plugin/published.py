"""Which files under `docs/` are published: pages that the navigation names, and files that a page makes use of.

Whatever else lies there (drafts, originals, files put aside) stays at home, and the writer is told.  What is meant
and named nowhere is declared in MkDocs' own way: `not_in_nav` in `mkdocs.yml`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.build.prose_store import KnownFile, KnownFiles
from generator.errors import ConfigurationError
from generator.load.filesystem import display_path
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

_REFERENCE = re.compile(r'\s(?:href|src|data|poster)="([^"]+)"')
_PLAIN = re.compile(r"[A-Za-z0-9._~/-]+")


def keep_drafts_back(files: Files, config: MkDocsConfig, root: Path, sets: Collection[str]) -> Iterator[Problem]:
    """Leave out the pages that no navigation names; a standard is published by being one, in every set of `sets`."""
    if not config.nav:
        raise ConfigurationError("mkdocs.yml 没有写 nav，分不清哪些页要发布。请把要发布的页写进 nav。")
    named = {posixpath.normpath(name) for name in _names(config.nav)}
    rules = {posixpath.join("standards", id).rstrip("/") for id in sets}
    for file in _undeclared(files, config):
        known = file.src_uri in named or posixpath.dirname(file.src_uri) in rules
        if file.is_documentation_page() and not known:
            file.inclusion = InclusionLevel.EXCLUDED
            hint = "要发布的写进 mkdocs.yml 的 nav 或 not_in_nav，草稿写进 exclude_docs。"
            yield report("H112", _place(file, root), "导航里没有这一页，没有发布", hint)


def keep_unused_back(files: Files, config: MkDocsConfig, root: Path, held: Collection[str]) -> Iterator[Problem]:
    """Leave out the files that no finished page leads to; what is published has a name that any system can read.

    Of the files in `held`, which belong to a page that stays at home, nobody is told.
    """
    used = {*_configured(config), *_led_to(files)}
    for file in _undeclared(files, config):
        if not file.is_documentation_page() and file.src_uri not in used and file.dest_uri not in used:
            file.inclusion = InclusionLevel.EXCLUDED
            if file.dest_uri in held:
                continue
            hint = "请在用它的页上写链接；别处用到的写进 mkdocs.yml 的 not_in_nav，不要的写进 exclude_docs。"
            yield report("H113", _place(file, root), "没有一页用到这个文件，没有发布", hint)
    for file in _ours(files, config):
        if file.inclusion.is_included() and not _PLAIN.fullmatch(file.src_uri):
            hint = "请改成字母、数字、连字符、下划线和点，链接跟着改。"
            yield report("P121", _place(file, root), "文件名有英文以外的字符", hint)


def attached_files(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """The files of `docs/` that are no pages, by the names under which they lie there and in the site."""
    found = [file for file in _ours(files, config) if not file.is_documentation_page()]
    return frozenset(name for file in found for name in (file.src_uri, file.dest_uri))


def known_files(files: Iterable[File], config: MkDocsConfig) -> KnownFiles:
    """The files that links in prose may lead to: published pages, and whatever else lies in `docs/`."""
    own = {file.src_uri: file.src_dir == config.docs_dir for file in files}
    shown = (row for row in files if (row.inclusion.is_included() if row.is_documentation_page() else own[row.src_uri]))
    return KnownFiles(tuple(sorted(KnownFile(row.src_uri, row.dest_uri, own=own[row.src_uri]) for row in shown)))


def _ours(files: Files, config: MkDocsConfig) -> list[File]:
    return [file for file in files if file.src_dir == config.docs_dir]


def _undeclared(files: Files, config: MkDocsConfig) -> list[File]:
    """What lies under `docs/` and is neither excluded nor declared as meant."""
    return [file for file in _ours(files, config) if file.inclusion is InclusionLevel.INCLUDED]


def _names(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        yield from (name for value in nav.values() for name in _names(value))
    elif isinstance(nav, list):
        yield from (name for value in nav for name in _names(value))


def _configured(config: MkDocsConfig) -> Iterator[str]:
    """Files that `mkdocs.yml` names itself."""
    yield from map(str, (*config.extra_css, *config.extra_javascript))
    yield from (name for key in ("logo", "favicon") if isinstance(name := config.theme.get(key), str))


def _led_to(files: Files) -> Iterator[str]:
    """Where the links and pictures of all published pages lead, as places in the site."""
    for file in files.documentation_pages():
        yield from links_of((file.page.content if file.page is not None else None) or "", file.url)


def links_of(content: str, url: str) -> Iterator[str]:
    """Where the links and pictures of a page lead, as places in the site."""
    for link in _REFERENCE.findall(content):
        path = unquote(urldefrag(link).url.partition("?")[0])
        yield posixpath.normpath(posixpath.join(posixpath.dirname(url), path)).lstrip("/")


def _place(file: File, root: Path) -> Source:
    return Source(display_path(Path(file.src_dir or "") / file.src_uri, root))
