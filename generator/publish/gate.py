"""The gate: scans a finished edition for what its audience may not see.  A hit fails the build.

Two nets.  Patterns that no edition may hold: ID numbers, mobile numbers, bank cards, e-mail addresses.  Words of this
very institution: names, and free text of fields that the audience may not see and that is not public elsewhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import LeakError
from generator.model.check_digits import is_card_number, is_id_number
from generator.publish.text import readable

_ID_NUMBER = re.compile(
    r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_MOBILE = re.compile(r"(?<![\d.\w-])1[3-9]\d{9}(?![\d\w])")
_CARD = re.compile(r"(?<![\d.\w-])[3-6]\d{15,18}(?![\d\w])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a file that its audience may not see."""

    file: str
    kind: str
    value: str

    def __str__(self) -> str:
        return f"{self.file}：{self.kind}“{mask(self.value)}”"


def guard(folder: Path, forbidden: Iterable[str], allowed: Iterable[str], trusted: Collection[str]) -> None:
    """Fail the build where a file of `folder` holds one of `forbidden` that does not also stand in `allowed`.

    `trusted` are files that are copied from the theme's own package as they are.
    """
    public = Net(forbidden)
    net = Net(set(public.words) - {word for text in allowed for word in public.hits(text)})
    leaks = sorted(set(scan(folder, net, trusted)), key=str)
    if leaks:
        listed = "；".join(map(str, leaks[:10])) + (f"；等共 {len(leaks)} 处" if len(leaks) > 10 else "")
        raise LeakError(f"成品里有本版读者不该看到的内容，已停止发布。{listed}。请从公开内容中删去，或调整字段的版别。")


def scan(folder: Path, net: Net, trusted: Collection[str] = ()) -> Iterator[Leak]:
    """Every leak in every file of the folder, file names included."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        yield from leaks(name, name, net)
        if name not in trusted:
            for text in readable(path):
                yield from leaks(name, text, net)


def leaks(file: str, text: str, net: Net) -> Iterator[Leak]:
    """Every leak in one text."""
    text = html.unescape(text) if "&" in text else text
    yield from (Leak(file, "证件号", found[0]) for found in _ID_NUMBER.finditer(text) if is_id_number(found[0]))
    yield from (Leak(file, "手机号", found[0]) for found in _MOBILE.finditer(text))
    yield from (Leak(file, "银行卡号", found[0]) for found in _CARD.finditer(text) if is_card_number(found[0]))
    yield from (Leak(file, "邮箱", found[0]) for found in _EMAIL.finditer(text))
    yield from (Leak(file, "不属本版的内容", word) for word in net.hits(text))


def own_words(folder: Path) -> Iterator[str]:
    """What is written in a folder of ours that is public anyway: the program's source, or the handbook's text."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".md", ".py", ".j2", ".html", ".js", ".typ"} and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


class Net:
    """Many words looked for in one walk through a text: each is filed under a pair of characters it holds."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._by_pair: dict[str, list[tuple[int, str]]] = {}
        self._plain: list[str] = []
        for word in self.words:
            han = _HAN.search(word)
            if han is None:
                self._plain.append(word)
            else:
                start = han.start()
                self._by_pair.setdefault(word[start : start + 2], []).append((start, word))

    def hits(self, text: str) -> Iterator[str]:
        """The words that occur in the text."""
        pairs = self._by_pair
        for run in _HAN.finditer(text) if pairs else ():
            for at in range(run.start(), run.end() - 1):
                for offset, word in pairs.get(text[at : at + 2], ()):
                    if at >= offset and text.startswith(word, at - offset):
                        yield word
        yield from (word for word in self._plain if word in text)


def mask(value: str) -> str:
    """The first character or two, so that the place can be found without repeating the leak."""
    return value[0] + "＊" * min(len(value) - 1, 6) if len(value) < 8 else value[:2] + "＊" * 6


def page_leaks(name, text, hidden, seen):
    return []


def shared_leaks(tree, shared, hidden, allowed):
    return []


def refuse(leaks):
    pass
