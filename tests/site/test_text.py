"""Markup in every text of every record, standard, aspect and source: on finished pages, in indexes, calendars and on paper it is read, never obeyed."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import shutil
from collections.abc import Iterator
from enum import Enum
from itertools import chain
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

import generator.model
from generator.cli.options import read_settings
from generator.disclose.paper import pdf_texts
from generator.load.index import load_index
from generator.load.records import load_dossier
from generator.model.approved import Piece, marks, pieces, seal
from generator.model.files import RECORD_FILES
from generator.model.record import Record
from generator.model.records.approval import Approval
from generator.model.shape import kinds_within, shape_of
from generator.products import site as builder
from tests.search_index import SearchIndex

ROOT = Path(__file__).parents[2]
EVIL = """<zb-evil title='"'>&"""
WRITTEN = """

`<b>&lt;</b>` [[branch:xx-js1]] `[[branch:xx-js1]]` data: 与 javascript: 是字，&copy; 也是 <!-- slot: finder -->

## 写法 <i> & {: title=x }
"""
"""What a branch may write in its prose, to be shown exactly."""
READ = "<b>&lt;</b> 信息学院第一教师党支部EVIL [[branch:xx-js1]] data: 与 javascript: 是字，&copy; 也是 <!-- slot: finder -->"

_HAN = re.compile(r"[\u3400-\u9fff]")
_TITLES = re.compile(r"^(site_name: |site_description: )(.*)$", re.MULTILINE)
_FRONT = re.compile(r"(?:---\n)?(.*?)(?:^---\n(.*))?", re.DOTALL | re.MULTILINE)
_NAMES = {
    "版别",
    "截止",
    "后继",
    "条款",
    "责任单位",
    "属于",
    "编号",
    "文件",
    "方案",
    "参数",
    "检查",
    "摘要",
    "逐句",
    "沿用",
}
"""Texts by which one thing is found by another, or that the program makes."""


def _enums(kind: type[Enum]) -> set[type[Enum]]:
    return {kind}.union(*map(_enums, kind.__subclasses__()))


def _closed() -> set[str]:
    """Every word of a closed vocabulary: what is chosen is not written."""
    for module in pkgutil.walk_packages(generator.model.__path__, "generator.model."):
        importlib.import_module(module.name)
    keys = (field.label for kind in _record_kinds() for field in shape_of(kind))
    return {"是", "否", *keys}.union(str(member.value) for kind in _enums(Enum) for member in kind)


def _record_kinds() -> Iterator[type[Record]]:
    """Keys are chosen too: a check may name a section of a register by its own."""
    for file in RECORD_FILES:
        if file.record is not None:
            yield from kinds_within(file.record)


def planted(value: Any, closed: set[str], key: str = "") -> Any:
    """YAML with markup after every text that somebody wrote."""
    if isinstance(value, dict):
        return {name: planted(inner, closed, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [planted(inner, closed, key) for inner in value]
    text = isinstance(value, str) and _HAN.search(value) and value not in closed and key not in _NAMES
    return value + EVIL if text else value


def _plant(path: Path, closed: set[str], more: str = "") -> None:
    match = _FRONT.fullmatch(path.read_text(encoding="utf-8"))
    assert match is not None
    data, prose = yaml.load(match[1], yaml.BaseLoader), match[2]
    made = yaml.safe_dump(planted(data, closed), allow_unicode=True, width=10_000)
    path.write_text(made if prose is None else f"---\n{made}---\n{prose}{more}", encoding="utf-8")


def _approve(path: Path, approval: Approval | None, rows: tuple[Piece, ...]) -> None:
    if approval is None:  # which keeps it out, and is told of
        return
    text = path.read_text(encoding="utf-8")
    text = text.replace(str(approval.digest), seal(rows)).replace(str(approval.marks), marks(rows))
    path.write_text(text, encoding="utf-8")


def _approve_all(root: Path) -> None:
    """What is public stays so: its approval binds the text with the markup."""
    index, problems = load_index(root / "records", root)
    assert index is not None, problems
    for entry in index.showcases:
        _approve(entry.folder / "showcase.md", entry.showcase.approval, entry.pieces)
    for branch in index.branches():
        dossier, problems = load_dossier(branch, root)
        assert dossier is not None, problems
        if (introduction := dossier.profile.introduction) is not None:
            _approve(branch.folder / "branch.yml", introduction.approval, pieces(introduction))


def _build(audience: str, root: Path) -> Path:
    """The demonstration with markup in every text of its data and in its own name, as one edition."""
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copytree(ROOT / "records", root / "records")
    closed = _closed()
    for path in (root / "records").rglob("showcase.md"):
        _plant(path, closed, WRITTEN)
    docs = ((root / "docs" / folder).rglob("*.md") for folder in ("standards", "aspects"))
    for path in (*(root / "records").rglob("*.yml"), root / "docs/sources.yml", *chain.from_iterable(docs)):
        _plant(path, closed)
    _approve_all(root)
    text, config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), root / "mkdocs.yml"
    text = text if audience == "public" else text.replace("pdf: [handbook]", "pdf: []")  # the same for everybody
    config.write_text(_TITLES.sub(lambda row: row[1] + json.dumps(row[2] + EVIL), text), encoding="utf-8")
    builder.build(config, read_settings(config, {"audience": audience}), root / "site", strict=False)
    return root / "site"


@pytest.fixture(scope="session", params=["public", "internal"])
def evil(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(request.param, tmp_path_factory.mktemp("evil"))


def test_no_page_has_an_element_that_a_text_brought(evil: Path) -> None:
    """Nor is anything escaped twice, or left in the private characters that hide it from Markdown."""
    seen = 0
    for path in evil.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        seen += "&lt;zb-evil" in text
        assert ("<zb-evil" in text, "&amp;lt;" in text.replace("&amp;lt;&lt;/b&gt;", "")) == (False, False), path
        assert not any(ord(char) > 0x10F000 for char in text), path
        assert lxml.html.fromstring(text).xpath("//zb-evil | //h2[@title]") == [], path
    assert seen == len(list(evil.rglob("*.html")))


def test_the_theme_says_it_too(evil: Path) -> None:
    """Title, description, the strip above the header, the header, the navigation, the breadcrumbs, on paper."""
    for name in ("index.html", "404.html", "showcases/xx-js1/index.html", "branches/xx-js1/index.html"):
        page = lxml.html.parse(str(evil / name)).getroot()
        heads = [page.xpath("string(//title)"), page.xpath("string(//meta[@name='description']/@content)")]
        heads += [page.xpath(f"string(//*[contains(@class, '{part}')])") for part in ("md-banner", "md-header__topic")]
        assert [EVIL in head for head in heads] == [True] * 4, name
    page = lxml.html.parse(str(evil / "showcases/xx-js1/index.html")).getroot()
    assert page.xpath("string(//title)").startswith(f"把组织生活开在实验室旁{EVIL} - ")
    assert page.xpath("string(//h1)").removesuffix("#") == f"把组织生活开在实验室旁{EVIL}"


def test_what_a_branch_writes_of_itself_is_shown_exactly(evil: Path) -> None:
    page = lxml.html.parse(str(evil / "showcases/xx-js1/index.html")).getroot()
    text = " ".join(page.xpath("//article")[0].text_content().split())
    assert READ.replace("EVIL", EVIL) in text
    assert "写法 <i> & {: title=x }" in text
    assert page.xpath("//img/@alt")[0].endswith(f"画面中无人{EVIL}")


def test_search_finder_calendars_and_site_map_hold_it_as_text(evil: Path) -> None:
    """The index holds texts as they were written, which the script puts into the page as text."""
    assert any(EVIL in section.title for section in SearchIndex(evil).sections)
    assert "zb-evil" in (evil / "assets/zhibu/finder-data.js").read_text(encoding="utf-8")
    assert "<zb-evil" not in (evil / "assets/zhibu/finder-data.js").read_text(encoding="utf-8")
    assert "zb-evil" not in (evil / "sitemap.xml").read_text(encoding="utf-8")
    for path in evil.rglob("*.ics"):
        assert "zb-evil" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("evil", ["public"], indirect=True)
def test_paper_shows_it_as_it_was_written(evil: Path) -> None:
    texts = [text for text, _ in pdf_texts((evil / "downloads/handbook.pdf").read_bytes())]
    assert EVIL in texts[0]
    assert EVIL in "".join(texts[1:5]).replace("\r\n", "")
