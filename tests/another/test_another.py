"""An institution of 2026 that starts from nothing finds nothing of the demonstration and of 2019 in its site.

Forgiven is only what pages mark as a citation or as the day since when a rule holds; the list of those places is a golden
file (`GOLDEN=1 pytest tests/another` rewrites it: read the difference).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest

from generator.load.index import load_index
from generator.load.records import load_dossier
from tests.another.reading import WORDS, exempted, offending, pages

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "exempted.txt"


def names_of_the_demonstration() -> set[str]:
    """Its institution, units, people and showcases, as its records name them."""
    index, _ = load_index(ROOT / "records", ROOT)
    assert index is not None
    names = {index.institution.name, *(row.committee.name for row in index.committees)}
    names |= {row.showcase.title for row in index.showcases} | {row.showcase.why for row in index.showcases}
    for branch in index.branches():
        dossier, _ = load_dossier(branch, ROOT)
        assert dossier is not None
        names |= {branch.name, *(row.name for row in dossier.profile.officers or () if row.name)}
    return names


def page(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.parse(str(site / path / "index.html")).getroot()


def words(site: Path, path: str) -> str:
    return re.sub(r"\s+", " ", page(site, path).find(".//article").text_content())


def test_nothing_of_the_demonstration_and_of_its_year_is_left(site: Path) -> None:
    names = names_of_the_demonstration()
    assert len(names) > 60
    assert list(offending(site, names)) == []


def test_every_place_that_is_forgiven_is_known(sites: dict[str, Path]) -> None:
    found = [line for edition, site in sites.items() for line in exempted(site, edition)]
    text = "".join(f"{line}\n" for line in found)
    if os.environ.get("GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_no_page_of_the_handbook_names_a_year_of_its_own() -> None:
    """Those too that this institution dropped."""
    marked = re.compile(r'<cite>.*?</cite>|<time class="in-force">.*?</time>')
    found = []
    for file in sorted((ROOT / "docs").rglob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        found += [f"{file.name}: {line}" for line in text.splitlines() if WORDS.search(marked.sub("", line))]
    assert found == []


def test_no_link_leads_nowhere(site: Path) -> None:
    """Links to the aspects that were dropped have become words."""
    missing = set()
    for path, root in pages(site):
        for element in root.iter("a"):
            target = unquote(urldefrag(element.get("href") or "")[0].partition("?")[0])
            if target and not re.match(r"[a-z]+:|/", target) and not (site / path).parent.joinpath(target).exists():
                missing.add(f"{path}: {target}")
    assert missing == set()


def test_the_aspects_are_those_that_are_left(site: Path) -> None:
    links = page(site, "standards").xpath("//nav[contains(@class, 'md-nav--primary')]//a")
    told = " ".join(link.text_content() for link in links)
    assert re.findall(r"[一二三四五六七]、\w+", told) == ["二、组织设置", "三、组织生活", "五、党员队伍建设"]
    assert "3 个方面、19 项标准" in words(site, "standards")
    assert "二、组织设置" in words(site, "aspects/2")
    assert not (site / "aspects/1").exists()
    assert not (site / "standards/4-1").exists()


def test_matrix_checklist_and_branch_follow(sites: dict[str, Path]) -> None:
    site = sites["internal"]
    heads = page(site, "committees/shuli/matrix").xpath("//thead//th[@scope='colgroup']//a/text()")
    assert heads == ["二 组织设置", "三 组织生活", "五 党员队伍建设"]
    branch = [node.text_content().rstrip("#") for node in page(site, "branches/sl-1").iter("h3")]
    assert [text for text in branch if re.match("[一二三四五六七] ", text)] == heads
    bands = [node.text_content().rstrip("#") for node in page(site, "branches/sl-1/checklist").iter("h2")]
    assert [text for text in bands if re.match("[一二三四五六七] ", text)] == heads


def test_its_own_plan_has_three_phases(site: Path) -> None:
    text = words(site, "plan")
    assert "乙丙大学2026年党支部工作推进方案：3 个阶段，5 项任务" in text
    assert [node.get("id") for node in page(site, "plan").iter("h3") if "phase" in (node.get("id") or "")] == [
        "phase-1",
        "phase-2",
        "phase-3",
    ]
    assert "方案的目标里，这一方面服务于“组织设置更加合理”" in words(site, "aspects/2")
    assert "二（二）1开好三会一课和主题党日" in words(site, "aspects/3").replace("方案 ", "")


def test_days_are_those_of_its_year(site: Path) -> None:
    assert "2026 年是：1月22日、2月26日、3月26日" in words(site, "standards/3-5")
    assert "每月第四个星期四" in words(site, "plan/calendar")
    assert "2026 年十二个月" in words(site, "plan/calendar")


def test_the_home_page_says_of_itself_only_what_its_records_say(site: Path) -> None:
    assert "整理稿，不是官方文本" in words(site, "")
    assert page(site, "").find(".//title").text == "乙丙大学党支部建设标准化手册"


@pytest.mark.parametrize(
    "plant",
    [
        lambda page: page.replace("</article>", "<p>2019</p></article>"),
        lambda page: page.replace("</article>", '<img alt="示例学院"></article>'),
        lambda page: page.replace("<head>", '<head><meta name="description" content="全部虚构">'),
        lambda page: page.replace("</article>", "<time>2019年</time></article>"),
        lambda page: page.replace("</article>", "<p>文学院党委</p></article>"),
    ],
)
def test_a_word_that_slips_in_is_found(tmp_path: Path, plant: Callable[[str], str]) -> None:
    clean = "<html><head><title>甲</title></head><body><article><cite>2019 年方案</cite></article></body></html>"
    (tmp_path / "index.html").write_text(clean, encoding="utf-8")
    assert list(offending(tmp_path, {"文学院党委"})) == []
    (tmp_path / "index.html").write_text(plant(clean), encoding="utf-8")
    assert len(list(offending(tmp_path, {"文学院党委"}))) == 1


def test_a_description_may_quote_what_the_page_marks(tmp_path: Path) -> None:
    head = '<html><head><meta charset="utf-8"><meta name="description" content="依据 2019 年方案办"></head>'
    (tmp_path / "index.html").write_text(f"{head}<body><cite>2019 年方案</cite></body></html>", encoding="utf-8")
    assert list(offending(tmp_path, ())) == []
    (tmp_path / "index.html").write_text(f"{head}<body><cite>2019 年计划</cite></body></html>", encoding="utf-8")
    assert len(list(offending(tmp_path, ()))) == 1


def test_where_there_are_no_marks_the_words_that_pages_mark_are_forgiven(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html><body><cite>2019 年方案</cite></body></html>", encoding="utf-8")
    (tmp_path / "a.ics").write_bytes("DESCRIPTION:依据 2019\r\n  年方案\r\n".encode())
    assert list(offending(tmp_path, ())) == []
    (tmp_path / "a.ics").write_bytes("DESCRIPTION:依据 2019\r\n  年计划\r\n".encode())
    assert len(list(offending(tmp_path, ()))) == 1
