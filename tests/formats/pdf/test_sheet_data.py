"""Data on every sheet: markup in it is text, a character that no font has is named with the words around it, a long word stays within the paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from generator.errors import UnprintableError
from generator.formats.pdf import engine
from generator.formats.pdf.checklist_copy import checklist_source
from generator.formats.pdf.engine import TypstSource, compile_pdf
from generator.formats.pdf.form_sheets import forms_source
from generator.formats.pdf.leaflets import leaflet_source
from generator.formats.pdf.month_sheet import month_source
from generator.formats.pdf.overview_print import overview_source
from generator.formats.pdf.plan_print import plan_source
from generator.formats.pdf.typefaces import LEAN
from generator.model.form_sheet import BlankCell, BlankTable, FormBooklet, FormSheet
from tests.formats.pdf.test_leaflets import GUIDE, SIGN
from tests.formats.pdf.test_work_sheets import CHECKLIST, MONTH, PLAN, overview

FORM = FormSheet(
    id="talk",
    number="表 3",
    revised="2019年3月1日",
    title="谈心谈话记录",
    note="只记次数，不记谈了什么。",
    answers=("3.7 谈心谈话",),
    blocks=(
        ((BlankCell("日期", required=True, hint="写全年月日"), BlankCell("形式", parts=("□当面", "□电话"))),),
        BlankTable("落实事项", "没有的写“无”", ("事项", "责任（职务）"), (3.0, 1.0), (("补一次党课", ""),), lines=2),
    ),
    signatures=("记录人（签名）",),
)
FORMS = FormBooklet(
    title="空表汇编", institution="示例大学", note="整理稿，非正式公文", as_of=date(2019, 11, 25), sheets=(FORM,)
)
MARKUP = '#[x]$y$*z*_<a>"\\'
LONG = "abcdefghij" * 30
SHEETS = {
    source.template: source
    for source in (
        leaflet_source(GUIDE),
        leaflet_source(SIGN),
        checklist_source(CHECKLIST),
        month_source(MONTH),
        plan_source(PLAN),
        overview_source(overview(2)),
        forms_source(FORMS),
    )
}
PAGES = {"document", "handbook"}
"""Templates of pages: what they get is markup already."""

_HAN = re.compile(r"[\u3400-\u9fff]")


def texts_of(value: Any) -> Iterator[str]:
    """Every text of the data that somebody wrote."""
    if isinstance(value, str):
        yield from [value] if _HAN.search(value) else ()
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_of(inner)


def with_text(value: Any, old: str, new: str) -> Any:
    """The data with one text in place of another."""
    if isinstance(value, Mapping):
        return {key: with_text(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [with_text(inner, old, new) for inner in value]
    return new if value == old else value


def said(data: bytes) -> str:
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    return re.sub(r"\s", "", "".join(pages))


def test_every_template_is_tried() -> None:
    folder = Path(engine.__file__).parent / "typst"
    templates = {path.stem for path in folder.glob("*.typ") if "#let document-of" in path.read_text(encoding="utf-8")}
    assert templates - PAGES == set(SHEETS)


@pytest.fixture(scope="module", params=[*SHEETS.values()], ids=[*SHEETS])
def sheet(request: pytest.FixtureRequest) -> tuple[TypstSource, list[str]]:
    """A sheet and the texts that it shows once, each of them found in one place of the data."""
    source: TypstSource = request.param
    before, told = said(compile_pdf(source, LEAN)), Counter(texts_of(source.cover))
    return source, [text for text in told if told[text] == 1 and before.count(re.sub(r"\s", "", text)) == 1]


def test_markup_in_data_is_text(sheet: tuple[TypstSource, list[str]]) -> None:
    source, shown = sheet
    cover = source.cover
    for text in shown[:40]:
        cover = with_text(cover, text, text + MARKUP)
    after = said(compile_pdf(replace(source, cover=cover), LEAN))
    assert [text for text in shown[:40] if re.sub(r"\s", "", text) + MARKUP not in after] == []
    assert len(shown) > 5


def test_a_character_that_no_font_has_is_named_with_the_words_around_it(sheet: tuple[TypstSource, list[str]]) -> None:
    source, shown = sheet
    text = shown[len(shown) // 2]
    bad = replace(source, cover=with_text(source.cover, text, f"{text}😀"))
    with pytest.raises(UnprintableError, match=re.escape(f"{text[-6:]}😀”：“😀”（U+1F600）")) as caught:
        compile_pdf(bad, LEAN)
    assert source.front in str(caught.value)


def test_a_word_of_300_letters_is_whole_and_within_the_paper(sheet: tuple[TypstSource, list[str]]) -> None:
    source, shown = sheet
    cover = with_text(source.cover, shown[len(shown) // 2], f"长{LONG}")
    made = compile_pdf(replace(source, cover=cover), LEAN)
    assert said(made).count(LONG) == 1
    for page in pypdfium2.PdfDocument(made):
        text, (width, _) = page.get_textpage(), page.get_size()
        assert max(text.get_charbox(at)[2] for at in range(text.count_chars())) < width - 10
