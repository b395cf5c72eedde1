"""The institution that speed is measured on holds no mistake that would stop its build."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli

PERFORMANCE = Path(__file__).parent / "performance"


def test_the_measured_institution_has_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PERFORMANCE))
    module = importlib.import_module("institution")
    module.institution(4, tmp_path / "made")
    result = CliRunner().invoke(cli.cli, ["check", "--config", str(tmp_path / "made/mkdocs.yml")])
    sys.modules.pop("institution")
    assert result.exit_code == 0, result.stderr
    assert "4 个支部：0 处错误" in result.stderr
