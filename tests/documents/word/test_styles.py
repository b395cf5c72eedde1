"""What paragraphs and runs take from their styles."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.documents.word.styles import WordStyles
from generator.model.word_style import ResolvedStyle

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def xml(name: str, content: str) -> etree._Element:
    return etree.fromstring(f'<w:{name} xmlns:w="{NAMESPACE}">{content}</w:{name}>')


def style(id: str, content: str = "", kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{id}"{more}>{content}</w:style>'


def based(on: str) -> str:
    return f'<w:basedOn w:val="{on}"/>'


DEFAULT = ' w:default="1"'
BOLD = "<w:rPr><w:b/></w:rPr>"


def test_a_style_takes_from_its_base_what_it_does_not_state() -> None:
    base = style("1", '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>')
    derived = style("x", f'<w:name w:val="我的标题"/>{based("1")}<w:rPr><w:vanish w:val="false"/></w:rPr>')
    found = WordStyles(xml("styles", base + derived))
    assert found.paragraph(xml("pPr", '<w:pStyle w:val="x"/>')) == ResolvedStyle(
        name="我的标题", chain=("x", "1"), bold=True, hidden=False, outline=0
    )


def test_a_paragraph_without_style_or_with_an_unknown_one_has_the_default() -> None:
    found = WordStyles(xml("styles", style("a", '<w:name w:val="Normal"/>', more=DEFAULT)))
    assert found.paragraph(None).name == "normal"
    assert found.paragraph(xml("pPr", '<w:pStyle w:val="b"/>')).name == "normal"
    assert WordStyles(None).paragraph(None) == ResolvedStyle()


def test_the_level_of_body_text_is_no_outline_level() -> None:
    base = style("1", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    derived = style("2", based("1") + '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    found = WordStyles(xml("styles", base + derived))
    assert [found.paragraph(xml("pPr", f'<w:pStyle w:val="{id}"/>')).outline for id in "12"] == [1, None]


def test_styles_in_a_circle_and_a_very_long_chain_end() -> None:
    ring = style("a", based("b")) + style("b", based("a") + BOLD)
    long = "".join(style(f"s{at}", based(f"s{at + 1}")) for at in range(1000))
    found = WordStyles(xml("styles", ring + long))
    assert found.paragraph(xml("pPr", '<w:pStyle w:val="a"/>')).bold is True
    assert len(found.paragraph(xml("pPr", '<w:pStyle w:val="s0"/>')).chain) == 20


@pytest.mark.parametrize("tag", ["b", "vanish"])
@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "on"),
    [
        ("", "", "", False),
        ("1", "", "", True),
        ("", "true", "", True),
        ("1", "1", "", False),  # a stressed word in a bold paragraph stands out by being plain
        ("1", "0", "", True),
        ("1", "1", "on", True),
        ("1", "", "off", False),
        ("1", "", "none", True),
    ],
)
def test_a_toggle_property_in_two_styles_switches_itself_off(
    tag: str, paragraph: str, character: str, direct: str, on: bool
) -> None:
    def stated(value: str) -> str:
        return f'<w:{tag} w:val="{value}"/>' if value else ""

    in_paragraph = style("p", f"<w:rPr>{stated(paragraph)}</w:rPr>", more=DEFAULT)
    in_run = style("c", f"<w:rPr>{stated(character)}</w:rPr>", "character")
    found = WordStyles(xml("styles", in_paragraph + in_run))
    asked = found.is_bold if tag == "b" else found.is_hidden
    assert asked(found.paragraph(None), xml("rPr", f'<w:rStyle w:val="c"/>{stated(direct)}')) is on


def test_what_the_document_has_by_default_no_style_switches_off() -> None:
    defaults = f"<w:docDefaults><w:rPrDefault>{BOLD}</w:rPrDefault></w:docDefaults>"
    run = xml("rPr", '<w:rStyle w:val="c"/>')
    for stated in (BOLD, '<w:rPr><w:b w:val="0"/></w:rPr>'):
        found = WordStyles(xml("styles", defaults + style("p", stated, more=DEFAULT) + style("c", stated, "character")))
        assert found.is_bold(found.paragraph(None), run) is True
    assert found.is_bold(found.paragraph(None), xml("rPr", '<w:b w:val="0"/>')) is False


def test_a_numbering_style_stands_for_a_list() -> None:
    found = WordStyles(xml("styles", style("L", '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>', "numbering")))
    assert found.list_of("L") == "7"
    assert found.list_of("M") is None
    assert found.paragraph(xml("pPr", '<w:pStyle w:val="L"/>')) == ResolvedStyle()
