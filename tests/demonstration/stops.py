"""Scenes of a visit: the way to the door, a table for the talk, a sheet to fill in, a lecture room."""

from __future__ import annotations

from tests.demonstration.brush import Canvas
from tests.demonstration.furniture import frame, papers, plant, room, tree, window


def corridor(c: Canvas) -> None:
    c.fade((0, 0, 1600, 1000), c.palette.wall, c.palette.wall_low)
    c.shape([(0, 0), (1600, 0), (980, 330), (620, 330)], c.palette.paper)
    c.shape([(0, 1000), (1600, 1000), (980, 640), (620, 640)], c.palette.floor)
    c.shape([(620, 640), (980, 640), (1180, 1000), (420, 1000)], c.palette.soft)
    c.box((620, 330, 980, 640), "#efe8da")
    window(c, (690, 380, 910, 540))
    for depth in range(3):
        c.shape(
            [
                (740 - depth * 190, 60 + depth * -22 + 60),
                (860 + depth * 190, 98 - depth * 22),
                (846 + depth * 150, 150 - depth * 14),
                (754 - depth * 150, 150 - depth * 14),
            ],
            "#fbf6e6",
        )
    for side in (-1, 1):
        for near, far in ((0.86, 0.66), (0.58, 0.46)):
            _door(c, side, near, far)
    _open_door(c)
    c.light([(700, 640), (900, 640), (1060, 1000), (540, 1000)], 60, 26)


def _door(c: Canvas, side: int, near: float, far: float) -> None:
    def at(depth: float, height: float) -> tuple[float, float]:
        return 800 + side * (180 + 620 * depth), 485 + (515 * depth + 155) * height * (0.9 if height < 0 else 1.0)

    c.shape([at(near, -0.55), at(far, -0.55), at(far, 0.98), at(near, 0.98)], c.palette.wood_dark)
    inner_near, inner_far = near - 0.02, far + 0.015
    c.shape([at(inner_near, -0.5), at(inner_far, -0.5), at(inner_far, 0.97), at(inner_near, 0.97)], c.palette.wood)
    knob = at(far + 0.035, 0.28)
    c.disc(knob[0], knob[1], 7, "#f1e0b4")


def _open_door(c: Canvas) -> None:
    """A sheet on the nearest wall, so that the room is known by it."""
    c.shadow((118, 330, 262, 520), 60, 10)
    c.shape([(110, 300), (262, 340), (262, 520), (110, 520)], c.palette.paper)
    c.shape([(110, 300), (262, 340), (262, 368), (110, 334)], c.palette.accent)
    for row in range(4):
        for column in range(3):
            x, y = 128 + column * 44, 372 + row * 36 + column * 4
            c.box((x, y, x + 30, y + 22), c.palette.soft, 3)


def entrance(c: Canvas) -> None:
    """A door with steps, and a ramp beside them."""
    front_steps(c)
    c.shape([(1040, 694), (1120, 694), (1500, 796), (1130, 796)], "#cfc2a6")
    c.line([(1050, 640), (1050, 700)], c.palette.ink, 6)
    c.line([(1050, 640), (1330, 700), (1480, 742)], c.palette.ink, 6)
    for x, y in ((1200, 674), (1330, 704), (1480, 742)):
        c.line([(x, y), (x, y + 64)], c.palette.ink, 6)


def front_steps(c: Canvas) -> None:
    """A door with steps and nothing beside them."""
    c.fade((0, 0, 1600, 640), "#cfe2ec", "#f4f0e4")
    c.box((0, 120, 1600, 700), "#e9dfcd")
    for x in (60, 250, 1230, 1420):
        c.box((x, 220, x + 120, 430), "#9dbecb", 4)
        c.box((x + 56, 220, x + 64, 430), "#f1efe6")
        c.box((x - 8, 430, x + 128, 444), "#cdbfa6")
    c.box((0, 120, 1600, 150), c.palette.accent)
    c.box((480, 190, 1120, 230), c.palette.wood_dark, 6)
    c.box((520, 230, 1080, 700), "#d8cbb2")
    for x in (560, 812):
        c.box((x, 270, x + 228, 690), "#a9c8d2", 6, c.palette.ink, 6)
        c.shape([(x + 30, 290), (x + 90, 290), (x + 40, 670), (x + 20, 670)], "#c6dde4")
    c.box((776, 440, 788, 560), c.palette.ink, 5)
    c.box((812, 440, 824, 560), c.palette.ink, 5)
    c.fade((0, 700, 1600, 1000), "#d6cdbb", "#c3b89f")
    for step in range(3):
        c.box(
            (470 - step * 46, 694 + step * 34, 1010 + step * 30, 730 + step * 34),
            ("#efe7d7", "#e5dbc6", "#dacfb7")[step],
        )
    _notice(c, 210, 580)
    tree(c, 1500, 716, 0.8)
    tree(c, 90, 800, 1.1)


def _notice(c: Canvas, x: float, y: float) -> None:
    c.box((x + 14, y + 150, x + 26, y + 300), c.palette.wood_dark)
    c.box((x + 164, y + 150, x + 176, y + 300), c.palette.wood_dark)
    c.shadow((x, y + 10, x + 200, y + 170), 60, 10)
    c.box((x, y, x + 190, y + 160), c.palette.paper, 8, c.palette.wood_dark, 8)
    c.box((x + 24, y + 24, x + 166, y + 44), c.palette.accent, 4)
    for row in range(3):
        c.box((x + 24, y + 64 + row * 26, x + 110 + row * 20, y + 74 + row * 26), "#cfc6b4", 4)


def talk_table(c: Canvas) -> None:
    c.fade((0, 0, 1600, 1000), c.palette.floor, c.palette.wood)
    for x in range(0, 1600, 200):
        c.line([(x, 0), (x + 60, 1000)], "#b99f76", 2)
    c.light([(200, 0), (760, 0), (500, 1000), (0, 1000)], 60, 60)
    for x, y, tall in (
        (420, 150, 0.8),
        (800, 90, 0.8),
        (1180, 150, 0.8),
        (420, 850, 0.8),
        (800, 912, 0.8),
        (1180, 850, 0.8),
    ):
        c.disc(x + 6, y + 10, 88, "#8f7550", tall)
        c.disc(x, y, 86, c.palette.accent, tall)
        c.disc(x, y, 66, c.palette.soft, tall)
    c.shadow((250, 230, 1370, 810), 110, 30, 260)
    c.disc(800, 500, 560, c.palette.wood_dark, 0.53)
    c.disc(800, 490, 552, c.palette.wood, 0.53)
    c.disc(800, 486, 500, "#d0a878", 0.52)
    for x, y in ((560, 320), (1010, 300), (440, 560), (1130, 560), (690, 660)):
        papers(c, x, y)
    _sheet_of_year(c, 800, 480)
    c.line([(930, 640), (1010, 604)], c.palette.ink, 7)
    c.line([(600, 470), (640, 540)], c.palette.accent, 7)


def _sheet_of_year(c: Canvas, x: float, y: float) -> None:
    c.shape([(x - 170, y - 90), (x + 160, y - 100), (x + 190, y + 90), (x - 190, y + 100)], c.palette.paper)
    c.shape([(x - 166, y - 84), (x + 158, y - 94), (x + 161, y - 70), (x - 170, y - 60)], c.palette.accent)
    for row in range(3):
        for column in range(4):
            at = (x - 150 + column * 80 - row * 4, y - 48 + row * 46 - column * 2)
            c.box((*at, at[0] + 62, at[1] + 32), c.palette.soft, 4)
            if (row + column) % 3 == 0:
                c.disc(at[0] + 46, at[1] + 16, 7, c.palette.accent)


def clipboard(c: Canvas) -> None:
    c.fade((0, 0, 1600, 1000), "#e2cfae", "#cdb48c")
    c.light([(900, 0), (1500, 0), (1200, 1000), (520, 1000)], 70, 60)
    c.shadow((470, 90, 1160, 960), 110, 30)
    c.box((450, 70, 1130, 940), c.palette.wood_dark, 18)
    c.box((490, 130, 1090, 900), c.palette.paper, 4)
    c.box((690, 40, 890, 120), "#8d8f92", 14)
    c.box((730, 20, 850, 70), "#6f7174", 12)
    c.box((540, 180, 900, 214), c.palette.accent, 6)
    for row in range(4):
        y = 270 + row * 150
        c.box((546, y, 590, y + 44), "#fffdf7", 4, c.palette.ink, 4)
        if row < 3:
            c.line([(554, y + 22), (566, y + 36), (584, y + 6)], c.palette.leaf_dark, 7)
        c.box((620, y + 4, 820 + c.chance.randint(40, 200), y + 18), "#8d8378", 4)
        c.box((620, y + 34, 760 + c.chance.randint(40, 220), y + 46), "#c9beac", 4)
        c.line([(620, y + 92), (1040, y + 92)], "#d9ccb6", 3)
    c.shape([(1210, 300), (1240, 290), (1330, 760), (1300, 766)], c.palette.ink)
    c.shape([(1300, 766), (1330, 760), (1328, 812)], "#d8b98c")
    plant(c, 200, 620, 1.4)
    c.disc(230, 800, 110, "#b98a56", 0.5)
    c.disc(230, 784, 96, "#f7f2e9", 0.5)
    c.disc(230, 780, 78, "#b08a5a", 0.48)


def lecture_room(c: Canvas) -> None:
    room(c, 640)
    frame(c, (420, 120, 1180, 470), "#3f5a4c")
    c.text(800, 200, "议程", 46, "#eef2e6")
    for row, words in enumerate(("一　报告", "二　讨论", "三　表决", "四　记录")):
        c.text(800, 264 + row * 50, words, 34, "#d9e2d2")
    window(c, (90, 170, 320, 500))
    c.box((1250, 420, 1420, 660), c.palette.wood, 6)
    c.box((1236, 400, 1434, 430), c.palette.wood_dark, 6)
    c.box((1300, 350, 1360, 402), c.palette.accent, 6)
    c.text(1330, 376, "票", 30, "#fdf3e2")
    for row in range(3):
        y, wide = 690 + row * 104, 230 + row * 40
        for column in range(4):
            x = 800 + (column - 2) * (wide + 40) + 20
            c.shadow((x, y + 20, x + wide, y + 60), 50, 10)
            c.box((x, y, x + wide, y + 28 + row * 6), c.palette.wood, 5)
            c.box((x + 16, y + 28, x + wide - 16, y + 78), c.palette.wood_dark, 3)
            c.shape(
                [
                    (x + wide / 2 - 34, y + 6),
                    (x + wide / 2 + 30, y + 6),
                    (x + wide / 2 + 38, y + 22),
                    (x + wide / 2 - 42, y + 22),
                ],
                c.palette.paper,
            )
    plant(c, 1510, 640, 1.0)
