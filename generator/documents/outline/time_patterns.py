"""How official documents write times; each alternative of `TIME` has its own groups."""

from __future__ import annotations

import re

from generator.model.numerals import HAN

_RELATIVE = "(?:[今去明来]年|(?<![此每本首各一再多])[次翌]年|(?<![会以之])[上下]年|(?<![应适相])当年|(?<!会)同年|本年)"
"""Not 此次年底, 会上年底, 应当年底."""

_N = rf"(?:\d{{1,2}}|[{HAN}]{{1,4}})"
_Y = rf"(?:\d{{4}}|[一二][{HAN}]{{3}})"
_DASH = r"\s?(?:起|开始|始)?\s?(?:[-－—–─~～]{1,2}|至|到)\s?"
_PART = "底|末|初|上中旬|中下旬|上旬|中旬|下旬"
_BEFORE = "之前|以前|前(?![后往夕期])"
_DAY = "[日号](?!常)"
_WEEKDAY = r"(?:\s?[（(]\s?(?:星期|周|礼拜)[一二三四五六日天]\s?[）)])?"
_CLOCK = rf"(?:\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?|{_N}\s?[点时](?:整|半|[一三]刻|{_N}\s?分)?)"
_HOURS = rf"{_WEEKDAY}(?:\s?当[天日])?(?:\s?(?:上午|下午|中午|晚上|晚间|晚(?!于)|早上|早晨|凌晨|傍晚))?(?:\s?{_CLOCK}(?:\s?[-－—–~～至到]{{1,2}}\s?{_CLOCK})?)?(?:[上下]班)?{_WEEKDAY}(?:\s?[（(](?:含[^（）()\n]{{0,6}}|[^（）()\n□]{{0,8}}□{{2,16}})[）)])?"
"""What may follow a day: its weekday in brackets, the time of day, hours, （含当日）, a lunar day (masked)."""

_LATEST = r"即日起?[至到]|截至|截止(?:日期|时间)?(?:到|至|于|为|是)?|不[得应]?[迟晚]于|(?:最[迟晚]|至迟)(?:不得?(?:超过|[迟晚]于)|[于在到至])?"
_KEY = r"(?:时限|期限|截止(?:日期|时间)?|时间节点)\s?[为：:]\s?"
_FIRST = rf"\d{HAN}每年第今去明来本上下当同次翌全截不最至时期即元国教“"
"""The characters that a time begins with; most are not one, and are passed over at once."""

EVES = {
    "元旦": (12, 31),
    "三八": (3, 7),
    "五一": (4, 30),
    "五四": (5, 3),
    "六一": (5, 31),
    "七一": (6, 30),
    "八一": (7, 31),
    "教师": (9, 9),
    "国庆": (9, 30),
}
"""The days before feasts of the solar calendar."""

_ORDINAL = "[一二三四1-4１-４]"


def _year(name: str) -> str:
    """A year in digits, in Chinese numerals, or as a word (次年)."""
    return rf"(?:(?P<y{name}>{_Y})\s?年度?|(?P<r{name}>{_RELATIVE})度?)\s?"


def _day(name: str, *, digits: bool = False) -> str:
    """A day or part of a month; a day may lack its 日 in 3月1、2日, and with `digits` in 3月1-15日."""
    bare = rf"|(?P<d{name}x>\d{{1,2}})" if digits else rf"|(?P<d{name}x>\d{{1,2}})(?=[、和及]\d{{1,2}}{_DAY})"
    return rf"(?:(?P<d{name}>{_N})\s?{_DAY}|(?P<p{name}>{_PART}){bare})"


TIME = re.compile(
    rf"""(?=[{_FIRST}])(?<![\d.])(?<!\d、)(?:
      每(?:一|个)?(?P<every>学期|半年|季度|[年季月周日])(?:(?:年)?[底末]|\s?第(?:{_N})个?(?:星期|周)[一二三四五六日天]|(?:的)?(?:第?[{HAN}\d]{{1,2}}个?月份?|\d{{1,2}}月|首月)(?:{_N}{_DAY}|{_PART})?|{_N}{_DAY}|{_PART}|(?<=周)[一二三四五六日天])?{_HOURS}(?:{_BEFORE})?  # 每季度, 每月第四个星期四, 每月5日前, 每年12月底前
    | (?:(?P<key>{_KEY})|(?P<latest>{_LATEST})\s?)?(?:
        (?P<y3>\d{{4}})(?P<joint>[-./])(?P<m3>\d{{1,2}})(?P=joint)(?P<d3>\d{{1,2}})(?![\d.])
          (?:{_DASH}(?:(?P<y4>\d{{4}})(?P=joint))?(?P<m4>\d{{1,2}})(?P=joint)(?P<d4>\d{{1,2}})(?![\d.]))?  # 2019-05-20, 2019.3.1-2019.4.30
      | (?:{_year("a")})?(?P<ma>{_N})(?:\s?月份?\s?{_day("a", digits=True)}?)?{_HOURS}{_DASH}
          (?:(?:{_year("b")})?(?P<mb>{_N})\s?月份?\s?{_day("b")}?|(?P<only>{_N})\s?{_DAY}|(?P<till>[本当]?年[底末]))  # 3月1日-4月30日, 9-12月, 3月1日-15日
      | (?:{_year("1")})?(?P<m1>{_N})\s?月份?(?:\s?{_day("1")})?  # 5月20日, 8月底, 10月中旬
      | (?:{_year("0")}|(?<![半每学周近多几整0-9{HAN}])(?=年))(?P<end>年?(?:底|末|内)|年终(?={_BEFORE}))  # 2019年底, 年内, 明年底
      | (?:{_year("h")})?(?P<half>[上下])半年(?:[底末内])?
      | (?:{_year("q")})?(?<![前至第、])(?:第?(?P<qa>{_ORDINAL})(?:季度)?(?:{_DASH}|[、和及]))?第?(?P<q>{_ORDINAL})季度(?P<qp>[底末内])?(?!\s?[一二两1-3]\s?次)
      | (?:{_year("w")})?(?P<whole>全年)(?!级)  # only where it is due
      | (?<=[，；。,;于在晚迟至过])(?P<alone>\d{{1,2}}|[廿卅][{HAN}]?)日(?(latest)|(?={_HOURS}\s?(?:{_BEFORE})))  # 20日17时前, 不晚于20日, behind 3月15日
      | [“"]?(?P<feast>{"|".join(EVES)})节?[”"]?(?={_BEFORE})  # “七一”前: until the day before
      | (?P<near>本|下个?)月(?:\s?(?P<dn>{_N})\s?{_DAY}|(?P<pn>{_PART}))
      | (?P<week>[本下])(?:周|星期)(?P<weekday>[一二三四五六日天])
      | (?P<y6>(?:19|20)\d\d)[-./](?P<m6>0?[1-9]|1[0-2])(?:{_DASH}(?P<y7>(?:19|20)\d\d)[-./](?P<m7>0?[1-9]|1[0-2]))?(?![\d./-])  # 2024.5—2024.10; 2024.5, 2024-05 only with 前
      | (?<!第)(?P<m5>0?[1-9]|1[0-2])[./](?P<d5>0?[1-9]|[12]\d|3[01])(?![\d.%％/])(?:{_DASH}(?P<m8>0?[1-9]|1[0-2])[./](?P<d8>0?[1-9]|[12]\d|3[01])(?![\d.%％/]))?  # 5.20, 5/20: only with 前
      ){_HOURS}\s?(?P<by>{_BEFORE}|截止|为止|止(?!于))?
    )""",
    re.VERBOSE,
)
"""A time.  What is only written like one is told apart where it is read."""

LUNAR = re.compile(
    rf"""(?:农历|阴历|夏历)(?:{_Y}年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?:闰?(?:{_N}|[正冬腊])月)?(?:初?[{HAN}]{{1,3}}日?|[底末])?(?:{_BEFORE})?
    | (?:闰[{HAN}]{{1,2}}|[正冬腊])月(?:初?[{HAN}]{{1,3}}日?|[底末初]|[上中下]旬)?(?:{_BEFORE})?
    | [{HAN}]{{1,2}}月初[一二三四五六七八九十](?![次批些个场轮期])(?:{_BEFORE})?
    | (?:春节|除夕|元宵节?|端午节?|中秋节?|重阳节?)(?:{_BEFORE})
    """,
    re.VERBOSE,
)
"""A day of the lunar calendar, or a feast that it sets a time by."""

PERIODS = {"季度": "季"}
