"""Every recipe of CONTRIBUTING.md is followed, one after the other in one copy of the repository, which is then built."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contracts.recipes import Block, copied, recipes, run, write

RECIPES = recipes()
NAMES = [
    "Add or change a standard",
    "Add a set of standards",
    "Add a check",
    "Add a record kind",
    "Add a page",
    "Add an output format",
    "Add a command",
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("recipes"))


@pytest.fixture(scope="module")
def followed(copy: Path) -> Path:
    for blocks in RECIPES.values():
        for block in blocks:
            if block.path:
                write(block, copy)
    return copy


def test_there_is_a_recipe_for_everything_that_is_added() -> None:
    assert list(RECIPES) == NAMES


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_works(followed: Path, name: str) -> None:
    for block in RECIPES[name]:
        for line in block.text.splitlines() if block.language == "sh" else ():
            done = run(line, followed)
            assert done.returncode == 0, f"{line}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"


def test_everything_together_is_built(followed: Path) -> None:
    done = run("zhibu build --strict --audience internal --scope branch:xx-js1", followed)
    assert done.returncode == 0, done.stderr
    site = followed / "site-internal"
    assert "专题学习" in (site / "standards/3-9/index.html").read_text(encoding="utf-8")
    assert "活动地点" in (site / "branches/xx-js1/places/index.html").read_text(encoding="utf-8")
    assert "3.9,专题学习" in (site / "downloads/standards.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("block", [Block("diff", "a.md", "-x\n+y\n"), Block("diff", "a.md", " a\n-b\n")])
def test_a_change_that_finds_nothing_to_change_fails(tmp_path: Path, block: Block) -> None:
    (tmp_path / "a.md").write_text("a\nb\na\nb\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="times"):
        write(block, tmp_path)
