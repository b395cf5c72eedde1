"""Scenes with a distance in them: a path, a building, shelves."""

from __future__ import annotations

from tests.demonstration.brush import Canvas
from tests.demonstration.furniture import book_row, plant, room, tree, window


def campus_path(c: Canvas) -> None:
    c.fade((0, 0, 1600, 560), "#cfe3ee", "#f5efe0")
    c.disc(1230, 180, 66, "#fdf0c8")
    c.box((180, 300, 700, 560), "#e6ddcc")
    c.box((180, 286, 700, 308), "#b8735c")
    for x in range(210, 680, 80):
        for y in (336, 414, 492):
            c.box((x, y, x + 44, y + 46), "#b9d0d8", 3)
    c.disc(1340, 610, 430, "#a9c49a", 0.34)
    c.disc(300, 630, 520, "#b6cca3", 0.3)
    c.box((0, 560, 1600, 1000), "#9fbd8c")
    c.fade((0, 560, 1600, 1000), "#a9c695", "#88ac79")
    c.shape([(770, 560), (830, 560), (1240, 1000), (300, 1000)], "#e6d8bd")
    c.shape([(770, 560), (780, 560), (360, 1000), (300, 1000)], "#d6c5a5")
    c.shape([(820, 560), (830, 560), (1240, 1000), (1190, 1000)], "#d6c5a5")
    for x, foot, size in ((690, 590, 0.5), (560, 640, 0.7), (930, 600, 0.55), (1080, 660, 0.85), (330, 740, 1.1)):
        tree(c, x, foot, size)
    tree(c, 1370, 830, 1.5)
    _bench_outside(c, 1010, 760)
    c.box((190, 770, 214, 990), c.palette.wood_dark, 4)
    c.shadow((70, 640, 340, 800), 60, 10)
    c.box((60, 626, 344, 790), c.palette.paper, 10, c.palette.wood_dark, 8)
    c.box((92, 656, 312, 676), c.palette.leaf_dark, 5)
    for row in range(3):
        c.box((92, 700 + row * 26, 240 + (row % 2) * 60, 710 + row * 26), "#cfc6b4", 5)


def _bench_outside(c: Canvas, x: float, y: float) -> None:
    c.shadow((x, y + 86, x + 250, y + 104), 80, 10)
    for step in (0, 22, 44):
        c.box((x, y + step, x + 240, y + step + 15), c.palette.wood, 5)
    c.box((x - 8, y + 62, x + 248, y + 78), "#cfa877", 5)
    for leg in (20, 200):
        c.box((x + leg, y + 10, x + leg + 14, y + 106), "#6a5138", 3)


def bookshelf(c: Canvas) -> None:
    room(c, 880)
    c.shadow((220, 100, 1400, 900), 70, 30)
    c.box((200, 70, 1400, 890), c.palette.wood_dark, 8)
    for row in range(4):
        y = 92 + row * 196
        c.box((222, y, 1378, y + 176), "#75532f", 4)
        c.fade((222, y, 1378, y + 40), "#61431f", "#75532f")
        if row == 1:
            book_row(c, (240, y + 176, 730, 0), 19, 136)
            _box_of_books(c, 880, y + 66)
            c.box((1180, y + 40, 1330, y + 176), c.palette.paper, 4)
            c.box((1192, y + 52, 1318, y + 110), c.palette.soft, 3)
            c.disc(1255, 0 + y + 140, 14, c.palette.leaf)
        else:
            book_row(c, (240, y + 176, 1120 - (row % 3) * 120, 0), 18, 138)
    plant(c, 1260, 470 + 188, 0.5)
    c.light([(0, 120), (420, 0), (900, 1000), (300, 1000)], 34, 60)
    plant(c, 110, 890, 1.2)
    c.box((1450, 700, 1580, 716), c.palette.wood, 5)
    c.box((1466, 716, 1482, 890), c.palette.wood_dark)
    c.box((1548, 716, 1564, 890), c.palette.wood_dark)
    book_row(c, (1462, 700, 100, 0), 20, 90)


def _box_of_books(c: Canvas, x: float, y: float) -> None:
    book_row(c, (x + 20, y + 60, 200, 0), 22, 92)
    c.box((x, y + 20, x + 240, y + 110), "#d5ad73", 6)
    c.box((x, y + 20, x + 240, y + 36), "#c29657", 4)
    c.text(x + 120, y + 72, "赠书", 34, "#7a5527")


def building(c: Canvas) -> None:
    c.fade((0, 0, 1600, 700), "#c8dfec", "#f3f1e6")
    for x, y, size in ((260, 150, 60), (330, 130, 80), (420, 158, 54), (1180, 220, 50), (1250, 200, 70)):
        c.disc(x, y, size, "#f4f8f8", 0.5)
    c.box((0, 700, 1600, 1000), "#a9c39a")
    c.shape([(560, 720), (1040, 720), (1380, 1000), (220, 1000)], "#e2dac8")
    c.shadow((250, 690, 1350, 740), 70, 20)
    c.box((240, 260, 1360, 720), "#eee6d6")
    c.box((216, 232, 1384, 268), "#a5604c")
    c.box((640, 190, 960, 720), "#e4d8c2")
    c.shape([(610, 190), (990, 190), (800, 96)], "#a5604c")
    c.disc(800, 166, 24, "#fbf6ea")
    for x in (280, 370, 460, 550, 1010, 1100, 1190, 1280):
        for y in (306, 446, 586):
            c.box((x, y, x + 54, y + 84), "#9cc0d0", 4)
            c.box((x + 25, y, x + 29, y + 84), "#eef3f3")
            c.box((x - 4, y + 84, x + 58, y + 92), "#d6cab4")
    for x in (690, 780, 870):
        c.box((x, 250, x + 50, 340), "#9cc0d0", 24)
    c.text(800, 408, "教学楼", 46, "#8a4a3a")
    c.box((720, 480, 880, 720), "#7a5740", 6)
    c.box((736, 500, 796, 720), "#a8c9d4", 4)
    c.box((804, 500, 864, 720), "#a8c9d4", 4)
    for step in range(3):
        c.box((690 - step * 20, 706 + step * 12, 910 + step * 20, 720 + step * 12), "#d9cfbc")
    for x, foot, height in ((150, 760, 1.2), (1460, 770, 1.3), (60, 850, 0.8), (1300, 800, 0.6)):
        tree(c, x, foot, height)


def stacks(c: Canvas) -> None:
    c.fade((0, 0, 1600, 620), "#f6ecd8", "#eaddc2")
    c.box((0, 620, 1600, 1000), "#b99a6a")
    c.shape([(560, 620), (1040, 620), (1600, 1000), (0, 1000)], "#cdb185")
    c.light([(760, 620), (840, 620), (1060, 1000), (560, 1000)], 90, 24)
    window(c, (660, 250, 940, 600))
    for side in (-1, 1):
        for depth in range(3):
            _stack(c, side, depth)
    for x in (500, 800, 1100):
        c.line([(x, 0), (x, 90)], c.palette.wood_dark, 4)
        c.shape([(x - 60, 150), (x + 60, 150), (x + 26, 90), (x - 26, 90)], "#8d3f2b")
        c.disc(x, 152, 24, "#fff1c4", 0.4)


def _stack(c: Canvas, side: int, depth: int) -> None:
    near, far = 1.0 - depth * 0.27, 0.79 - depth * 0.2
    x0, x1 = 800 + side * 760 * near, 800 + side * 800 * far * 0.93
    top0, top1 = 560 - 520 * near, 560 - 470 * far
    foot0, foot1 = 620 + 350 * near, 620 + 250 * far
    c.shape([(x0, top0), (x1, top1), (x1, foot1), (x0, foot0)], "#8a6239" if depth % 2 else "#7c5731")
    rows = 5
    for row in range(rows):
        share0, share1 = (row + 0.14) / rows, (row + 0.92) / rows
        steps = 13
        for step in range(steps):
            left, right = step / steps, (step + c.chance.uniform(0.6, 0.94)) / steps
            tall = share0 + (share1 - share0) * c.chance.uniform(0.04, 0.34)
            _spine(c, (x0, x1, top0, top1, foot0, foot1), (left, right, tall, share1))


def _spine(c: Canvas, edge: tuple[float, ...], at: tuple[float, ...]) -> None:
    x0, x1, top0, top1, foot0, foot1 = edge
    left, right, upper, lower = at

    def point(along: float, down: float) -> tuple[float, float]:
        top, foot = top0 + (top1 - top0) * along, foot0 + (foot1 - foot0) * along
        return x0 + (x1 - x0) * along, top + (foot - top) * down

    tint = c.chance.choice(("#b3543f", "#c98b4e", "#6d8467", "#d9c39a", "#46627a", "#8e4a52", "#e3d6b8"))
    c.shape([point(left, upper), point(right, upper), point(right, lower), point(left, lower)], tint)
