"""click speaks Chinese: its words are all translated, and nothing English is left in help and misuse."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.cli.terminal.wording import WORDS
from tests.contracts import reference

FOR_PROGRAMMERS = re.compile(
    r"declar|No options defined|defined twice|same flag|Invalid start|Unknown|Editing failed|Windows error"
)
"""Complaints about how a command was programmed, and about an editor and colours that we do not use."""

COMMANDS = [words.split()[1:] for words, _ in reference.commands()]


def click_words() -> Iterator[str]:
    """Every text that click hands to gettext."""
    for path in Path(click.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}:
                yield from (
                    str(each.value) for each in call.args if isinstance(each, ast.Constant) and each.value != "d"
                )


def test_every_word_of_click_is_translated() -> None:
    words = {str(word) for word in click_words()}
    assert len(words) > 60
    assert {word for word in words - set(WORDS) if not FOR_PROGRAMMERS.search(word)} == set()


@pytest.mark.parametrize(("theirs", "ours"), WORDS.items(), ids=list(WORDS))
def test_a_translation_takes_the_same_values(theirs: str, ours: str) -> None:
    asked = set(re.findall(r"\{(\w+)", theirs))
    assert set(re.findall(r"\{(\w+)", ours)) <= asked
    assert re.search(r"[\u4e00-\u9fff]|%\(", ours)


def english(text: str) -> list[str]:
    """Sentences of English: two words of letters with a space between them, outside calls of ours."""
    lines = [line for line in text.splitlines() if "zhibu " not in line]
    return [found for line in lines for found in re.findall(r"\b[A-Za-z]{2,} [a-z]{2,}\b", line)]


@pytest.mark.parametrize("words", [[], ["pdf"], ["import"], *COMMANDS], ids=" ".join)
def test_help_is_chinese(words: list[str]) -> None:
    done = CliRunner().invoke(cli, [*words, "--help"], prog_name="zhibu")
    assert done.exit_code == 0
    assert done.stdout.startswith("用法：zhibu")
    assert english(done.stdout) == []
    assert not re.search(r"\b(?:FILE|DIRECTORY|PATH|TEXT|INTEGER|RANGE|OPTIONS|COMMAND)\b", done.stdout)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "用法：zhibu [选项] 命令"),
        ("biuld", "错误：没有命令 biuld。"),
        ("biuld", "用法和例子见 zhibu --help"),
        ("build --stict", "错误：没有选项 --stict。 是否想写 '--strict'？"),
        ("build --jobs", "错误：选项 --jobs 后面要写一个值。"),
        ("build --jobs x", "错误：'--jobs' 写得不对：“x”不是数。"),
        ("build --jobs 0", "错误：'--jobs' 写得不对：0 超出了范围 x>=1。"),
        ("build --strict=1", "错误：选项 --strict 后面不写值。"),
        ("build --audience all", "“all”不在可选的值里。可选：'public', 'internal', 'restricted'。"),
        ("build more", "错误：多写了一个参数：more。"),
        ("check --config none.yml", "没有这个文件：none.yml。请核对路径。"),
        ("pdf branch", "错误：写支部编号，或者用 --all，两样写一样。"),
        ("letters", "错误：没有写 '--committee'。"),
        ("import document a.txt", "错误：没有写 '--as'。可选："),
    ],
)
def test_misuse_is_told_in_chinese(words: str, said: str) -> None:
    done = CliRunner().invoke(cli, words.split(), prog_name="zhibu")
    assert done.exit_code == 2
    assert said in done.stderr
    assert english(done.stderr) == []


def test_the_version() -> None:
    assert re.fullmatch(r"zhibu [\d.]+ 版\n", CliRunner().invoke(cli, ["--version"]).stdout)
