"""Labels of automatic numbering, of numbering.xml as Word, WPS and others write it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from generator.documents.reading import read_outline
from generator.documents.word.numbering import Numbering, parted
from generator.documents.word.styles import WordStyles
from generator.model.manuscript import Manuscript

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTHING = '<w:suff w:val="nothing"/>'


def xml(name: str, content: str) -> etree._Element:
    return etree.fromstring(f'<w:{name} xmlns:w="{NAMESPACE}">{content}</w:{name}>')


def level(at: int, format: str, text: str, more: str = NOTHING, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def definition(id: int, content: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{content}</w:abstractNum>'


def instance(id: int, definition: int, more: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def restart(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(at: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'


def styled(style: str, more: str = "") -> str:
    return f'<w:pStyle w:val="{style}"/>{more}'


def labels(numbering: str, paragraphs: list[str], styles: str = "") -> list[str | None]:
    """The labels of paragraphs with these properties, one after the other."""
    found = Numbering(xml("numbering", numbering), WordStyles(xml("styles", styles)))
    return [found.label(xml("pPr", each)) for each in paragraphs]


OFFICIAL = definition(
    1,
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）"),
)
DECIMAL = definition(1, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3"))


def test_the_levels_of_an_official_document() -> None:
    asked = [item(at) for at in (0, 1, 1, 2, 3, 3, 2, 0, 1, 2)]
    told = ["一、", "（一）", "（二）", "1.", "（1）", "（2）", "2.", "二、", "（一）", "1."]
    assert labels(OFFICIAL + instance(1, 1), asked) == told


def test_a_document_without_numbering_has_no_labels() -> None:
    numbering = Numbering(None, WordStyles(None))
    assert numbering.label(xml("pPr", item(0))) is None
    assert numbering.label(None) is None


LINKED = definition(1, '<w:styleLink w:val="L"/>' + level(0, "chineseCounting", "%1、"))
LIST_STYLE = (
    '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


@pytest.mark.parametrize("styles", [LIST_STYLE, ""])
def test_definitions_that_name_a_list_style_have_its_levels_and_counters_of_their_own(styles: str) -> None:
    """Without the style, the definition that links back to it counts."""
    linking = definition(2, '<w:numStyleLink w:val="L"/>') + definition(3, '<w:numStyleLink w:val="L"/>')
    numbers = LINKED + linking + instance(1, 1) + instance(2, 2) + instance(3, 3) + instance(4, 2)
    asked = [item(0, number) for number in (2, 2, 3, 1, 4, 2)]
    assert labels(numbers, asked, styles) == ["一、", "二、", "一、", "一、", "三、", "四、"]


def test_a_list_style_has_the_levels_of_its_instance() -> None:
    letters = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    numbers = LINKED + definition(2, '<w:numStyleLink w:val="L"/>') + instance(1, 1, letters) + instance(2, 2)
    assert labels(numbers, [item(0, 2)], LIST_STYLE) == ["A)"]


@pytest.mark.parametrize("count", [2, 12])
def test_list_styles_that_name_each_other_in_a_circle_have_no_levels(count: int) -> None:
    ring = "".join(definition(at, f'<w:numStyleLink w:val="S{at % count + 1}"/>') for at in range(1, count + 1))
    styles = "".join(
        f'<w:style w:type="numbering" w:styleId="S{at}"><w:pPr><w:numPr><w:numId w:val="{at}"/></w:numPr></w:pPr></w:style>'
        for at in range(1, count + 1)
    )
    assert labels(ring + "".join(instance(at, at) for at in range(1, count + 1)), [item(0)], styles) == [None]


def test_an_override_may_hold_a_whole_level() -> None:
    letters = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=4)}</w:lvlOverride>'
    numbers = DECIMAL + instance(1, 1) + instance(2, 1, letters)
    assert labels(numbers, [item(0), item(0, 2), item(0, 2), item(0)]) == ["1.", "B)", "C)", "4."]
    assert labels(numbers, [item(0, 2), item(0, 2)]) == ["D)", "E)"]


def test_the_start_of_an_override_counts_before_that_of_its_level() -> None:
    both = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>{level(0, "upperLetter", "%1)", start=4)}</w:lvlOverride>'
    numbers = DECIMAL + instance(1, 1) + instance(2, 1, both)
    assert labels(numbers, [item(0), item(0, 2), item(0, 2), item(0)]) == ["1.", "G)", "H)", "9."]


def test_instances_share_their_counters_and_go_on_from_a_restart() -> None:
    numbers = DECIMAL + instance(1, 1) + instance(2, 1, restart(0, 1)) + instance(3, 1)
    asked = [item(0), item(0), item(0, 2), item(0, 2), item(0), item(0, 3), item(0, 2)]
    assert labels(numbers, asked) == ["1.", "2.", "1.", "2.", "3.", "4.", "5."]


def test_a_restart_counts_once_and_for_its_own_level() -> None:
    numbers = DECIMAL + instance(1, 1) + instance(2, 1, restart(0, 5) + restart(1, 3))
    asked = [item(0), item(0, 2), item(1, 2), item(1, 2), item(0, 2), item(1, 2), item(0), item(1)]
    assert labels(numbers, asked) == ["1.", "5.", "5.3", "5.4", "6.", "6.1", "7.", "7.1"]


@pytest.mark.parametrize(
    ("restart", "third"),
    [("", ["1-", "2-", "1-", "1-"]), ("0", ["1-", "2-", "3-", "4-"]), ("1", ["1-", "2-", "3-", "1-"]), ("7", ["1-", "2-", "1-", "1-"])],
)  # fmt: skip
def test_which_levels_begin_a_level_again(restart: str, third: list[str]) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%2)") + level(2, "decimal", "%3-", more + NOTHING)
    found = labels(definition(1, levels) + instance(1, 1), [item(at) for at in (0, 1, 2, 2, 1, 2, 0, 2)])
    assert [each for each in found if each and each.endswith("-")] == third


def test_a_level_above_that_was_not_counted_shows_its_first_number_and_stays_uncounted() -> None:
    asked = [item(at) for at in (1, 1, 0, 2, 1)]
    assert labels(DECIMAL + instance(1, 1), asked) == ["1.1", "1.2", "1.", "1.1.1", "1.1"]


STYLES = """
<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2a"><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H2"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Free"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def test_in_a_style_the_level_that_names_it_counts() -> None:
    levels = (
        level(0, "chineseCounting", "%1、", f'<w:pStyle w:val="H1"/>{NOTHING}')
        + level(1, "chineseCounting", "（%2）", f'<w:pStyle w:val="H2"/>{NOTHING}')
        + level(2, "decimal", "%3.", f'<w:pStyle w:val="H3"/>{NOTHING}')
    )
    told = {
        "H1": "一、", "H2": "（一）", "H2a": "（二）", "H3": "1.", "Free": "2.", "Off": None, "Unknown": None,
    }  # fmt: skip
    asked = [styled(each) for each in told]
    assert dict(zip(told, labels(definition(1, levels) + instance(1, 1), asked, STYLES), strict=True)) == told


def test_a_paragraph_says_more_than_its_style() -> None:
    levels = level(0, "decimal", "%1.", f'<w:pStyle w:val="H1"/>{NOTHING}') + level(2, "decimal", "%3)")
    numbers = definition(1, levels) + instance(1, 1) + instance(2, 1)
    only_level = '<w:numPr><w:ilvl w:val="2"/></w:numPr>'
    only_list = '<w:numPr><w:numId w:val="2"/></w:numPr>'
    taken_away = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    asked = [styled("H1"), styled("H1", only_level), styled("H1", only_list), styled("H1", taken_away), styled("H1")]
    assert labels(numbers, asked, STYLES) == ["1.", "1)", "2.", None, "3."]


def test_former_properties_of_a_changed_paragraph_are_not_read() -> None:
    changed = f"<w:pPrChange><w:pPr>{item(0)}</w:pPr></w:pPrChange>"
    assert labels(OFFICIAL + instance(1, 1), [changed, item(0)]) == [None, "一、"]


def test_a_number_that_was_inserted_as_a_change_counts() -> None:
    inserted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1"/></w:numPr>'
    assert labels(OFFICIAL + instance(1, 1), [inserted, item(0)]) == ["一、", "二、"]


def test_legal_numbering_shows_every_level_in_digits_but_keeps_leading_zeros() -> None:
    legal = f"<w:isLgl/>{NOTHING}"
    levels = (
        level(0, "chineseCounting", "第%1章")
        + level(1, "decimalZero", "%2")
        + level(2, "lowerLetter", "%1.%2.%3", legal)
        + level(3, "lowerLetter", "%1.%4", f'<w:isLgl w:val="0"/>{NOTHING}')
    )
    asked = [item(at) for at in (0, 0, 1, 2, 3)]
    assert labels(definition(1, levels) + instance(1, 1), asked) == ["第一章", "第二章", "01", "2.01.1", "二.a"]


@pytest.mark.parametrize(
    ("text", "suffix", "shown"),
    [
        ("第%1条", "tab", "第1条 "),
        ("第%1条", "space", "第1条 "),
        ("第%1条", "nothing", "第1条"),
        ("第%1条", None, "第1条 "),
        ("%1", None, "1 "),
        ("%1、", None, "1、"),
        ("（%1）", "space", "（1）"),
        ("", None, None),
    ],
)
def test_a_gap_follows_a_label_that_would_run_into_the_text(text: str, suffix: str | None, shown: str | None) -> None:
    more = "" if suffix is None else f'<w:suff w:val="{suffix}"/>'
    assert labels(definition(1, level(0, "decimal", text, more)) + instance(1, 1), [item(0)]) == [shown]


def test_a_circled_number_needs_no_gap() -> None:
    assert labels(definition(1, level(0, "decimalEnclosedCircle", "%1", "")) + instance(1, 1), [item(0)]) == ["①"]


def test_bullets_have_no_label_but_are_counted_above_their_sub_items() -> None:
    levels = level(0, "bullet", "●") + level(1, "decimal", "%2.") + level(2, "decimal", "%1%3)", f"<w:isLgl/>{NOTHING}")
    asked = [item(at) for at in (0, 1, 1, 0, 1, 2)]
    assert labels(definition(1, levels) + instance(1, 1), asked) == [None, "1.", "2.", None, "1.", "1)"]


def test_a_level_without_number_shows_its_words() -> None:
    assert labels(definition(1, level(0, "none", "附件：")) + instance(1, 1), [item(0)]) == ["附件："]


def test_a_hidden_number_is_not_shown_but_counts_in_the_levels_below() -> None:
    levels = level(0, "decimal", "%1.", f"{NOTHING}<w:rPr><w:vanish/></w:rPr>") + level(1, "decimal", "%1.%2")
    assert labels(definition(1, levels) + instance(1, 1), [item(0), item(1)]) == [None, "1.1"]


def test_a_text_that_refers_to_a_deeper_level_is_not_shown() -> None:
    levels = level(0, "decimal", "%1.%2") + level(1, "decimal", "%2.")
    assert labels(definition(1, levels) + instance(1, 1), [item(0), item(1)]) == [None, "1."]


def test_a_custom_format_in_a_branch_for_newer_versions() -> None:
    branch = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    levels = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{branch}{NOTHING}<w:lvlText w:val="%1-"/></w:lvl>'
    assert labels(definition(1, levels) + instance(1, 1), [item(0), item(0)]) == ["009-", "010-"]


def test_a_level_that_states_little_takes_the_values_of_the_standard() -> None:
    little = definition(1, f'<w:lvl w:ilvl="0">{NOTHING}<w:lvlText w:val="%1."/></w:lvl>')
    assert labels(little + instance(1, 1), [item(0), item(0)]) == ["0.", "1."]


@pytest.mark.parametrize(
    "paragraph",
    [item(0, 9), item(0, 0), item(8), item(99), item(-1), '<w:numPr><w:numId w:val="x"/></w:numPr>', "<w:numPr/>", "<w:numPr><w:numId/></w:numPr>"],
)  # fmt: skip
def test_what_does_not_exist_has_no_label(paragraph: str) -> None:
    assert labels(DECIMAL + instance(1, 1) + instance(0, 1), [paragraph.replace("-1", "999999999999")]) == [None]


def test_values_beyond_all_measure_are_bounded() -> None:
    wide = level(0, "upperLetter", "%1" * 500, start=999_999_999)
    deep = '<w:lvl w:ilvl="77777777777"><w:start w:val="1"/></w:lvl>'
    (label,) = labels(definition(1, wide + deep) + instance(1, 1), [item(0)])
    assert label == "32767" * 32


def read(path: Path, data: bytes) -> dict[str, str]:
    """The clauses of a Word file, each with its text."""
    (path / "a.docx").write_bytes(data)
    tree, problems = read_outline(path / "a.docx", path)
    assert problems == []
    assert tree is not None
    return {clause.id: clause.text for clause in tree.walk()}


def paragraph(words: str, properties: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


@pytest.mark.parametrize("strict", [False, True])
def test_a_document_numbered_by_a_list_style(tmp_path: Path, package: Callable[..., bytes], strict: bool) -> None:
    levels = level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCountingThousand", "（%2）")
    linked = definition(1, f'<w:styleLink w:val="L"/>{levels}')
    numbers = linked + definition(2, '<w:numStyleLink w:val="L"/>') + instance(1, 1) + instance(2, 2)
    body = [("总体要求", 0), ("方法步骤", 0), ("学习。", 1), ("检查。", 1), ("保障措施", 0)]
    document = "".join(paragraph(words, item(at, 2)) for words, at in body)
    data = package({"document": document, "numbering": numbers, "styles": LIST_STYLE}, strict=strict)
    assert read(tmp_path, data) == {
        "一": "总体要求", "二": "方法步骤", "二（一）": "学习。", "二（二）": "检查。", "三": "保障措施",
    }  # fmt: skip


def test_articles_past_the_hundredth_numbered_by_their_style(tmp_path: Path, package: Callable[..., bytes]) -> None:
    levels = level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="C"/>') + level(
        1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/><w:pStyle w:val="A"/>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for id in "CA"
    )
    articles = [paragraph(f"内容{at}。", styled("A")) for at in range(1, 103)]
    document = "".join([paragraph("总则", styled("C")), *articles[:60], paragraph("附则", styled("C")), *articles[60:]])
    found = read(
        tmp_path, package({"document": document, "numbering": definition(1, levels) + instance(1, 1), "styles": styles})
    )
    assert list(found)[-3:] == ["第一百条", "第一百零一条", "第一百零二条"]
    assert found["第二章"] == "附则"
    assert found["第六十一条"] == "内容61。"
    assert len(found) == 104


@pytest.mark.parametrize("suffix", ["tab", "nothing"])
def test_automatic_numbers_before_words_that_begin_with_a_number(
    tmp_path: Path, package: Callable[..., bytes], suffix: str
) -> None:
    more = f'<w:suff w:val="{suffix}"/>'
    levels = (
        level(0, "chineseCounting", "%1、", more) + level(1, "decimal", "%2.", more) + level(2, "decimal", "%3、", more)
    )
    body = [
        ("二年级学生", 0), ("5亿元项目。", 1), ("2024年度计划。", 1), ("3名党员。", 1), ("三、四月份", 0), ("3、4月份。", 2),
        ("2号楼。", 2), ("一、二支部", 0), ("结尾", 0),
    ]  # fmt: skip
    document = "".join(paragraph(words, item(at)) for words, at in body)
    found = read(tmp_path, package({"document": document, "numbering": definition(1, levels) + instance(1, 1)}))
    assert list(found.items()) == [
        ("一", "二年级学生"), ("一1", "5亿元项目。"), ("一2", "2024年度计划。"), ("一3", "3名党员。"), ("二", "三、四月份"),
        ("二1", "3、4月份。"), ("二2", "2号楼。"), ("三", "一、二支部"), ("四", "结尾"),
    ]  # fmt: skip


def test_a_label_is_parted_from_a_numeral_only() -> None:
    told = [
        parted(label, text)
        for label, text in [("1.", "甲"), ("1.", "5"), ("（一）", "二"), ("1.", ""), ("第一条 ", "二")]
    ]
    assert told == ["1.", "1. ", "（一）", "1.", "第一条 "]


def test_a_text_box_and_a_note_have_numbers_of_their_own(word: Callable[..., Manuscript]) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('框', item(0))}{paragraph('框', item(0))}</w:txbxContent></v:textbox></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    anchored = paragraph("甲", item(0)).replace("</w:p>", f"{box}{note}</w:p>")
    read = word(
        document=anchored + paragraph("乙", item(0)),
        numbering=OFFICIAL + instance(1, 1),
        footnotes=f'<w:footnote w:id="5">{paragraph("注", item(0))}</w:footnote>',
    )
    assert read.text == "一、甲\n一、框\n二、框\n二、乙\n"
    assert [note.text for note in read.notes] == ["脚注，不在正文里：一、注"]
