"""The inline content of Word's paragraphs: what is displayed of it, as if all changes were accepted."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element

from generator.documents.word import names
from generator.documents.word.drawings import drawing_parts
from generator.documents.word.fields import WordField, WordFields, displayed
from generator.documents.word.form_values import form_value
from generator.documents.word.formulas import linear
from generator.documents.word.open_line import OpenLine
from generator.documents.word.symbols import is_symbol_font, symbol
from generator.load.wordprocessing import W
from generator.model.transcript import Reason
from generator.model.word_style import ResolvedStyle

_PRIVATE = re.compile("[\uf000-\uf0ff]")
_SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "rubyPr",
        "rt",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "delText",
    )
)
_BREAKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PAGES = frozenset({"page", "column"})
_NOTES = {f"{W}footnoteReference": Reason.FOOTNOTE, f"{W}endnoteReference": Reason.ENDNOTE}
_DATES = frozenset(f"{W}{unit}{form}" for unit in ("day", "month", "year") for form in ("Short", "Long"))

_Act = Callable[[_Element], None]


class InlineReader:
    """Reads paragraphs in their order; fields may go on from one to the next."""

    def __init__(
        self,
        is_hidden: Callable[[ResolvedStyle, _Element | None], bool] | None,
        remark: Callable[[Reason, str], str | None],
    ) -> None:
        """`is_hidden` tells of a run's style and properties, None where nothing is; `remark` gives a note's words, once."""
        self.fields = WordFields()
        self.contents = self.placeholders = 0
        """How many tables of contents and unfilled controls the place is in."""

        self.unended: frozenset[_Element] = frozenset()
        """Beginnings of fields that have no end: they are passed over."""

        self._is_hidden, self._remark = is_hidden, remark
        self._hidden = self._in_entry = False
        self._style = ResolvedStyle()
        self._line = OpenLine()
        self._properties: _Element | None = None
        self._inline_acts, self._run_acts = self._acts_of_inlines(), self._acts_of_runs()

    def _acts_of_inlines(self) -> dict[object, _Act]:
        """What is done with the elements of a paragraph that are not simply read through."""
        return {
            names.CONTROL: self._control,
            names.SIMPLE_FIELD: self._simple_field,
            names.ALTERNATES: self._chosen,
            f"{W}hyperlink": self._link,
            **dict.fromkeys(names.REMOVED, self._removed),
        }

    def _acts_of_runs(self) -> dict[object, _Act]:
        """What is done with the elements of a run besides words."""
        return {
            f"{W}br": self._break,
            f"{W}sym": self._symbol,
            f"{W}ruby": self._ruby,
            f"{W}commentReference": self._comment,
            f"{W}pgNum": self._page_number,
            f"{W}instrText": self._instruction,
            names.FIELD_CHARACTER: self._field,
            names.ALTERNATES: self._chosen_in_run,
            **dict.fromkeys(_NOTES, self._note),
            **dict.fromkeys(_DATES, self._date),
            f"{W}drawing": self._graphic,
            f"{W}pict": self._graphic,
            f"{W}object": self._object,
        }

    @property
    def reason(self) -> Reason | None:
        """Why what is read now is left out."""
        if self.contents:
            return Reason.CONTENTS
        if self.fields.reason is not None:
            return self.fields.reason
        if self._hidden:
            return Reason.HIDDEN
        return Reason.PLACEHOLDER if self.placeholders else None

    def read(self, paragraph: _Element, style: ResolvedStyle, line: OpenLine) -> None:
        """Add a paragraph of this style to a line."""
        self._style, self._line, self._hidden = style, line, False
        self.fields.is_entry = False
        self._inline(paragraph)
        line.is_entry |= self.fields.is_entry or 0 < line.entry_words == len(line.runs)

    def _inline(self, parent: _Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == names.RUN:
                self._run(child)
            elif tag in names.FORMULAS:
                self._hidden = False
                self._say(linear(child))
            elif tag not in _SKIPPED:
                self._inline_acts.get(tag, self._inline)(child)

    def _control(self, control: _Element) -> None:
        unfilled, contents = names.is_placeholder(control), names.is_contents(control)
        self.placeholders += unfilled
        self.contents += contents
        for each in control.iterchildren(names.CONTROL_CONTENT):
            self._inline(each)
        self.placeholders -= unfilled
        self.contents -= contents

    def _simple_field(self, element: _Element) -> None:
        self._begin(element)
        self.fields.instruct(element.get(f"{W}instr") or "")
        self.fields.separate()
        self._inline(element)
        self._end()

    def _link(self, link: _Element) -> None:
        """A link; one to the heading of a chapter that is a whole line is an entry of a table of contents."""
        before = self._in_entry
        self._in_entry = before or (link.get(f"{W}anchor") or "").startswith("_Toc")
        self._inline(link)
        self._in_entry = before

    def _removed(self, _element: _Element) -> None:
        self._line.leave(Reason.REVISION)

    def _chosen(self, alternates: _Element) -> None:
        found = names.branch(alternates)
        if found is not None:
            self._inline(found)

    def _run(self, run: _Element) -> None:
        properties = run.find(names.RUN_PROPERTIES)
        self._properties = properties
        if self._is_hidden is not None:
            self._hidden = self._is_hidden(self._style, properties)
        self._content(run)
        self._hidden = False

    def _content(self, run: _Element) -> None:
        for child in run:
            tag = child.tag
            if tag == names.TEXT:
                words = _text(child)
                self._say(_PRIVATE.sub(self._ordinary, words) if _PRIVATE.search(words) else words)
            elif tag in _BREAKS:
                self._say(_BREAKS[tag])
            elif tag not in _SKIPPED:
                self._run_acts.get(tag, self._content)(child)

    def _say(self, words: str) -> None:
        if self.fields.is_instruction or not words:
            return
        self.fields.result()
        reason = self.reason
        if reason is None:
            self._line.say(words, self._properties)
            self._line.entry_words += self._in_entry and not words.isspace()
        else:
            self._line.leave(reason, words)

    def _leave(self, reason: Reason, words: str = "") -> None:
        if not self.fields.is_instruction and self.reason is not Reason.CONTENTS:
            self._line.leave(reason, words)

    def _break(self, element: _Element) -> None:
        if element.get(f"{W}type") not in _PAGES:
            self._say("\n")
        elif self.reason is None:
            self._line.turn_page()

    def _symbol(self, element: _Element) -> None:
        font, code = element.get(f"{W}font") or "", element.get(f"{W}char") or ""
        found = symbol(font, code)
        if found is None:
            self._leave(Reason.SYMBOL, f"{font} {code}")
        else:
            self._say(found)

    def _ordinary(self, private: re.Match[str]) -> str:
        """The ordinary character for one of a symbol font that is written as text."""
        fonts = None if self._properties is None else self._properties.find(f"{W}rFonts")
        named = [] if fonts is None else [fonts.get(f"{W}{use}") or "" for use in ("ascii", "hAnsi", "cs")]
        found = (symbol(font, f"{ord(private[0]):X}") for font in named if is_symbol_font(font))
        return next((each for each in found if each is not None), private[0])

    def _ruby(self, element: _Element) -> None:
        properties, hidden = self._properties, self._hidden
        for base in element.iterchildren(f"{W}rubyBase"):
            self._inline(base)
        self._properties, self._hidden = properties, hidden
        self._leave(Reason.RUBY)

    def _note(self, element: _Element) -> None:
        reason = _NOTES[element.tag]
        before = self._line, self._style, self._properties, self._hidden
        words = self._remark(reason, element.get(f"{W}id") or "")
        self._line, self._style, self._properties, self._hidden = before
        if words:
            self._leave(reason, words)

    def _comment(self, _element: _Element) -> None:
        self._leave(Reason.COMMENT)

    def _page_number(self, _element: _Element) -> None:
        self._leave(Reason.PAGE)

    def _date(self, _element: _Element) -> None:
        self._leave(Reason.DATE)

    def _instruction(self, element: _Element) -> None:
        self.fields.instruct(element.text or "")

    def _field(self, element: _Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and element not in self.unended:
            self._begin(element)
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self._end()

    def _begin(self, element: _Element) -> None:
        locked = element.get(f"{W}fldLock") in {"1", "true", "on"}
        self.fields.begin(WordField(locked=locked, form=form_value(element)))

    def _end(self) -> None:
        field = self.fields.end()
        if field is not None:
            words, reason = displayed(field)
            self._say(words or "")
            if reason is not None:
                self._leave(reason, "" if reason in {Reason.PAGE, Reason.DATE} else field.instruction.strip())

    def _object(self, _element: _Element) -> None:
        # Its picture is that of the object.
        self._leave(Reason.OBJECT)

    def _graphic(self, element: _Element) -> None:
        for found in drawing_parts(element, names.branch):
            if isinstance(found, Reason):
                self._leave(found)
            elif self.reason is None and not self.fields.is_instruction:
                self._line.boxes.append(found)
            else:
                self._say(found if isinstance(found, str) else "".join(_text(each) for each in found.iter(names.TEXT)))

    def _chosen_in_run(self, alternates: _Element) -> None:
        found = names.branch(alternates)
        if found is not None:
            self._content(found)


def _text(element: _Element) -> str:
    """The characters of `w:t`; white space at its ends counts only where it says so (ECMA-376 17.3.3.31)."""
    words = element.text or ""
    if words[:1] in _SPACES or words[-1:] in _SPACES:
        kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        words = words if kept else words.strip(" \t\r\n")
    return words.replace("\n", " ") if "\n" in words else words


_SPACES = frozenset(" \t\r\n")


def unended_fields(body: _Element) -> frozenset[_Element]:
    """The beginnings of fields without an end, outside text boxes and of what revisions took away."""
    begun: list[_Element] = []
    for each in body.iter(names.FIELD_CHARACTER):
        kind = each.get(f"{W}fldCharType")
        if next(each.iterancestors(names.BOX, names.FALLBACK, *names.REMOVED), None) is None:
            if kind == "begin":
                begun.append(each)
            elif kind == "end" and begun:
                begun.pop()
    return frozenset(begun)
