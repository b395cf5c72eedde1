"""文书样本 of the repository on their page and as Word files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from docx import Document

from generator.build.downloads import word_files
from generator.load.paper_samples import load_samples
from generator.load.sources import load_sources
from generator.model.record import Audience
from generator.present.kit.site import Site
from generator.present.kit.urls import FORM_KILOBYTES
from generator.present.prose_pages.values import fill_values

ROOT = Path(__file__).parents[2]
SAMPLES, _ = load_samples(ROOT / "docs", ROOT)


def words(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(row.text for row in document.paragraphs), *cells])


def test_what_nobody_has_read_in_the_original_is_said_to_be_unverified(
    make_site: Callable[..., Site], tmp_path: Path
) -> None:
    site = replace(make_site(), samples=SAMPLES, sources=load_sources(ROOT / "docs", ROOT)[0])
    made = {name: data for name, data in word_files(site) if "/samples/" in name}
    assert list(made) == [f"downloads/samples/{id}.docx" for id in SAMPLES]
    for name, data in made.items():
        assert len(data) < 1000 * FORM_KILOBYTES
        (tmp_path / "a.docx").write_bytes(data)
        lines = words(tmp_path / "a.docx").split("\n")
        assert lines[0] == "整理稿，非正式公文"
        (basis,) = (line for line in lines if line.startswith("依据："))
        assert all("✔" in each or "待核" in each for each in basis.split("；《")), name
        assert "【" not in "\n".join(lines)


def test_the_page_shows_every_sample_with_its_file(make_site: Callable[..., Site]) -> None:
    made = fill_values(replace(make_site(), samples=SAMPLES), "[[samples]]", "samples/")
    for id, sample in SAMPLES.items():
        assert f"## {sample.name} {{#{id}}}" in made
        assert f'<a href="../downloads/samples/{id}.docx" download>' in made
    assert "【" not in made
    assert '<td data-label="内容">党费收缴使用</td>' in made
    odd = replace(make_site(), samples={"a": SAMPLES["ballot"].model_copy(update={"text": "<b>"})})
    assert '<p class="zb-sample-body">&lt;b&gt;</p>' in fill_values(odd, "[[samples]]", "samples/")


def test_the_audience_of_all_of_it_is_everybody() -> None:
    assert all(row.project(Audience.PUBLIC) is row for row in SAMPLES.values())
