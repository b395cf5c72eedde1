"""An edited site gives the very files that a site made from nothing would."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest

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
        assert becomes(before, after) in {True, None}, (
            seed
        )  # None where its texts are so much longer that there are more files


def becomes(before: SearchedSite, after: SearchedSite) -> bool | None:
    """Whether what stands and what changed are the files of the site after; None where all are made anew."""
    standing = dict(search_files(before))
    changed = edited_files(after, before, partial(_read, standing))
    if changed is None:
        return None
    made = {**standing, **dict(changed)}
    return {name: made[name] for name in file_names(after)} == dict(search_files(after))


def pages(*texts: Sequence[int]) -> SearchedSite:
    """Pages whose sections have so many pieces each."""

    def text(many: int) -> str:
        return "\n".join(f"党费第{at}段{'，支部大会' * 60}" for at in range(many))

    rows = [[PageSection(f"s{at}", f"书记{at}", text(many)) for at, many in enumerate(row)] for row in texts]
    return SearchedSite.of(SearchedPage(f"help/{at}/", tuple(row)) for at, row in enumerate(rows))


@pytest.mark.parametrize(
    ("before", "after"),
    [((2, 5), (2, 6)), ((2, 6), (2, 5)), ((1, 1), (1, 1, 1)), ((1, 2, 1), (1, 1)), ((3, 1), (4, 1)), ((2, 2), (4, 4))],
)
def test_a_page_that_says_more_leaves_the_numbers_of_the_others(before: Sequence[int], after: Sequence[int]) -> None:
    assert becomes(pages((2, 2), before, (3,), (1,)), pages((2, 2), after, (3,), (1,)))


@pytest.mark.parametrize("after", [(4, 5), (1,)])
def test_a_page_that_outgrows_its_numbers_makes_all_anew(after: Sequence[int]) -> None:
    assert becomes(pages((4, 4), (3,)), pages(after, (3,))) is None


def test_nothing_is_written_but_the_directory_where_nothing_changed() -> None:
    before = site(random.Random(1))
    changed = edited_files(before, before, lambda _folder, _at: "")
    assert changed is not None
    assert [name for name, _ in changed] == ["search/directory.js"]


def test_a_page_more_makes_all_anew() -> None:
    assert becomes(pages((2,), (3,)), pages((2,), (3,), (1,))) is None


def test_the_files_are_those_that_are_named() -> None:
    made = site(random.Random(2))
    assert [name for name, _ in search_files(made)] == list(file_names(made))


def test_the_better_kind_of_page_comes_first_and_tools_last() -> None:
    paths = [page.path for page in site(random.Random(3)).pages]
    assert paths == ["standards/3-1/", "readings/", "help/a/", "help/x/"]
