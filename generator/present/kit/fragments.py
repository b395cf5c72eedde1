"""HTML that a branch's pages repeat hundreds of times, built with f-strings: jinja2 spends a microsecond on every value.

Everything from a record goes through `escape`; outside this module only templates turn records into HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape as escape_all

from markupsafe import Markup

from generator.model import words
from generator.model.activity_line import ActivityLine
from generator.model.finding import Evidence, Finding, Verdict
from generator.model.record import Source
from generator.present.kit.verdicts import CHIPS, CLASSES, WITHHELD, WITHHELD_CRITERION

_LISTED = 3
_SPECIAL = re.compile("[&<>\"']").search
_DATED = re.compile(r"-[12]\d{3}-(\d{2})-(\d{2})-", re.ASCII).search
_ACTIVITY = "a-"
_NOT_JUDGED = "<p>本年没有判定。</p>\n"
_PLAIN = {verdict: f'<b class="{CLASSES[verdict]}">{verdict.shape} {verdict}</b>' for verdict in Verdict}


def escape(text: str) -> str:
    """Text as HTML, for an element or a quoted attribute; the search is cheaper than escaping, which few texts need."""
    return escape_all(text) if _SPECIAL(text) else text


def escaped(*texts: str) -> tuple[str, ...]:
    """Several texts as HTML, with one search through all of them."""
    return tuple(map(escape_all, texts)) if _SPECIAL("".join(texts)) else texts


@lru_cache(maxsize=4096)
def without_tags(html: str) -> str:
    """The words of a piece of HTML."""
    return Markup(html).striptags()  # noqa: S704 - the tags go


def joined(pieces: Iterable[str], between: str = "") -> Markup:
    """Concatenated pieces of HTML, marked as escaped already."""
    return Markup(between.join(pieces))  # noqa: S704 - the functions of this module escape


def finding_item(first: Finding, last: Finding) -> str:
    """One period's conclusion, its reason and the records it rests on; `last` ends a run of equal ones."""
    period = words.period(first.period)
    if first is not last:
        period += f"至{words.short_period(last.period)}"
    proof = "<br>".join([_proof(row) for row in first.evidence])
    period, reason = escaped(period, first.reason)
    return f"<li><b>{period}</b>{_PLAIN[first.verdict]}<span>{reason}</span><span>{proof}</span></li>\n"


def criterion_block(*, label: str, chip: str, dots: str, tally: str, readings: str, details: str) -> str:
    """One criterion: what it asks, its conclusion and periods, and below it its findings or where they are."""
    readings = f" 口径 {readings}" if readings else ""
    return f'<p class="zb-criterion">{label}<br>{chip} {dots} <small>{escape(tally)}{readings}</small></p>\n{details}'


def withheld_block(label: str) -> str:
    """A criterion whose conclusions this edition does not show: the same for every branch."""
    return f'<p class="zb-criterion">{label}<br><span class="zb-withheld">{WITHHELD_CRITERION}</span></p>\n'


def anchored(anchor: str, block: str) -> str:
    """A block that can be linked."""
    return f'<div id="{escape(anchor)}">\n{block}</div>\n'


def quoted_line(label: str, file: str) -> str:
    """Where what was judged above the branch is shown in full; without a link where the edition has no such page."""
    label, file = escaped(label, file)
    shown = f'<a href="{file}">{label}</a>' if file else label
    return f'<p class="zb-quoted">{shown}：判一次，各支部相同</p>\n'


def quoted_link(label: str, file: str) -> str:
    """The same in a checklist."""
    label, file = escaped(label, file)
    return f'<a href="{file}">{label}</a>' if file else label


def evidence_links(findings: Iterable[Finding], anchor: str) -> str:
    """The records behind a criterion, each once: days that link to their rows on the branch page, or labels.

    Many of them become one link, with their number, to where the branch page lists them (`anchor`).
    """
    found = dict.fromkeys((row.anchor, row.label) for finding in findings for row in finding.evidence)
    if len(found) > _LISTED:
        return f'<a href="../index.html#{escape(anchor)}">{len(found)} 条记录</a>'
    return "、".join([_dated(anchor, label) for anchor, label in found])


def calendar_cell(span: int, verdict: Verdict, anchors: Sequence[str], otherwise: str) -> str:
    """One period of the calendar: its shape and days, linked to the first of its records, else to the finding."""
    days = days_of(anchors, span)
    target = anchors[0] if anchors else otherwise
    shown = f"<small>{days}</small>" if days else ""
    wide = f' colspan="{span}"' if span > 1 else ""
    return (
        f'<td class="{CLASSES[verdict]}"{wide}><a href="#{escape(target)}"><span aria-hidden="true">{verdict.shape}</span>'
        f'<span class="zb-sr">{verdict}</span>{shown}</a></td>'
    )


def aspect_mark(verdict: Verdict, anchor: str, id: str, name: str) -> str:
    """One conclusion in the overview of the aspects: a shape over the standard's number."""
    return (
        f'<li><a class="zb-mark {CLASSES[verdict]}" href="#{escape(anchor)}"><span class="zb-mark-id">{escape(id)}</span>'
        f'<span aria-hidden="true">{verdict.shape}</span><span class="zb-sr">{verdict}（{escape(name)}）</span></a></li>'
    )


@lru_cache(maxsize=1024)
def part_chips(quantitative: Verdict | None, qualitative: Verdict | None, others: Verdict | None) -> str:
    """What is judged of a standard, and the chip of each conclusion."""
    labelled = (("定量", quantitative), ("定性", qualitative), ("基层党委、学校事项", others))
    shown = ((label, CHIPS[verdict]) for label, verdict in labelled if verdict is not None)
    return "".join([f'<span class="zb-part"><small>{label}</small> {chip}</span>' for label, chip in shown])


def standard_block(
    *,
    id: str,
    name: str,
    mark: str,
    anchor: str,
    basis: Markup,
    file: str,
    chips: str,
    details: str,
    opened: bool = False,
) -> str:
    """One standard on a branch page: folded unless `opened`, with its conclusions outside and its criteria inside.

    `mark` says in what it differs from the set that its own is based on.
    """
    id, name, anchor, file = escaped(id, name, anchor, file)
    return (
        f'<details class="zb-standard"{" open" if opened else ""}>\n<summary><span class="zb-standard-name">{id} {name}{_tag(mark) if mark else ""}</span>'
        f'<span class="zb-chips">{chips}</span></summary>\n<div class="zb-detail" id="{anchor}">\n'
        f'<p class="zb-basis">依据 {basis} · <a href="{file}">看标准全文</a></p>\n'
        f"{details or _NOT_JUDGED}</div>\n</details>\n"
    )


def withheld_line(id: str, name: str, anchor: str) -> str:
    """A standard whose conclusions this edition does not show."""
    return f'<p class="zb-withheld" id="{escape(anchor)}">{escape(id)} {escape(name)}：{WITHHELD}</p>\n'


@lru_cache(maxsize=1024)
def dots(periods: tuple[tuple[str, Verdict], ...]) -> Markup:
    """Several periods as a row of shapes, read out as one sentence."""
    spoken = "，".join([f"{label}{verdict}" for label, verdict in periods])
    drawn = "".join([f'<span class="{CLASSES[verdict]}">{verdict.shape}</span>' for _, verdict in periods])
    return joined([f'<span class="zb-dots" role="img" aria-label="{escape(spoken)}">{drawn}</span>'])


def activity_row(row: ActivityLine) -> str:
    """One activity of the register."""
    id, when, kinds, absences, chair, recorder = escaped(
        row.anchor, row.when, row.kinds, row.absences, row.chair, row.recorder
    )
    lines = "".join([f"<p>{line}</p>" for line in escaped(*row.matters)])
    lines += "".join([f'<p class="zb-muted">{line}</p>' for line in (*escaped(*row.notes), *row.about)])
    return (
        f'<tr id="{id}"><th scope="row"><a href="#{id}">{words.short_day(row.day)}</a><small>{row.day.year}年 {words.weekday(row.day)}</small></th>'
        f"<td>{kinds}</td><td>{lines}<small>{when}</small></td>"
        f'<td class="zb-figure">{row.attendance}</td><td>{absences}</td>'
        f'<td>{chair}<small>{recorder}</small></td><td class="zb-proves">{row.proves}</td></tr>\n'
    )


def record_table(
    caption: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], proves: Mapping[str, str]
) -> str:
    """Rows of a register, each linkable; `proves` are the links to what the row at an anchor is evidence for.

    There is a column for them only where there are any; a row without an anchor cannot be linked.
    """
    proving = not proves.keys().isdisjoint([anchor for anchor, _ in rows])
    labels = escaped(*columns)
    heads = "".join([f'<th scope="col">{label}</th>' for label in (*labels, *(("证明",) if proving else ()))])
    body = "".join([_record_row(anchor, labels, cells, proves if proving else None) for anchor, cells in rows])
    caption = escape(caption)
    return (
        f'<div class="zb-scroll" tabindex="0" role="region" aria-label="{caption}">\n<table class="zb-table zb-rows">\n'
        f"<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n"
    )


def _record_row(anchor: str, labels: Sequence[str], cells: Sequence[str], proves: Mapping[str, str] | None) -> str:
    first, *rest = escaped(*cells)
    told = "".join(
        [f'<td data-label="{label}">{_lines(cell)}</td>' for label, cell in zip(labels[1:], rest, strict=True)]
    )
    proof = "" if proves is None else f'<td class="zb-proves" data-label="证明">{proves.get(anchor, "")}</td>'
    head = f'<th scope="row" data-label="{labels[0]}">'
    if not anchor:
        return f"<tr>{head}{first}</th>{told}{proof}</tr>\n"
    return f'<tr id="{anchor}">{head}<a href="#{anchor}">{first or "本行"}</a></th>{told}{proof}</tr>\n'


def _lines(text: str) -> str:
    return text.replace("\n", "<br>") if "\n" in text else text


def checklist_line(label: str, chip: str, dots: str, evidence: str) -> str:
    """One criterion of a filled checklist, with an empty cell for the hand."""
    return (
        f'<tr><th scope="row">{label}</th><td>{chip}</td><td>{dots}</td><td class="zb-proves">{evidence}</td>'
        '<td class="zb-hand"></td></tr>\n'
    )


def withheld_checklist_line(label: str) -> str:
    """The same in a checklist."""
    told = f'<td colspan="3" class="zb-withheld">{WITHHELD_CRITERION}</td>'
    return f'<tr><th scope="row">{label}</th>{told}<td class="zb-hand"></td></tr>\n'


def checklist_entry(*, id: str, name: str, mark: str, file: str, chips: str, lines: str) -> str:
    """One standard of a filled checklist with the lines of its criteria."""
    cells = f'<td colspan="3">{chips or "本年没有判定"}</td><td></td>'
    return _checklist_entry(id, name, file, cells, lines, mark=mark)


def checklist_withheld(id: str, name: str, file: str) -> str:
    """A standard of a checklist whose conclusions this edition does not show."""
    return _checklist_entry(id, name, file, f'<td colspan="4" class="zb-withheld">{WITHHELD}</td>', "")


def _checklist_entry(id: str, name: str, file: str, cells: str, lines: str, *, mark: str = "") -> str:
    id, name, file = escaped(id, name, file)
    head = f'<a href="{file}">{id} {name}</a>{_tag(mark) if mark else ""}'
    return f'<tbody>\n<tr class="zb-entry"><th scope="rowgroup">{head}</th>{cells}</tr>\n{lines}</tbody>\n'


def _tag(text: str) -> str:
    return f' <span class="zb-tag">{text}</span>'


def file_of(source: Source) -> str:
    """The file of a record: `2019.yml`.  Its line would tell how much stands above it that this edition does not show."""
    return source.path.rsplit("/", 1)[-1]


def _proof(evidence: Evidence) -> str:
    anchor, label, place = escaped(evidence.anchor, evidence.label or "记录", file_of(evidence.source))
    shown = f'<a href="#{anchor}">{label}</a>' if anchor else label
    return f"{shown} <small>{place}</small>"


def _dated(anchor: str, label: str) -> str:
    if not anchor:
        return escape(label or "记录")
    day = anchor_day(anchor)
    shown = day if day and anchor.startswith(_ACTIVITY) else f"{escape(label or '记录')}{day}"
    return f'<a href="../index.html#{escape(anchor)}">{shown}</a>'


def days_of(anchors: Sequence[str], span: int) -> str:
    """The days of a period's records: 14、17日 in a month, 3月15日 in a quarter; nothing for rows without a day."""
    found = dict.fromkeys([day for anchor in anchors if (day := anchor_day(anchor))])
    if span > 1 or not found:
        return "、".join(found)
    return f"{'、'.join([day.partition('月')[2][:-1] for day in found])}日"


@lru_cache(maxsize=4096)
def anchor_day(anchor: str) -> str:
    """The day told by a register row's anchor: `a-2019-03-14-1` is 3月14日; empty where it tells none."""
    found = _DATED(anchor)
    return f"{int(found[1])}月{int(found[2])}日" if found else ""
