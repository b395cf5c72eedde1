"""Fields, hidden words and tables of contents of Word files: what is no text of the document is left out, and said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model.manuscript import Manuscript

Word = Callable[..., Manuscript]
STYLES = (
    '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="12"><w:name w:val="Contents 2"/><w:basedOn w:val="11"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
)
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def of_style(words: str, style: str) -> str:
    return p(run(words), f'<w:pStyle w:val="{style}"/>')


def instruction(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def field(name: str, result: str) -> str:
    return f"{BEGIN}{instruction(name)}{SEPARATE}{result}{END}"


def told(read: Manuscript) -> list[str]:
    return [note.text for note in read.notes]


@pytest.mark.parametrize(
    "name",
    [
        "REF _Ref1 \\h",
        'HYPERLINK "http://example.com"',
        "FORMTEXT",
        "MERGEFIELD 单位",
        "SEQ 附件 \\* ARABIC",
        "QUOTE a",
    ],
)
def test_results_that_are_words_are_read(word: Word, name: str) -> None:
    simple = f"<w:fldSimple w:instr='{name}'>{run('甲')}</w:fldSimple>"
    read = word(document=p(run("见") + field(name, run("乙"))) + p(simple))
    assert (read.text, read.notes) == ("见乙\n甲\n", ())


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("PAGE", "页码没有读入，共 2 处"),
        ("NUMPAGES \\* Arabic", "页码没有读入，共 2 处"),
        ("PAGEREF _Ref5", "页码没有读入，共 2 处"),
        ('date \\@ "yyyy年M月d日"', "自动更新的日期没有读入：“乙”"),
        ("TIME", "自动更新的日期没有读入：“乙”"),
        ("SAVEDATE", "自动更新的日期没有读入：“乙”"),
    ],
)
def test_results_that_word_makes_anew_are_left_out(word: Word, name: str, note: str) -> None:
    simple = f"<w:fldSimple w:instr='{name}'>{run('乙')}</w:fldSimple>"
    read = word(document=p(run("甲") + field(name, run("乙")) + run("丙")) + p(run("丁") + simple))
    assert read.text == "甲丙\n丁\n"
    assert note in told(read)


def test_a_locked_date_is_the_writers(word: Word) -> None:
    locked = BEGIN.replace("/>", ' w:fldLock="true"/>')
    read = word(document=p(locked + instruction("DATE") + SEPARATE + run("2024年3月1日") + END))
    assert (read.text, read.notes) == ("2024年3月1日\n", ())


def test_a_field_within_an_instruction_or_a_result(word: Word) -> None:
    inner = field("MERGEFIELD 类型", run("党总支"))
    choice = BEGIN + instruction("IF ") + inner + instruction(' = "党总支" "甲" "乙"') + SEPARATE + run("甲") + END
    nested = field("HYPERLINK a", run("第") + field("PAGEREF _Ref1", run("3")) + run("页"))
    assert word(document=p(choice + nested)).text == "甲第页\n"


def test_an_instruction_in_pieces(word: Word) -> None:
    field = BEGIN + instruction(" PA") + instruction("GE \\* MERGEFORMAT ") + SEPARATE + run("3") + END
    assert word(document=p(run("甲") + field)).text == "甲\n"


def test_a_field_over_several_paragraphs(word: Word) -> None:
    document = p(BEGIN + instruction("QUOTE ") + SEPARATE + run("一、甲")) + p(run("二、乙")) + p(END + run("三、丙"))
    assert word(document=document).text == "一、甲\n二、乙\n三、丙\n"


def test_a_field_without_an_end_leaves_nothing_out(word: Word) -> None:
    document = (
        p(BEGIN + instruction(" TOC ") + SEPARATE + run("甲")) + p(field("PAGE", run("1")) + run("乙")) + p(run("丙"))
    )
    assert word(document=document).text == "甲\n乙\n丙\n"


def form(data: str, name: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>{instruction(name)}{END}'
    )


def test_what_word_displays_without_a_stored_result(word: Word) -> None:
    ticked = form("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "FORMCHECKBOX")
    unticked = form("<w:checkBox><w:default/><w:checked w:val='0'/></w:checkBox>", "FORMCHECKBOX")
    entries = "".join(f'<w:listEntry w:val="{each}"/>' for each in ("甲", "乙"))
    chosen = form(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>', "FORMDROPDOWN")
    equations = ("EQ \\o\\ac(○,21)", "EQ \\* jc2 \\o\\ad(\\s\\up 9(pín),涪)", "EQ \\f(1,2)")
    others = "".join(
        f"{BEGIN}{instruction(each)}{END}" for each in (*equations, 'XE "索引"', "MACROBUTTON a 单击", "LISTNUM")
    )
    read = word(document=p(ticked + unticked + chosen + others))
    assert read.text == "☒□乙㉑涪1/2单击\n"
    assert told(read) == ["域没有读入：“LISTNUM”"]


@pytest.mark.parametrize(
    "hidden",
    [
        run("内部", "<w:vanish/>"),
        run("内部", '<w:vanish w:val="1"/>'),
        run("内部", '<w:rStyle w:val="c"/>'),
    ],
)
def test_hidden_words_are_left_out_and_said(word: Word, hidden: str) -> None:
    read = word(document=p(run("甲") + hidden + run("乙", '<w:vanish w:val="0"/>')), styles=STYLES)
    assert (read.text, [(note.text, note.start) for note in read.notes]) == (
        "甲乙\n",
        [("隐藏的文字没有读入：“内部”", 1)],
    )


def test_words_that_are_hidden_in_the_web_view_alone_stand_on_paper(word: Word) -> None:
    read = word(document=p(run("甲") + run("乙", "<w:webHidden/>")))
    assert (read.text, read.notes) == ("甲乙\n", ())


def test_a_hidden_paragraph_takes_its_line_with_it_and_hidden_words_alone_a_blank_one(word: Word) -> None:
    mark = "<w:rPr><w:vanish/></w:rPr>"
    whole = p(run("内部", "<w:vanish/>"), mark)
    read = word(
        document=p(run("甲")) + whole + of_style("密", "q") + p(run("乙")) + p(run("丙", "<w:vanish/>")), styles=STYLES
    )
    assert read.text == "甲\n乙\n"
    assert [(note.text, note.start) for note in read.notes] == [
        ("隐藏的文字没有读入：“内部密”", 2),
        ("隐藏的文字没有读入：“丙”", 4),
    ]


def test_a_hidden_mark_joins_two_paragraphs_with_the_number_of_the_first(word: Word) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    heading = p(run("总体要求。"), f"{number}<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    read = word(document=heading + p(run("做好记录。")) + p(run("乙"), number), numbering=numbering)
    assert read.text == "1.总体要求。做好记录。\n2.乙\n"


def test_hidden_rows_and_dropped_capitals(word: Word) -> None:
    row = (
        f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p(run('密'))}</w:tc></w:tr><w:tr><w:tc>{p(run('明'))}</w:tc></w:tr>"
    )
    read = word(document=p(run("党"), '<w:framePr w:dropCap="drop"/>') + p(run("支部")) + f"<w:tbl>{row}</w:tbl>")
    assert (read.text, told(read)) == ("党支部\n| 明 |\n", ["隐藏的文字没有读入：“密”"])


def test_a_table_style_hides_words_unless_the_paragraph_style_does_so_too(word: Word) -> None:
    hiding = '<w:style w:type="table" w:styleId="T"><w:rPr><w:vanish/></w:rPr></w:style>'
    table = f"<w:tbl><w:tblPr><w:tblStyle w:val='T'/></w:tblPr><w:tr><w:tc>{p(run('密'))}</w:tc></w:tr></w:tbl>"
    shown = table.replace(p(run("密")), of_style("明", "q"))
    read = word(document=p(run("甲")) + table + p(run("乙")) + shown, styles=STYLES + hiding)
    assert read.text.replace("|  |\n", "") == "甲\n乙\n| 明 |\n"
    assert told(read) == ["隐藏的文字没有读入：“密”"]


ENTRIES = ["第一章 总则", "第二章 附则"]
BODY = p(run("第一章 总则")) + p(run("第一条 甲。")) + p(run("第二章 附则")) + p(run("第二条 乙。"))


def linked(words: str) -> str:
    page = run("", "<w:webHidden/>") + field("PAGEREF _Toc12", run("1", "<w:webHidden/>"))
    return f'<w:hyperlink w:anchor="_Toc12">{run(words)}<w:r><w:tab/></w:r>{page}</w:hyperlink>'


CONTENTS = {
    "control": "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    f"<w:sdtContent>{p(run('目  录'))}{''.join(p(run(each)) for each in ENTRIES)}{p('')}</w:sdtContent></w:sdt>",
    "field": p(run("目录"), "<w:jc/>")
    + p("")
    + p(BEGIN + instruction(' TOC \\o "1-3" ') + SEPARATE + run(ENTRIES[0]))
    + p("")
    + p(run(ENTRIES[1]))
    + p(END),
    "styles": p(run("目　次")) + of_style(ENTRIES[0], "11") + of_style(ENTRIES[1], "12"),
    "links": p(run("CONTENTS")) + "".join(p(linked(each)) for each in ENTRIES),
    "links without pages": p(run("目录"))
    + "".join(p(f'<w:hyperlink w:anchor="_Toc12">{run(each)}</w:hyperlink>') for each in ENTRIES),
    "simple": p(run("目录")) + p(f"<w:fldSimple w:instr='TOC'>{run(' '.join(ENTRIES))}</w:fldSimple>"),
}


@pytest.mark.parametrize("kind", CONTENTS)
def test_a_table_of_contents_is_left_out_with_its_heading(word: Word, kind: str) -> None:
    read = word(document=p(run("示例手册")) + CONTENTS[kind] + BODY, styles=STYLES)
    assert read.text.replace("\n\n", "\n") == "示例手册\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n"
    assert [note.start for note in read.notes] == [5]
    assert all(words in read.notes[0].text for words in ("目录没有读入", *ENTRIES))


def test_the_entries_within_a_field_are_said(word: Word) -> None:
    entries = p(BEGIN + instruction(" TOC ") + SEPARATE + linked(ENTRIES[0])) + p(linked(ENTRIES[1]) + END)
    read = word(document=p(run("示例手册")) + p(run("图 目 录")) + entries + BODY)
    assert read.text.startswith("示例手册\n第一章 总则\n第一条 甲。\n")
    assert told(read) == ["目录没有读入，共 3 行：“图 目 录；第一章 总则 1；第二章 附则 1”"]


def test_a_heading_alone_or_other_words_above_are_kept(word: Word) -> None:
    assert word(document=p(run("目录")) + p(run("一、甲"))).text == "目录\n一、甲\n"
    read = word(document=p(run("示例手册")) + of_style("一、甲", "11") + of_style("一、甲", "h"), styles=STYLES)
    assert read.text == "示例手册\n一、甲\n"
    cited = '<w:hyperlink w:anchor="_Toc12">' + run("第一章") + "</w:hyperlink>"
    assert word(document=p(run("见") + cited)).text == "见第一章\n"
