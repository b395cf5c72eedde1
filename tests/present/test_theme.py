"""The tokens' contrast, and a style sheet without strangers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[2] / "generator"
ASSETS = GENERATOR / "theme" / "assets" / "zhibu"
TOKENS = (ASSETS / "zhibu" / "tokens.css").read_text(encoding="utf-8")
STYLES = {
    path.relative_to(ASSETS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(ASSETS.rglob("*.css"))
}
SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for folder in (*(GENERATOR / name for name in ("plugin", "present", "prose", "theme")), GENERATOR.parent / "docs")
    for path in sorted(folder.rglob("*"))
    if path.suffix in {".py", ".j2", ".html", ".js", ".md"}
)
TONES = ("met", "unmet", "advisory", "due-soon", "calm", "no-record", "awaiting-review")


def palette(scheme: str) -> dict[str, str]:
    block = TOKENS[TOKENS.index(f'[data-md-color-scheme="{scheme}"] {{') :]
    return dict(re.findall(r"--zb-([\w-]+): (#[0-9a-f]{3,6});", block[: block.index("}")]))


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#ffffff", "#9e1b1f") == pytest.approx(7.98, abs=0.01)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("tone", TONES)
def test_every_state_can_be_read_on_paper_and_on_its_tint(scheme: str, tone: str) -> None:
    colours = palette(scheme)
    assert contrast(colours[tone], colours["paper"]) >= 6
    assert contrast(colours[tone], colours[f"{tone}-tint"]) >= 5.6


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_words_can_be_read_on_paper_and_bands(scheme: str) -> None:
    colours = palette(scheme)
    for ink in ("ink", "muted", "red", "gold"):
        assert min(contrast(colours[ink], colours[ground]) for ground in ("paper", "band")) >= 4.5
    assert contrast(colours["on-header"], colours["header"]) >= 7


@pytest.mark.parametrize("name", STYLES)
def test_no_style_is_for_nothing(name: str) -> None:
    made = re.compile(r"zb-(a|from-|decider-)[0-9]$")
    verdicts = {f"zb-{tone}" for tone in TONES} | {"zb-not-due", "zb-not-applicable"}
    used = set(re.findall(r"[.#](zb-[\w-]+)", STYLES[name])) - verdicts
    assert [word for word in sorted(used) if word not in SOURCES and not made.match(word)] == []


@pytest.mark.parametrize("name", STYLES)
def test_styles_load_nothing_and_are_whole(name: str) -> None:
    text = STYLES[name]
    assert text.count("{") == text.count("}")
    assert not re.search(r"url\(|!important", text)
    assert "@import" not in re.sub(r'^@import "[\w/]+\.css";$', "", text, flags=re.MULTILINE)


def test_no_feature_styles_the_class_of_another() -> None:
    """A badge and an empty cell were both `zb-hand`: the cells of tables became badges."""
    owners: dict[str, set[str]] = {}
    for name, text in STYLES.items():
        for styled in re.findall(r"(?m)^(\.zb-[\w-]+)(?:,| \{)$", text) if name.startswith("pages/") else ():
            owners.setdefault(styled, set()).add(name)
    assert len(owners) > 50
    assert {styled: sorted(names) for styled, names in owners.items() if len(names) > 1} == {}
