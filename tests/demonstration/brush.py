"""A brush for flat scenes: shapes in a 1600 × 1000 space, painted at twice the size and scaled down smooth."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pylopdf_fonts_zh_cn
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIZE = (1600, 1000)
_SCALE = 2
_FONT = Path(pylopdf_fonts_zh_cn.__file__).parent / "NotoSansSC-Regular.otf"

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Palette:
    """The colours of one place: wall, floor, wood, the red or blue of its cloth, a leaf green and ink."""

    wall: str
    wall_low: str
    floor: str
    wood: str
    wood_dark: str
    accent: str
    soft: str
    leaf: str = "#6f9a72"
    leaf_dark: str = "#4f7a5a"
    paper: str = "#fffdf7"
    ink: str = "#3b3632"
    sky: str = "#dcebf1"
    glass: str = "#bcd8e3"


RED = Palette("#f4ece0", "#eadfce", "#d8c5aa", "#c49a6c", "#9c7448", "#9e1b1f", "#e7cfc4")
BLUE = Palette("#eef1f0", "#e0e6e7", "#c9cfcf", "#b99b78", "#8d7253", "#41627f", "#c9d8e2")
GREEN = Palette("#f3f0e4", "#e6e3d2", "#d3c3a3", "#c7a173", "#9a774c", "#5b7f5f", "#d5e0cc")
OCHRE = Palette("#f6eedd", "#ecdfc5", "#cfb48c", "#b98a56", "#8a6239", "#a4612c", "#ecd5b0")


@dataclass
class Canvas:
    """One picture in the making; `seed` decides all that is left to chance."""

    palette: Palette
    seed: str
    image: Image.Image = field(init=False)
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (SIZE[0] * _SCALE, SIZE[1] * _SCALE), self.palette.wall)
        self.chance = random.Random(self.seed)

    @property
    def _pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def fade(self, box: Box, top: str, bottom: str) -> None:
        """A rectangle that goes from one colour to another, downwards."""
        left, upper, right, lower = (round(each * _SCALE) for each in box)
        strip = Image.linear_gradient("L").resize((max(1, right - left), max(1, lower - upper)))
        over = Image.composite(Image.new("RGB", strip.size, bottom), Image.new("RGB", strip.size, top), strip)
        self.image.paste(over, (left, upper))

    def box(self, box: Box, fill: str, radius: float = 0, line: str | None = None, width: float = 2) -> None:
        """A rectangle, with round corners where asked."""
        scaled = [each * _SCALE for each in box]
        self._pen.rounded_rectangle(scaled, radius * _SCALE, fill, line, round(width * _SCALE) if line else 0)

    def shape(self, points: list[tuple[float, float]], fill: str) -> None:
        """A polygon."""
        self._pen.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill)

    def disc(self, x: float, y: float, radius: float, fill: str, squash: float = 1) -> None:
        """A circle, or an ellipse where squashed."""
        tall = radius * squash
        self._pen.ellipse(
            [(x - radius) * _SCALE, (y - tall) * _SCALE, (x + radius) * _SCALE, (y + tall) * _SCALE], fill
        )

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: float = 3) -> None:
        """A line through points."""
        self._pen.line([(x * _SCALE, y * _SCALE) for x, y in points], colour, round(width * _SCALE), joint="curve")

    def arc(self, box: Box, start: float, end: float, colour: str, width: float = 3) -> None:
        """Part of an ellipse's outline."""
        self._pen.arc([each * _SCALE for each in box], start, end, colour, round(width * _SCALE))

    def text(self, x: float, y: float, words: str, size: float, colour: str) -> None:
        """Words centred on a point."""
        font = ImageFont.truetype(str(_FONT), round(size * _SCALE))
        self._pen.text((x * _SCALE, y * _SCALE), words, colour, font, "mm")

    def shadow(self, box: Box, strength: int = 60, blur: float = 14, radius: float = 8) -> None:
        """A soft shadow in the shape of a rectangle."""
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).rounded_rectangle([each * _SCALE for each in box], radius * _SCALE, strength)
        mask = mask.filter(ImageFilter.GaussianBlur(blur * _SCALE))
        self.image.paste("#2a1c10", (0, 0), mask)

    def light(self, points: list[tuple[float, float]], strength: int = 46, blur: float = 10) -> None:
        """A patch of light, such as a window throws on a wall."""
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon([(x * _SCALE, y * _SCALE) for x, y in points], strength)
        self.image.paste("#fff6dc", (0, 0), mask.filter(ImageFilter.GaussianBlur(blur * _SCALE)))

    def save(self, target: Path) -> None:
        """Write the picture as a JPEG without metadata."""
        small = self.image.resize(SIZE, Image.Resampling.LANCZOS)
        small.save(target, "JPEG", quality=86, optimize=True, progressive=True)
