"""The label (number) that a line begins with, and whether the line alone proves it."""

from __future__ import annotations

import re

from generator.model.clause import Style
from generator.model.numerals import HAN, LEGAL, STEMS, enclosed, legal_number, number
from generator.model.text_line import Label

SPACE = r"[\s\u00a0\u3000]"
"""White space that is often left around a number."""

_MARKS = re.compile(r"^#{1,6}[ \t]+|\*\*")
_MARKDOWN = r"(?:[#]{1,6}[ \t]+)?(?:\*\*)?"
_LEAD = rf"{SPACE}*{_MARKDOWN}{SPACE}*"
_HAN = f"[{HAN}]{{1,7}}"
_NUMBER = rf"(?:{_HAN}|\d{{1,4}})"

_LINE = re.compile(
    rf"""(?P<lead>{_LEAD})(?P<label>
      第{SPACE}?(?P<formal>{_NUMBER}){SPACE}?(?P<kind>部分|[编篇章节条])(?:之(?P<inserted>[{HAN}]{{1,3}}))?(?![例约件款课]|规定|线索)(?:(?P<parted>、(?!第)|[：:]|\*\*|(?={SPACE})|$)|(?=[^\s第及至和，、的之项]))  # 第一章, 第3条, 第三条之一; not 第一例, 第2款, 第一和第二
    | (?P<han>{_HAN}){SPACE}{{0,2}}(?:、|[.．])(?!{_HAN}(?:、|年级|季度|等奖|[年月日]|[和与及至]{_HAN}))  # 一、 二．, 三 、; not 一、二年级, 三、四月
    | (?P<legal>[{LEGAL}]{{1,3}})[、.．]  # 壹、
    | (?P<stem>[{STEMS}])[、.．](?![{STEMS}]|方)  # 甲、; not 甲、乙两支部
    | [（(〔]{SPACE}?(?P<hanp>{_HAN}){SPACE}?[）)〕][、.．]?  # （一） 〔二〕
    | (?P<digit>\d{{1,4}})(?:{SPACE}{{0,2}}、(?!\d{{1,3}}(?:[、，,和及与至号]|月份))|{SPACE}{{1,2}}[.．](?![\d.．])|[.．](?!\d)|[.．](?=(?:19|20)\d\d年|\d{{1,3}}(?:[-－—–~～至]\d{{1,3}})?(?:[名人次位份项]|个(?!月|百分|小时))))  # 1、 1． 1 . 1.; not 1.5亿元, 2、3号, 3、4月份
    | (?P<digitp>[（(〔]{SPACE}?\d{{1,3}}{SPACE}?[）)〕]|\d{{1,3}}[）)])[、.．]?  # （1） 1）
    | (?P<single>[⒈-⒛])
    | (?P<singlep>[⑴-⒇])
    | (?P<hansingle>[㈠-㈩])
    | (?P<circled>[①-⑳㉑-㉟㊱-㊿])[、.．]?
    )(?P<gap>{SPACE}*)""",
    re.VERBOSE,
)
_WORD = re.compile(
    rf"(?P<lead>{_LEAD})(?P<label>[一二两三四五六七八九十][^\W\d一二三四五六七八九十是]{{1,3}}[：:])(?P<gap>{SPACE}*)"
)
_STAGE = re.compile(
    rf"""(?P<lead>{_LEAD})(?P<label>
      第[一二三四五六七八九十\d]{{1,2}}阶段(?:[：:、]|(?={SPACE}|[（(]|\*\*|$))  # 第一阶段：动员; not 第一阶段主要是
    | [^\W\d]{{2,12}}(?<![个各该本现])阶段(?=[（(][^（）()\n]{{0,20}}月[^（）()\n]{{0,20}}[）)](?:，[^，。；\n]{{2,12}})?[：:]?(?:\*\*)?{SPACE}*$)  # 动员阶段（3月—4月）
    )(?P<gap>{SPACE}*)""",
    re.VERBOSE,
)
_HEADING = re.compile(rf"(?P<lead>{_LEAD})(?P<label>[总附]{SPACE}*则)(?:\*\*)?{SPACE}*$")
_MARKED = re.compile(rf"{SPACE}*(?:#{{2,6}}[ \t]+(?P<hash>\S.*)|\*\*(?P<bold>[^*\n]{{1,60}})\*\*{SPACE}*)$")
_FORMAL = {
    "部分": Style.PART,
    "编": Style.VOLUME,
    "篇": Style.VOLUME,
    "章": Style.CHAPTER,
    "节": Style.SECTION,
    "条": Style.ARTICLE,
}
_STYLES = {
    "han": Style.HAN,
    "legal": Style.LEGAL,
    "stem": Style.STEM,
    "hanp": Style.HAN_BRACKETED,
    "hansingle": Style.HAN_BRACKETED,
    "digit": Style.DIGIT,
    "single": Style.DIGIT,
    "digitp": Style.DIGIT_BRACKETED,
    "singlep": Style.DIGIT_BRACKETED,
    "circled": Style.CIRCLED,
}
_ENUMERATED = frozenset("②③④⑤⑥⑦⑧⑨⑩")
_PLACED = frozenset("十百千廿卅")
_REFERS = re.compile(
    r"所(?:列|称|述|指|涉|规定|定的|说)|中(?:的|[“\"]|关于|所|规定|提到|有关)|[之以]外|除外|以[上下内]|列[举明]|情形|内容(?:由|按|为|是|包括)"
    rf"|主要(?!任务|职责|内容|工作|措施|目标|原则)|介绍|阐述|讲述|明确了|[修更]改|改为|修订为|调整为|删[去除]|移至|增加(?:[{HAN}]|[“\"])"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)][项、和及至]"
)
"""How prose goes on behind 第五条 that refers to an article: 所列情形除外, 中的“以上”, 修改为."""

_REFERENCE = re.compile(rf"第[{HAN}\d]{{1,7}}(?:部分|[章节条])")
_SENTENCE_ENDS = tuple("。；！？;")
_TITLE_LENGTH = 30
_HEADING_LENGTH = 60


def may_be_heading(words: str) -> bool:
    """Whether a paragraph without a number may be a heading, if it is set as one: short, and no sentence or key."""
    return 0 < len(words) <= _HEADING_LENGTH and "：" not in words and not words.rstrip().endswith(("。", "；", ":"))


def bare_of(line: str) -> str:
    """The text of a line without Markdown marks and the space around it."""
    return _MARKS.sub("", line.strip()).strip()


def label_of(line: str) -> Label | None:
    """The label of a line; None for numbers that are not labels (1.5亿元, 2019年, 3-5名).

    A label is not `firm` where prose may begin the same way: 第五条 without a space behind it, 五一、, 1001.
    """
    found = _LINE.match(line)
    if found is None:
        return _unnumbered(line)
    style, value = _read(found)
    rest = line[found.end("label") :]
    if value is None or not 0 < value < 10_000 or _is_enumeration(style, rest):
        return None
    if found["kind"] and found["parted"] is None and _is_prose(style, rest):
        return None
    inserted = number(found["inserted"] or "零") or 0
    return Label(style, value, found["label"].replace("**", ""), found.end(), inserted, _is_firm(found, style, rest))


def _read(found: re.Match[str]) -> tuple[Style, int | None]:
    if found["kind"]:
        return _FORMAL[found["kind"]], number(found["formal"])
    name = next(each for each in _STYLES if found[each])
    if name in {"single", "singlep", "hansingle", "circled"}:
        return _STYLES[name], enclosed(found[name])
    if name == "stem":
        return Style.STEM, STEMS.index(found[name]) + 1
    if name == "legal":
        return Style.LEGAL, legal_number(found[name])
    return _STYLES[name], number(re.sub(rf"[（()）〔〕]|{SPACE}", "", found[name]))


def _is_enumeration(style: Style, rest: str) -> bool:
    """Whether ①…②…③… are in one line: a list within a sentence, not clauses."""
    return style is Style.CIRCLED and any(each in _ENUMERATED for each in rest)


def _is_prose(style: Style, rest: str) -> bool:
    """Whether words that follow 第五条 or 第二章 without a space are a sentence about it."""
    if _REFERS.match(rest):
        return True
    return style is not Style.ARTICLE and (_is_sentence(rest) or len(rest.strip()) > _TITLE_LENGTH)


def _is_sentence(rest: str) -> bool:
    """Whether words are no title of a chapter: they end as a sentence does, or name another chapter."""
    words = rest.rstrip()
    return words.endswith(_SENTENCE_ENDS) or "。" in words or _REFERENCE.search(words) is not None


def _is_firm(found: re.Match[str], style: Style, rest: str) -> bool:
    if found["kind"]:
        return found["parted"] is not None and (style is Style.ARTICLE or not _is_sentence(rest))
    if found["han"]:
        return len(found["han"]) == 1 or not _PLACED.isdisjoint(found["han"])
    return style is not Style.STEM and not (found["digit"] and len(found["digit"]) > 3)


def _unnumbered(line: str) -> Label | None:
    """Labels without a number: 附则, 一核：, 第一阶段：, Markdown headings and bold lines."""
    found = _WORD.match(line) or _STAGE.match(line)
    if found:
        return Label(Style.WORD, 0, found["label"], found.end())
    found = _HEADING.match(line)
    if found:
        return Label(Style.HEADING, 0, re.sub(SPACE, "", found["label"]), found.end())
    found = _MARKED.match(line)
    if found is None:
        return None
    group = "hash" if found["hash"] else "bold"
    words = found[group].replace("**", "").strip()
    return Label(Style.HEADING, 0, words, found.end()) if words else None
