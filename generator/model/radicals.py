"""Radicals and compatibility ideographs that files from PDFs contain instead of the characters they look like."""

from __future__ import annotations

import re
import unicodedata

_SUPPLEMENT = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺"
    "⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_EQUIVALENT = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀"
    "聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
"""What the CJK Radicals Supplement stands for, which no normalization form says (Unicode 14, Equivalent_Unified_Ideograph)."""

_NORMALIZED = [*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]
"""Kangxi Radicals, CJK Compatibility Ideographs and their supplement, which NFKC maps to one ideograph each."""

_IDEOGRAPHS = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _NORMALIZED},
    **dict(zip(_SUPPLEMENT, _EQUIVALENT, strict=True)),
}
"""What each is read as; twelve of the compatibility ideographs are ideographs of their own and read as themselves."""

RADICAL = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Where they stand.  Blocks, because a class of single characters takes a hundred times as long."""


def ideograph(found: re.Match[str]) -> str:
    """What a character that `RADICAL` found is read as."""
    return _IDEOGRAPHS.get(found[0], found[0])
