"""Procedures as pictures: every step stands in its place, and the picture says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from generator.evaluate.checks import parameter_models
from generator.load.standards import load_standards
from generator.model.record import Audience
from generator.present.kit.flow_chart import FlowStep, flow_chart
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill

ROOT = Path(__file__).parents[2]
SETS, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
MakeSite = Callable[..., Site]

STEPS = (
    FlowStep("1", "报请示", "支部", ("届满前 6 个月",)),
    FlowStep("2", "选举", "大会", ("很长的一句说明，" * 5,), vote=True),
    FlowStep("3", "公布 <结果>"),
)


def texts(svg: str, css: str) -> list[tuple[float, str]]:
    """Words of one kind with their places from the top."""
    found = etree.fromstring(svg).iter("text")
    return [(float(each.get("y", "")), each.text or "") for each in found if each.get("class") == css]


def test_steps_stand_below_one_another_with_who_takes_them() -> None:
    svg = str(flow_chart("a", "换届", STEPS))
    names = texts(svg, "zb-flow-name")
    assert [name for _, name in names] == ["报请示", "选举", "公布 <结果>"]
    tops = [top for top, _ in names]
    assert tops == sorted(tops)
    assert [(top, who) for top, who in texts(svg, "zb-flow-hand")] == [(tops[0], "支部"), (tops[1], "大会")]
    assert svg.count("zb-flow-step") == 2
    assert svg.count("zb-flow-vote") == 1
    assert svg.count("zb-flow-line") == 2, "a line between two steps"


def test_nothing_runs_out_of_the_picture_or_into_the_next_step() -> None:
    svg = str(flow_chart("a", "换届", STEPS))
    notes = texts(svg, "zb-flow-note")
    [(wide, high)] = [tuple(map(float, found)) for found in re.findall(r'viewBox="0 -1 (\d+) (\d+)"', svg)]
    assert all(40 + 13 * len(note.rstrip("，。；")) <= wide for _, note in notes), (
        "13 is the size of a letter, 40 the indent"
    )
    assert not [note for _, note in notes if note[0] in "，。；"]
    third = texts(svg, "zb-flow-name")[2][0]
    assert max(top for top, _ in notes) < third - 13
    assert third < high


def test_the_picture_says_in_words_what_it_shows() -> None:
    svg = str(flow_chart("a", "换届", STEPS[:1] + STEPS[2:]))
    assert 'role="img" aria-labelledby="a-title a-desc"' in svg
    assert (
        '<title id="a-title">换届</title><desc id="a-desc">1 报请示（支部；届满前 6 个月）；3 公布 &lt;结果&gt;</desc>'
        in svg
    )
    assert "style=" not in svg


@pytest.mark.parametrize(("id", "steps", "votes"), [("2.3", 10, True), ("7.2", 4, False), ("3.1", 0, False)])
def test_a_standard_draws_its_own_procedure(make_site: MakeSite, id: str, steps: int, votes: bool) -> None:
    site = make_site(Audience.PUBLIC, sets=SETS)
    at = SlotContext(site=site, path=f"standards/{id.replace('.', '-')}/", meta={"编号": id})
    html = fill(at, "standard-procedure")
    assert html.count("zb-flow-name") == steps
    assert ("菱形" in html) == votes


def test_every_step_of_development_is_drawn(make_site: MakeSite) -> None:
    site = make_site(Audience.PUBLIC)
    current = site.processes.on(site.as_of)
    assert current is not None
    html = fill(SlotContext(site=site, path="development/"), "development-process")
    assert re.findall(r'zb-flow-number"[^>]*>(\w+)<', html) == list(current.steps)
    assert html.count("<svg") == len(current.stages)
