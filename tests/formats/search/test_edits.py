"""An edited site gives the very files that a site made from nothing would."""

from __future__ import annotations

import random
from functools import partial
from typing import Any

from generator.formats.search.pages import SearchedPage, SearchedSite
from generator.formats.search.shards import edited_files, file_names, search_files, value_in
from generator.prose.sections import PageSection

LETTERS = "党费支部大会书记一二三ab1，。\n "


def site(chosen: random.Random) -> SearchedSite:
    def text(longest: int) -> str:
        return "".join(chosen.choices(LETTERS, k=chosen.randint(0, longest)))

    def page(path: str, sections: int) -> SearchedPage:
        rows = tuple(PageSection(f"s{at}" if at else "", text(6), text(60)) for at in range(sections))
        return SearchedPage(path, rows, {"s1": text(4)}, tools=path == "help/x/")

    return SearchedSite.of([page("help/x/", 2), page("help/a/", 3), page("standards/3-1/", 4), page("readings/", 1)])


def edited(before: SearchedSite, chosen: random.Random) -> SearchedSite:
    """One section says something else, and one page goes by another name."""
    pages = list(before.pages)
    at = chosen.randrange(len(pages))
    rows = list(pages[at].sections)
    part = chosen.randrange(len(rows))
    rows[part] = rows[part]._replace(text=rows[part].text[3:] + "委员", heading=rows[part].heading + "会")
    pages[at] = pages[at]._replace(sections=tuple(rows), aliases={"": "dz"})
    return SearchedSite.of(pages)


def _read(files: dict[str, bytes], folder: str, at: int) -> Any:
    return value_in(files[f"search/{folder}/{at}.js"].decode())


def test_the_files_that_change_become_those_of_a_site_made_from_nothing() -> None:
    for seed in range(60):
        chosen = random.Random(seed)
        before = site(chosen)
        after = edited(before, chosen)
        standing = dict(search_files(before))
        changed = edited_files(after, before, partial(_read, standing))
        if changed is not None:  # else its texts are so much longer that there are more files
            assert {**standing, **dict(changed)} == dict(search_files(after)), seed


def test_nothing_is_written_but_the_directory_where_nothing_changed() -> None:
    before = site(random.Random(1))
    changed = edited_files(before, before, lambda _folder, _at: "")
    assert changed is not None
    assert [name for name, _ in changed] == ["search/directory.js"]


def test_a_section_more_makes_all_anew() -> None:
    before = site(random.Random(1))
    page = before.pages[0]
    after = SearchedSite.of([page._replace(sections=(*page.sections, page.sections[0])), *before.pages[1:]])
    assert edited_files(after, before, lambda _folder, _at: "") is None


def test_the_files_are_those_that_are_named() -> None:
    made = site(random.Random(2))
    assert [name for name, _ in search_files(made)] == list(file_names(made))


def test_the_better_kind_of_page_comes_first_and_tools_last() -> None:
    paths = [page.path for page in site(random.Random(3)).pages]
    assert paths == ["standards/3-1/", "readings/", "help/a/", "help/x/"]
