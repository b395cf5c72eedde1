from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ConfigurationError
from generator.load.config import load_options

USUAL = {"docs_dir": "docs", "site_dir": "site", "site_url": ""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("site_name: 甲\n", {}),
        ("plugins:\n  - search\n  - zhibu\n", {}),
        ("plugins:\n  - zhibu: {as_of: 2019-11-25, year: 2019}\n", {"as_of": "2019-11-25", "year": "2019"}),
        ("plugins:\n  zhibu:\n    pdf: [handbook]\n  search: {}\n", {"pdf": ["handbook"]}),
        (
            "docs_dir: 文档\nsite_dir: out\nsite_url: https://example.org/\n",
            {"docs_dir": "文档", "site_dir": "out", "site_url": "https://example.org/"},
        ),
        ("site_url: !ENV [SITE_URL, 'https://example.org/']\n", {"site_url": "https://example.org/"}),
        ("site_dir: !ENV SITE_DIR\n", {}),
        ("markdown_extensions:\n  - x: {f: !!python/name:os.system }\nplugins: [zhibu]\n", {}),
        ("x: &x {audience: internal}\nplugins:\n  - zhibu: *x\n", {"audience": "internal"}),
        (
            "plugins:\n  - zhibu: {fonts: {body: Noto, extra: [a, b]}}\n",
            {"fonts": {"body": "Noto", "extra": ["a", "b"]}},
        ),
    ],
)
def test_our_part_is_read_as_text(write: Callable[[str, str | bytes], Path], text: str, expected: Any) -> None:
    assert load_options(write("mkdocs.yml", text)) == USUAL | expected


@pytest.mark.parametrize(
    ("content", "told"), [("a: [\n", "第 2 行"), (b"a: \xb5\xda\n", "不是 UTF-8"), ("a: b: c\n", "第 1 行")]
)
def test_a_broken_configuration_is_an_exception(
    write: Callable[[str, str | bytes], Path], content: Any, told: str
) -> None:
    with pytest.raises(ConfigurationError, match=told):
        load_options(write("mkdocs.yml", content))


def test_a_missing_configuration_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml"):
        load_options(tmp_path / "mkdocs.yml")
