"""Scripts in parts are published as one file without comments."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files

from generator.build.program import PACKAGE
from generator.plugin.scripts import join_scripts, without_comments

THEME = PACKAGE / "theme"


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("/* A.\n   B. */\n(function () {\n  /* C. */\n  a();\n})();\n", "(function () {a();})();"),
        ('  const a = 1; // one\n  const b = "x // y";\n', 'const a = 1;const b = "x // y";'),
        ("f({ // e\n  g, // h\n});\n", "f({g,});"),
    ],
)
def test_comments_and_indents_go(script: str, expected: str) -> None:
    assert without_comments(script) == expected


def published(folder: Path, theme: Path, **scripts: str) -> dict[str, str]:
    for name, text in scripts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    files = Files([File(f"{name}.js", str(folder), "", use_directory_urls=True) for name in scripts])
    join_scripts(files, str(theme))
    return {file.src_uri: file.content_string for file in files}


def test_parts_take_the_place_of_their_names_in_order(tmp_path: Path) -> None:
    parts = {
        "all": '/* @part "b.js" */\n/* @part "a.js" */\n',
        "a": "/* A. */\na();\n",
        "b": "b();\n",
        "c": "/* C. */\n",
    }
    assert published(tmp_path, tmp_path, **parts) == {"all.js": "b();a();", "c.js": "/* C. */\n"}


def test_a_script_of_the_handbook_is_not_touched(tmp_path: Path) -> None:
    own = {"all": '/* @part "a.js" */\n', "a": "a();\n"}
    assert published(tmp_path, tmp_path / "theme", **own) == {"all.js": '/* @part "a.js" */\n', "a.js": "a();\n"}


def test_a_part_that_is_missing_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"all\.js names a\.js"):
        published(tmp_path, tmp_path, all='/* @part "a.js" */\n')


def test_the_search_is_one_script() -> None:
    paths = sorted((THEME / "assets/zhibu/search").glob("*.js"))
    files = Files([File(path.relative_to(THEME).as_posix(), str(THEME), "", use_directory_urls=True) for path in paths])
    join_scripts(files, str(THEME))
    (opened, page, joined) = files
    assert (opened.name, page.name, joined.name) == ("open", "page", "search")
    assert "/*" not in joined.content_string.replace("/*/", "")
    assert "class Whole" in page.content_string
    assert all(name in joined.content_string for name in ("search.readQuery", "search.ask", "search.box"))
