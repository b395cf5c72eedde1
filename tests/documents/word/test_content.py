"""What a Word file displays besides plain paragraphs: content controls, text boxes, notes, symbols, formulas, tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model.clause import NoteKind
from generator.model.manuscript import Manuscript

Word = Callable[..., Manuscript]


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def notes(read: Manuscript) -> list[tuple[str, int]]:
    return [(note.text, note.start) for note in read.notes]


def test_controls_around_paragraphs_words_rows_and_cells_are_read_once(word: Word) -> None:
    table = (
        f"<w:tbl><w:tr>{cell(p(run('甲')))}{control(cell(p(control(run('乙')))))}</w:tr>"
        + control(control(f"<w:tr>{cell(control(p(run('丙'))))}{cell(p(run('丁|')))}</w:tr>"))
        + "</w:tbl>"
    )
    document = control(control(p(run("一、") + control(run("总则")))) + p(run("戊"))) + control(table)
    assert word(document=document).text == "一、总则\n戊\n| 甲 | 乙 |\n| 丙 | 丁｜ |\n"


def test_custom_xml_and_smart_tags_are_read_through(word: Word) -> None:
    document = f'<w:customXml w:element="a">{p(f"""<w:smartTag w:element="b">{run("甲")}</w:smartTag>{run("乙")}""")}</w:customXml>'
    assert word(document=document).text == "甲乙\n"


def test_the_prompt_of_an_unfilled_control_is_left_out_and_its_cell_stays(word: Word) -> None:
    prompt = "<w:showingPlcHdr/>"
    table = f"<w:tbl><w:tr>{cell(p(run('甲')))}{control(cell(p(run('单击此处'))), prompt)}{cell(p(run('乙')))}</w:tr></w:tbl>"
    read = word(document=p(run("期限：") + control(run("选择日期"), prompt)) + table)
    assert read.text == "期限：\n| 甲 |  | 乙 |\n"
    assert notes(read) == [
        ("控件里待填的提示语没有读入：“选择日期”", 3),
        ("控件里待填的提示语没有读入：“单击此处”", 10),
    ]


def test_a_text_box_follows_its_paragraph_and_comes_once(word: Word) -> None:
    box = f"<w:txbxContent>{p(run('印章'))}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    read = word(document=p(f"<w:r>{both}</w:r>{run('示例大学')}") + p(run("一、甲")))
    assert (read.text, read.notes) == ("示例大学\n印章\n一、甲\n", ())


@pytest.mark.parametrize(("requires", "words"), [("wps", "甲"), ("x", "乙"), ("wps x", "乙"), ("unbound", "乙")])
def test_an_alternative_is_chosen_by_whether_its_namespaces_are_known(word: Word, requires: str, words: str) -> None:
    choice = f'<mc:Choice Requires="{requires}">{run("甲")}</mc:Choice><mc:Fallback>{run("乙")}</mc:Fallback>'
    assert word(document=p(f"<mc:AlternateContent>{choice}</mc:AlternateContent>")).text == f"{words}\n"


def test_words_drawn_as_a_picture_and_pictures(word: Word) -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="示例大学文件"/></v:shape></w:pict></w:r>'
    shape = "<w:r><w:drawing><a:txBody><a:p><a:r><a:t>编制</a:t></a:r></a:p></a:txBody></w:drawing></w:r>"
    picture = "<w:r><w:drawing><wp:inline><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>"
    read = word(
        document=p(run("甲") + art + shape + picture)
        + p(run("乙") + picture)
        + p("<w:r><w:object><o:OLEObject/></w:object></w:r>")
    )
    assert read.text == "甲\n示例大学文件\n编制\n乙\n"
    assert notes(read) == [("图片没有读入，共 2 处", 1), ("嵌入的对象没有读入，共 1 处", 14)]


def test_foot_and_endnotes_are_notes_with_all_their_words_and_no_text_of_a_clause(word: Word) -> None:
    document = p(run("一、正式党员三名以上") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("的成立支部")) + p(
        run("二、乙") + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    read = word(
        document=document,
        footnotes=f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + run("一、见条例。"))}{p(run("第五条。" * 30))}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{p(run("尾"))}</w:endnote>',
    )
    assert read.text == "一、正式党员三名以上的成立支部\n二、乙\n"
    assert notes(read) == [(f"脚注，不在正文里：一、见条例。 {'第五条。' * 30}", 10), ("尾注，不在正文里：尾", 19)]
    assert {note.kind for note in read.notes} == {NoteKind.REMARK}


def test_ruby_is_read_as_its_base(word: Word) -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('fú')}</w:rt><w:rubyBase>{run('涪')}</w:rubyBase></w:ruby></w:r>"
    read = word(document=p(ruby + run("陵区")))
    assert (read.text, notes(read)) == ("涪陵区\n", [("拼音注音没有读入，共 1 处", 1)])


def test_symbols_become_characters_or_are_told(word: Word) -> None:
    def sign(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    signs = (("Wingdings", "F0FE"), ("Wingdings 2", "F0A3"), ("Symbol", "F0B3"), ("Wingdings", "81"), ("宋体", "2460"))
    read = word(document=p("".join(sign(*each) for each in signs) + sign("Webdings", "F0E4") + sign("宋体", "甲")))
    assert read.text == "☑□≥①①\n"
    assert notes(read) == [("符号没有读入：“Webdings F0E4；宋体 甲”", 5)]


def test_characters_of_symbol_fonts_that_are_written_as_text(word: Word) -> None:
    def font(name: str) -> str:
        return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'

    read = word(document=p(run("\uf0fe甲", font("Wingdings")) + run("\uf0a8", font("宋体")) + run("\uf0b3")))
    assert (read.text, read.notes) == ("☑甲\uf0a8\uf0b3\n", ())


def test_formulas_are_read_in_one_line(word: Word) -> None:
    def part(name: str, words: str) -> str:
        return f"<m:{name}><m:r><m:rPr/><m:t>{words}</m:t></m:r></m:{name}>"

    ratio = f"<m:f><m:fPr/>{part('num', '正式党员+1')}{part('den', '2')}</m:f>"
    power = f"<m:sSup>{part('e', 'x')}{part('sup', '2')}</m:sSup>"
    root = f"<m:rad><m:radPr/><m:deg/>{part('e', 'a+b')}</m:rad>"
    total = f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>{part("sub", "i=1")}{part("sup", "n")}{part("e", "x")}</m:nary>'
    brackets = f"<m:d><m:dPr/>{part('e', 'y')}</m:d>"
    document = p(f"{run('得')}<m:oMath>{ratio}<m:r><m:t>=</m:t></m:r>{power}{root}{total}{brackets}</m:oMath>")
    assert word(document=document).text == "得(正式党员+1)/2=x^2√(a+b)∑_(i=1)^n x(y)\n"


def test_breaks_hyphens_and_white_space(word: Word) -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    joined = "<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r>"
    spaces = '<w:r><w:t> 戊 </w:t><w:t xml:space="preserve"> 己 </w:t></w:r><w:r><w:ptab/></w:r>'
    read = word(
        document=p(page + run("附件1")) + p(joined) + p(spaces) + p(run("庚") + page) + p(run("辛") + page + run("壬"))
    )
    assert read.text == "附件1\n甲-乙丙\n丁\n戊 己 \t\n庚\n辛\n壬\n"


def test_merged_cells_say_in_every_row_what_they_belong_to(word: Word) -> None:
    begins, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    long, unset = "长" * 201, '<w:vMerge w:val="continue"/>'
    rows = (
        cell(p(run("党委组织部")), begins) + cell(p(run("甲")), wide),
        cell(p(""), goes_on) + cell(p(run("乙"))) + cell(p(run(long)), begins),
        cell(p(run("丁"))) + cell(p("")) + cell(p(""), unset),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell(p(run("丙"))),
    )
    document = f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in rows)}</w:tbl>"
    assert word(document=document).text.splitlines() == [
        "| 党委组织部 | 甲 |  |",
        f"| 党委组织部 | 乙 | {long} |",
        "| 丁 |  | 〃 |",
        "|  | 丙 |",
    ]


def test_what_a_merged_cell_covers_is_not_displayed_and_said(word: Word) -> None:
    rows = (
        cell(p(run("甲")), '<w:vMerge w:val="restart"/>') + cell(p(run("乙")), '<w:hMerge w:val="restart"/>'),
        cell(p(run("旧")), "<w:vMerge/>") + cell(p(run("")), "<w:hMerge/>"),
    )
    read = word(document=f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in rows)}</w:tbl>")
    assert read.text == "| 甲 | 乙 |\n| 甲 |  |\n"
    assert notes(read) == [("隐藏的文字没有读入：“旧”", 12)]


def test_a_short_paragraph_of_an_outline_level_is_a_heading(word: Word) -> None:
    levels = ('<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="9"/>', "")
    read = word(document=p(run("示例手册")) + "".join(p(run("几点要求"), level) for level in levels))
    assert read.text == "示例手册\n**几点要求**\n几点要求\n几点要求\n"


def test_rows_of_a_table_in_a_cell_follow_its_row(word: Word) -> None:
    inner = f"<w:tbl><w:tr>{cell(p(run('内')))}</w:tr></w:tbl>"
    read = word(document=f"<w:tbl><w:tr>{cell(p(run('前')) + inner + p(run('后')))}{cell(p(run('旁')))}</w:tr></w:tbl>")
    assert read.text == "| 前 后 | 旁 |\n| 内 |\n"


def test_comments_headers_and_inserted_files_are_told(word: Word) -> None:
    comment = '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    page = p(run("— ") + '<w:fldSimple w:instr=" PAGE ">' + run("1") + "</w:fldSimple>" + run(" —"))
    read = word(
        document=p(run("甲") + comment) + '<w:altChunk r:id="r9"/>', header1=p(run("示例大学手册")), footer1=page
    )
    assert read.text == "甲\n"
    assert notes(read) == [
        ("页眉页脚没有读入：“示例大学手册”", 0),
        ("批注没有读入，共 1 处", 1),
        ("插入的其他文件没有读入，共 1 处", 2),
    ]


def test_the_paragraphs_of_a_table_that_lays_a_page_out_are_paragraphs(word: Word) -> None:
    frame = f"<w:tbl><w:tr>{cell(p(run('甲')) + p('') + p(run('乙')))}</w:tr><w:tr>{cell(p(run('丙')))}</w:tr></w:tbl>"
    assert word(document=frame + p(run("丁"))).text == "甲\n\n乙\n丙\n丁\n"


@pytest.mark.parametrize("more", ["", "乙"])
def test_a_table_with_one_paragraph_a_cell_or_two_cells_a_row_stays_a_table(word: Word, more: str) -> None:
    second = cell(p(run(more)) + p(run("丙"))) if more else ""
    table = f"<w:tbl><w:tr>{cell(p(run('甲')))}{second}</w:tr></w:tbl>"
    assert word(document=table).text == ("| 甲 | 乙 丙 |\n" if more else "| 甲 |\n")
