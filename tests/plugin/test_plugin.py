"""Both layers of a site through MkDocs, and what becomes of the old site when a build fails."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from PIL import Image

from generator.build import artifacts
from generator.cli.options import read_settings
from generator.errors import (
    BusyError,
    ConfigurationError,
    GeneratorError,
    LeakError,
    OutputFolderError,
    RecordsRefusedError,
)
from generator.media import encoding
from generator.model.record import Audience
from generator.output.folder import Staging
from generator.present.kit import shells as placeholders
from generator.products import site as builder
from generator.prose import shells
from tests.conftest import Project

DOCS = Path(__file__).parents[2] / "docs"


def build(project: Project, *, strict: bool = True, out: Path | None = None, **overrides: Any) -> Path:
    target = out or project.site
    builder.build(project.config, read_settings(project.config, overrides), target, strict=strict)
    return target


def read(project: Project, name: str) -> str:
    return (project.site / name).read_text(encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages(folder: Path) -> set[str]:
    return {name for name in tree(folder) if name.endswith(".html")}


def in_handbook(page: Path) -> bool:
    """Whether the full handbook has the page; the small project leaves most of it out."""
    sources = ((DOCS / page.parent).with_suffix(".md"), DOCS / page.parent / "index.md")
    return any(path.is_file() for path in sources) or page.as_posix() == "downloads/handbook.pdf"


def mkdocs(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *arguments]
    return subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False, encoding="utf-8")


def test_the_public_edition(project: Project) -> None:
    build(project)
    assert pages(project.site) == {
        "404.html",
        "index.html",
        "standards/index.html",
        "standards/3-1/index.html",
        "aspects/3/index.html",
        "committees/index.html",
        "committees/aa/index.html",
        "branches/aa-1/index.html",
        "branches/aa-1/checklist/index.html",
        "branches/aa-2/index.html",
        "branches/aa-2/checklist/index.html",
        "plan/trace/index.html",
        "showcases/index.html",
        "search/index.html",
        "points/list/index.html",
        "points/route/index.html",
        "showcases/aa-1/index.html",
    }
    page = read(project, "branches/aa-1/index.html")
    assert "<title>甲学院第一党支部 - 手册</title>" in page
    assert '<link rel="canonical" href="https://e.org/branches/aa-1/">' in page
    assert "公开版 · 2019年度 · 截至 2019年11月25日" in page


def test_the_internal_edition_has_verdicts_and_matrices(project: Project) -> None:
    build(project, audience="internal")
    assert {"matrix/index.html", "committees/aa/matrix/index.html"} <= pages(project.site)
    assert "a-2019-03-14-1" in read(project, "branches/aa-1/index.html")
    assert "党内版" in read(project, "branches/aa-1/index.html")


def test_no_trace_of_placeholders_and_slots(project: Project) -> None:
    project.plugins("{zhibu: {as_of: 2019-11-25}}")
    build(project, audience="internal")
    for name, content in tree(project.site).items():
        if not name.startswith("assets/"):
            assert b"zhibu-shell" not in content, name
            assert b"zhibu-sentinel" not in content, name
            assert b"<!-- slot:" not in content, name


def test_a_branch_scope_builds_one_unit(project: Project) -> None:
    build(project, audience="internal", scope="branch:aa-2")
    names = {name for name in pages(project.site) if name.startswith(("branches/", "committees/", "showcases/aa"))}
    own = {f"branches/aa-2/{page}index.html" for page in ("", "checklist/", "month/", "visit-note/")}
    assert names == {*own, "committees/index.html"}
    assert "例见 甲学院第一党支部 和 甲学院党委、甲学院第一党支部" in read(project, "standards/3-1/index.html")


def test_links_in_prose_lead_to_record_pages(project: Project) -> None:
    build(project)
    page = read(project, "standards/3-1/index.html")
    assert '<a href="../../branches/aa-1/index.html">甲学院第一党支部</a>' in page
    assert '<a href="../../committees/aa/index.html">甲学院党委</a>' in page
    assert '<a href="../../showcases/aa-1/index.html">照着做</a>' in page


def test_every_link_to_a_page_names_its_file_and_the_file_is_there(project: Project) -> None:
    build(project, audience="internal")
    for name in pages(project.site):
        for found in re.finditer(r'<a\b[^>]*?\shref="([^"]*)"', read(project, name)):
            target = found[1].partition("#")[0]
            if target and ":" not in target:
                start = project.site if target.startswith("/") else (project.site / name).parent  # the 404 page's links
                file = (start / target.lstrip("/")).resolve()
                assert file.is_file() or in_handbook(file.relative_to(project.site.resolve())), (name, found[1])


def test_the_site_map_holds_what_a_reader_can_open(project: Project) -> None:
    project.plugins("{zhibu: {as_of: 2019-11-25}}")
    build(project)
    addresses = re.findall(r"<loc>https://e\.org/([^<]*)</loc>", read(project, "sitemap.xml"))
    assert {f"{path}index.html" for path in addresses} == pages(project.site) - {"404.html"}
    assert set(re.findall(r"<lastmod>([^<]*)", read(project, "sitemap.xml"))) == {"2019-11-25"}


def test_every_page_is_dated_as_of(project: Project) -> None:
    """MkDocs stamps its packed site map with the pages' dates; without an address of the site it is left as it is."""
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(config.replace("site_url: https://e.org/\n", ""), encoding="utf-8")
    build(project)
    stamp = int.from_bytes((project.site / "sitemap.xml.gz").read_bytes()[4:8], "little")
    assert datetime.fromtimestamp(stamp, UTC).date() == date(2019, 11, 25)


def test_photos_are_published_without_metadata_and_only_when_approved(project: Project) -> None:
    build(project)
    assert (project.site / "showcases/aa-1/photos/room.jpg").is_file()
    showcase = project.branch / "showcase.md"
    showcase.write_text(showcase.read_text(encoding="utf-8").replace("2020-12-31", "2019-11-24"), encoding="utf-8")
    build(project, strict=False)
    assert not (project.site / "showcases/aa-1").exists()
    assert "照着做" not in read(project, "sitemap.xml") + read(project, "showcases/index.html")


BAD_PHOTOS: dict[str, bytes] = {
    "empty.jpg": b"",
    "page.jpg": b"<html><body>404</body></html>",
    "drawing.jpg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "moving.gif": b"GIF89a\1\0\1\0\0\0\0;",
    "half.jpg": b"",
    "huge.png": b"",
    "silent.jpg": b"",
    "faces.jpg": b"",
    "Case.jpg": b"",
}


def test_no_bad_photo_stops_the_rest_of_a_showcase(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    """A 0-byte file, a web page, SVG, GIF, half a file, 200 megapixels, no words, no consent, names, links, paths."""
    photos, good = project.branch / "photos", (project.branch / "photos/room.jpg").read_bytes()
    for name, data in BAD_PHOTOS.items():
        (photos / name).write_bytes(data or (b"" if name == "empty.jpg" else good))
    Image.effect_noise((400, 300), 90).save(photos / "half.jpg")
    (photos / "half.jpg").write_bytes((photos / "half.jpg").read_bytes()[:-900])
    Image.new("1", (20_000, 10_000)).save(photos / "huge.png")
    (photos / "link.jpg").symlink_to(photos / "room.jpg")
    (project.root / "docs/outside.jpg").write_bytes(good)
    names = [f"photos/{name}" for name in (*BAD_PHOTOS, "none.jpg", "link.jpg", "../../../../docs/outside.jpg")]
    rows = [f"  - {{文件: {name}, 替代文字: 室内, 图注: 活动室}}\n" for name in names]
    text = "".join(rows).replace("silent.jpg, 替代文字: 室内", "silent.jpg").replace("Case.jpg", "case.jpg")
    text = text.replace("faces.jpg,", "faces.jpg, 有人像: 是,")
    showcase = project.branch / "showcase.md"
    whole = showcase.read_text(encoding="utf-8")
    start, good_row, end = whole.partition("照片: [{文件: photos/room.jpg, 替代文字: 活动室一角, 图注: 活动室}]\n")
    assert good_row
    showcase.write_text(
        f"{start}照片:\n  - {{文件: photos/room.jpg, 替代文字: 活动室一角, 图注: 活动室}}\n{text}{end}",
        encoding="utf-8",
    )
    project.seal()
    with pytest.raises(RecordsRefusedError):
        build(project)
    told = "\n".join(caplog.messages)
    codes = re.findall(r"showcase\.md:\d+:\d+: 警告\[(\w+)\]", told)
    assert sorted(codes) == ["P108", "P109", "P110", *["P111"] * 5, "P112", "P123", "P125", "R218"]
    build(project, strict=False)
    published = {path.name for path in (project.site / "showcases/aa-1/photos").iterdir()}
    assert published == {"room.jpg", "room-40.webp"}


def test_same_input_same_bytes(project: Project) -> None:
    project.plugins("{zhibu: {as_of: 2019-11-25, pdf: [handbook]}}")
    build(project, audience="internal")
    first = tree(project.site)
    shutil.copytree(project.root, project.root.with_name("elsewhere"), ignore=shutil.ignore_patterns("site", ".zhibu"))
    other = type(project)(project.root.with_name("elsewhere"))
    build(other, audience="internal")
    assert tree(other.site) == first


def test_mkdocs_and_zhibu_make_the_same_site(project: Project) -> None:
    project.plugins("{zhibu: {as_of: 2019-11-25, pdf: [handbook]}}")
    done = mkdocs(project, "--strict")
    assert done.returncode == 0, done.stderr
    first = tree(project.site)
    assert "downloads/handbook.pdf" in first
    build(project)
    assert tree(project.site) == first


def test_a_stamped_page_is_the_page_mkdocs_would_have_made(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The placeholder rendered with a page's own title and body, instead of the sentinels, is the stamped page."""
    build(project)
    stamped = read(project, "branches/aa-1/index.html")
    body = re.search(r'<h1 id="page">.*(?=\s*</article>)', stamped, re.DOTALL)
    assert body is not None
    shutil.rmtree(project.root / ".zhibu")
    for module in (shells, placeholders):
        monkeypatch.setattr(module, "TITLE_SENTINEL", "甲学院第一党支部")
    monkeypatch.setattr(shells, "BODY_SENTINEL", body[0].rstrip())
    rendered: list[str] = []

    def capture(html: str, path: str, canonical: str) -> object:
        rendered.append(html.replace(canonical, "https://e.org/branches/aa-1/"))
        raise GeneratorError("enough")

    monkeypatch.setattr(shells.Shell, "capture", staticmethod(capture))
    with pytest.raises(GeneratorError, match="enough"):
        build(project)
    assert rendered[0].split() == stamped.split()


FAULTS = {
    "duplicate key": ("aa-1/branch.yml", "类型: 教师\n", "类型: 教师\n类型: 教师\n"),
    "full-width colon": ("aa-1/branch.yml", "类型: 教师\n", "类型：教师\n"),
    "impossible day": ("aa-1/2019.yml", "2019-03-14", "2019-02-30"),
    "more present than expected": ("aa-1/2019.yml", "实到: 8", "实到: 10"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_badly_written_record_stops_publication_and_the_old_site_stands(project: Project, fault: str) -> None:
    build(project)
    before = tree(project.site)
    name, good, bad = FAULTS[fault]
    path = project.root / "records/units/aa" / name
    path.write_text(path.read_text(encoding="utf-8").replace(good, bad), encoding="utf-8")
    with pytest.raises(RecordsRefusedError, match="没有发布"):
        build(project, strict=False)
    assert tree(project.site) == before
    beside = {item.name for item in (project.root / ".zhibu").iterdir()}
    assert beside <= {"site.cache", "site.lock", "site.spare"}


def test_a_file_in_gbk_stops_publication(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    (project.root / "docs/committees.md").write_bytes("# 支部名录\n".encode("gbk"))
    with pytest.raises(RecordsRefusedError):
        build(project)
    assert "docs/committees.md:1:4: 错误[R001]" in caplog.text


def test_unknown_slots_and_links_are_located(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    project.write("docs/index.md", "# 首页\n\n见 [[branch:aa-3]]。\n\n<!-- slot: home-aspect -->\n")
    with pytest.raises(RecordsRefusedError):
        build(project)
    assert "docs/index.md:3:3: 错误[H102] 没有编号为 aa-3 的支部。是否想写“aa-" in caplog.text
    assert "docs/index.md:5:1: 错误[H101] 没有插槽“home-aspect”。是否想写“home-aspects”？" in caplog.text


@pytest.mark.parametrize("name", ["docs/index.md", "docs/standards/3-1.md"])
def test_front_matter_that_mkdocs_would_print_is_refused(
    project: Project, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    text = (project.root / name).read_text(encoding="utf-8").removeprefix("---\n")
    lines = "---\n版本: 2019-02-30\n" + ("" if "standards" in name else "备注: 内部说明\n---\n")
    project.write(name, lines + text)
    with pytest.raises(RecordsRefusedError):
        build(project)
    assert f"{name}:2:5: 错误[H111] “2019-02-30”读不出来" in caplog.text
    assert caplog.text.count(f"{name}:2:5") == 1


def test_an_impossible_day_in_a_showcase_is_text_and_never_front_matter_on_the_page(project: Project) -> None:
    path = project.branch / "showcase.md"
    path.write_text(path.read_text(encoding="utf-8").replace("标题: 照着做", "标题: 2019-02-30"), encoding="utf-8")
    project.seal()
    build(project)
    page = read(project, "showcases/aa-1/index.html")
    assert "<h1 id=" in page
    assert "一句话" not in page


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_what_no_navigation_names_and_no_page_uses_stays_at_home(
    project: Project, caplog: pytest.LogCaptureFixture, audience: str
) -> None:
    project.write("docs/drafts/review.md", "# 草稿\n\n雀鸟未定稿\n\n[表](../assets/draft.csv)\n")
    project.write("docs/assets/draft.csv", "雀鸟名单\n")
    project.write("docs/assets/form.csv", "项目,填写\n")
    project.write("docs/index.md", "# 首页\n\n[空表](assets/form.csv)\n")
    (project.root / "docs/assets/raw.bin").write_bytes(bytes(9))
    build(project, strict=False, audience=audience)
    built = tree(project.site)
    assert not [name for name, data in built.items() if "雀鸟".encode() in data]
    assert "assets/form.csv" in built
    assert not {name for name in built if name.startswith(("drafts/", "assets/draft", "assets/raw", "sources"))}
    for place in ("docs/drafts/review.md: 警告[H112]", "docs/assets/draft.csv: 警告[H113]"):
        assert caplog.text.count(place) == 1
    caplog.clear()
    build(project, strict=False, audience=audience)
    assert "docs/drafts/review.md: 警告[H112]" in caplog.text
    with pytest.raises(RecordsRefusedError):
        build(project, strict=True, audience=audience)


def test_what_is_meant_without_a_link_is_declared(project: Project) -> None:
    project.write("docs/extra/page.md", "# 另页\n")
    project.write("docs/extra/data.csv", "甲\n")
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(f"{config}not_in_nav: /extra/\n", encoding="utf-8")
    build(project, strict=True)
    assert {"extra/page/index.html", "extra/data.csv"} <= set(tree(project.site))


def test_without_navigation_nothing_tells_drafts_apart(project: Project) -> None:
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(config.partition("nav:\n")[0], encoding="utf-8")
    with pytest.raises(ConfigurationError, match="没有写 nav"):
        build(project)


def test_names_of_published_files_are_ascii(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    project.write("docs/assets/记录表.csv", "甲\n")
    project.write("docs/index.md", "# 首页\n\n[表](assets/记录表.csv)\n")
    with pytest.raises(RecordsRefusedError):
        build(project)
    assert "docs/assets/记录表.csv: 错误[P121]" in caplog.text


def test_pictures_of_the_handbook_are_made_anew(project: Project) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Somebody"
    exif.get_ifd(0x8825)[1] = "N"
    (project.root / "docs/assets").mkdir(exist_ok=True)
    Image.new("RGB", (20, 10)).save(project.root / "docs/assets/room.JPG", "JPEG", exif=exif)
    project.write("docs/index.md", "# 首页\n\n![室](assets/room.JPG)\n")
    build(project)
    assert '<source type="image/webp" srcset="assets/room-20.webp 20w"' in read(project, "index.html")
    assert 'src="assets/room.jpg"' in read(project, "index.html")
    published = {path.name: path.read_bytes() for path in (project.site / "assets").glob("room*")}
    assert set(published) == {"room.jpg", "room-20.webp"}
    for data in published.values():
        assert b"Somebody" not in data
        assert b"Exif" not in data


def test_a_linked_picture_keeps_its_name_and_a_broken_one_is_told_by_its_words(project: Project) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Somebody"
    (project.root / "docs/assets").mkdir(exist_ok=True)
    Image.new("RGB", (20, 10)).save(project.root / "docs/assets/big.webp", exif=exif)
    (project.root / "docs/assets/bad.png").write_bytes(b"<html>")
    project.write("docs/index.md", "# 首页\n\n[大图](assets/big.webp)\n\n![坏了的图](assets/bad.png)\n")
    build(project, strict=False)
    assert b"Somebody" not in (project.site / "assets/big.webp").read_bytes()
    assert "［图：坏了的图］" in read(project, "index.html")
    assert not (project.site / "assets/bad.png").exists()


def test_a_second_build_encodes_no_picture(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.root / "docs/assets").mkdir(exist_ok=True)
    Image.new("RGB", (600, 400)).save(project.root / "docs/assets/room.png")
    project.write("docs/index.md", "# 首页\n\n![室](assets/room.png)\n")
    build(project)
    before = (project.site / "showcases/aa-1/photos/room.jpg").read_bytes()
    made: list[Path] = []

    def noted(path: Path, _: object) -> Iterator[tuple[str, bytes]]:
        made.append(path)
        yield from ()

    monkeypatch.setattr(encoding, "encode", noted)
    project.write("docs/index.md", "# 首页\n\n改了一句，前一次生成的正文不能再用。\n\n![室](assets/room.png)\n")
    build(project)
    assert made == []
    assert (project.site / "showcases/aa-1/photos/room.jpg").read_bytes() == before


def test_attachments_are_opened_and_what_cannot_be_read_is_cleared_by_name(project: Project) -> None:
    document = Document()
    document.add_paragraph("证件号 ").add_run("11010519491231" + "002X")
    (project.root / "docs/assets").mkdir(exist_ok=True)
    document.save(str(project.root / "docs/assets/list.docx"))
    project.write("docs/index.md", "# 首页\n\n[表](assets/list.docx)\n")
    with pytest.raises(LeakError, match=r"assets/list\.docx：证件号"):
        build(project)
    (project.root / "docs/assets/list.docx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(64))
    with pytest.raises(LeakError, match=r"assets/list\.docx：读不出内容"):
        build(project)
    project.plugins("{zhibu: {as_of: 2019-11-25, cleared_files: [assets/list.docx]}}")
    build(project)
    project.plugins("{zhibu: {as_of: 2019-11-25}}")
    with pytest.raises(LeakError, match="读不出内容"):
        build(project)


def test_links_out_of_the_tree_are_refused(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    (project.root / "docs/passwd.md").symlink_to("/etc/passwd")
    with pytest.raises(RecordsRefusedError):
        build(project)
    assert "docs/passwd.md: 错误[P104]" in caplog.text


def test_warnings_are_published_around_and_stop_a_strict_build(project: Project) -> None:
    path = project.branch / "2019.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("2019-03-14", "2019-11-26"), encoding="utf-8")
    build(project, strict=False)
    before = tree(project.site)
    with pytest.raises(RecordsRefusedError, match="0 处错误、1 处警告"):
        build(project, strict=True)
    assert tree(project.site) == before


def test_strict_mode_of_mkdocs_counts_too(project: Project) -> None:
    build(project)
    before = tree(project.site)
    project.write("docs/index.md", "# 首页\n\n[没有](nowhere.md)\n")
    with pytest.raises(RecordsRefusedError, match="严格模式"):
        build(project, strict=True)
    assert tree(project.site) == before


@pytest.mark.parametrize("quiet", ["--quiet", "--verbose"])
def test_mkdocs_strict_counts_our_warnings_even_when_it_is_quiet(project: Project, quiet: str) -> None:
    path = project.branch / "2019.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("2019-03-14", "2019-11-26"), encoding="utf-8")
    assert mkdocs(project, "--strict", quiet).returncode == 1
    assert not project.site.exists()


def test_a_leak_stops_the_build(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    build(project)
    before = tree(project.site)
    shutil.rmtree(project.root / ".zhibu")  # else nothing is made anew
    monkeypatch.setattr(artifacts, "finder_script", lambda _site: "研究实验室搬迁期间的会议安排")
    with pytest.raises(LeakError, match=r"assets/zhibu/finder-data\.js：不属本版的内容“研究＊"):
        build(project)
    assert tree(project.site) == before


def test_a_folder_that_is_not_ours_is_refused(project: Project) -> None:
    project.write("site/thesis.txt", "论文")
    with pytest.raises(OutputFolderError, match="不是 zhibu 生成的文件"):
        build(project)
    assert read(project, "thesis.txt") == "论文"


def test_a_concurrent_build_is_turned_away(project: Project) -> None:
    build(project)
    before = tree(project.site)
    other = Staging.open(project.site, Audience.PUBLIC, (), "1")
    with pytest.raises(BusyError):
        build(project)
    other.close()
    assert tree(project.site) == before


def test_an_interrupted_build_leaves_the_old_site_and_the_next_one_succeeds(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project)
    before = tree(project.site)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    shutil.rmtree(project.root / ".zhibu")  # else nothing is made anew
    with monkeypatch.context() as patch:
        patch.setattr(artifacts, "finder_script", interrupt)
        with pytest.raises(KeyboardInterrupt):
            build(project)
    assert tree(project.site) == before
    build(project)
    assert tree(project.site) == before


def test_the_day_is_today_in_shanghai_unless_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.plugins("zhibu")
    monkeypatch.setattr("generator.cli.options.today", lambda: date(2019, 11, 20))
    build(project)
    assert "截至 2019年11月20日" in read(project, "index.html")
    build(project, as_of="2019-11-21")
    assert "截至 2019年11月21日" in read(project, "index.html")


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("as_of", "2019-2-30", "不是日期"),
        ("audience", "secret", "没有“secret”这个版别"),
        ("scope", "unit:aa", "范围“unit:aa”写得不对"),
        ("scope", "branch:aa-9", "没有这个范围：branch:aa-9。是否想写 branch:aa-"),
        ("year", "19", "不是年份"),
    ],
)
def test_wrong_options(project: Project, option: str, value: str, message: str) -> None:
    wrong: dict[str, Any] = {option: value}
    with pytest.raises(GeneratorError, match=message):
        build(project, **wrong)
    assert not project.site.exists()


def test_serving_writes_in_place(project: Project, tmp_path: Path) -> None:
    """`mkdocs serve` owns its folder: no claim, no exchange, and the records are watched."""
    config = load_config(str(project.config), site_dir=str(tmp_path / "served"))
    config.plugins.on_startup(command="serve", dirty=False)
    build_site(config, serve_url="http://127.0.0.1:8000/")
    assert (tmp_path / "served/branches/aa-1/index.html").is_file()
    assert str(project.root / "records") in config.watch
    config.plugins.on_shutdown()
    assert not (tmp_path / ".zhibu").exists()
