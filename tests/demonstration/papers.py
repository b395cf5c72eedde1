"""Scenes of paper: a notice board, a record book, letters on a string, a chart."""

from __future__ import annotations

from tests.demonstration.brush import Box, Canvas
from tests.demonstration.furniture import frame, papers, plant, room

MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def year_board(c: Canvas) -> None:
    room(c, 860)
    c.light([(1180, 0), (1480, 0), (1180, 860), (860, 860)], 40, 40)
    frame(c, (180, 110, 1420, 790), "#efe3cd")
    c.box((216, 146, 1384, 214), c.palette.accent, 6)
    c.text(800, 178, "组织生活年历　一年一张", 38, "#fdf3e2")
    for index, month in enumerate(MONTHS):
        column, row = index % 4, index // 4
        _month(c, 246 + column * 286, 240 + row * 176, month, index)
    for x, y, tint in ((226, 754, c.palette.accent), (1374, 754, c.palette.leaf)):
        c.disc(x, y, 10, tint)
    c.box((150, 856, 1450, 878), c.palette.wood_dark, 4)
    plant(c, 90, 860, 1.15)
    plant(c, 1516, 860, 0.9)


def _month(c: Canvas, x: float, y: float, name: str, index: int) -> None:
    c.shadow((x + 2, y + 6, x + 252, y + 160), 40, 6)
    c.box((x, y, x + 250, y + 156), c.palette.paper, 6)
    c.text(x + 40, y + 34, name, 34 if len(name) == 1 else 27, c.palette.accent)
    for day in range(28):
        column, row = day % 7, day // 7
        at = (x + 92 + column * 21, y + 30 + row * 32)
        done = day == 24 or (c.chance.random() < 0.08 and index < 11)
        c.disc(at[0], at[1], 8, c.palette.accent if day == 24 else (c.palette.leaf if done else "#e6ddcd"))
    c.box((x + 20, y + 84, x + 62, y + 90), "#ddd2c0", 3)
    c.box((x + 20, y + 104, x + 54, y + 110), "#ddd2c0", 3)


def record_book(c: Canvas) -> None:
    c.fade((0, 0, 1600, 1000), "#dcc4a2", "#c8aa82")
    for y in (150, 420, 690, 930):
        c.line([(0, y), (1600, y - 30)], "#bb9a70", 3)
    c.light([(300, 0), (820, 0), (560, 1000), (0, 1000)], 70, 60)
    c.shadow((260, 260, 1380, 830), 110, 30)
    c.shape([(240, 240), (800, 210), (800, 800), (220, 820)], c.palette.paper)
    c.shape([(800, 210), (1360, 240), (1384, 820), (800, 800)], "#fdf9ee")
    c.shape([(776, 212), (800, 210), (800, 800), (772, 802)], "#e9dfcb")
    c.shape([(800, 210), (826, 212), (830, 802), (800, 800)], "#efe6d4")
    c.text(510, 300, "支部工作记录", 40, c.palette.accent)
    for row, label in enumerate(("时间", "地点", "主持", "应到", "实到", "议题", "决议", "落实")):
        y = 366 + row * 54
        c.text(312, y, label, 25, "#6b6259")
        c.line([(356, y + 16), (726, y + 14)], "#d9ccb6", 3)
        c.box((370, y - 6, 420 + c.chance.randint(40, 280), y + 2), "#8d8378", 4)
    for row in range(9):
        y = 300 + row * 54
        c.line([(858, y + 16), (1296, y + 18)], "#d9ccb6", 3)
        if row < 6:
            c.box((872, y - 6, 940 + c.chance.randint(60, 300), y + 2), "#a39a8f", 4)
    c.shape([(1180, 236), (1222, 238), (1226, 356), (1204, 334), (1184, 356)], c.palette.accent)
    _pen(c, 930, 850)


def _pen(c: Canvas, x: float, y: float) -> None:
    c.shadow((x, y + 8, x + 420, y + 30), 80, 10)
    c.shape([(x, y + 18), (x + 40, y + 4), (x + 40, y + 32)], "#d8c38f")
    c.box((x + 40, y, x + 330, y + 34), c.palette.ink, 12)
    c.box((x + 300, y - 2, x + 440, y + 36), c.palette.accent, 14)
    c.box((x + 330, y + 4, x + 420, y + 10), "#e5cf9d", 3)


def letters(c: Canvas) -> None:
    room(c, 840)
    c.light([(200, 0), (620, 0), (980, 840), (520, 840)], 50, 50)
    for row in range(3):
        y = 150 + row * 220
        sag = [(80 + step * 36, y + 46 * (1 - ((step - 20) / 20) ** 2)) for step in range(41)]
        c.line(sag, "#b49b78", 4)
        for step in range(3, 40, 5):
            _letter(c, sag[step][0], sag[step][1], row + step)
    c.box((0, 838, 1600, 858), c.palette.wood_dark)
    c.box((1120, 760, 1500, 784), c.palette.wood, 6)
    c.box((1140, 784, 1480, 840), "#e8dcc4", 4)
    papers(c, 1230, 742)
    plant(c, 1400, 762, 0.28)


def _letter(c: Canvas, x: float, y: float, index: int) -> None:
    tint = ("#fffaf0", "#f3e3c6", "#e3ecd7", "#f1d9cd")[index % 4]
    lean = c.chance.choice((-7, -3, 0, 4, 8))
    c.shadow((x - 62, y + 24, x + 70, y + 118), 55, 8)
    c.shape(
        [(x - 66 + lean, y + 14), (x + 66 + lean, y + 14), (x + 66 - lean, y + 108), (x - 66 - lean, y + 108)], tint
    )
    c.line([(x - 64 + lean, y + 16), (x, y + 66), (x + 64 + lean, y + 16)], "#cdb890", 3)
    c.disc(x, y + 66, 10, c.palette.accent if index % 2 else "#b4503f")
    c.box((x - 6, y - 8, x + 6, y + 24), c.palette.wood, 3)


def flow_board(c: Canvas) -> None:
    room(c, 880)
    frame(c, (170, 90, 1430, 800), "#fbfcfb")
    c.text(800, 168, "流程简化　一张图看完", 42, c.palette.accent)
    c.line([(400, 206), (1200, 206)], c.palette.soft, 6)
    steps: list[tuple[Box, str]] = [
        ((280, 270, 520, 370), "申请"),
        ((680, 270, 920, 370), "受理"),
        ((1080, 270, 1320, 370), "办结"),
        ((280, 520, 520, 620), "补正"),
        ((680, 520, 920, 620), "会签"),
        ((1080, 520, 1320, 620), "回访"),
    ]
    for x0, x1 in ((520, 680), (920, 1080)):
        _arrow(c, x0, 320, x1)
    _arrow(c, 920, 570, 1080)
    for x in (800, 1200):
        c.line([(x, 370), (x, 520)], c.palette.accent, 5)
    c.line([(400, 370), (400, 520)], "#c96f55", 5)
    for index, (place, label) in enumerate(steps):
        c.shadow(place, 30, 6)
        c.box(place, c.palette.soft if index != 3 else "#f3d9cf", 14, c.palette.accent if index != 3 else "#c96f55", 4)
        c.text((place[0] + place[2]) / 2, (place[1] + place[3]) / 2, label, 40, c.palette.ink)
    for index, tint in enumerate(("#f6dc8c", "#cfe0c2", "#f3c9b6")):
        x = 320 + index * 330
        c.shape([(x, 680), (x + 150, 676), (x + 156, 760), (x + 4, 764)], tint)
        c.box((x + 20, 704, x + 110, 712), "#8d7f63", 4)
        c.box((x + 20, 728, x + 84, 736), "#8d7f63", 4)
    c.box((1240, 770, 1380, 796), c.palette.wood, 5)
    c.box((1252, 756, 1300, 774), "#46627a", 5)
    plant(c, 90, 880, 1.1)


def _arrow(c: Canvas, start: float, y: float, end: float) -> None:
    c.line([(start, y), (end - 18, y)], c.palette.accent, 6)
    c.shape([(end - 24, y - 15), (end, y), (end - 24, y + 15)], c.palette.accent)
