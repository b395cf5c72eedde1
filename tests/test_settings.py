from datetime import date
from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.load.config import load_options
from generator.settings import Typefaces, configure

TODAY = date(2019, 11, 25)


def typefaces(tmp_path: Path, fonts: str) -> Typefaces:
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"plugins:\n  - zhibu:\n      fonts: {fonts}\n", encoding="utf-8")
    return configure(tmp_path, tmp_path / "docs", load_options(config), TODAY).typefaces


def test_fonts_are_named_by_role(tmp_path: Path) -> None:
    faces = typefaces(tmp_path, "{folders: [fonts], biao: [方正小标宋简体], fang: 仿宋_GB2312}")
    assert faces == Typefaces(folders=(tmp_path / "fonts",), biao=("方正小标宋简体",), fang=("仿宋_GB2312",))


@pytest.mark.parametrize(
    ("fonts", "told"), [("{biaosong: [方正小标宋简体]}", "biaosong"), ("方正小标宋简体", "按角色写")]
)
def test_a_role_that_does_not_exist_is_refused(tmp_path: Path, fonts: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        typefaces(tmp_path, fonts)


@pytest.mark.parametrize(("given", "pdf"), [({}, ()), ({"pdf": ["handbook"]}, ("handbook",)), ({"pdf": []}, ())])
def test_the_handbook_is_made_when_it_is_asked_for(
    tmp_path: Path, given: dict[str, object], pdf: tuple[str, ...]
) -> None:
    assert configure(tmp_path, tmp_path, given, TODAY).pdf == pdf
