"""The lines of a text with their offsets, and the label (number) that each begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.clause import Style
from generator.model.numerals import HAN, enclosed, number
from generator.model.text_line import Label, TextLine

_MARKS = re.compile(r"^#{1,6}[ \t]+|\*\*")
_HEADING_MARK = re.compile(r"[ \t]*(#{1,6})[ \t]")
SPACE = r"[\s\u00a0\u3000]"
"""White space that is often left around a number."""

_MARKDOWN = r"(?:[#]{1,6}[ \t]+)?(?:\*\*)?"
_LEAD = rf"{SPACE}*{_MARKDOWN}{SPACE}*"
_HAN = f"[{HAN}]{{1,7}}"
_NUMBER = rf"(?:{_HAN}|\d{{1,3}})"

_LINE = re.compile(
    rf"""(?P<lead>{_LEAD})(?P<label>
      第{SPACE}?(?P<formal>{_NUMBER}){SPACE}?(?P<kind>[编篇章节条])(?![例约件款课]|规定)(?:[、：:]|\*\*|(?={SPACE})|(?=[^\s第及至和，的之项])|$)  # 第一章, 第3条; not 第一例, 第2款, 第一和第二
    | (?P<han>{_HAN})(?:、|[.．])(?!{_HAN}(?:、|年级|[年月日]|[和与及至]{_HAN}))  # 一、 二．; not 一、二年级, 三、四月
    | [（(〔]{SPACE}?(?P<hanp>{_HAN}){SPACE}?[）)〕][、.．]?  # （一） 〔二〕
    | (?P<digit>\d{{1,3}})(?:、(?!\d{{1,3}}(?:[、，,和及与至号]|月份))|[.．](?!\d)|[.．](?=(?:19|20)\d\d年|\d{{1,3}}(?:[-－—–~～至]\d{{1,3}})?(?:[名人次位份项]|个(?!月|百分|小时))))  # 1、 1． 1.; not 1.5亿元, 2、3号, 3、4月份
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
_HEADING = re.compile(rf"(?P<lead>{_LEAD})(?P<label>[总附]{SPACE}*则)(?:\*\*)?{SPACE}*$")
_MARKED = re.compile(rf"{SPACE}*(?:#{{2,6}}[ \t]+(?P<hash>\S.*)|\*\*(?P<bold>[^*\n]{{1,60}})\*\*{SPACE}*)$")
_FORMAL = {"编": Style.VOLUME, "篇": Style.VOLUME, "章": Style.CHAPTER, "节": Style.SECTION, "条": Style.ARTICLE}
_STYLES = {
    "han": Style.HAN,
    "hanp": Style.HAN_BRACKETED,
    "hansingle": Style.HAN_BRACKETED,
    "digit": Style.DIGIT,
    "single": Style.DIGIT,
    "digitp": Style.DIGIT_BRACKETED,
    "singlep": Style.DIGIT_BRACKETED,
    "circled": Style.CIRCLED,
}
_ENUMERATED = frozenset("②③④⑤⑥⑦⑧⑨⑩")


def label_of(line: str) -> Label | None:
    """The label of a line; None for numbers that are not labels (1.5亿元, 2019年, 3-5名)."""
    found = _LINE.match(line)
    if found is None:
        return _unnumbered(line)
    style, value = _read(found)
    if value is None or not 0 < value < 1000 or _is_enumeration(style, line[found.end("label") :]):
        return None
    return Label(style, value, found["label"].replace("**", ""), found.end())


def _read(found: re.Match[str]) -> tuple[Style, int | None]:
    if found["kind"]:
        return _FORMAL[found["kind"]], number(found["formal"])
    name = next(each for each in _STYLES if found[each])
    if name in {"single", "singlep", "hansingle", "circled"}:
        return _STYLES[name], enclosed(found[name])
    return _STYLES[name], number(re.sub(rf"[（()）〔〕]|{SPACE}", "", found[name]))


def _is_enumeration(style: Style, rest: str) -> bool:
    """Whether ①…②…③… are in one line: a list within a sentence, not clauses."""
    return style is Style.CIRCLED and any(each in _ENUMERATED for each in rest)


def _unnumbered(line: str) -> Label | None:
    """Labels without a number: 附则, 一核：, Markdown headings and bold lines."""
    found = _WORD.match(line)
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


def lines_of(text: str) -> Iterator[TextLine]:
    """Every line of a folded text; only a line feed ends a line."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        words = text[start:end].removesuffix("\n")
        heading = _HEADING_MARK.match(words)
        bare = _MARKS.sub("", words.strip()).strip()
        level = len(heading[1]) if heading else 0
        yield TextLine(
            start, end, words, bare.rstrip("# ") if level else bare, label_of(words) if bare else None, level
        )
        start = end
