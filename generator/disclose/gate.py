"""The gate: scans a finished edition for what its audience may not see.  A hit fails the build.

Two nets.  Patterns that no edition may hold: ID numbers, mobile numbers, bank cards, e-mail addresses.  Words of this
very institution: names, and free text of fields that the audience may not see and that is not public elsewhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.disclose.searched_texts import SearchedTexts, read_through, stands_in, suspected
from generator.disclose.text import UnreadableError, readable
from generator.errors import LeakError
from generator.model.check_digits import is_card_number, is_id_number

_ID_NUMBER = re.compile(
    r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_MOBILE = re.compile(r"(?<![\dA-Za-z_.-])1[3-9]\d{9}(?![\dA-Za-z_])")
_CARD = re.compile(r"(?<![\dA-Za-z_.-])[3-6]\d{15,18}(?![\dA-Za-z_])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_RUN = b"0" * 11
"""A mobile number is the shortest number that is looked for: without so many digits in a row there is none."""

_DIGIT_RUN = re.compile(r"\d{11}").search
_DIGITS = bytes(48 if chr(byte).isascii() and chr(byte).isdigit() else 32 for byte in range(256))
_ENTITY = re.compile(rb"&(?:#|commat)").search
_WIDE_DIGIT = re.compile(rb"\xef\xbc[\x90-\x99]").search
"""What else calls for a closer look: an entity, a full-width digit; several quick looks, not one slow one."""

_MANY = 100
"""So many names are sooner looked for by n-grams than one by one."""

_SOME = 1_000
"""Words of which nearly all stand in a text are found in it soon: so many are needed to pay for its n-grams."""

_TOGETHER = 500
"""So many allowed texts are looked through at a time: short ones of records come first, whole files last."""

NAME = "不属本版的姓名"
"""The kind of a leak that is a person's name: shown elsewhere or not, it takes that person's consent."""

_FAMILIAR = 2
"""A name of so many characters may be a word of every day (任期, 方案): in running text it proves nothing."""

_UNREAD = "读不出内容"

_HINTS = {
    NAME: "确要写姓名的，先取得本人单独同意，再写进“姓名同意”；只是字面相同的，请换个说法。",
    _UNREAD: "读不出内容的请换成 .docx、.xlsx、.pdf 等，或逐个看过后写进 mkdocs.yml 的 cleared_files。",
}
"""What else can be done about a leak of that kind."""

WORD = "不属本版的内容"
"""The kind of a leak that is one of this institution's own words."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a file that its audience may not see."""

    file: str
    kind: str
    value: str

    def __str__(self) -> str:
        return f"{self.file}：{self.kind}" + (f"“{mask(self.value)}”" if self.value else "")


def page_leaks(
    file: str,
    text: str,
    data: bytes,
    hidden: Collection[str],
    shown: Callable[[], Iterable[str]],
    *,
    strict: Collection[str] = (),
) -> Iterator[Leak]:
    """What one page about one branch may hold and should not; `data` are the bytes of `text`.

    `hidden` are words of that branch; what the branch also shows (`shown`, asked for only on a hit) is no leak, but
    for the names among them in `strict`.
    """
    yield from pattern_leaks(file, data)
    if hits := _shown_in(hidden, text, data):
        said = "\0".join(shown())
        yield from (Leak(file, NAME, word) for word in hits if word in strict)
        yield from (Leak(file, WORD, word) for word in hits if word not in said and word not in strict)


def _shown_in(words: Collection[str], page: str, data: bytes) -> list[str]:
    """Those of the words that a page holds as it is written, or as it is read."""
    found = suspected(words, data)
    unwritten = {word for word in found if not stands_in(word, page)}
    read = read_through(page) if unwritten else ""  # dear, and next to never asked for
    return [word for word in found if word not in unwritten or stands_in(word, read)]


def shared_leaks(
    tree: Path,
    files: Iterable[str],
    hidden: Iterable[str],
    cleared: Collection[str] = (),
    allowed: Callable[[], Iterable[str]] = tuple,
) -> Iterator[Leak]:
    """What files that rest on more than one branch may hold and should not; `hidden` are words of all branches.

    What this audience may read elsewhere (`allowed`, asked for only on a hit) is no leak.  What cannot be read is one, but
    for the files that somebody has looked through (`cleared`).  Pages are read with their tags and without those that
    stand within words.
    """
    finished = _ReadFiles(tree, files)
    look = SearchedTexts(finished)
    yield from (Leak(name, f"{_UNREAD}，{error}", "") for name, error in finished.failed.items() if name not in cleared)
    personal = _looks_personal(look.pieces())
    words = _not_allowed(dict.fromkeys(look.held(hidden)), allowed)
    for name, text in finished.by_name() if personal or words else ():
        yield from pattern_leaks(name, text.encode(errors="replace")) if personal else ()
        read = read_through(text) if words else ""
        yield from (Leak(name, WORD, word) for word in words if stands_in(word, text) or stands_in(word, read))


class _ReadFiles:
    """What finished files say, their names included: read anew each time, for together it may not fit into memory.

    `failed` tells why one of them could not be read to its end.
    """

    def __init__(self, tree: Path, files: Iterable[str]) -> None:
        self.tree = tree
        self.files = tuple(files)
        self.failed: dict[str, UnreadableError] = {}

    def __iter__(self) -> Iterator[str]:
        """The texts with their tags, and as they are read where these stand within words."""
        for _, text in self.by_name():
            yield text
            if read := read_through(text):
                yield read

    def by_name(self) -> Iterator[tuple[str, str]]:
        """The texts of each file with its name."""
        for name in self.files:
            yield name, name
            try:
                for text in readable(self.tree / name):
                    yield name, html.unescape(text) if "&" in text else text
            except UnreadableError as error:
                self.failed[name] = error


def _not_allowed(words: Collection[str], allowed: Callable[[], Iterable[str]]) -> list[str]:
    """Those of the words that stand in none of the texts that are allowed, of which no more are asked for than it takes."""
    if not words:
        return []
    if len(words) > _SOME:
        held = set(SearchedTexts(list(allowed())).held(words))
        return [word for word in words if word not in held]
    left, texts = list(words), iter(allowed())
    while left and (some := list(islice(texts, _TOGETHER))):
        said = "\0".join(some)
        left = [word for word in left if not stands_in(word, said)]
    return left


def name_leaks(texts: Iterable[tuple[str, str]], names: Iterable[str], consents: Collection[str]) -> Iterator[Leak]:
    """Names in texts that people wrote to be read (with the file of each), without the consent of who bears them."""
    rows, asked = list(texts), dict.fromkeys(names)
    many = len(asked) > _MANY
    for name in filter(SearchedTexts([text for _, text in rows]).holds, asked) if many else asked:
        if name not in consents:
            yield from (Leak(file, NAME, name) for file, text in rows if name in text)


def telling(names: Iterable[str]) -> Iterator[str]:
    """Names that are nothing but names: of three characters and more."""
    return (name for name in names if len(name) > _FAMILIAR)


def guard(folder: Path, hidden: Iterable[str], allowed: Callable[[], Iterable[str]]) -> None:
    """Fail where a file of `folder` holds one of `hidden` that does not also stand in what is `allowed`."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    refuse(shared_leaks(folder, files, hidden, allowed=allowed), allowed)


def refuse(leaks: Iterable[Leak], allowed: Callable[[], Iterable[str]]) -> None:
    """Fail the build where there is a leak; words that this audience may read elsewhere are none."""
    found = sorted(set(leaks), key=str)
    words = dict.fromkeys(leak.value for leak in found if leak.kind == WORD)
    refused = set(_not_allowed(words, allowed))
    found = [leak for leak in found if leak.kind != WORD or leak.value in refused]
    if found:
        listed = "；".join(map(str, found[:10])) + (f"；等共 {len(found)} 处" if len(found) > 10 else "")
        hints = "".join(hint for kind, hint in _HINTS.items() if any(leak.kind.startswith(kind) for leak in found))
        raise LeakError(
            f"成品里有本版读者不该看到的内容，已停止发布。{listed}。请从公开内容中删去，或调整字段的版别。{hints}"
        )


def pattern_leaks(file: str, data: bytes) -> Iterator[Leak]:
    """Numbers and addresses that no edition may hold, whoever they belong to."""
    if not (b"@" in data or _RUN in data.translate(_DIGITS) or (b"&" in data and _ENTITY(data)) or _WIDE_DIGIT(data)):
        return
    text = html.unescape(data.decode(errors="replace"))
    yield from (Leak(file, "证件号", found[0]) for found in _ID_NUMBER.finditer(text) if is_id_number(found[0]))
    yield from (Leak(file, "手机号", found[0]) for found in _MOBILE.finditer(text))
    yield from (Leak(file, "银行卡号", found[0]) for found in _CARD.finditer(text) if is_card_number(found[0]))
    yield from (Leak(file, "邮箱", found[0]) for found in _EMAIL.finditer(text))


def _looks_personal(pieces: Iterable[str]) -> bool:
    """Whether one of the pieces of texts holds such a number or address: next to none has what these are made of."""
    telling = (text for text in pieces if "@" in text or "&" in text or _DIGIT_RUN(text))
    return any(pattern_leaks("", "\n".join(telling).encode(errors="replace")))


def own_words(folder: Path, without: Collection[Path] = ()) -> Iterator[str]:
    """What is written in a folder of ours that is public anyway: the program's source, or the handbook's text."""
    for path in sorted(folder.rglob("*")):
        if path not in without and path.suffix in {".md", ".py", ".j2", ".html", ".js", ".typ"} and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


def mask(value: str) -> str:
    """The first character or two, so that the place can be found without repeating the leak."""
    return value[0] + "＊" * min(len(value) - 1, 6) if len(value) < 8 else value[:2] + "＊" * 6
