"""MkDocs' messages in Chinese, as the installed MkDocs says them."""

from __future__ import annotations

import logging
import socket

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs
from mkdocs.config.defaults import MkDocsConfig

from generator.prose.mkdocs_words import in_chinese
from tests.conftest import Project


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Building documentation...", "正在生成……"),
        ("Documentation built in 1.25 seconds", "生成用了 1.25 秒"),
        ("Aborted with 2 warnings in strict mode!", "严格模式下有警告，没有发布；原来的站点没有改动。"),
        (
            "Doc file 'a.md' contains a link 'b.md', but the target is not found among documentation files.",
            "docs/a.md 里的链接 b.md 指向的文件不存在。请核对。",
        ),
        (
            "Doc file 'a.md' contains a link 'b', but the target 'x/b' is not found among documentation files. Did you mean 'b.md'?",
            "docs/a.md 里的链接 b 指向的文件不存在。是否想写 b.md？",
        ),
        ("something of another plugin", "something of another plugin"),
    ],
)
def test_a_message(message: str, said: str) -> None:
    assert in_chinese(message) == said


def said_by(project: Project, *words: str) -> str:
    """What `mkdocs` itself says, run as a user does."""
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)
    vars(MkDocsConfig)["plugins"].plugin_cache.clear()  # as in a process of its own
    try:
        done = CliRunner().invoke(mkdocs, [*words, "--config-file", str(project.config)])
    finally:
        logger.handlers[:] = before
        logger.propagate = True
    return f"{done.exit_code}\n{done.output}"


def english(text: str) -> list[str]:
    """Lines without a Chinese word, paths apart."""
    return [
        line
        for line in text.splitlines()[1:]
        if line.strip() and not any("\u4e00" <= each <= "\u9fff" for each in line)
    ]


def add(project: Project, name: str, text: str) -> None:
    path = project.root / name
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_build_of_mkdocs_itself(project: Project) -> None:
    said = said_by(project, "build")
    assert said.startswith("0\n")
    assert "生成用了" in said
    assert english(said) == []


@pytest.mark.parametrize(
    ("name", "text", "words", "code"),
    [
        ("docs/index.md", "\n[甲](none.md)\n", "docs/index.md 里的链接 none.md 指向的文件不存在。请核对。", 1),
        ("docs/index.md", "\n[甲](standards/3-1)\n", "看不出指向哪个文件", 1),
        ("docs/index.md", "\n[甲](/standards/)\n", "以 / 开头", 0),
        ("docs/index.md", "\n[甲](standards/3-1.md#none)\n", "那一页没有这个位置", 1),
        ("docs/index.md", "\n[甲](#none)\n", "指向的位置这一页没有", 1),
        ("mkdocs.yml", "  - 乙: none.md\n", "nav 里写了 none.md，docs 里没有这个文件", 1),
        ("mkdocs.yml", "site_nmae: 手册\n", "没有叫 site_nmae 的设置", 1),
    ],
)
def test_a_mistake_is_told_in_chinese_and_strict_goes_by_it(
    project: Project, name: str, text: str, words: str, code: int
) -> None:
    add(project, name, text)
    said = said_by(project, "build", "--strict")
    assert said[0] == str(code)
    assert words in said
    assert [line for line in english(said) if not line.startswith("Aborted with 1 configuration warnings")] == []


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("[handbok]", "设置 pdf 有问题：没有“handbok”这种 PDF。可写的有 handbook、"),
        ("[3]", "设置 pdf 写成了别的类型"),
        ("handbook", "设置 pdf 要写成列表"),
    ],
)
def test_a_pdf_that_there_is_not(project: Project, asked: str, words: str) -> None:
    project.plugins(f"{{zhibu: {{as_of: 2019-11-25, pdf: {asked}}}}}")
    said = said_by(project, "build")
    assert said.startswith("1\n")
    assert words in said
    assert [line for line in english(said) if not line.startswith("Aborted with")] == []


def test_a_port_that_is_taken(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = said_by(project, "serve", "-a", f"127.0.0.1:{port}")
    assert said.startswith("1\n")
    assert f"端口 {port} 被别的程序占着。请换一个：mkdocs serve -a 127.0.0.1:{port + 1}" in said
