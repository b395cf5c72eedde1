"""The other institution, made and built once a session in both editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.another.make import build, make


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two sites by edition."""
    config = make(tmp_path_factory.mktemp("another"))
    return {edition: build(config, edition) for edition in ("public", "internal")}


@pytest.fixture(params=["public", "internal"])
def site(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Path:
    return sites[request.param]
