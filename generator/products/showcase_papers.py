"""Papers for the visitors of a 观摩点: guide and door sign as PDF, and the receipt of a booking for Word."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from generator.build.edition import Edition
from generator.build.showcase_sheets import showcase_sheets, showcases_handed_out
from generator.disclose.handed_out import handed_out, why_not_handed_out
from generator.errors import ConfigurationError
from generator.formats.pdf.engine import compile_pdf
from generator.model import words
from generator.model.coming_visit import BookedVisit
from generator.model.index import ShowcaseEntry
from generator.model.nearest import did_you_mean
from generator.model.opening import OpenDay, next_open_day, open_days
from generator.model.record import Audience
from generator.present.paper.booking import booking_receipt
from generator.products.paper_files import JudgedUnit, PaperFile, sound_survey
from generator.settings import Settings


def write_sheets(settings: Settings, site_url: str, ids: Collection[str], folder: Path) -> list[Path]:
    """Guide and sign of each of these showcases, of all that are approved where none is named."""
    edition = _edition(settings)
    every = showcases_handed_out(edition.site, edition.on_record)
    entries = [_printable(edition, id) for id in ids] if ids else list(every)
    return _writer(edition).write(_sheets(edition, entries, site_url), folder)


def write_receipt(settings: Settings, site_url: str, branch: str, visit: BookedVisit, folder: Path) -> Path:
    """The receipt of a booking; raises ConfigurationError where the point does not receive visitors then, or not so many.

    `visit.since` may be empty where the day has one slot; `visit.until` is the slot's.
    """
    edition = _edition(replace(settings, audience=Audience.INTERNAL))
    _printable(edition, branch)
    entry = edition.site.showcases[branch]
    slot = _slot(edition, entry, visit)
    batch = entry.showcase.opening.batch
    if visit.people > batch:
        raise ConfigurationError(f"每批至多 {batch} 人，来的是 {visit.people} 人。请分批，一批一张回执。")
    agreed = visit._replace(since=slot.since, until=slot.until)
    paper = booking_receipt(edition.site, entry, agreed, site_url)
    return _writer(edition).write([PaperFile.word(f"{branch}-{visit.day}-booking", paper)], folder)[0]


def _edition(settings: Settings) -> Edition:
    return Edition.of(sound_survey(settings))


def _writer(edition: Edition) -> JudgedUnit:
    """Writes behind the gate; no register is told of."""
    return JudgedUnit(edition=edition, views=(), hidden=())


def _printable(edition: Edition, id: str) -> ShowcaseEntry:
    """A showcase as its visitors may see it; raises ConfigurationError with the reason where they may not."""
    day, entries = edition.site.as_of, {entry.branch.id: entry for entry in edition.on_record.showcases}
    if id not in entries:
        raise ConfigurationError(f"支部 {id} 没有观摩展示。{did_you_mean(id, entries, '请写支部的编号。')}")
    found, barred = handed_out(entries[id], day), why_not_handed_out(entries[id], day)
    if found is None:
        reason = barred.message if barred else "没有审批记录"
        raise ConfigurationError(f"{entries[id].branch.name}的观摩展示{reason}，不印给来访的人。请先办审批。")
    if id not in edition.site.showcases:
        raise ConfigurationError(f"{found.branch.name}的观摩展示只在党内公开。请加 --audience internal。")
    return found


def _sheets(edition: Edition, entries: Collection[ShowcaseEntry], site_url: str) -> Iterator[PaperFile]:
    faces = edition.survey.settings.typefaces
    for entry in entries:
        for name, source in showcase_sheets(edition.site, entry, site_url).items():
            yield PaperFile(Path(name).name, compile_pdf(source, faces))


def _slot(edition: Edition, entry: ShowcaseEntry, visit: BookedVisit) -> OpenDay:
    opening, holidays = entry.showcase.opening, edition.site.institution.holidays
    slots = open_days(opening, visit.day, visit.day, holidays)
    fitting = [slot for slot in slots if visit.since in ("", slot.since)]
    if not slots:
        coming = next_open_day(opening, max(visit.day, edition.site.as_of), holidays)
        hint = f"最近的开放日是{_told(coming)}。" if coming else "目前没有开放日。"
        raise ConfigurationError(f"{words.day(visit.day)}不开放。{hint}")
    if len(fitting) != 1:
        raise ConfigurationError(
            f"{words.day(visit.day)}开放的是{'、'.join(slot.hours for slot in slots)}，请用 --time 写从几点开始。"
        )
    return fitting[0]


def _told(row: OpenDay) -> str:
    return f"{words.day_and_weekday(row.day)}{row.hours}"
