"""The search index holds what the pages show: read from the finished site, by a reading of its own."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from lxml.html import HtmlElement

from generator.formats.search.folding import fold
from generator.formats.search.initials import initials
from generator.formats.search.words import short_names
from generator.model.records.search_words import SearchWords
from tests.search_index import SearchIndex
from tests.site.conftest import Site

ROOT = Path(__file__).parents[2]
SILENT = {"script", "style", "svg", "select", "textarea", "template"}
WITHIN_A_LINE = re.compile(
    "a|abbr|b|bdi|button|cite|code|data|del|dfn|em|i|img|input|ins|kbd|label|mark|picture|q|s|samp|source|span|strong|sub"
    "|sup|time|u|var|wbr"
)
UNSEEN = {"headerlink", "zb-print-head", "zb-edition"}
OF_UNITS = re.compile(r"branches/|committees/.|showcases/[\w-]+/review/|404\.html|downloads/|search/|assets/")
"""Pages that a branch or committee has of its own, which go by its name; papers of approval repeat a showcase."""


class Shown(NamedTuple):
    """A section as a page shows it."""

    url: str
    heading: str
    text: str


def said(node: HtmlElement) -> Iterator[HtmlElement | str]:
    """What an element says in order: headings with an address as they are, line ends at the edges of blocks."""
    if not isinstance(node.tag, str) or node.tag in SILENT or "data-unsearched" in node.attrib:
        return
    if UNSEEN.intersection(node.get("class", "").split()):
        return
    if re.fullmatch("h[1-4]", node.tag) and node.get("id") is not None:
        yield node
        return
    edge = "" if WITHIN_A_LINE.fullmatch(node.tag) else "\n"
    yield edge + (node.text or "").replace("\n", " ")
    for child in node:
        yield from said(child)
        yield (child.tail or "").replace("\n", " ")
    yield edge


def lines(text: str) -> str:
    """Text with single blanks, without empty lines and blanks at the ends of lines."""
    found = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(filter(None, found))


def words(heading: HtmlElement) -> str:
    inner = "".join(piece for child in [heading] for piece in heading_text(child))
    return lines(inner).replace("\n", " ")


def heading_text(node: HtmlElement) -> Iterator[str]:
    yield (node.text or "").replace("\n", " ")
    for child in node:
        if not isinstance(child.tag, str) or "headerlink" in child.get("class", ""):
            yield child.tail or ""
            continue
        edge = "" if WITHIN_A_LINE.fullmatch(child.tag) else "\n"
        yield edge
        yield from heading_text(child)
        yield edge + (child.tail or "").replace("\n", " ")


def sections(file: str, page: HtmlElement) -> Iterator[Shown]:
    """The sections of a page; what stands before its first heading is no part of any."""
    found = page.xpath('//article[contains(@class, "md-content__inner")]')
    url, heading, text = "", "", ""
    for piece in said(found[0]) if found else ():
        if isinstance(piece, str):
            text += piece
            continue
        if url:
            yield Shown(url, heading, lines(text))
        url = f"{file}#{piece.get('id')}" if url else file
        heading, text = words(piece), ""
    if url:
        yield Shown(url, heading, lines(text))


@pytest.fixture(scope="module")
def shown(edition: Site) -> list[Shown]:
    return [row for file, page in edition.pages.items() if not OF_UNITS.match(file) for row in sections(file, page)]


@pytest.fixture(scope="module")
def index(edition: Site) -> SearchIndex:
    return SearchIndex(edition.folder)


def test_every_section_is_there_as_it_is_shown(shown: list[Shown], index: SearchIndex) -> None:
    indexed = {Shown(row.url, row.heading, row.text) for row in index.sections if not OF_UNITS.match(row.url)}
    assert indexed == set(shown)


def test_what_is_found_is_what_the_pages_show(shown: list[Shown], index: SearchIndex) -> None:
    """Recall and precision of any string of 1 to 12 characters that stands in a page."""
    chosen = random.Random(18)
    texts = [(row.url, fold(row.heading), fold(row.text)) for row in shown]
    places = [line for _, heading, text in texts for line in (heading, *text.split("\n")) if line]
    for _ in range(250):
        line = chosen.choice(places)
        length = chosen.randint(1, min(12, len(line)))
        at = chosen.randint(0, len(line) - length)
        term = line[at : at + length]
        folded = fold(term)
        wanted = {url for url, heading, text in texts if folded in heading or folded in text}
        found = {url for url in index.holding(term) if not OF_UNITS.match(url)}
        assert not folded or found == wanted, term


def test_one_or_two_letters_are_known_without_a_look_at_the_text(shown: list[Shown], index: SearchIndex) -> None:
    for term in ("党", "党费", "缴", "快闪", "a1", "零零"):
        wanted = {row.url for row in shown if term in fold(row.heading) or term in fold(row.text)}
        rows = (index.pieces[id] for id in index.posting(term))
        found = {row.url for row in rows if term not in fold(row.aliases) or row.url in wanted}
        assert {url for url in found if not OF_UNITS.match(url)} == wanted, term


def test_what_is_nowhere_is_not_found(index: SearchIndex) -> None:
    assert index.holding("没有这样的字句") == set()
    assert index.holding("") == {row.url for row in index.sections}


def test_branches_and_committees_go_by_name_initials_and_what_they_are_called_in_short(index: SearchIndex) -> None:
    assert "branches/xx-bk2/index.html" in index.going_by("信息本二")
    assert "branches/sm-yjs/index.html" in index.going_by("生科研")
    assert "branches/jf-wl/index.html" in index.going_by("wlxxzx")
    assert "branches/jf-wl/index.html" in index.holding("网络信息中心")
    assert "committees/shengming/index.html" in index.going_by("smkx")


def test_standards_go_by_the_initials_of_their_names(index: SearchIndex) -> None:
    assert "standards/3-5/index.html" in index.going_by("ztdr")
    assert "standards/3-1/index.html" in index.going_by("zbdydh")


def test_words_that_mean_the_same_have_one_posting(index: SearchIndex) -> None:
    number, words = next((at, row.split()) for at, row in enumerate(index.value("words")["same"]) if "缴纳" in row)
    found = {index.pieces[id].url for id in index.posting(chr(0xE000 + number) * 2)}
    assert found == {url for word in words if len(word) > 1 for url in index.going_by(word)}


def test_a_better_kind_of_page_has_the_lower_number(index: SearchIndex) -> None:
    kinds = index.directory["kinds"]
    assert list(kinds) == [
        "标准",
        "口径",
        "术语",
        "条文",
        "任务",
        "空表",
        "样本",
        "观摩",
        "支部",
        "党委",
        "方法",
        "工程",
    ]
    assert list(kinds.values()) == sorted(kinds.values())
    assert index.sections[0].url == "standards/index.html"
    assert index.pieces[kinds["口径"]].url == "readings/index.html"
    assert index.sections[-1].url.startswith(("help/", "decisions/"))


def test_registers_are_there_row_by_row_and_only_where_they_are_shown(internal: Site, public: Site) -> None:
    index = SearchIndex(internal.folder)
    assert dict(index.value("registers/committees/xinxi")["branches"])["xx-js1"] == "信息学院第一教师党支部"
    handed = sorted((internal.folder / "search/registers").rglob("*.js"))
    assert len(handed) > 30
    for path in handed:
        for file, rows in index.value(path.relative_to(internal.folder / "search").with_suffix("").as_posix())["rows"]:
            assert f"/{path.stem}/" in f"/{file}"
            shown = internal.pages[file].xpath("//tr[@id]")
            assert rows == [[row.get("id"), lines("".join(map(str, said(row))))] for row in shown]
    assert not (public.folder / "search" / "registers").exists()
    assert not (public.folder / "search" / "units.js").exists()
    assert [SearchIndex(site.folder).value("directory")["units"] for site in (internal, public)] == [True, False]


def test_the_sections_of_units_are_there_with_their_addresses(internal: Site) -> None:
    index, there = SearchIndex(internal.folder), set[str]()
    for path in sorted((internal.folder / "search/registers").rglob("*.js")):
        found = index.value(path.relative_to(internal.folder / "search").with_suffix("").as_posix())["sections"]
        home = f"{path.parent.name}/{path.stem}/"
        assert {file for file, _ in found} == {file for file in internal.pages if file.startswith(home)}
        for file, sections in found:
            article = internal.pages[file].xpath("//article")[0]
            headings = [heading.get("id") for heading in article.xpath(".//h2[@id] | .//h3[@id] | .//h4[@id]")]
            findings = article.xpath(".//*[contains(@class, 'zb-detail')]/@id")
            assert {anchor for anchor, _, _ in sections} == {"", *headings, *findings}
            assert all(heading for _, heading, _ in sections)
            there.update(anchor for anchor, _, _ in sections)
    asked = yaml.safe_load((ROOT / "docs/search.yml").read_text(encoding="utf-8"))["单位页"]
    assert [row["节"] for row in asked if row["节"] not in there] == []
    assert index.value("units") == {row["节"]: row["问"].replace("、", " ") for row in asked}
    found = dict(index.value("registers/branches/xx-js1")["sections"])["branches/xx-js1/index.html"]
    assert next(row for row in found if row[0] == "s-2-3")[1:] == ["2.3 按期换届", "定量\n● 符合"]


def cited_as() -> dict[str, set[str]]:
    """What declared articles are cited as, by the end of their addresses."""
    documents = yaml.safe_load((ROOT / "docs/sources.yml").read_text(encoding="utf-8"))["文件"]
    return {
        f"#{document['代号']}-": {
            f"{name}{row['条']}"
            for name in (*document.get("简称", ()), document["编号"])
            for row in document["条文"]
            if "条" in row
        }
        for document in documents
        if "条文" in document
    }


def test_what_else_a_section_goes_by_is_declared_or_the_initials_of_a_name_that_its_page_shows(
    index: SearchIndex,
) -> None:
    articles = cited_as()
    words = SearchWords.model_validate(yaml.safe_load((ROOT / "docs/search.yml").read_text(encoding="utf-8")))
    asked = {word for names in words.aliases.values() for word in names.split("\n")}
    for row in index.sections:
        of_unit = re.match("(?:branches|committees)/[^/]+/", row.url)
        if of_unit:
            assert (index.folder / row.url).is_file()
            assert row.text == ""
            assert row.aliases.split("\n") == [initials(row.heading), *short_names(row.heading, words)]
        else:
            of_standard = re.fullmatch("standards/(?:.+/)?index.html", row.url)
            own = {initials(re.sub(r"^[\d.]+\s*", "", row.heading))} if of_standard else set[str]()
            for start, names in articles.items():
                own |= names if start in row.url else set()
            assert (asked | own).issuperset(filter(None, row.aliases.split("\n")))


def test_units_go_by_the_names_that_their_pages_show(edition: Site, index: SearchIndex) -> None:
    for row in index.sections:
        if re.match("(?:branches|committees)/[^/]+/", row.url):
            (title,) = edition.pages[row.url].xpath("//h1")
            assert words(title) == row.heading
