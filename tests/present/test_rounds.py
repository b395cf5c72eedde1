"""一览表: every recurring duty once, by rhythm, with force, owner and last day; the page and the sheet say the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator.evaluate.checks import parameter_models
from generator.formats.pdf.duty_sheet import duty_source
from generator.formats.pdf.engine import compile_pdf
from generator.formats.pdf.typefaces import LEAN
from generator.load.standards import load_standards
from generator.model.duty_sheet import DutyRow
from generator.model.record import Audience
from generator.present.handbook.rounds import duty_sheet
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill

ROOT = Path(__file__).parents[2]
SETS, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
MakeSite = Callable[..., Site]


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(Audience.PUBLIC, sets=SETS)


def test_duties_stand_under_their_rhythm_once(site: Site) -> None:
    rounds = dict(duty_sheet(site).rounds)
    assert list(rounds) == ["每月", "每季", "每年", "按时"]
    assert DutyRow("支部党员大会", "一般", "支部", "季末前", "3.1.1") in rounds["每季"]
    assert DutyRow("名册核对", "自拟", "支部", "季末前", "5.5.2") in rounds["每季"]
    assert DutyRow("支部建设督查", "硬要求", "学校", "季末前", "7.1.1") in rounds["每季"]
    assert DutyRow("组织生活会", "硬要求", "支部", "次年3月31日前", "3.6.1") in rounds["每年"]
    assert DutyRow("七一前后政治仪式", "自拟", "支部", "6月21日至7月10日", "1.4.1") in rounds["按时"]


def test_a_planned_day_stands_for_the_month(site: Site) -> None:
    days = [row for row in dict(duty_sheet(site).rounds)["每月"] if row.name == "主题党日"]
    assert days == [DutyRow("主题党日", "一般", "支部", "第四个星期四", "3.5.2")]


def test_what_is_shown_to_nobody_else_is_not_listed(site: Site) -> None:
    criteria = [row.criterion for _, rows in duty_sheet(site).rounds for row in rows]
    assert not [id for id in criteria if id.startswith(("2.5", "7.3"))]


def test_the_page_has_the_rows_of_the_sheet(site: Site) -> None:
    html = fill(SlotContext(site=site, path="duties/"), "rounds")
    shown = re.findall(
        r'<td><b>(.*?)</b></td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td><td><a href="[^"]*">(.*?)</a>', html
    )
    assert [DutyRow(*row) for row in shown] == [row for _, rows in duty_sheet(site).rounds for row in rows]
    assert 'href="../standards/3-1/index.html#c-3-1-1"' in html


def test_the_sheet_is_one_page(site: Site) -> None:
    with pikepdf.open(BytesIO(compile_pdf(duty_source(duty_sheet(site)), LEAN))) as pdf:
        assert len(pdf.pages) == 1
