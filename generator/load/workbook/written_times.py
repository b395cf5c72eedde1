"""Times of day as people write them in cells: 14：30—16：10, 下午2点半, 14时30分."""

from __future__ import annotations

import re
import unicodedata

_HALF = {"上午": 0, "早上": 0, "中午": 0, "下午": 12, "傍晚": 12, "晚上": 12, "晚": 12}
_BETWEEN = re.compile(r"\s*(?:[-–—―~～至到]|--)\s*")
_MOMENT = re.compile(
    rf"(?P<half>{'|'.join(_HALF)})?\s*(?P<hour>\d{{1,2}})\s*(?:[:.](?P<minute>\d{{2}})(?::00)?|[时点]\s*(?:(?P<han>\d{{1,2}})\s*分?|(?P<part>半|整))?)"
)
_WRITTEN = re.compile(r"\d{1,2}:\d{2}(?: *[-–—~～至到] *\d{1,2}:\d{2})?", re.ASCII)


def times_in_text(text: str) -> str:
    """The time or the span that a text names, as `14:30-16:10`; the text itself where it names none."""
    if _WRITTEN.fullmatch(text):
        return text
    pieces = _BETWEEN.split(unicodedata.normalize("NFKC", text).strip())
    moments = [_MOMENT.fullmatch(piece) for piece in pieces]
    if len(moments) > 2 or not all(moments):
        return text
    half, made = "", []
    for moment in moments:
        half = (moment and moment["half"]) or half
        made.append(_told(moment, half) if moment else "")
    return "-".join(made)


def _told(moment: re.Match[str], half: str) -> str:
    hour = int(moment["hour"])
    minute = 30 if moment["part"] == "半" else int(moment["minute"] or moment["han"] or 0)
    later = _HALF.get(half, 0) if hour < 12 else 0
    if half == "中午" and hour < 3:
        later = 12
    return f"{hour + later:02}:{minute:02}"
