"""Puts `docs/` and `mkdocs.yml` into the wheel, where `zhibu init` finds them; all else stands in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


def _carried() -> list[str]:
    return [
        "mkdocs.yml",
        *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*")) if path.is_file()),
    ]


class _BuildWithStarter(build_py):
    """An editable installation finds both in the checkout and needs no copy."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for name in _carried():
            target = Path(self.build_lib, "generator/starter", name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)

    def get_source_files(self) -> list[str]:
        return [*super().get_source_files(), *_carried()]


setup(cmdclass={"build_py": _BuildWithStarter})
