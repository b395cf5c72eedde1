"""Every PDF that a site carries, by its structure: what archives and screen readers ask of it, as far as pikepdf can tell.

veraPDF, which judges the whole of PDF/A and PDF/UA, is on no package registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.build import program
from generator.build.manifest import Manifest
from generator.build.printed_artifacts import OPTIONAL, PRINTED
from generator.build.unit_prints import UNIT_PRINTS
from generator.cli.options import read_settings
from generator.output.cache import Cache
from generator.products import site as builder
from tests.conftest import Project, small_project

_PLAN = """年度: 2019
编号: 方案2019
名称: 推进方案
阶段:
  - 条款: 三（二）
    名称: 对标整改
    自: 2019-05-01
    至: 2019-06-30
    任务: [{条款: 三（二）2, 名称: 整改, 责任单位: [党支部]}]
"""
_XMP = "http://www.aiim.org/pdfa/ns/id/"
_ACCESSIBLE = "http://www.aiim.org/pdfua/ns/id/"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Manifest]:
    """The party's edition with every PDF that there is."""
    project = small_project(tmp_path_factory.mktemp("products") / "project")
    project.write("records/plan/2019.yml", _PLAN)
    settings = replace(read_settings(project.config, {"audience": "internal"}), pdf=OPTIONAL)
    builder.build(project.config, settings, project.site, strict=False)
    manifest = Cache(project.root / ".zhibu/site.cache", program.program()).read("manifest", Manifest)
    assert manifest is not None
    return project, manifest


@pytest.fixture(params=OPTIONAL)
def product(request: pytest.FixtureRequest, finished: tuple[Project, Manifest]) -> list[Path]:
    """The files of one product."""
    project, manifest = finished
    if request.param in {row.name for row in PRINTED}:
        names = list(manifest.artifacts[request.param].files)
    else:
        (option,) = (row for row in UNIT_PRINTS if row.option == request.param)
        made = [row for each in manifest.committees["aa"].branches for row in each.prints]
        ends = option.address("aa-1", _dated(project)).rpartition("/")[2]
        names = [f"branches/aa-1/{row.name}" for row in made if row.name == ends][:1]
    assert names
    return [project.site / name for name in names]


def test_every_pdf_has_what_archives_and_screen_readers_ask_for(product: list[Path]) -> None:
    for path in product:
        with pikepdf.open(path) as pdf, pdf.open_metadata() as told:
            assert (told[f"{{{_XMP}}}part"], told[f"{{{_XMP}}}conformance"]) == ("2", "A"), path
            assert told[f"{{{_ACCESSIBLE}}}part"] == "1"
            assert told["{http://purl.org/dc/elements/1.1/}title"]
            assert told["{http://purl.org/dc/elements/1.1/}creator"] == ["示例大学"]
            assert str(pdf.Root.Lang).startswith("zh")
            assert bool(pdf.Root.MarkInfo.Marked)
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            assert "/PageLabels" in pdf.Root or len(pdf.pages) == 1
            assert "D:2019" < str(pdf.docinfo["/CreationDate"]) < "D:20191126", (
                "the day of the document is no later than 截至"
            )
            assert "/JavaScript" not in pdf.Root.get("/Names", {})


def test_every_heading_cell_picture_and_link_is_told(product: list[Path]) -> None:
    for path in product:
        with pikepdf.open(path) as pdf:
            rows = list(_elements(pdf))
            kinds = {str(row.S) for row in rows}
            assert kinds & {"/H1", "/H2", "/Title"}, path
            for row in rows:
                if row.S == "/Figure":
                    assert str(row.get("/Alt", "")).strip(), f"{path}: a picture without words"
                if row.S == "/Table":
                    assert _has_heads(row) or _are_pairs(row), f"{path}: a table without header cells"
            for page in pdf.pages:
                for note in page.get("/Annots", []):
                    assert "/StructParent" in note, f"{path}: a link that no tag holds"
                    assert str(note.get("/Contents", "")).strip(), f"{path}: a link without words"


def test_an_outline_names_the_headings_of_what_has_several_pages(product: list[Path]) -> None:
    for path in product:
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            assert outline.root or len(pdf.pages) == 1, path


def test_every_typeface_is_in_the_file(product: list[Path]) -> None:
    for path in product:
        with pikepdf.open(path) as pdf:
            for row in pdf.objects:
                if isinstance(row, pikepdf.Dictionary) and row.get("/Type") == "/FontDescriptor":
                    assert row.keys() & {"/FontFile", "/FontFile2", "/FontFile3"}, path
                    assert re.match(r"/[A-Z]{6}\+", str(row.FontName)), "not a subset"


def _elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    yield from _below(pdf.Root.StructTreeRoot)


def _below(node: Any) -> Iterator[Any]:
    """The elements of structure under one, at any depth."""
    waiting = [node]
    while waiting:
        kids = waiting.pop().get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                waiting.append(kid)


def _has_heads(table: Any) -> bool:
    return "/TH" in {str(each.S) for each in _below(table)}


def _are_pairs(table: Any) -> bool:
    """Whether it gives names and what is said of each: Typst 0.15 has no header cells of rows but behind a flag that
    its package for Python does not have.
    """
    rows = [[str(cell.S) for cell in _below(row)] for row in _below(table) if row.S == "/TR"]
    return all(row.count("/TD") in (2, 4) for row in rows)


def _dated(project: Project) -> Any:
    return read_settings(project.config, {"audience": "internal"})
