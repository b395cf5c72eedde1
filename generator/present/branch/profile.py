"""支部概况: what a branch is, as the edition's readers may know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.approved import barred, pieces
from generator.model.dossier import Dossier
from generator.model.records.profile import Headcount, Honour, Introduction, Officer, Profile
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path, set_path, url


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the profile."""

    term: str
    text: str


class ProfileSection(NamedTuple):
    """What pages show of a branch's profile; `barred` is why the public does not see the introduction."""

    facts: tuple[Fact, ...]
    introduction: str
    barred: str
    honours: tuple[str, ...]


def profile_section(site: Site, dossier: Dossier, chosen: Catalogue | None) -> ProfileSection:
    """The profile as the edition's readers may know it; `chosen` is the set that it is judged by, if any is."""
    introduction = dossier.profile.introduction
    committee = site.committee_names.get(dossier.committee, "")
    cited = _cited(site, chosen, branch_path(dossier.id, site.year_folder)) if chosen else Markup()
    return ProfileSection(
        facts=_facts(dossier, committee, cited, site.as_of),
        introduction=introduction.text if introduction else "",
        barred=_introduction_barred(introduction, site.as_of),
        honours=tuple([_honour_line(row) for row in introduction.honours]) if introduction else (),
    )


def _cited(site: Site, chosen: Catalogue, path: str) -> Markup:
    """A set with its version and, of a further one, what it is based on and where it is listed."""
    cited = Markup("<cite>{}（{}）</cite>").format(chosen.name, chosen.version)
    if chosen is site.default:
        return cited
    linked = Markup('<a href="{}">{}</a>').format(url(path, set_path(chosen.id)), cited)
    more = filter(None, (f"沿用“{chosen.base}”" if chosen.base else "", chosen.difference))
    return Markup("；").join([linked, *more])


def _facts(dossier: Dossier, committee: str, standard_set: str, as_of: date) -> tuple[Fact, ...]:
    """Everything the projected profile still says; what it does not say is left out, never shown as empty."""
    pairs = (*_public(dossier.profile, committee, standard_set, as_of), *_internal(dossier, as_of))
    return tuple(Fact(term=term, text=text) for term, text in pairs if text)


def _introduction_barred(introduction: Introduction | None, as_of: date) -> str:
    """Why the public does not see the introduction, for readers who see its approval; empty where it does."""
    if introduction is None or introduction.approval is None:
        return ""
    found = barred(introduction.approval, as_of, pieces(introduction))
    return found.message if found else ""


def _honour_line(honour: Honour) -> str:
    """An honour with its level, issuing body, day and state, so that levels are never mixed up."""
    return f"{honour.name}（{honour.level}，{honour.issued_by}，{words.day(honour.on)}，{honour.state}）"


def _public(profile: Profile, committee: str, standard_set: str, as_of: date) -> Iterator[tuple[str, str]]:
    yield "名称", profile.name
    yield "类型", f"{profile.kind}党支部"
    yield "所属", committee
    yield "成立", words.day(profile.founded)
    yield "撤销", words.day(profile.dissolved) if profile.dissolved and profile.dissolved <= as_of else ""
    yield "适用标准集", standard_set


def _internal(dossier: Dossier, as_of: date) -> Iterator[tuple[str, str]]:
    profile = dossier.profile
    yield "党员人数", "；".join(_headcount(row) for row in profile.headcounts or ())
    yield "支委", "；".join(_officer(row) for row in dossier.officers(as_of))
    yield "未设支委会理由", profile.no_committee_reason or ""
    yield (
        "党小组",
        "、".join(group.name + (f"（组长 {group.leader}）" if group.leader else "") for group in dossier.groups(as_of)),
    )
    yield "未划党小组理由", profile.no_groups_reason or ""
    yield "覆盖单位", _coverage(dossier, as_of)
    yield "超员理由", profile.oversize_reason or ""
    yield "台账核对至", _reconciled(profile)


def _headcount(row: Headcount) -> str:
    return f"自{words.day(row.since)}起正式 {row.full_members}、预备 {row.probationary_members}"


def _officer(row: Officer) -> str:
    name = f" {row.name}" if row.name else ""
    duties = f"，{row.duties}" if row.duties else ""
    return f"{'兼'.join(row.posts)}{name}（{words.day(row.since)}起{duties}）"


def _coverage(dossier: Dossier, as_of: date) -> str:
    coverage = dossier.coverage(as_of)
    units = coverage.units if coverage else ()
    return "、".join(f"{unit.name}（正式党员 {unit.full_members}）" for unit in units)


def _reconciled(profile: Profile) -> str:
    if profile.reconciled_through is None:
        return ""
    by = f"，{profile.reconciled_by}核对" if profile.reconciled_by else ""
    since = f"自{words.day(profile.reconciled_since)}至" if profile.reconciled_since else ""
    outside = "这段以外" if since else "这一天以后"
    return f"{since}{words.day(profile.reconciled_through)}{by}；{outside}的空当只算无记录"
