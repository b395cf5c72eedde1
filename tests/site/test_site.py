"""The demonstration as readers get it: links, sizes, editions, and the handbook on paper."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pikepdf
import pypdfium2 as pdfium
import pytest

from generator.present.kit.urls import NOTE_FILE, VISIT_NOTE_FILE
from tests.site.conftest import Site

ROOT = Path(__file__).parents[2]
_EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:")
_HAN = re.compile(r"[\u3400-\u9fff]")


def _targets(site: Site) -> list[tuple[str, str]]:
    found = []
    for name, page in site.pages.items():
        if name == "404.html":
            continue  # its links start at the site's address, not at its own place
        for element, _, link, _ in page.iterlinks():
            if element.tag != "link" or element.get("rel") not in ("canonical", "prev", "next"):
                found.append((name, link))
    return [(name, link.removesuffix("?print")) for name, link in found if not _EXTERNAL.match(link)]


def test_every_link_leads_to_a_file(edition: Site) -> None:
    broken = []
    for name, link in _targets(edition):
        path = unquote(urldefrag(link).url)
        target = (edition.folder / name).parent / path if path else edition.folder / name
        if not target.is_file():
            broken.append(f"{name} → {link}")
    assert broken == []


def test_every_fragment_leads_to_an_element(edition: Site) -> None:
    ids = {name: {*page.xpath("//@id"), *page.xpath("//a/@name")} for name, page in edition.pages.items()}
    broken = []
    for name, link in _targets(edition):
        path, fragment = urldefrag(link)
        target = ((edition.folder / name).parent / unquote(path)).resolve() if path else edition.folder / name
        page = str(target.resolve().relative_to(edition.folder.resolve()))
        if fragment and page in ids and unquote(fragment) not in ids[page]:
            broken.append(f"{name} → {link}")
    assert broken == []


def test_links_name_their_file_so_that_a_folder_opens_as_a_site(edition: Site) -> None:
    bare = [f"{name} → {link}" for name, link in _targets(edition) if urldefrag(link).url.endswith(("/", "."))]
    assert bare == []


def test_no_page_is_larger_than_a_phone_should_load(edition: Site) -> None:
    sizes = {name: (edition.folder / name).stat().st_size for name in edition.pages}
    assert {name: size for name, size in sizes.items() if size > 300_000} == {}


def test_ids_are_unique(edition: Site) -> None:
    for name, page in edition.pages.items():
        repeated = [id for id, times in Counter(page.xpath("//@id")).items() if times > 1]
        assert (name, repeated) == (name, [])


def test_regions_of_a_page_are_named_apart(edition: Site) -> None:
    for name, page in edition.pages.items():
        names = Counter(page.xpath("//section/@aria-label | //*[@role='region']/@aria-label"))
        assert (name, [label for label, times in names.items() if times > 1]) == (name, [])


def test_the_policy_of_the_site_allows_its_own_scripts_and_no_style_or_event_is_inline(edition: Site) -> None:
    header, rule = (edition.folder / "_headers").read_text(encoding="utf-8").split("Content-Security-Policy: ")
    assert header == "/*\n  "
    for name, page in edition.pages.items():
        inline = [str(text) for text in page.xpath("//script[not(@src) and not(@type='application/json')]/text()")]
        inline += map(str, page.xpath("//style/text()"))
        hashes = {base64.b64encode(sha256(text.encode()).digest()).decode() for text in inline}
        assert (name, [made for made in hashes if f"'sha256-{made}'" not in rule]) == (name, [])
        assert (name, page.xpath("//@style | //@*[starts-with(name(), 'on')] | //base")) == (name, [])
        assert (name, bool(page.xpath("//style"))) == (name, name in (NOTE_FILE, VISIT_NOTE_FILE))
    assert rule.strip() in (edition.folder / "csp/nginx.conf").read_text(encoding="utf-8")
    assert rule.strip() in (edition.folder / "csp/apache.conf").read_text(encoding="utf-8")


def test_every_page_names_its_edition_and_its_day(public: Site, internal: Site) -> None:
    for site, label in ((public, "公开版"), (internal, "党内版")):
        for name, page in site.pages.items():
            if name in (
                NOTE_FILE,
                VISIT_NOTE_FILE,
            ):  # it is kept on a device, holds nothing of an edition, and outlives its day
                continue
            text = page.text_content()
            assert label in text, name
            assert "截至 2019年11月25日" in text, name


def test_the_public_edition_has_no_conclusions(public: Site) -> None:
    for name, page in public.pages.items():
        if name.startswith(("branches/", "committees/")):
            assert page.xpath("//*[contains(@class, 'zb-chip')]") == [], name
    assert not list(public.folder.glob("committees/*/matrix"))
    assert not (public.folder / "matrix").exists()


def test_the_internal_edition_has_a_page_and_a_checklist_for_every_branch(internal: Site) -> None:
    branches = sorted(path.parent.name for path in (ROOT / "records/units").glob("*/*/branch.yml"))
    assert len(branches) >= 24
    for branch in branches:
        assert f"branches/{branch}/index.html" in internal.pages
        assert f"branches/{branch}/checklist/index.html" in internal.pages


def test_the_plan_is_told_in_both_editions_and_judged_in_one(public: Site, internal: Site) -> None:
    for site in (public, internal):
        tasks = {name: page for name, page in site.pages.items() if name.startswith("plan/tasks/")}
        assert len(tasks) == 24
        for page in tasks.values():
            assert page.xpath("string(//li[contains(@class, 'md-tabs__item--active')])").strip() == "方案"
            assert page.xpath("//blockquote[contains(., '责任单位：')]")
        withheld = tasks["plan/tasks/3-2-2/index.html"].xpath("//article")[0].text_content()
        assert "本项按规定不在本版显示" in withheld
        assert "记录显示" not in withheld
    judged = [page.xpath("//*[@id='standing']") for name, page in internal.pages.items() if "plan/tasks/" in name]
    assert all(judged)
    for name, page in public.pages.items():
        if name.startswith("plan/"):
            assert page.xpath("//*[contains(@class, 'zb-chip')] | //*[@id='standing'] | //*[@id='handouts']") == [], (
                name
            )
    assert "plan/overdue/index.html" in internal.pages
    assert "plan/overdue/index.html" not in public.pages


def test_bases_lead_to_the_plans_own_words(internal: Site) -> None:
    for name in ("standards/3-1/index.html", "branches/xx-js1/index.html"):
        assert internal.pages[name].xpath("//a[contains(@href, 'plan/text/index.html#c-3-2-3')]"), name


def test_a_checklist_has_a_row_for_each_of_the_34(internal: Site) -> None:
    checklist = internal.pages["branches/xx-js1/checklist/index.html"]
    assert len(checklist.xpath("//tr[@class='zb-entry']")) == 34


def test_the_two_rules_of_the_restricted_edition_read_alike_for_every_branch(internal: Site) -> None:
    said = set()
    for name, page in internal.pages.items():
        if re.fullmatch(r"branches/[^/]+/index\.html", name):
            body = page.xpath("//article")[0].text_content()
            said.add(body.count("本项按规定不在本版显示"))
            assert not re.search(r"(?<!\d)(2\.5|7\.3)\.\d", body), name
    assert len(said) == 1


def test_mkdocs_makes_the_same_public_site(public: Site, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ours, theirs = _files(public.folder), _files(out)
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def handbook(public: Site) -> Path:
    return public.folder / "downloads" / "handbook.pdf"


def test_the_handbook_gives_back_every_han_character_of_the_34(handbook: Path) -> None:
    document = pdfium.PdfDocument(handbook)
    printed = Counter(_HAN.findall("".join(page.get_textpage().get_text_bounded() for page in document)))
    document.close()
    written: Counter[str] = Counter()
    for path in sorted((ROOT / "docs/standards").glob("[1-7]-[1-9].md")):
        source = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        source = re.sub(r"(?ms)^## [^\n]*\.zb-site-only[^}]*\}.*?(?=^## |\Z)", "", source)
        body = re.sub(r"\]\([^)]*\)|\{[#.][^}]*\}|<!--.*?-->", "", source)
        written += Counter(_HAN.findall(body))
    assert written.total() > 34 * 500
    assert written - printed == Counter()


def test_the_handbook_has_an_outline_entry_for_each_of_the_34_and_for_each_that_differs(handbook: Path) -> None:
    document = pdfium.PdfDocument(handbook)
    titles = [entry.get_title() for entry in document.get_toc()]
    document.close()
    standards = [title for title in titles if re.match(r"[1-7]\.[1-9] ", title)]
    differing = list((ROOT / "docs/standards").glob("*/[1-7]-*.md"))
    assert len(differing) == 2
    assert len(standards) == 34 + len(differing)
    assert len(set(standards)) == 34


def test_the_handbook_is_an_archive_that_a_screen_reader_can_read(handbook: Path) -> None:
    with pikepdf.open(handbook) as document:
        with document.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
        assert document.Root.Lang == "zh-CN"
        assert "/StructTreeRoot" in document.Root


def test_every_page_is_described_in_words_of_its_own(edition: Site) -> None:
    said = "string(//meta[@name='description']/@content)"
    told = {name: str(page.xpath(said)) for name, page in edition.pages.items()}
    assert [name for name, text in told.items() if not text] == []
    assert {text: count for text, count in Counter(told.values()).items() if count > 1} == {}


def test_the_theme_around_every_page_is_in_chinese(edition: Site) -> None:
    """Words, labels and titles of header, navigation, breadcrumbs and footer; article and contents are what people wrote."""
    latin = re.compile(r"[A-Za-z]{2,}")
    named = ("aria-label", "title", "alt", "placeholder")
    written = "ancestor-or-self::article | ancestor::*[contains(@class, 'md-nav--secondary')]"
    for name, page in edition.pages.items():
        around = [node for node in page.xpath("//body//*") if not node.xpath(written)]
        said = [node.get(key, "") for node in around for key in named]
        said += [text for node in around if node.tag not in ("script", "style") for text in node.xpath("text()")]
        assert [text for text in said if latin.search(text) and not re.search("[一-龥]", text)] == [], name


def test_a_lost_reader_is_told_so_in_chinese_and_led_on(edition: Site) -> None:
    page = edition.pages["404.html"]
    assert page.xpath("string(//article//h1)") == "找不到这一页"
    assert "Not found" not in (edition.folder / "404.html").read_text(encoding="utf-8")
    assert {link.text for link in page.xpath("//article//a")} >= {"首页", "支部查找", "观摩展示"}


def test_a_dissolved_branch_says_so_wherever_it_is_named(edition: Site) -> None:
    finder = (edition.folder / "assets/zhibu/finder-data.js").read_text(encoding="utf-8")
    for id, committee in (("jf-tsg2", "jiaofu"), ("xx-yjs2", "xinxi")):
        page = edition.pages[f"branches/{id}/index.html"]
        name = str(page.xpath("string(//article//h1)")).strip().removesuffix("#")
        assert name.endswith("（已撤销）")
        assert str(page.xpath("string(//title)")).startswith(name)
        assert name in finder
        assert name in edition.pages[f"committees/{committee}/index.html"].text_content()
        assert "撤销" in str(page.xpath("string(//dl[@class='zb-facts'])"))
