"""The whole demonstration, built once a session in both editions."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from generator.cli.options import read_settings
from generator.products import site as builder

ROOT = Path(__file__).parents[2]


@dataclass
class Site:
    """A finished edition and its parsed pages, by path."""

    folder: Path
    pages: dict[str, HtmlElement] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path) -> Site:
        files = sorted(folder.rglob("*.html"))
        return cls(folder, {str(path.relative_to(folder)): lxml.html.parse(str(path)).getroot() for path in files})


def _built(folder: Path, audience: str) -> Site:
    config = ROOT / "mkdocs.yml"
    builder.build(config, read_settings(config, {"audience": audience}), folder, strict=True)
    return Site.open(folder)


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _built(tmp_path_factory.mktemp("public") / "site", "public")


@pytest.fixture(scope="session")
def internal(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _built(tmp_path_factory.mktemp("internal") / "site", "internal")


@pytest.fixture(scope="session", params=["public", "internal"])
def edition(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found
