"""文书样本: on the page of them all (`[[samples]]`), and as papers with what the records say filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.bookkeeping import Bookkeeping
from generator.model.paper import Paper, PaperLook, PaperTable, PaperText, TextLook
from generator.model.paper_text import paper_blocks, title_of
from generator.model.placeholders import Block
from generator.model.records.paper_sample import PaperSample, SampleLayout
from generator.model.standard import Basis, Credibility
from generator.present.branch.branch_year import BranchYear
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import FORM_KILOBYTES, SAMPLES, paper_download, root

NOTE = "整理稿，非正式公文"
"""What stands above every sample."""

_CLASSES = {
    TextLook.NOTE: "zb-sample-note",
    TextLook.TITLE: "zb-sample-title",
    TextLook.HEADING: "zb-sample-heading",
    TextLook.BODY: "zb-sample-body",
    TextLook.PLAIN: "zb-sample-plain",
    TextLook.RIGHT: "zb-sample-right",
}
_LOOKS = {SampleLayout.LETTER: PaperLook.LETTER, SampleLayout.SHEET: PaperLook.SHEET}


class SampleOnPage(NamedTuple):
    """A sample with what stands above it; `file` and `wording` are links from its page."""

    id: str
    sample: PaperSample
    answers: Markup
    bases: Markup
    blocks: list[tuple[str, PaperText | PaperTable]]
    file: str
    wording: str


def sample_paper(site: Site, sample: PaperSample, given: Mapping[str, str]) -> Paper:
    """A sample with what is `given` filled in, and below it what it rests on."""
    text = sample.filled(given)
    bases = "；".join(_said(row, site) for row in sample.basis)
    blocks = (PaperText(NOTE, TextLook.NOTE), *paper_blocks(text), PaperText(f"依据：{bases}。", TextLook.NOTE))
    return Paper(title_of(text), blocks, _LOOKS[sample.layout])


def branch_facts(year: BranchYear, books: Bookkeeping) -> Mapping[str, str]:
    """What the records say of a branch on `as_of`, by the names that samples use; what they do not say is left out."""
    site, dossier = year.site, year.dossier
    known = {"支部": dossier.profile.name, "上级党组织": site.committee_names.get(dossier.committee, "")}
    if (members := dossier.headcount(site.as_of)) is not None:
        full = members.full_members
        numbers = {"党员": members.total, "正式党员": full, "预备党员": members.probationary_members}
        known |= {name: str(number) for name, number in numbers.items()}
        known |= {"过半": str(full // 2 + 1), "五分之四": str(-(-4 * full // 5))}
    if books.term is not None:
        known |= {"当选日": words.day(books.term.elected), "届满日": words.day(books.term.ends)}
    return known


def _samples(site: Site, path: str) -> str:
    """Every sample as Markdown with a heading of its own."""
    up = root(path)
    rows = [_row(site, id, sample, up) for id, sample in site.samples.items()]
    return render("paper/samples", rows=rows, note=NOTE, kilobytes=FORM_KILOBYTES)


def _row(site: Site, id: str, sample: PaperSample, up: str) -> SampleOnPage:
    return SampleOnPage(
        id=id,
        sample=sample,
        answers=Markup("、").join(_answers(site, sample, up)),
        bases=_bases(site, sample, up),
        blocks=_shown(sample),
        file=f"{up}{paper_download(id)}",
        wording=f"{up}{_wording(sample)}",
    )


BLOCKS = {Block.SAMPLES: _samples}


def _answers(site: Site, sample: PaperSample, up: str) -> Iterator[Markup]:
    known = site.default.standards
    for id in sample.standards:
        if id in known:
            yield Markup('<a href="{}{}">{} {}</a>').format(up, known[id].file, id, known[id].name)


def _bases(site: Site, sample: PaperSample, up: str) -> Markup:
    told = (Markup("{}（{}{}）").format(site.cites.basis(row, up), row.credibility, _note(row)) for row in sample.basis)
    return Markup("；").join(told)


def _said(basis: Basis, site: Site) -> str:
    document = site.sources.by_id.get(basis.document)
    return (
        f"《{document.name if document else basis.document}》{basis.clause or ''}（{basis.credibility}{_note(basis)}）"
    )


def _note(basis: Basis) -> str:
    """What is said of a basis; what nobody has read in the original is 待核."""
    told = f"，{basis.note}" if basis.note else ""
    unread = basis.credibility is not Credibility.ORIGINAL and "待核" not in told
    return f"{told}{'，待核原文' if unread else ''}"


def _shown(sample: PaperSample) -> list[tuple[str, PaperText | PaperTable]]:
    """The blocks, each paragraph with the class of its look."""
    blocks = paper_blocks(sample.filled({}))
    return [(_CLASSES[block.look] if isinstance(block, PaperText) else "", block) for block in blocks]


def _wording(sample: PaperSample) -> str:
    """The file that holds the words, from the site's root."""
    return f"{SAMPLES}{sample.source.path.rpartition('/')[2]}"
