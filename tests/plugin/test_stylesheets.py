"""Stylesheets are written in parts and published whole, one request each."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files

from generator.build.program import PACKAGE
from generator.plugin.stylesheets import inline_imports

THEME = PACKAGE / "theme"


def theme(folder: Path, **sheets: str) -> Files:
    files = []
    for name, text in sheets.items():
        path = folder / f"{name.replace('_', '/')}.css"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        files.append(File(path.relative_to(folder).as_posix(), str(folder), "", use_directory_urls=True))
    return Files(files)


def published(files: Files) -> dict[str, str]:
    return {file.src_uri: file.content_string for file in files}


def test_parts_take_the_place_of_their_imports_in_order(tmp_path: Path) -> None:
    files = theme(
        tmp_path,
        all='/* head */\n\n@import "all/b.css";\n@import "all/a.css";\n\nu {}\n',
        all_a="i {}\n",
        all_b="b {}\n",
        other="p {}\n",
    )
    inline_imports(files, str(tmp_path))
    assert published(files) == {"all.css": "/* head */\n\nb {}\n\ni {}\n\nu {}\n", "other.css": "p {}\n"}


def test_a_stylesheet_of_the_handbook_is_not_touched(tmp_path: Path) -> None:
    files = theme(tmp_path / "docs", own='@import "own/a.css";\n', own_a="i {}\n")
    inline_imports(files, str(tmp_path / "theme"))
    assert published(files) == {"own.css": '@import "own/a.css";\n', "own/a.css": "i {}\n"}


def test_a_part_that_is_missing_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"all\.css imports all/a\.css"):
        inline_imports(theme(tmp_path, all='@import "all/a.css";\n'), str(tmp_path))


def test_every_part_of_the_theme_is_imported_once() -> None:
    paths = sorted(THEME.rglob("*.css"))
    files = Files([File(path.relative_to(THEME).as_posix(), str(THEME), "", use_directory_urls=True) for path in paths])
    inline_imports(files, str(THEME))
    names = ("narrow", "note", "pages", "print", "zhibu")
    assert list(published(files)) == [f"assets/zhibu/{name}.css" for name in names]
    assert not any("@import" in text for text in published(files).values())
