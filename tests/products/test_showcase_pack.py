"""A showcase as one zip: the same bytes whoever makes it, complete without the site, and only what is public."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from click.testing import CliRunner, Result

from generator import cli
from tests.conftest import Project


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(cli.cli, [*arguments, "--config", str(project.config)])


def change(project: Project, old: str, new: str) -> None:
    path = project.branch / "showcase.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_the_package_is_that_of_the_site_and_opens_without_it(project: Project, tmp_path: Path) -> None:
    project.plugins("{zhibu: {as_of: 2019-11-25, packages: true}}")
    assert run(project, "build", "--out", str(project.site)).exit_code == 0
    result = run(project, "showcase", "pack", "aa-1", "-o", str(tmp_path / "out/aa-1.zip"))
    assert result.stdout.strip() == str(tmp_path / "out/aa-1.zip")
    made = (tmp_path / "out/aa-1.zip").read_bytes()
    assert made == (project.site / "downloads/showcases/aa-1.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "out/aa-1.zip") as archive:
        names = {name.removeprefix("showcase-aa-1/") for name in archive.namelist()}
        page = archive.read("showcase-aa-1/index.html").decode()
    addresses = re.findall(r'(?:href|src)="([^"]+)"', page)
    addresses += [each.split()[0] for found in re.findall('srcset="([^"]+)"', page) for each in found.split(",")]
    local = {address for address in addresses if not address.startswith("#")}
    assert "files/downloads/forms/general-meeting.docx" in local
    assert {name for name in local if name.endswith(".webp")}
    assert local - names == set()
    assert "有效期至2020年12月31日；以网页为准：https://e.org/showcases/#aa-1" in page
    assert "照着标准做。" in page
    assert "打包下载" not in page


def test_what_is_not_public_is_not_packed(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "aa-1.zip"
    assert "没有支部“aa-2”的观摩展示" in run(project, "showcase", "pack", "aa-2", "-o", str(target)).stderr
    change(project, "照着标准做。", "照着标准做好。")
    result = run(project, "showcase", "pack", "aa-1", "-o", str(target))
    assert result.exit_code == 2
    assert "公开版没有甲学院第一党支部的观摩展示：内容在审批以后改过：正文“照着标准做好。”" in result.stderr
    change(project, "审批: {", "审批记录: {")
    assert run(project, "showcase", "pack", "aa-1", "-o", str(target)).exit_code != 0
    assert not target.exists()
