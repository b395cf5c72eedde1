"""Things that stand in several scenes."""

from __future__ import annotations

from tests.demonstration.brush import Box, Canvas

SPINES = ("#9e3b33", "#b9764a", "#5d7a66", "#d7c191", "#41627f", "#7d4a55", "#e0d2b2", "#8a6a3f", "#6f8f9a")


def room(c: Canvas, floor: float) -> None:
    """A wall, a skirting board and a floor that begins at `floor`."""
    c.fade((0, 0, 1600, floor), c.palette.wall, c.palette.wall_low)
    c.fade((0, floor, 1600, 1000), c.palette.floor, c.palette.wood)
    c.box((0, floor - 16, 1600, floor + 6), c.palette.paper)
    c.box((0, floor + 6, 1600, floor + 10), "#b9a684")


def window(c: Canvas, place: Box) -> None:
    """A window with trees outside."""
    left, top, right, foot = place
    c.box((left - 18, top - 18, right + 18, foot + 18), c.palette.paper, 6)
    c.fade(place, c.palette.sky, "#f6f3e2")
    ground = foot - (foot - top) * 0.18
    c.box((left, ground, right, foot), "#bcd0a8")
    count = max(2, int((right - left) / 130))
    for index in range(count):
        x = left + (index + 0.5) * (right - left) / count
        size = (foot - top) / 420 * c.chance.uniform(0.7, 1.0)
        c.box((x - 5 * size, ground - 90 * size, x + 5 * size, ground + 4), "#8b6d4c")
        radius = min(66 * size, x - left, right - x)
        c.disc(x, ground - 120 * size, radius, c.palette.leaf, 1.1)
        c.disc(x - radius * 0.2, ground - 135 * size, radius * 0.6, "#8db48c", 1.0)
    middle = (left + right) / 2
    c.box((middle - 6, top, middle + 6, foot), c.palette.paper)
    c.box((left, top + (foot - top) * 0.3 - 5, right, top + (foot - top) * 0.3 + 5), c.palette.paper)
    c.box((left - 30, foot + 12, right + 30, foot + 34), "#efe6d6", 4)


def frame(c: Canvas, place: Box, fill: str) -> None:
    """A board on the wall."""
    left, top, right, foot = place
    c.shadow((left + 6, top + 14, right + 6, foot + 18), 70, 14)
    c.box((left - 14, top - 14, right + 14, foot + 14), c.palette.wood_dark, 10)
    c.box(place, fill, 4)


def bench(c: Canvas, x: float, y: float, rows: int) -> None:
    """A low cabinet with record boxes on its shelves."""
    c.shadow((x, y + 20, x + 270, y + rows * 84 + 10), 60, 14)
    c.box((x, y, x + 270, y + rows * 86), c.palette.wood_dark, 8)
    for row in range(rows):
        top = y + 12 + row * 83
        c.box((x + 12, top, x + 258, top + 72), "#7a5836", 4)
        for index in range(5):
            left = x + 22 + index * 46
            tint = c.palette.accent if (index + row) % 4 == 0 else ("#dcc9a2", "#c7b083", "#e8dcc2")[(index + row) % 3]
            c.box((left, top + 8, left + 38, top + 72), tint, 3)
            c.box((left + 11, top + 20, left + 27, top + 44), "#fffaf0", 2)


def book_row(c: Canvas, place: Box, thick: float, tall: float) -> None:
    """Books side by side from (x, foot) over a width; the fourth number of `place` is spare."""
    x, foot, width, _ = place
    end = x + width
    while x < end - thick:
        wide, high = thick * c.chance.uniform(0.8, 1.6), tall * c.chance.uniform(0.68, 1.0)
        tint = c.chance.choice(SPINES)
        c.box((x, foot - high, x + wide, foot), tint, 3)
        c.box((x + wide * 0.25, foot - high * 0.82, x + wide * 0.75, foot - high * 0.68), "#f2e6cc", 1)
        x += wide + 2


def chair(c: Canvas, x: float, y: float, size: float) -> None:
    """A chair seen from the front, behind a table."""
    c.box((x, y, x + 120 * size, y + 130 * size), c.palette.accent, 20)
    c.box(
        (x + 12 * size, y + 12 * size, x + 108 * size, y + 112 * size),
        "#b4433f" if c.palette.accent == "#9e1b1f" else c.palette.soft,
        14,
    )


def lamp(c: Canvas, x: float, foot: float) -> None:
    """A desk lamp."""
    c.disc(x, foot, 62, c.palette.ink, 0.22)
    c.line([(x, foot), (x - 30, foot - 140), (x + 40, foot - 250)], c.palette.ink, 9)
    c.shape([(x - 24, foot - 232), (x + 52, foot - 286), (x + 98, foot - 226), (x - 2, foot - 178)], c.palette.accent)
    c.disc(x + 46, foot - 202, 26, "#fff3c9", 0.6)


def plant(c: Canvas, x: float, foot: float, size: float) -> None:
    """A pot plant that stands at `foot`."""
    for turn, long in ((-70, 150), (-38, 190), (0, 210), (38, 190), (70, 150), (-20, 150), (22, 160)):
        tip = (x + turn * size, foot - (90 + long) * size * 0.9)
        base = foot - 70 * size
        tint = c.palette.leaf if turn % 4 else c.palette.leaf_dark
        side = 17 * size
        c.shape(
            [
                (x, base),
                ((x + tip[0]) / 2 - side, (base + tip[1]) / 2),
                tip,
                ((x + tip[0]) / 2 + side, (base + tip[1]) / 2),
            ],
            tint,
        )
    c.shape(
        [
            (x - 52 * size, foot - 84 * size),
            (x + 52 * size, foot - 84 * size),
            (x + 38 * size, foot),
            (x - 38 * size, foot),
        ],
        "#c77d57",
    )
    c.box((x - 58 * size, foot - 94 * size, x + 58 * size, foot - 72 * size), "#d58d66", 6)


def tree(c: Canvas, x: float, foot: float, size: float) -> None:
    """A tree that stands at `foot`."""
    c.disc(x + 10 * size, foot + 4, 120 * size, "#7d9c6c", 0.16)
    c.shape(
        [
            (x - 13 * size, foot),
            (x - 8 * size, foot - 190 * size),
            (x + 8 * size, foot - 190 * size),
            (x + 13 * size, foot),
        ],
        "#8b6845",
    )
    for dx, dy, radius in ((0, 300, 115), (-72, 235, 84), (76, 240, 88), (0, 210, 84)):
        c.disc(x + dx * size, foot - dy * size, radius * size, c.palette.leaf_dark)
    for dx, dy, radius in ((-14, 316, 92), (-72, 250, 62), (60, 256, 62)):
        c.disc(x + dx * size, foot - dy * size, radius * size, c.palette.leaf)
    c.disc(x - 36 * size, foot - 344 * size, 40 * size, "#8db48c")


def papers(c: Canvas, x: float, y: float) -> None:
    """A sheet and a cup, lying on a table."""
    c.shape([(x - 44, y - 22), (x + 40, y - 22), (x + 52, y + 26), (x - 58, y + 26)], c.palette.paper)
    c.shape([(x - 38, y - 14), (x + 34, y - 14), (x + 35, y - 9), (x - 39, y - 9)], "#cdbfae")
    c.shape([(x - 42, y + 4), (x + 10, y + 4), (x + 11, y + 9), (x - 44, y + 9)], "#cdbfae")
    c.disc(x + 82, y + 2, 17, "#f7f2e9", 0.62)
    c.disc(x + 82, y, 12, "#b98f57", 0.55)
