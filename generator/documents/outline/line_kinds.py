"""What a line of an official document is by its words alone, wherever it stands (GB/T 9704-2012, clause 7)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.clause import Style
from generator.model.text_line import TextLine

_HAN_COUNT = r"[一二三四五六七八九十]{1,3}(?=[\s：:．.、】\]］）)]|$)"
_COUNT = rf"(?:\d{{1,3}}(?:[-－—]\d{{1,2}})?(?![年月日\d]|[.．]\d)|{_HAN_COUNT})"
_ATTACHED = re.compile(
    rf"[【\[［（(]?\s?(?P<kind>附\s{{0,4}}[件表录]|附(?=\s?(?:[一二三四五六七八九十\d：:])))\s{{0,4}}(?P<number>{_COUNT})?"
    r"\s?[】\]］）)]?\s{0,4}[：:．.、]?\s*(?P<title>.*)$"
)
_LISTED = re.compile(
    rf"附\s{{0,4}}[件表录]?\s{{0,4}}{_COUNT}?\s?(?:目录|清单|材料)?\s?(?:[（(][^（）()]{{1,8}}[）)])?\s?(?:[：:]|(?=【[^【】]+】))"
    rf"|附\s{{0,4}}[件表]\s{{0,4}}{_COUNT}\s?[.．、](?!\s{{0,2}}[附和及与\d])"
)
_TITLE_LENGTH, _COMPLETE_LENGTH = 60, 200
_SENTENCE_END = re.compile(r"[。；！？;]|[：:]$")
_STOPS = re.compile(r"[。；！？;]|[：:，,]$")
_KINDS = (
    "方案|通知|意见|办法|规定|细则|条例|计划|通报|决定|制度|要点|规则|章程|规程|报告|总结|守则|公约|指南|安排|手册|"
    "公告|通告|公报|决议|请示|批复|复函|的函|纪要|公示|倡议书|规划|纲要|准则|须知|简报|汇编|标准|预案"
)
_COMPLETE = re.compile(rf"(?:{_KINDS})(?:[（(〔【][^（）()〔〕【】]{{1,40}}[）)〕】]){{0,2}}$")
_COMPLETE_FORM = re.compile(
    r"(?:表|名单|清单|样式|样表|模板|范本|回执|台账|目录|题目|说明|书)(?:[（(〔【][^（）()〔〕【】]{1,40}[）)〕】]){0,2}$"
)
_UNTITLED = re.compile(r"[（(\[|>]|【|抄送|抄报|主题词|印发|责任|牵头|配合|特此|此致|以上|妥否|当否")
_DAY = r"(?:\d{4}|[一二][〇○零O0一二三四五六七八九]{3})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日"
_IMPRINT = re.compile(
    rf"""(?:抄\s{{0,4}}[送报]|分\s{{0,4}}送)(?:机关|单位)?\s?[：:]
    | 主\s?题\s?词\s?[：:]
    | (?:[^，。；：、]{{2,40}}[ \t\u3000\u00a0]{{1,60}})?{_DAY}\s?(?:印发|印制|印)$  # 甲大学办公室　2024年3月8日印发
    | 印\s?发\s?(?:机关|单位|部门|日期|时间|人)\s?[：:]
    | [（(]?\s?(?:共\s?印|印\s?数|印\s?刷|份\s?数|印)\s?[：:]?\s?\d{{1,6}}\s?份\s?[）)]?$
    | (?:校\s?对|打\s?字|打\s?印|拟\s?稿|核\s?稿)人?\s?[：:]\s?[^\s。；]{{1,10}}(?:\s+\S{{1,20}}){{0,3}}$
    """,
    re.VERBOSE,
)
_CELLS = re.compile(r"[ \t]*\|[ \t]*")
"""Borders of the table in which Word documents have their 版记."""

_COPY_LINE = re.compile(r"(?:主\s{0,4}送|发\s{0,4}送|报|送|发|抄)(?:机关|单位)?\s?[：:]\s?\S")
_REMARK = re.compile(
    r"""[（(]?\s?[此本]件[^。；]{0,30}(?:公开|发布|发至|传达|登报|上网|翻印)[^。；]{0,20}[）)]?。?$
    | [（(]\s?(?:联\s?系\s?人|联系电话|联系方式)[^（）()]{0,80}[）)]$
    | [（(]?\s?(?:信息)?公开(?:形式|属性|方式|类别|选项)\s?[：:]\s?[^\s。；]{2,12}[）)]?$
    """,
    re.VERBOSE,
)
_ORGANISATION = re.compile(
    r"(?:部|处|室|委员会|党委|党总支|支部|学院|大学|学校|中心|纪委|团委|会|办|组|局|厅|司|院|馆|所|系)"
    r"(?:[（(][^（）()]{1,10}[）)])?$"
)
_ORGANISATION_LENGTH = 40


def blanked(line: TextLine) -> TextLine:
    """The line as if nothing stood in it, for what is no part of the text around it."""
    return replace(line, bare="", label=None)


def attachment_heading(line: TextLine) -> re.Match[str] | None:
    """附件, 附件1, 附件1：清单: the line that opens an attachment, or names one in a list; groups `kind number title`."""
    return _ATTACHED.match(line.bare) if not (line.is_numbered or line.quoted) else None


def is_listed(line: TextLine) -> bool:
    """Whether a line is 附件：…, the list of attachments before the signature."""
    return not (line.is_numbered or line.quoted) and _LISTED.match(line.bare) is not None


def listed_name(words: str) -> str:
    """What follows 附件： or 附件1：."""
    return _LISTED.sub("", words, count=1).strip()


def is_complete_title(words: str) -> bool:
    """Whether it ends as titles of documents do: …方案, …办法（试行）."""
    return _COMPLETE.search("".join(words.split())) is not None


def is_complete_form(words: str) -> bool:
    """Whether it ends as titles of attachments do: …方案, …计划表, …名单."""
    return is_complete_title(words) or _COMPLETE_FORM.search(words) is not None


def may_be_title(line: TextLine) -> bool:
    """Whether a line may be part of a title: no sentence, no number, not 抄送 or the like, and short or complete."""
    if line.is_blank or line.quoted or line.is_numbered or (line.label is not None and line.label.style is Style.WORD):
        return False
    if _STOPS.search(line.bare) or _UNTITLED.match(line.bare):
        return False
    return len(line.bare) <= _TITLE_LENGTH or (len(line.bare) <= _COMPLETE_LENGTH and is_complete_title(line.bare))


def may_run_on(line: TextLine) -> bool:
    """Whether a line may be part of a title that goes on in the next line: it may end with a comma."""
    if line.is_blank or line.label is not None or len(line.bare) > 2 * _TITLE_LENGTH or _UNTITLED.match(line.bare):
        return False
    return _SENTENCE_END.search(line.bare) is None


def is_imprint(line: TextLine) -> bool:
    """Whether a line belongs to 版记: 抄送, 印发, 印数, 主题词."""
    return line.label is None and _IMPRINT.match(_CELLS.sub("\u3000", line.bare).strip()) is not None


def is_copy_line(line: TextLine) -> bool:
    """Whether a line behind the signature says to whom the document goes: 抄送：, 主送：, 报：."""
    return line.label is None and (is_imprint(line) or _COPY_LINE.match(line.bare) is not None)


def is_remark(line: TextLine) -> bool:
    """Whether a line is 附注: （此件公开发布）."""
    return line.label is None and _REMARK.match(line.bare) is not None


def is_organisation(line: TextLine) -> bool:
    """Whether a line is no more than the name of an organisation."""
    words = line.bare
    return len(words) <= _ORGANISATION_LENGTH and may_be_title(line) and _ORGANISATION.search(words) is not None
