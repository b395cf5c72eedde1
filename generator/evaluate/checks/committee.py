"""支委会设置: is there a branch committee where the members are enough for one, and of the right size?

Judged on `as_of`; posts in office are counted, for whether one person holds two is not recorded.  From seven full
members on: none or fewer than three is 缺项, three to five 符合, six or seven 提示 (beyond 一般), more than seven 提示 with
both readings, or 缺项 where the institution reads A2 so.  Below: one secretary and at most one deputy is 符合, no
secretary 缺项, more officers 提示.  The plan counts 党员 and the regulation 正式党员 (A3): where only the total reaches
seven both are worked out, and 提示 names both if they differ.

Reports: 符合、缺项、提示、无记录
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.evaluate.asked import Asked
from generator.evaluate.case import Case, Outcome, cite
from generator.evaluate.timing import unknown
from generator.evaluate.words import say_day
from generator.model.audience import Audience
from generator.model.fields import Count, entry
from generator.model.finding import Verdict
from generator.model.records.organisation import SoftLine
from generator.model.records.profile import Headcount, Officer, Post

NAME = "支委会设置"

_PUBLIC = Audience.PUBLIC


class Parameters(Asked):
    """The line from which a committee is set up, and its sizes."""

    line: Count = entry("设置线", _PUBLIC, example="7", hint="正式党员达到几名应设支委会")
    at_least: Count = entry("至少", _PUBLIC, example="3")
    usually_at_most: Count = entry("一般至多", _PUBLIC, example="5")
    at_most: Count = entry("至多", _PUBLIC, example="7")


def judge(case: Case, parameters: Parameters) -> Outcome:
    """Whether the committee, or the secretary alone, is what the day's numbers ask for."""
    members = case.dossier.headcount(case.as_of)
    if members is None:
        return unknown(case, f"支部概况没有{say_day(case.as_of)}的党员人数，不能判断应否设支部委员会")
    if case.profile.officers is None:
        return unknown(case, "支部概况没有写支委，不能判断支部委员会设置")
    officers = case.dossier.officers(case.as_of)
    verdict, reading = _read(case, parameters, members, officers)
    return Outcome(
        verdict, f"{_shows(case, members, officers)}；{reading}", cite("党员人数", members) + cite("支委", *officers)
    )


def _read(case: Case, parameters: Parameters, members: Headcount, officers: Sequence[Officer]) -> tuple[Verdict, str]:
    if members.full_members >= parameters.line:
        return _large(case, parameters, officers)
    if members.total < parameters.line:
        return _small(parameters, officers)
    (regulation, one), (plan, other) = _small(parameters, officers), _large(case, parameters, officers)
    verdict = plan if plan is regulation else Verdict.ADVISORY
    return verdict, f"按正式党员（条例）：{one}，{regulation}；按党员（方案）：{other}，{plan}（A3）"


def _shows(case: Case, members: Headcount, officers: Sequence[Officer]) -> str:
    posts = "、".join(f"{post} {number} 名" for post, number in Counter(officer.post for officer in officers).items())
    counts = f"正式党员 {members.full_members} 名、预备党员 {members.probationary_members} 名"
    return f"记录显示{say_day(case.as_of)}{counts}，{f'在任{posts}' if posts else '没有在任的书记和委员'}"


def _large(case: Case, parameters: Parameters, officers: Sequence[Officer]) -> tuple[Verdict, str]:
    number, line = len(officers), f"党员 {parameters.line} 名以上应设支部委员会"
    usual = f"委员一般 {parameters.at_least}—{parameters.usually_at_most} 名"
    if number < parameters.at_least:
        return Verdict.UNMET, f"{line}，{usual}，现有 {number} 名"
    if number <= parameters.usually_at_most:
        return Verdict.MET, f"{usual}，现有 {number} 名"
    if number <= parameters.at_most:
        return Verdict.ADVISORY, f"{usual}，现有 {number} 名，超出“一般”的线（A2）"
    reading = case.institution.readings.hard_lines
    both = f"方案写作不超过 {parameters.at_most} 名，条例写作一般不超过 {parameters.at_most} 名"
    verdict = Verdict.UNMET if reading is SoftLine.UNMET else Verdict.ADVISORY
    return verdict, f"现有 {number} 名，{both}，本单位口径按{reading}（A2）"


def _small(parameters: Parameters, officers: Sequence[Officer]) -> tuple[Verdict, str]:
    rule = f"不足 {parameters.line} 名设书记 1 名，可设副书记 1 名"
    posts = Counter(officer.post for officer in officers)
    if not posts[Post.SECRETARY]:
        return Verdict.UNMET, f"{rule}，现没有书记"
    fits = posts[Post.SECRETARY] == 1 and posts[Post.DEPUTY] <= 1 and posts.total() == 1 + posts[Post.DEPUTY]
    return (Verdict.MET, rule) if fits else (Verdict.ADVISORY, f"{rule}，现有 {len(officers)} 个职务")
