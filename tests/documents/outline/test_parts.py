"""The parts of a document around its clauses, in the forms in which they are written (GB/T 9704-2012)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.outline.parser import parse_outline
from generator.model.clause import DocumentPart

TITLE = "关于做好2024年发展党员工作的通知"
LONG = (
    "示例学院关于开展新时代党建示范创建和质量创建工作暨第三批校级党建工作示范单位、标杆院系、样板支部"
    "培育创建单位遴选推荐和验收工作的通知"
)
BODY = "各党总支：\n\n一、要求\n\n坚持标准。\n\n二、安排\n\n按月推进。\n"
SIGNED = "\n党委组织部\n2024年3月8日\n"


@pytest.mark.parametrize(
    ("head", "title", "serial"),
    [
        (f"{TITLE}\n\n校党组〔2024〕8号\n\n", TITLE, "校党组〔2024〕8号"),
        (f"校党组〔2024〕8号\n\n{TITLE}\n\n", TITLE, "校党组〔2024〕8号"),
        (f"{TITLE}\n（校党组﹝2024﹞8号）\n\n", TITLE, "校党组﹝2024﹞8号"),
        (f"示例学院党委组织部文件\n\n{TITLE}\n\n文号：校党组[2024]8号\n\n", TITLE, "校党组[2024]8号"),
        (f"中共示例学院委员会文件\n校党组 〔2024〕 8 号\n\n{TITLE}\n", TITLE, "校党组 〔2024〕 8 号"),
        (
            "示例学院\n关于做好2024年\n发展党员工作的通知\n校党组〔2024〕第8号\n",
            f"示例学院{TITLE}",
            "校党组〔2024〕第8号",
        ),
        (f"{LONG}\n\n", LONG, None),
        (f"{LONG[:48]}\n\n{LONG[48:]}\n\n", LONG, None),
        (f"{LONG}\n校党组〔2024〕8号\n", LONG, "校党组〔2024〕8号"),
        (f"校党组〔2024〕8号\n\n{LONG[:30]}\n{LONG[30:60]}\n{LONG[60:]}\n\n", LONG, "校党组〔2024〕8号"),
        ("关于印发《甲办法》\n和《乙办法》的通知\n", "关于印发《甲办法》和《乙办法》的通知", None),
        ("示例学院党支部工作办法\n\n（试行）\n\n", "示例学院党支部工作办法（试行）", None),
        ("示例学院党支部工作办法\n（试行）\n", "示例学院党支部工作办法（试行）", None),
        ("示例学院公告\n\n第8号\n", "示例学院公告", "第8号"),
    ],
)
def test_title_and_serial(head: str, title: str, serial: str | None) -> None:
    tree = parse_outline(head + BODY + SIGNED)
    assert (tree.main.title, tree.main.serial) == (title, serial)
    assert tree.main.addressee == "各党总支"
    assert [clause.id for clause in tree.walk()] == ["一", "二"]
    assert len(tree.documents) == 1


def test_what_stands_in_the_letterhead() -> None:
    head = (
        "000012　　机密★1年　　特急\n\n中共示例学院委员会文件\n\n校党组〔2024〕8号　　　签发人：甲某某\n"
        "　　　　　　　　　　　　　　　乙某某\n★\n\n"
    )
    main = parse_outline(f"{head}{TITLE}\n\n{BODY}{SIGNED}").main
    assert (main.copy_number, main.secrecy, main.urgency) == ("000012", "机密★1年", "特急")
    assert (main.serial, main.approver) == ("校党组〔2024〕8号", "甲某某 乙某某")
    assert (main.title, main.addressee) == (TITLE, "各党总支")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("秘密\n加急\n", ("秘密", "加急")),
        ("密级：秘密★6个月\n紧急程度：平急\n", ("秘密★6个月", "平急")),
        ("绝密★长期　特提\n", ("绝密★长期", "特提")),
        ("", (None, None)),
    ],
)
def test_secrecy_and_urgency(head: str, expected: tuple[str | None, str | None]) -> None:
    main = parse_outline(f"{head}{TITLE}\n{BODY}").main
    assert (main.secrecy, main.urgency, main.title) == (*expected, TITLE)


@pytest.mark.parametrize(
    ("words", "addressee", "preamble"),
    [
        (
            "各基层党委、各党总支，\n机关各部门、\n各学院：\n现通知如下。\n",
            "各基层党委、各党总支，机关各部门、各学院",
            "现通知如下。",
        ),
        ("主送：各党总支\n现通知如下。\n", "各党总支", "现通知如下。"),
        ("为做好工作，现通知如下。\n各党总支、\n直属党支部：\n", "各党总支、直属党支部", "为做好工作，现通知如下。"),
        ("现将有关事项通知如下：\n", None, "现将有关事项通知如下："),
        ("工作安排是：\n", None, "工作安排是："),
    ],
)
def test_the_addressee(words: str, addressee: str | None, preamble: str) -> None:
    main = parse_outline(f"{TITLE}\n\n{words}\n一、要求\n坚持标准。\n").main
    assert (main.addressee, main.preamble) == (addressee, preamble)


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("（2024年3月8日党委会议通过）", date(2024, 3, 8)),
        ("（2019年5月6日通过　2024年3月8日\n修订　自2024年5月1日起施行）", date(2024, 3, 8)),
        ("（2024年3月8日）", date(2024, 3, 8)),
    ],
)
def test_a_note_of_adoption_below_the_title(note: str, day: date) -> None:
    main = parse_outline(f"示例学院党费管理办法\n\n{note}\n\n第一条 按月交纳。\n第二条 做好记录。\n").main
    assert (main.title, main.preamble, main.date) == ("示例学院党费管理办法", None, day)


NAMES = ("党支部工作计划表", "党支部情况统计表", "联系人回执")


@pytest.mark.parametrize(
    "listed",
    [
        "附件：1.党支部工作计划表\n\n2.党支部情况统计表\n\n3.联系人回执\n",
        "附件：1．党支部工作计划表\n\n      2．党支部情况统计表\n\n      3．联系人回执\n",
        "附件：\n\n1、党支部工作计划表\n\n2、党支部情况统计表\n\n3、联系人回执\n",
        "附件1：党支部工作计划表\n\n附件2：党支部情况统计表\n\n附件3：联系人回执\n",
        "附件一：党支部工作计划表\n附件二：党支部情况统计表\n附件三：联系人回执\n",
        "附 件：1.党支部工作计划表\n　　　　2.党支部情况\n　　　　　统计表\n　　　　3.联系人回执\n",
        "附：1.党支部工作计划表 2.党支部情况统计表 3.联系人回执\n",
        "附件（3份）：1.党支部工作计划表；\n2.党支部情况统计表\n3.联系人回执\n",
        "附件1.党支部工作计划表\n\n附件2.党支部情况统计表\n\n附件3.联系人回执\n",
        "附件 1．党支部工作计划表\n     2．党支部情况统计表\n     3．联系人回执\n",
    ],
)
@pytest.mark.parametrize("end", [SIGNED, "", "\n（此件公开发布）\n", "\n党委组织部　　2024年3月8日\n"])
def test_a_list_of_attachments(listed: str, end: str) -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}\n{listed}{end}")
    assert tree.main.attachments == NAMES
    assert [clause.id for clause in tree.walk()] == ["一", "二"]
    assert len(tree.documents) == 1


def test_a_name_that_runs_over_lines_while_a_bracket_is_open() -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}\n附件：1.计划表（教师党支部、\n学生党支部适用）\n2.回执\n{SIGNED}")
    assert tree.main.attachments == ("计划表（教师党支部、学生党支部适用）", "回执")


def test_a_name_that_begins_with_a_year() -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}\n附件：1.2024年值班表\n2.2025年值班表\n{SIGNED}")
    assert tree.main.attachments == ("2024年值班表", "2025年值班表")


def test_a_list_below_attachments_alone() -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}\n附  件\n1.计划表\n2.回执\n{SIGNED}")
    assert (tree.main.attachments, len(tree.documents)) == (("计划表", "回执"), 1)


@pytest.mark.parametrize("end", ["", SIGNED])
def test_items_of_an_attachment_without_title_are_no_list(end: str) -> None:
    items = "1.情况说明\n2.支部评议\n" if end else "1.情况说明\n2.支部意见\n"
    tree = parse_outline(f"{TITLE}\n\n{BODY}{SIGNED}\n附件\n\n{items}{end}")
    assert [document.name for document in tree.documents] == ["", "附件"]


def test_a_list_below_the_date() -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}{SIGNED}\n附件：\n1.计划表.docx\n2.回执.docx\n")
    assert (tree.main.attachments, tree.main.date) == (("计划表.docx", "回执.docx"), date(2024, 3, 8))
    assert len(tree.documents) == 1


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("附件1\n计划表\n", "附件2\n回执\n", ["附件1", "附件2"]),
        ("附件 1\n\n计划表\n", "附件 2\n\n回执\n", ["附件1", "附件2"]),
        ("附件一\n计划表\n", "附件二\n回执\n", ["附件一", "附件二"]),
        ("附1\n计划表\n", "附2\n回执\n", ["附件1", "附件2"]),
        ("附件1：计划表\n", "附件2：回执\n", ["附件1", "附件2"]),
        ("附件1.计划表\n", "附件2.回执\n", ["附件1", "附件2"]),
        ("【附件1】计划表\n", "【附件2】回执\n", ["附件1", "附件2"]),
        ("附件1　计划表\n", "附件2　回执\n", ["附件1", "附件2"]),
        ("附表1\n计划表\n", "附表2\n回执\n", ["附表1", "附表2"]),
        ("附件：\n计划表\n", "附件2：\n回执\n", ["附件", "附件2"]),
    ],
)
@pytest.mark.parametrize("end", [SIGNED, ""])
def test_attachments_behind_the_document(first: str, second: str, names: list[str], end: str) -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}{end}\n{first}一、差距\n二、对策\n\n{second}一、姓名\n二、电话\n")
    assert [document.name for document in tree.documents] == ["", *names]
    assert [document.title for document in tree.documents] == [TITLE, "计划表", "回执"]
    assert [len(document.clauses) for document in tree.documents] == [2, 2, 2]


def test_a_form_has_a_field_for_attachments() -> None:
    tree = parse_outline(
        f"{TITLE}\n\n{BODY}{SIGNED}\n附件1\n申报表\n支部名称：\n附件：佐证材料\n审核意见：\n\n附件2\n回执\n姓名：\n"
    )
    assert [document.name for document in tree.documents] == ["", "附件1", "附件2"]
    assert tree.documents[1].addressee is None


IMPRINTS = [
    "抄送：校领导，各单位。\n中共示例学院委员会办公室　　　2024年3月9日印发\n",
    "| 抄送：校领导，各单位。 |\n| 中共示例学院委员会办公室 | 2024年3月9日印发 |\n",
    "主题词：党建 发展党员\n抄报：上级党委\n抄送：校领导、\n　　　各单位\n党委组织部 二〇二四年三月九日印发\n（共印80份）\n",
    "————————\n分送：各党总支。\n————————\n印发机关：党委办公室\n2024年3月9日印发\n校对：甲某某　　印数：80份\n",
    "报：上级党委\n送：校领导\n发：各党总支\n党委组织部　　2024年3月9日印\n",
]


@pytest.mark.parametrize("imprint", IMPRINTS)
@pytest.mark.parametrize("remark", ["（此件公开发布）", "此件主动公开", "（信息公开形式：依申请公开）", ""])
@pytest.mark.parametrize("end", [SIGNED, ""])
def test_the_end_of_a_document(imprint: str, remark: str, end: str) -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}{end}\n{remark}\n\n{imprint}")
    assert [clause.text.strip() for clause in tree.walk()] == ["要求\n\n坚持标准。", "安排\n\n按月推进。"]
    assert not any(clause.deadlines for clause in tree.walk() if "3月" in clause.text)
    assert tree.main.remark == (remark or None)
    assert (tree.main.imprint or "").split() == imprint.replace("　　　各单位", "各单位").split()
    assert tree.main.date == (date(2024, 3, 8) if end else None)
    assert len(tree.documents) == 1


def test_what_stands_within_the_text_opens_no_attachment() -> None:
    tree = parse_outline(f"{TITLE}\n\n一、要求\n坚持标准。\n\n附表1\n| 甲 | 乙 |\n\n二、安排\n按月推进。\n")
    assert [clause.id for clause in tree.walk()] == ["一", "二"]


def test_contacts_below_the_date_are_no_document() -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}{SIGNED}\n联系人：甲某某\n\n附件：\n1.工作计划\n2.回执\n")
    assert len(tree.documents) == 1
    assert tree.main.attachments == ("工作计划", "回执")


def test_the_imprint_behind_the_last_attachment() -> None:
    tree = parse_outline(f"{TITLE}\n\n{BODY}{SIGNED}\n附件1\n计划表\n一、差距\n二、对策\n\n{IMPRINTS[0]}")
    assert [document.imprint for document in tree.documents] == [IMPRINTS[0].strip(), None]


@pytest.mark.parametrize(
    ("end", "signature", "day"),
    [
        ("\n党委组织部　　2024年3月8日\n", "党委组织部", date(2024, 3, 8)),
        ("\n党委组织部（盖章）\n2024 年 3 月 8 日\n", "党委组织部（盖章）", date(2024, 3, 8)),
        ("\n党委组织部\n2024-03-08\n", "党委组织部", date(2024, 3, 8)),
        ("\n\n党委组织部\n\n党委宣传部\n\n二〇二四年三月八日\n", "党委组织部 党委宣传部", date(2024, 3, 8)),
        ("特此通知\n党委组织部\n2024年3月8日\n", "党委组织部", date(2024, 3, 8)),
        ("\n\n党委组织部\n", "党委组织部", None),
        ("责任单位：\n\n党委组织部\n", None, None),
        ("完成时限：6月底\n党委组织部\n2024年3月8日\n", "党委组织部", date(2024, 3, 8)),
        ("", None, None),
    ],
)
def test_signature_and_date(end: str, signature: str | None, day: date | None) -> None:
    main = parse_outline(f"{TITLE}\n\n{BODY}{end}").main
    assert (main.signature, main.date) == (signature, day)


def test_several_notices_in_one_file() -> None:
    first = "关于报送总结的通知\n\n各党总支：\n\n请于12月20日前报送。\n\n党委组织部\n\n2024年12月1日\n\n"
    second = "中共示例学院委员会文件\n\n校组发〔2024〕9号\n\n关于开展核查的通知\n\n各党总支：\n\n一、范围\n\n全体党员。\n\n抄送：校领导。\n\n"
    third = "关于召开会议的\n\n通知\n\n各党总支：\n\n一、时间\n\n12月9日。\n"
    tree = parse_outline(first + second + third)
    assert [document.title for document in tree.documents] == [
        "关于报送总结的通知",
        "关于开展核查的通知",
        "关于召开会议的通知",
    ]
    assert [document.serial for document in tree.documents] == [None, "校组发〔2024〕9号", None]
    assert [clause.id for clause in tree.walk()] == ["一", "文2·一"]


LINES = [
    "目录",
    "一、甲方案",
    "一、甲方案....1",
    "二、乙方案",
    "（一）丙",
    "1.丁",
    "附件1",
    "附件1：计划表",
    "附件：1.甲 2.乙",
    "附件：",
    "2.乙表",
    "抄送：甲、",
    "各单位。",
    "甲办公室  2024年3月5日印发",
    "（此件公开发布）",
    "当前位置：首页 > 正文",
    "发布时间：2024-03-05",
    "上一篇：无",
    "编辑：甲",
    "2024年3月5日",
    "党委组织部",
    "党委组织部 2024年3月5日",
    "关于做好工作的通知",
    "校发〔2024〕1号",
    "签发人：甲某某",
    "\u3000\u3000乙某某",
    "机密★1年",
    "各党总支：",
    "各党总支、",
    "现通知如下。",
    "",
    "————",
    "第一条 甲。",
    "附则",
    "## 标题",
    "**粗体**",
    "（2024年3月5日",
    "通过）",
    "相关文章",
    "共印50份",
    "目",
    "录",
    "附表1",
    "责任单位：甲",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_parts_in_any_order_leave_no_gap(lines: list[str]) -> None:
    text = "\n".join(lines)
    tree = parse_outline(text)
    assert tree.written == text
    inside = [text[segment.start : segment.end] for segment in tree.segments if segment.part is DocumentPart.CLAUSE]
    assert "".join(text[clause.start : clause.end] for clause in tree.walk()) == "".join(inside)


def test_remains_between_two_lines_of_a_clause_are_its_text() -> None:
    tree = parse_outline("规定\n一、甲项工作\n上一篇：无\n\n下一篇：无\n还有一句。\n上一篇：无\n\n二、乙项工作\n略。\n")
    assert [clause.text for clause in tree.walk()] == [
        "甲项工作\n上一篇：无\n\n下一篇：无\n还有一句。",
        "乙项工作\n略。",
    ]
    assert [segment.part.value for segment in tree.segments] == ["标题", "条款", "网页残留", "空行", "条款"]
