"""Fields of a Word file: which results are words of the document, and which Word makes anew when it likes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.number_formats import number_format
from generator.model.transcript import Reason

_LEFT_OUT = {
    "TOC": Reason.CONTENTS,
    "TOA": Reason.CONTENTS,
    "INDEX": Reason.CONTENTS,
    "PAGE": Reason.PAGE,
    "PAGEREF": Reason.PAGE,
    "NUMPAGES": Reason.PAGE,
    "SECTIONPAGES": Reason.PAGE,
    "DATE": Reason.DATE,
    "TIME": Reason.DATE,
    "SAVEDATE": Reason.DATE,
    "PRINTDATE": Reason.DATE,
}
"""Fields whose results are no words of the document (ECMA-376 17.16.5)."""

_COMPUTED = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"})
"""Fields that Word displays without storing a result."""

_INSTRUCTION_LENGTH = 2_000
_RING = re.compile(
    r"\\o(?:\\a[clr])?\s*[（(]\s*[○〇◯Oo]\s*[,，;；]\s*(?:\\s\\[a-z]+\d*\s*[（(]\s*)?(\d{1,2})\s*[)）]", re.IGNORECASE
)
_FRACTION = re.compile(r"\\f\s*[（(]([^()（）\\,，;；]*)[,，;；]([^()（）\\]*)[)）]", re.IGNORECASE)
_APART = re.compile(r"[,，;；]")


@dataclass(slots=True)
class WordField:
    """An open field."""

    instruction: str = ""
    separated: bool = False
    """Whether its instruction is over and its result has begun."""

    locked: bool = False
    """Whether Word may not update it: then the result stays what the writer saw."""

    shown: bool = False
    """Whether any result was met."""

    form: str | None = None
    """What a box to tick or a drop-down list of an old form shows."""

    @property
    def kind(self) -> str:
        """The first word of its instruction."""
        return (self.instruction.split(maxsplit=1) or [""])[0].upper()

    @property
    def reason(self) -> Reason | None:
        """Why its result is left out; None where it is words."""
        reason = _LEFT_OUT.get(self.kind)
        return None if reason is Reason.DATE and self.locked else reason


class WordFields:
    """The fields that are open at a place of the text, from the outermost to the innermost."""

    def __init__(self) -> None:
        self._open: list[tuple[WordField, Reason | None, bool]] = []
        self.reason: Reason | None = None
        """Why what is read now is left out."""

        self.is_instruction = False
        """Whether what is read now belongs to an instruction, not to the text."""

        self.is_entry = False
        """Whether the number of a heading's page was met: the line is an entry of a table of contents."""

    def begin(self, field: WordField) -> None:
        """A field begins, with its instruction."""
        self._open.append((field, self.reason, self.is_instruction))
        self.is_instruction = True

    def instruct(self, words: str) -> None:
        """Part of the instruction of the innermost field."""
        field = self._open[-1][0] if self._open else None
        if field is not None and not field.separated and len(field.instruction) < _INSTRUCTION_LENGTH:
            field.instruction = (field.instruction + words)[:_INSTRUCTION_LENGTH]

    def separate(self) -> None:
        """The innermost field's instruction is over, and its result begins."""
        if not self._open or self._open[-1][0].separated:
            return
        field, reason, self.is_instruction = self._open[-1]
        field.separated = True
        self.reason = reason or field.reason
        self.is_entry |= field.kind == "PAGEREF" and "_Toc" in field.instruction

    def result(self) -> None:
        """Something of the result of the innermost field was met."""
        if self._open:
            self._open[-1][0].shown = True

    def end(self) -> WordField | None:
        """The innermost field, which ends here; None without one."""
        if not self._open:
            return None
        field, self.reason, self.is_instruction = self._open.pop()
        return field


def displayed(field: WordField) -> tuple[str | None, Reason | None]:
    """What Word displays for a field without a stored result, and why it is left out where that cannot be told."""
    if field.shown:
        return None, None
    if field.form is not None:
        return field.form, None
    rest = field.instruction.strip()[len(field.kind) :].strip()
    if field.kind == "EQ":
        words = _equation(rest)
        return words, Reason.FIELD if words is None else None
    if field.kind in {"MACROBUTTON", "GOTOBUTTON"}:
        return rest.partition(" ")[2].strip(), None
    return None, field.reason or (Reason.FIELD if field.kind in _COMPUTED else None)


def _equation(rest: str) -> str | None:
    """An EQ field as text: numbers in circles, the base of a reading, a fraction; None of others."""
    found = _RING.search(rest)
    if found:
        return number_format("decimalEnclosedCircle")(int(found[1]))
    found = _FRACTION.search(rest)
    if found:
        return f"{found[1].strip()}/{found[2].strip()}"
    base = _APART.split(rest)[-1].strip(" \t)）")
    return base if "\\o" in rest.lower() and base and not set(base) & set("\\(（") else None
