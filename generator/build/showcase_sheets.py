"""What is printed for visitors: guide and door sign of each showcase, and the blank forms that they hand out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.build.downloads import forms_taken_away, takeaway_sizes
from generator.disclose.handed_out import handed_out
from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.form_sheets import forms_source
from generator.formats.pdf.leaflets import leaflet_source
from generator.model.files import declared_forms
from generator.model.index import Index, ShowcaseEntry
from generator.model.records.visit_note import VisitNote
from generator.present.forms.form_sheets import form_booklet
from generator.present.kit.site import Site
from generator.present.kit.urls import form_print, guide_file, sign_file
from generator.present.showcase.leaflets import leaflets


def showcase_sheets(site: Site, entry: ShowcaseEntry, site_url: str) -> Mapping[str, TypstSource]:
    """Guide and sign of a showcase as its visitors may see it, by their addresses."""
    made = leaflets(site, entry, site_url, takeaway_sizes(site, entry))
    sign = {sign_file(entry.branch.id): leaflet_source(made.sign)} if made.sign else {}
    return {guide_file(entry.branch.id): leaflet_source(made.guide)} | sign


def showcases_handed_out(site: Site, on_record: Index) -> Iterator[ShowcaseEntry]:
    """The showcases of the edition that an approval is in force for, each as its visitors may see it."""
    for entry in on_record.showcases:
        if entry.branch.id in site.showcases and (found := handed_out(entry, site.as_of)) is not None:
            yield found


def all_sheets(site: Site, on_record: Index, site_url: str) -> Mapping[str, TypstSource]:
    """Those of every showcase that is handed out, and the forms that these hand out."""
    entries = list(showcases_handed_out(site, on_record))
    sheets = {name: source for entry in entries for name, source in showcase_sheets(site, entry, site_url).items()}
    return sheets | dict(_forms(site, entries))


def _forms(site: Site, entries: Collection[ShowcaseEntry]) -> Iterator[tuple[str, TypstSource]]:
    """What they hand out, and the notes of a visit where there is anything to visit."""
    notes = {layout.id for layout in VisitNote.FORMS}
    visiting = tuple(form for form in declared_forms() if entries and form.layout.id in notes)
    for form in dict.fromkeys((*forms_taken_away(entries), *visiting)):
        yield form_print(form.layout.id), forms_source(form_booklet(site, [form]))
