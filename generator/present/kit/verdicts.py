"""The eight verdicts as HTML: shape, word and tint."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator.model.finding import Verdict

LEGEND_ORDER = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.ADVISORY,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NOT_APPLICABLE,
    Verdict.NO_RECORD,
    Verdict.AWAITING_REVIEW,
)
"""The order in which legends explain the verdicts."""

WITHHELD = "本项按规定不在本版显示"
"""The one sentence that stands for a withheld standard, whatever the branch."""

WITHHELD_CRITERION = "本项据专人台账判，只在专人版显示"
"""The one sentence that stands for a criterion whose check rests on what only the restricted edition shows."""


def css_class(verdict: Verdict) -> str:
    """The class that carries the verdict's colour: `zb-due-soon`."""
    return f"zb-{verdict.code.replace('_', '-')}"


def _chip(verdict: Verdict) -> Markup:
    chip = Markup('<span class="zb-chip {}"><span aria-hidden="true">{}</span> {}</span>')
    return chip.format(css_class(verdict), verdict.shape, verdict.value)


def _mark(verdict: Verdict) -> Markup:
    return Markup('<span aria-hidden="true">{}</span><span class="zb-sr">{}</span>').format(
        verdict.shape, verdict.value
    )


CLASSES: Mapping[Verdict, str] = {verdict: css_class(verdict) for verdict in Verdict}
"""CSS class of each verdict."""

CHIPS: Mapping[Verdict, Markup] = {verdict: _chip(verdict) for verdict in Verdict}
"""Shape and word on a tint."""

MARKS: Mapping[Verdict, Markup] = {verdict: _mark(verdict) for verdict in Verdict}
"""The shape alone, its word for those who listen; the parent carries the colour."""

CELLS: Mapping[Verdict, Markup] = {
    verdict: Markup("{}<i>{}</i>").format(verdict.shape, verdict.value) for verdict in Verdict
}
"""The same for the cells of a matrix, where thousands of them must be short."""

LEGEND: tuple[Markup, ...] = tuple(CHIPS[verdict] for verdict in LEGEND_ORDER)
"""Every chip, for the legend under a dense table."""
