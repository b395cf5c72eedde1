"""What a code, a check, a reading or a standard means: what `zhibu explain` says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from generator.errors import ConfigurationError
from generator.evaluate.checks import CHECKS, parameter_models
from generator.load.standards import load_standards
from generator.model.nearest import nearest
from generator.model.placeholders import Value
from generator.model.problem_codes import CODES
from generator.model.standard import Standard

_SECTION = re.compile(r"^### (\w+) ([^\n]+?) \{#\w+\}\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_YEAR = re.compile(r"\[\[year([+-]\d+)?\]\]")
_WORDS = {Value.PLAN: "方案", Value.THEME_DAY: "每月固定的主题党日", Value.INSTITUTION: "本校"}
"""What stands for a value that only a site has."""

_MARKUP = re.compile(r"\*\*|`(?!``)|</?\w+[^>]*>")


@dataclass(frozen=True)
class Explanations:
    """All that can be explained in the project whose handbook is in `docs`; `year` stands where its pages show one."""

    docs: Path
    year: int

    def of(self, word: str) -> str:
        """What the word means, a paragraph or several; raises ConfigurationError with the nearest that there is."""
        found = self._known.get(_plain(word))
        if found is None:
            near = nearest(word, [*self._known])
            hint = f"是否想写 {near}？" if near else "可以写编号（R104）、口径（A2）、标准（3.1）或检查方式（频次）。"
            raise ConfigurationError(f"没有“{word}”可以解释。{hint}")
        return "\n".join(found())

    @cached_property
    def _known(self) -> dict[str, Callable[[], Iterator[str]]]:
        known: dict[str, Callable[[], Iterator[str]]] = {code: partial(self._code, code) for code in CODES}
        known |= {name: partial(_check, name) for name in CHECKS}
        known |= {id: partial(self._reading, id) for id in self._readings}
        for row in self._standards:
            known |= dict.fromkeys((row.id, *(line.id for line in row.criteria)), partial(_standard, row))
        return known

    def _code(self, code: str) -> Iterator[str]:
        told = CODES[code]
        yield f"{code} {told.title}（{told.severity.value}）"
        yield f"{told.explanation}。"
        pages = self._sections("problems.md")
        if code in pages:
            yield from _prose(pages[code][1].partition("\n\n")[2], self.year)

    def _reading(self, id: str) -> Iterator[str]:
        title, text = self._readings[id]
        yield f"{id} {title}"
        yield from _prose(text, self.year)

    @cached_property
    def _readings(self) -> dict[str, tuple[str, str]]:
        return self._sections("readings.md")

    @cached_property
    def _standards(self) -> tuple[Standard, ...]:
        sets, _ = load_standards(self.docs, self.docs.parent, parameter_models())
        return sets[0].standards if sets else ()

    def _sections(self, page: str) -> dict[str, tuple[str, str]]:
        """The sections of a page by their ids, with title and text; none where the handbook has no such page."""
        try:
            text = (self.docs / page).read_text(encoding="utf-8")
        except (OSError, UnicodeError):
            return {}
        return {id: (title, body) for id, title, body in _SECTION.findall(text)}


def _check(name: str) -> Iterator[str]:
    check = CHECKS[name]
    yield f"检查方式“{name}”"
    yield f"可能的结论：{'、'.join(check.verdicts)}。参数："
    for field in (field for name, field in check.parameters.model_fields.items() if name != "source"):
        need = "必写" if field.is_required() else "可不写"
        yield f"  {field.alias}（{need}）{f'：{field.description}' if field.description else ''}"


def _standard(row: Standard) -> Iterator[str]:
    yield f"标准 {row.id} {row.name}（{row.aspect}，{row.category.value}）"
    for line in row.criteria:
        readings = f"，口径 {'、'.join(line.readings)}" if line.readings else ""
        yield f"  {line.id} {line.text}（{line.duty.value}；检查：{line.check}{readings}）"


def _prose(markdown: str, year: int) -> Iterator[str]:
    """The text of a section as a terminal shows it: blocks of code indented, links as their words."""
    code = False
    text = _YEAR.sub(lambda match: str(year + int(match[1] or 0)), markdown.strip())
    for value, word in _WORDS.items():
        text = text.replace(f"[[{value}]]", word)
    for line in text.splitlines():
        if line.startswith("```"):
            code = not code
        else:
            yield f"    {line}" if code else _MARKUP.sub("", _LINK.sub(r"\1", line))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().upper().strip("[]")
