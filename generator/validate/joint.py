"""联合活动: against the branches that took part, and against what these entered themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.dossier import Dossier
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.activity import Activity
from generator.model.records.joint_activity import NEVER_JOINT, JointActivity, Participation


def check_joint_rows(rows: Iterable[JointActivity]) -> Iterator[Problem]:
    """What is wrong with joint activities by themselves."""
    for row in rows:
        yield from _participants(row)
        barred = [kind for kind in row.kinds if kind in NEVER_JOINT]
        if barred:
            told = f"{'、'.join(barred)}不作联合活动"
            yield report("R266", row.where("kinds"), told, "各支部各开各的，各记各的人数、议题和表决。")


def _participants(row: JointActivity) -> Iterator[Problem]:
    seen: dict[str, Participation] = {}
    for part in row.participants:
        first = seen.setdefault(part.branch, part)
        if first is not part:
            told = f"支部 {part.branch} 写了两行，先见于 {first.source}"
            yield report("R263", part.where("branch"), told, "请合并成一行。")
    if len(seen) < 2:
        told = "联合活动只写了一个支部"
        yield report("R263", row.where("participants"), told, "请补上别的支部；只有一个的，记在它自己的台账里。")


def check_joint(dossier: Dossier) -> Iterator[Problem]:
    """What is wrong with the joint activities that a branch took part in, as far as its own records tell."""
    rows = [row for row in dossier.activities if dossier.is_joint(row)]
    if not rows:
        return
    own: dict[object, list[Activity]] = {}
    for row in dossier.activities:
        if not dossier.is_joint(row):
            own.setdefault(row.on, []).append(row)
    for row in rows:
        yield from _people(row, dossier)
        yield from _twice(row, own.get(row.on, ()))


def _people(row: Activity, dossier: Dossier) -> Iterator[Problem]:
    members = dossier.headcount(row.on)
    if members is not None and row.expected > members.total:
        told = f"应到 {row.expected} 人，{dossier.profile.name}当天的党员只有 {members.total} 人（{members.source}）"
        yield report("R264", row.where("expected"), told, "请核对签到表和支部概况的党员人数。")


def _twice(row: Activity, own: Iterable[Activity]) -> Iterator[Problem]:
    for other in own:
        shared = [kind for kind in row.kinds if kind in other.kinds]
        if shared:
            told = f"{row.on} 的{'、'.join(shared)}在支部台账里又记了一遍（{row.source}）"
            yield report("R265", other.where("kinds"), told, "同一次活动只记一处；确是另外一次的，不必改。")
