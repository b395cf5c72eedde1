"""What a copy from a web page leaves around a document: path, time of publication, links, buttons, footer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.documents.outline.line_kinds import is_complete_title, may_be_title
from generator.model.text_line import TextLine

_END = r"\s*(?:[：:]|$)"
_SURE = re.compile(
    rf"""[【\[〖<«·•|\s]{{0,3}}(?:
      (?:您?(?:现在|目前|当前)?所?在?的?|当前)位置{_END}
    | [上下]一[篇条页则]{_END}
    | (?:浏览|阅读|点击|访问|查看)(?:次数|人数|总数|数|量|率){_END}
    | 字\s?[号体](?:大小)?\s?[：:\s]\s?[【\[]?\s?(?:特大|超大|大|中|小)
    | 打印(?:本[页文]|此[页文]|文章|页面)?\s?(?:[】\]|｜]|关闭|$)
    | 关闭(?:本页|此页|窗口|页面)?\s?(?:[】\]]\s?[【\[]|[】\]]?$)
    | 返回(?:顶部|首页|上一[页级]|列表)\s?[】\]]?$
    | 分享(?:到|至)?(?:{_END}|\s|微信|微博)
    | (?:扫一扫|微信扫一扫|扫码分享|加入收藏|设为首页|网站地图|联系我们)(?:[：:|\s]|$)
    | (?:相关(?:文章|链接|新闻|阅读|推荐)|热门(?:文章|新闻)|推荐(?:阅读|文章)|延伸阅读|友情链接){_END}
    | [^，。；]{{0,40}}\d{{1,2}}:\d\d\s{{1,3}}发表于\s?[\u4e00-\u9fff]{{2,6}}$
    | 阅读(?:原文|\s{{0,3}}[\d.]{{1,7}}万?\+?(?:\s{{1,8}}(?:点赞|赞|在看|分享|转发|收藏|留言)\s{{0,3}}[\d.]{{0,7}}万?\+?){{0,5}})$
    | 原创[ \u3000]{{1,4}}\S{{2,20}}[ \u3000]
    | 版权所有|Copyright|©|[\u4e00-\u9fff]?ICP备|[\u4e00-\u9fff]公网安备|您是第\s?\d+\s?位
    | (?:责任编辑|责编)\s?[：:]
    | 首页\s?(?:[>＞»›→/|｜]|-{{1,2}}>?|&gt;)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"[【\[（(\s]{0,2}(?:(?:发布|发表|发文|更新|上传|添加|录入|创建)(?:时间|日期)|索\s?引\s?号|主题分类|信息分类|(?:信息|文章|稿件|新闻)?来\s?源|作\s?者)\s?[：:]\s{0,20}\S"
)
_NAMED = re.compile(
    r"""[【\[（(\s]{0,2}(?:时\s?间|日\s?期|来\s?源|稿\s?源|作\s?者|发布[者人]|(?:发布|供稿|来稿|撰稿)(?:单位|部门|机构|人)|供稿|撰稿
    |(?:文字|图片|网络)?编\s?辑|审\s?核|审\s?校|[初复终]审|[一二三]审|点击|浏览|阅读|访问|公开类别|有\s?效\s?性|体裁分类|关\s?键\s?[字词])\s?[：:]\s?\S""",
    re.VERBOSE,
)
_CREDIT = re.compile(
    r"[（(][^（）()]{2,20}供稿[）)]$|[【\[（(]?(?:来\s?源|供稿|撰稿|(?:文字|图片|网络)?编\s?辑|[初终]审|[一三]审)\s?[：:]\s?\S"
)
_CREDITS = re.compile(
    r"[（(][^（）()]{2,20}供稿[）)]$|[【\[（(]?(?:来\s?源|作\s?者|供稿|撰稿|(?:文字|图片|网络)?编\s?辑|审\s?[核校]|[初复终]审|[一二三]审)\s?[：:]\s?\S"
)
_FOOTER = re.compile(
    r"(?:地\s?址|邮\s?编|邮政编码|电\s?话|联系电话|传\s?真|E-?mail|邮\s?箱|主办(?:单位)?|承办(?:单位)?|技术支持|建议使用)\s?[：:]?",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)$")
_PLAIN_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$")
_LONE = re.compile(
    r"(?:[>＞»›→/|｜]+|\d{1,7}\s?次?|[【\[]?\s?(?:大|中|小|打印|关闭|分享|收藏)\s?[】\]]?(?:\s+(?:大|中|小|打印|关闭|分享|收藏))*)$"
)
_MENU = re.compile(r"首页(?:$|(?:[\s|｜·]+\S{2,8}){2,}$)")
_PATH = re.compile(r"首页|.{0,8}位置\s*[：:]")
_LISTING = re.compile(r"[【\[·•\s]{0,2}(?:相关|热门|推荐|延伸|友情)")
_BESIDE = (_NAMED, _PUBLISHED, _MOMENT, _LONE, _PLAIN_DAY)
_LENGTH = 200
_TOP, _BELOW = 15, 6
"""Lines of text before a page's path, and behind it up to the title, at most."""


def web_lines(lines: Sequence[TextLine]) -> Iterator[int]:
    """The lines that belong to the web page, not to the document."""
    shown = [at for at, line in enumerate(lines) if not line.is_blank]
    rows = [lines[at] for at in shown]
    marks = [_is_sure(row) for row in rows]
    _mark_published(rows, marks)
    if any(marks):
        _mark_top(rows, marks)
        _mark_beside(rows, marks, range(1, len(rows)), -1, (*_BESIDE, _FOOTER))
        _mark_beside(rows, marks, range(len(rows) - 2, -1, -1), 1, _BESIDE)
        _mark_listings(rows, shown, marks)
    _mark_credits(rows, marks)
    yield from (at for at, mark in zip(shown, marks, strict=True) if mark)


def _is_sure(line: TextLine) -> bool:
    return _may_be_web(line) and (_SURE.match(line.bare) is not None or _MENU.match(line.bare) is not None)


def _may_be_web(line: TextLine) -> bool:
    return line.label is None and len(line.bare) <= _LENGTH and not line.bare.startswith("|")


def _mark_published(rows: Sequence[TextLine], marks: list[bool]) -> None:
    """发布时间：… at the top of the file, or next to a title or to other remains."""
    for at, row in enumerate(rows):
        if _may_be_web(row) and _PUBLISHED.match(row.bare):
            above = at == 0 or marks[at - 1] or _is_title(rows[at - 1])
            marks[at] = above or (at + 1 < len(rows) and (marks[at + 1] or _is_title(rows[at + 1])))


def _mark_top(rows: Sequence[TextLine], marks: list[bool]) -> None:
    """The head of the page: menus above its path, and what stands around the title."""
    limit = min(len(rows), 2 * _TOP)
    top = next((at for at in range(limit) if not (marks[at] or _is_named(rows[at]) or may_be_title(rows[at]))), limit)
    path = max((at for at in range(min(top, _TOP)) if marks[at] and _PATH.match(rows[at].bare)), default=0)
    titled = any(_is_title(row) for row in rows[path + 1 : path + _BELOW])
    for at in range(top):
        marks[at] = marks[at] or (titled and at < path) or _is_named(rows[at])


def _is_title(row: TextLine) -> bool:
    return may_be_title(row) and is_complete_title(row.bare)


def _is_named(row: TextLine) -> bool:
    return _may_be_web(row) and any(pattern.match(row.bare) for pattern in (_NAMED, _PUBLISHED, _MOMENT))


def _mark_beside(
    rows: Sequence[TextLine], marks: list[bool], order: Iterable[int], step: int, kinds: Iterable[re.Pattern[str]]
) -> None:
    """Lines that could be either belong to the page where the one beside them does."""
    for at in order:
        if not marks[at] and marks[at + step] and _may_be_web(rows[at]):
            marks[at] = any(pattern.match(rows[at].bare) for pattern in kinds)


def _mark_listings(rows: Sequence[TextLine], shown: Sequence[int], marks: list[bool]) -> None:
    """Titles of other pages, from 相关文章 to the next blank line."""
    listing = False
    for place, row in enumerate(rows):
        if marks[place]:
            listing = listing or _LISTING.match(row.bare) is not None
        elif listing and shown[place] == shown[place - 1] + 1 and _may_be_web(row) and not row.closes:
            marks[place] = True
        else:
            listing = False


def _mark_credits(rows: Sequence[TextLine], marks: list[bool]) -> None:
    """编辑：…, 来源：… at the end of the file."""
    end = len(rows)
    while end > 1 and (marks[end - 1] or (_may_be_web(rows[end - 1]) and _CREDITS.match(rows[end - 1].bare))):
        end -= 1
    if any(_CREDIT.match(row.bare) for row in rows[end:]):
        marks[end:] = [True] * (len(rows) - end)
