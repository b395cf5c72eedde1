"""What a new institution starts from: `docs/` and `mkdocs.yml` as they are shipped, without the demonstration.

The demonstration is told from what is declared: pages that tell of this program itself say `starter: false` in their front
matter, a document of `docs/sources.yml` that is invented says `照写` which real one it was modelled on, and what
`mkdocs.yml` keeps out of the site is not copied.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.errors import ConfigurationError
from generator.load.sources import FILE, load_sources
from generator.model.sample import as_yaml

_PROGRAM = Path(__file__).parents[1]
DOCS, CONFIG = "docs", "mkdocs.yml"

_SHIPPED = _PROGRAM / "starter"
_APART = re.compile(r"\A---\n(?:.*\n)*?starter: false\n(?:.*\n)*?---\n")
_LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+\.md)(?:#[^)\s]*)?\)")
_EXCLUDED = re.compile(r"^exclude_docs: \|\n((?:  .*\n)+)", re.MULTILINE)
_OWN_DAY = re.compile(r"^ *as_of: .*\n", re.MULTILINE)
_YEAR = re.compile(r"^( *)# year: \d+ (#.*\n)", re.MULTILINE)


class Naming(NamedTuple):
    """What an institution calls itself; `url` is where its public edition will stand, empty where that is not known."""

    name: str
    url: str = ""


def shipped_folder() -> Path:
    """Where the copied files lie: within the installed package, or around it in a checkout.

    Raises ConfigurationError where the installation lacks them.
    """
    for folder in (_SHIPPED, _PROGRAM.parent):
        if (folder / CONFIG).is_file() and (folder / DOCS).is_dir():
            return folder
    raise ConfigurationError("安装得不全，缺少手册的原稿。请重新安装 zhibu。")


def starter_files(shipped: Path, naming: Naming, year: int | None = None) -> dict[str, bytes]:
    """Every file of a new project's `docs/`, and its `mkdocs.yml`, by path; `year` where it is not today's."""
    config = (shipped / CONFIG).read_text(encoding="utf-8")
    docs = dict(_pages(shipped / DOCS, _excluded(config)))
    docs = {name: text for name, text in docs.items() if not _APART.match(_text(text) if name.endswith(".md") else "")}
    cited = _citations(shipped)
    files = {f"{DOCS}/{name}": _adapted(name, data, cited, docs) for name, data in docs.items()}
    files[f"{DOCS}/{FILE}"] = _real_sources(shipped, _text(docs[FILE])).encode()
    return files | {CONFIG: _named(config, naming, year).encode()}


def _pages(docs: Path, excluded: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for path in docs.rglob("*") if path.is_file()):
        name = path.relative_to(docs).as_posix()
        if not f"/{name}".startswith(excluded):
            yield name, path.read_bytes()


def _excluded(config: str) -> tuple[str, ...]:
    found = _EXCLUDED.search(config)
    return tuple(found[1].split()) if found else ("//",)


def _citations(shipped: Path) -> Mapping[str, str]:
    """The invented documents by their ids, and those that they are modelled on."""
    sources, _ = load_sources(shipped / DOCS, shipped)
    return {row.id: row.modelled_on for row in sources.documents if row.modelled_on}


def _adapted(name: str, data: bytes, cited: Mapping[str, str], kept: Mapping[str, bytes]) -> bytes:
    if not name.endswith(".md"):
        return data
    text = _text(data)
    for invented, real in cited.items():
        text = re.sub(rf"(文件: ){re.escape(invented)}(?=[,}}\s])", rf"\g<1>{real}", text)
    return "\n\n".join(part for part in text.split("\n\n") if not _leads_nowhere(name, part, kept)).encode()


def _leads_nowhere(name: str, paragraph: str, kept: Mapping[str, bytes]) -> bool:
    """Whether a paragraph has links to other pages, and none of those pages is copied."""
    targets = [posixpath.normpath(posixpath.join(posixpath.dirname(name), each)) for each in _LINK.findall(paragraph)]
    return bool(targets) and not any(target in kept for target in targets)


def _real_sources(shipped: Path, text: str) -> str:
    """The list of documents without those that are invented."""
    sources, _ = load_sources(shipped / DOCS, shipped)
    lines = text.splitlines(keepends=True)
    starts = [row.source.line - 1 for row in sources.documents] + [len(lines)]
    for at, row in reversed(list(enumerate(sources.documents))):
        if row.modelled_on:
            del lines[starts[at] : starts[at + 1]]
    text = "".join(lines)
    for invented, real in _citations(shipped).items():
        text = re.sub(rf"(?m)^方案: {re.escape(invented)}$", f"方案: {real}", text)
    return text


def _named(config: str, naming: Naming, year: int | None) -> str:
    """`mkdocs.yml` with the institution's own words, and today in place of the demonstration's day."""
    own = {
        "site_name": f"{naming.name}党支部建设标准化手册",
        "site_url": naming.url,
        "site_description": "党支部建设标准化手册、支部台账与观摩展示（整理稿）",
        "copyright": "整理稿，非正式公文",
    }
    for key, value in own.items():
        line = as_yaml({key: value}) if value else ""
        config = re.sub(rf"(?m)^{key}: .*\n", line.replace("\\", r"\\"), config, count=1)
    return _YEAR.sub("" if year is None else rf"\g<1>year: {year} \g<2>", _OWN_DAY.sub("", config, count=1), count=1)


def _text(data: bytes) -> str:
    return data.decode().replace("\r\n", "\n")
