"""Files beside the pages: samples and schemas of record files, forms and papers for Word, calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.formats.ics import CalendarFile, TimedCalendar, timed_ics, to_ics
from generator.media.attachments import attachment_bytes
from generator.model.calendar import CalendarOf, TimedEvent
from generator.model.files import RECORD_FILES, declared_forms
from generator.model.form import Form
from generator.model.index import ShowcaseEntry
from generator.model.paper import Paper
from generator.model.sample import sample_text
from generator.model.schema import json_schema
from generator.present.calendar.subscription import calendar_name, owned
from generator.present.forms.prefilled import planned_blanks
from generator.present.kit.site import Site
from generator.present.kit.urls import (
    form_download,
    open_days_file,
    paper_download,
    sample_file,
    schema_file,
    visit_days_file,
)
from generator.present.paper.form import form_paper
from generator.present.paper.sample import sample_paper
from generator.present.showcase.open_days import open_day_events, visit_events


def record_samples(site: Site) -> Iterator[tuple[str, bytes]]:
    """A sample and a JSON Schema of every kind of record file, each with its address."""
    shown_for = site.example_context
    for file in RECORD_FILES:
        if file.record is not None:
            text = sample_text(file.record, shown_for)
            text = text if file.read_alone else f"---\n{text}---\n"
            yield sample_file(file.id, file.suffix), text.encode()
            yield schema_file(file.id), json_schema(file.record, file.title, shown_for).encode()


def calendars(site: Site, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The calendars to subscribe to, each with its address."""
    for owner in CalendarOf:
        given = CalendarFile(
            owner=owner,
            name=calendar_name(site, owner),
            year=site.year,
            as_of=site.as_of,
            site_url=site_url,
            note=site.draft_note,
            entries=owned(site, owner),
        )
        yield owner.file, to_ics(given)


def open_day_calendars(site: Site, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The open days of each showcase and of all together, and the visits that are planned, each with its address."""
    dated = {entry.branch.id: tuple(open_day_events(site, entry)) for entry in site.index.showcases}
    everywhere = tuple(event for events in dated.values() for event in events)
    for id, events in {"": everywhere, **dated}.items():
        name = f"{site.institution.name}观摩点开放日{f'·{site.showcases[id].branch.name}' if id else ''}"
        yield open_days_file(id), _timed(site, site_url, "open-days", name, events)
    if planned := tuple(visit_events(site)):
        yield visit_days_file(), _timed(site, site_url, "visits", f"{site.institution.name}交叉观摩安排", planned)


def _timed(site: Site, site_url: str, kind: str, name: str, events: tuple[TimedEvent, ...]) -> bytes:
    given = TimedCalendar(
        kind=kind,
        name=name,
        as_of=site.as_of,
        site_url=site_url,
        note=site.draft_note,
        events=events,
        public=not site.judged,
    )
    return timed_ics(given)


def takeaway_sizes(site: Site, entry: ShowcaseEntry) -> Mapping[str, int]:
    """The bytes of each template, by the form's id or the file's name in the record."""
    forms = {form.layout.id: len(form_docx(site, form)) for form in forms_taken_away([entry])}
    files = [row.file for row in filter(entry.hands_out, entry.showcase.takeaways) if row.file is not None]
    return forms | {file: len(attachment_bytes(entry.folder / file)) for file in files}


def forms_taken_away(entries: Iterable[ShowcaseEntry]) -> tuple[Form, ...]:
    """The blank forms that these showcases hand out, in the order of all forms."""
    asked = {row.form for entry in entries for row in entry.showcase.takeaways}
    return tuple(form for form in declared_forms() if form.layout.id in asked)


def word_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every blank form and every sample of a paper for Word, with its address."""
    for form in declared_forms():
        yield form_download(form.layout.id), form_docx(site, form)
    for id, sample in site.samples.items():
        yield paper_download(id), _word(sample_paper(site, sample, {}))


def form_docx(site: Site, form: Form) -> bytes:
    """A blank form for Word, as the edition carries it."""
    return _form_word(form, tuple(planned_blanks(site).items()), site.draft_note)


@lru_cache(maxsize=256)
def _form_word(form: Form, given: tuple[tuple[str, str], ...], note: str) -> bytes:
    return _word(form_paper(form, dict(given), note))


def _word(paper: Paper) -> bytes:
    from generator.formats.word.package import to_docx  # noqa: PLC0415 - most builds write no Word file

    return to_docx(paper)
