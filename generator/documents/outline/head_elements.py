"""What a line of 版头 says: serial, 密级, 紧急程度, 份号, 签发人 (GB/T 9704-2012, 7.2)."""

from __future__ import annotations

import re

from generator.model.text_line import TextLine

_OPEN, _CLOSE = "〔［\\[（(【﹝", "〕］\\]）)】﹞"
_YEAR = r"(?:\d{4}|[二一][〇○零O0一二三四五六七八九]{3})"
_SERIAL = rf"(?:(?:发文|文件)?[字文]\s?号\s?[：:]\s?)?[（(]?(?P<serial>(?:\d{{4}}\s?年\s?)?第\s?\d{{1,4}}\s?[号期]|[^\s。；，：{_OPEN}]{{0,20}}\s?[{_OPEN}]\s?{_YEAR}\s?[{_CLOSE}]\s?第?\s?\d{{1,5}}\s?号)[）)]?"
_ELEMENT = re.compile(
    rf"""(?:{_SERIAL}
    | (?:密\s?级\s?[：:]\s?)?(?P<secrecy>(?:绝\s?密|机\s?密|秘\s?密)(?:\s?[★☆*]\s?(?:长期|[\d一二三四五六七八九十]{{1,3}}\s?(?:年|个月|月|天|日)|[\d年月日.]{{1,12}})?)?)
    | (?:紧急程度|缓\s?急|等\s?级)?\s?[：:]?\s?(?P<urgency>特\s?急|加\s?急|平\s?急|特\s?提|急\s?件)
    | 签\s?发\s?人?\s?[：:]\s?(?P<approver>[^\s：:]{{1,12}}(?:\s{{1,8}}[^\s：:]{{1,12}}){{0,3}})
    | (?:份\s?号\s?[：:]\s?|[Nn][Oo]\.?\s?|№\s?)?(?P<copy_number>\d{{6}})
    | (?:保密期限|会\s?签\s?人?)\s?[：:]\s?\S{{1,20}}
    | [★☆\-—_=·─━]+
    )(?:\s+|$)""",
    re.VERBOSE,
)
_LENGTH = 120


def elements_of(line: TextLine) -> dict[str, str] | None:
    """What a line of 版头 says, by field of a document; None for another line."""
    if line.label is not None or len(line.bare) > _LENGTH:
        return None
    said: dict[str, str] = {}
    at = 0
    while at < len(line.bare):
        found = _ELEMENT.match(line.bare, at)
        if found is None:
            return None
        said |= {name: words for name, words in found.groupdict().items() if words}
        at = found.end()
    return said or {"": line.bare}
