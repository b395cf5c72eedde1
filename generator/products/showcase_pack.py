"""`zhibu showcase pack`: one showcase as a zip, the same file that a site carries."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import ConfigurationError, RecordsRefusedError
from generator.model.nearest import did_you_mean
from generator.model.record import Audience
from generator.present.kit.urls import showcase_package_file
from generator.products.site import build
from generator.settings import Settings
from generator.survey import survey


def pack_showcase(config: Path, settings: Settings, id: str, target: Path) -> Path:
    """Build the public edition in a folder of its own and take the package of the showcase; returns `target`.

    Raises ConfigurationError where the public edition does not hold that showcase.
    """
    public = replace(settings, audience=Audience.PUBLIC, scope=None, packages=True, pdf=_without_handbook(settings))
    _refuse_unpublished(public, id)
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(config, public, site, strict=False)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / showcase_package_file(id), target)
    return target


def _without_handbook(settings: Settings) -> tuple[str, ...]:
    """The PDFs that pages of showcases hand out; the handbook takes half a minute and is none of them."""
    return tuple(name for name in settings.pdf if name != "handbook")


def _refuse_unpublished(settings: Settings, id: str) -> None:
    index = survey(settings).index
    if index is None:
        raise RecordsRefusedError("台账有错误，没有打包。请先运行 zhibu check。")
    known = {row.branch.id: row for row in index.showcases}
    if id not in known:
        raise ConfigurationError(f"没有支部“{id}”的观摩展示。{did_you_mean(id, known, '请写支部的编号。')}")
    entry = known[id]
    barred = entry.barred(settings.as_of)
    if barred is not None or entry.showcase.approval is None:
        why = barred.message if barred else "没有审批记录"
        raise ConfigurationError(f"公开版没有{entry.branch.name}的观摩展示：{why}。公开版里没有的不打包。")
