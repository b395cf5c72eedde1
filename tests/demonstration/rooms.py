"""Scenes of rooms that somebody has just left."""

from __future__ import annotations

from tests.demonstration.brush import Canvas
from tests.demonstration.furniture import bench, book_row, chair, frame, lamp, papers, plant, room, window


def meeting_room(c: Canvas) -> None:
    room(c, 640)
    window(c, (120, 120, 520, 470))
    c.light([(60, 640), (330, 640), (520, 1000), (120, 1000)], 60, 24)
    frame(c, (640, 150, 1130, 430), c.palette.accent)
    c.text(885, 262, "支部党员大会", 52, "#fdf3e2")
    c.text(885, 346, "有计划　有记录　有回音", 30, "#f0d9bf")
    bench(c, 1240, 300, 4)
    plant(c, 1180, 640, 1.1)
    for x in range(270, 1300, 190):
        chair(c, x, 560, 0.86)
    c.shadow((150, 900, 1470, 960), 80, 20)
    c.shape([(240, 660), (1380, 660), (1500, 800), (120, 800)], c.palette.wood)
    c.shape([(250, 664), (1370, 664), (1392, 690), (226, 690)], "#d9b68c")
    c.box((120, 798, 1500, 832), c.palette.wood_dark, 6)
    for x in (190, 1390):
        c.box((x, 832, x + 44, 960), c.palette.wood_dark)
    for x in range(250, 1330, 208):
        papers(c, x, 724)


def laboratory(c: Canvas) -> None:
    room(c, 660)
    window(c, (90, 110, 430, 420))
    c.box((520, 120, 1500, 138), c.palette.wood_dark, 4)
    book_row(c, (540, 120, 430, 0), 20, 100)
    for x in (1010, 1120, 1230, 1350):
        c.box((x, 52 + (x % 3) * 6, x + 70, 120), c.palette.soft, 8)
        c.box((x + 10, 76, x + 60, 88), c.palette.accent, 3)
    c.shadow((100, 700, 1520, 760), 80, 20)
    c.box((60, 560, 1540, 604), c.palette.wood, 6)
    c.box((60, 604, 1540, 870), "#e9eced", 4)
    for x in range(80, 1500, 292):
        c.box((x, 624, x + 272, 850), "#f6f7f7", 6, "#d2d9db", 2)
        c.box((x + 110, 640, x + 162, 652), c.palette.accent, 5)
    for x, shade in ((170, "#2f4a5f"), (500, "#35566e"), (830, "#2f4a5f")):
        _screen(c, x, 318, shade)
    c.box((1160, 470, 1440, 560), "#cfd8dc", 10)
    for row in range(3):
        c.box((1180, 484 + row * 24, 1420, 498 + row * 24), "#9fb0b9", 4)
        c.disc(1404, 491 + row * 24, 4, "#7fbf8f")
    lamp(c, 1490, 560)


def _screen(c: Canvas, x: float, y: float, shade: str) -> None:
    c.box((x + 112, y + 180, x + 168, y + 236), "#8e9aa1")
    c.box((x + 72, y + 228, x + 208, y + 244), "#79868d", 6)
    c.box((x, y, x + 280, y + 190), "#55636b", 12)
    c.box((x + 12, y + 12, x + 268, y + 178), shade, 6)
    for row in range(6):
        tint = ("#8fc7d8", "#d8e3a8", "#e8b48f")[row % 3]
        left = x + 30 + (row % 3) * 22
        c.box((left, y + 32 + row * 24, left + c.chance.randint(50, 150), y + 40 + row * 24), tint, 4)


def students_room(c: Canvas) -> None:
    room(c, 690)
    c.box((90, 90, 820, 660), c.palette.wood_dark, 8)
    for row in range(4):
        y = 104 + row * 138
        c.box((104, y, 806, y + 122), "#7d5f3f", 4)
        book_row(c, (118, y + 122, 600 + (row % 2) * 70, 0), 16, 96)
    window(c, (960, 120, 1490, 450))
    c.light([(1000, 690), (1380, 690), (1180, 1000), (720, 1000)], 70, 26)
    c.shadow((930, 740, 1500, 800), 70, 18)
    c.box((920, 610, 1500, 760), c.palette.accent, 34)
    c.box((900, 650, 960, 800), "#4c6d51", 26)
    c.box((1460, 650, 1520, 800), "#4c6d51", 26)
    c.box((960, 690, 1460, 780), "#6f9472", 20)
    for x, tint in ((1010, "#e8c98f"), (1310, "#f0e4cd")):
        c.shape([(x, 620), (x + 96, 612), (x + 104, 704), (x + 6, 708)], tint)
    c.shadow((330, 890, 900, 930), 80, 16)
    c.disc(610, 842, 290, c.palette.wood, 0.2)
    c.disc(610, 834, 280, "#d8b78a", 0.19)
    c.box((592, 860, 628, 960), c.palette.wood_dark)
    papers(c, 520, 826)
    c.shape([(650, 800), (760, 806), (752, 852), (636, 846)], "#a8433a")
    plant(c, 870, 700, 1.0)


def service_counter(c: Canvas) -> None:
    room(c, 700)
    for x in (90, 450, 810, 1170):
        c.box((x, 110, x + 320, 190), c.palette.accent, 10)
        c.text(x + 160, 148, ("选课", "学籍", "考务", "成绩")[(x - 90) // 360], 40, "#f6fafc")
        c.box((x + 10, 210, x + 310, 520), c.palette.glass, 6)
        c.shape([(x + 40, 210), (x + 120, 210), (x + 20, 420), (x + 10, 420), (x + 10, 290)], "#d4e6ed")
        c.box((x + 60, 470, x + 150, 540), "#5c6b75", 8)
        c.box((x + 190, 478, x + 270, 530), c.palette.paper, 4)
        plant(c, x + 300, 536, 0.3)
    c.shadow((70, 740, 1530, 800), 90, 20)
    c.box((50, 530, 1550, 572), c.palette.wood, 8)
    c.box((50, 572, 1550, 800), "#f2f4f4", 4)
    c.box((50, 640, 1550, 660), c.palette.accent)
    for x in range(160, 1500, 420):
        _stool(c, x, 770)
    c.box((660, 686, 910, 766), c.palette.paper, 8, c.palette.accent, 4)
    c.text(785, 726, "首问负责", 40, c.palette.accent)


def _stool(c: Canvas, x: float, y: float) -> None:
    c.shadow((x - 40, y + 130, x + 60, y + 150), 80, 10)
    c.box((x - 6, y + 20, x + 10, y + 140), "#77858d", 4)
    c.box((x - 50, y + 132, x + 56, y + 146), "#66747c", 7)
    c.disc(x + 2, y + 14, 62, c.palette.accent, 0.32)


def desk(c: Canvas) -> None:
    room(c, 640)
    window(c, (110, 90, 590, 460))
    c.box((800, 200, 1480, 220), c.palette.wood_dark, 4)
    book_row(c, (830, 200, 480, 0), 18, 118)
    plant(c, 1400, 200, 0.5)
    c.shadow((60, 640, 1540, 700), 80, 20)
    c.fade((0, 640, 1600, 1000), "#c99c68", "#b48350")
    c.box((0, 640, 1600, 656), "#dab384")
    c.light([(210, 640), (520, 640), (760, 1000), (20, 1000)], 80, 30)
    lamp(c, 330, 760)
    c.shadow((620, 720, 1120, 900), 90, 16)
    c.shape([(640, 700), (860, 692), (860, 880), (610, 894)], c.palette.paper)
    c.shape([(860, 692), (1084, 700), (1116, 894), (860, 880)], "#fbf5e6")
    for row in range(5):
        c.line([(664, 732 + row * 30), (836, 726 + row * 30)], "#d2c2a8", 3)
        c.line([(886, 726 + row * 30), (1060, 732 + row * 30)], "#d2c2a8", 3)
    _calendar(c, 1230, 560)
    c.disc(1480, 820, 60, "#f4efe4", 0.5)
    c.disc(1480, 812, 46, "#8a5a33", 0.42)


def _calendar(c: Canvas, x: float, y: float) -> None:
    c.shadow((x, y + 60, x + 210, y + 250), 80, 14)
    c.shape([(x, y), (x + 190, y), (x + 214, y + 230), (x - 24, y + 230)], c.palette.paper)
    c.shape([(x, y), (x + 190, y), (x + 195, y + 46), (x - 5, y + 46)], c.palette.accent)
    c.text(x + 95, y + 24, "十一月", 26, "#fdf3e2")
    for day in range(28):
        c.disc(x + 18 + (day % 7) * 27, y + 80 + (day // 7) * 36, 8, c.palette.accent if day == 24 else "#d9cdb7")


def repair_table(c: Canvas) -> None:
    room(c, 600)
    window(c, (980, 90, 1500, 420))
    c.box((100, 130, 820, 148), c.palette.wood_dark, 4)
    for x in range(130, 780, 92):
        c.box((x, 60, x + 56, 130), ("#e6d3ae", "#cdb084", "#d9c39a")[x % 3], 8)
        c.box((x + 8, 46, x + 48, 64), "#8a6239", 5)
    c.fade((0, 600, 1600, 1000), "#c4955e", "#a97a48")
    c.light([(980, 600), (1420, 600), (1160, 1000), (520, 1000)], 80, 30)
    c.shadow((360, 700, 1010, 900), 100, 18)
    c.shape([(380, 680), (980, 680), (1040, 890), (320, 890)], "#efe3c8")
    c.shape([(460, 706), (900, 706), (936, 860), (424, 860)], "#e4d0a4")
    for row in range(6):
        y = 728 + row * 22
        c.line([(500 - row * 4, y), (860 + row * 4, y)], "#b9a071", 4)
    c.shape([(760, 700), (900, 706), (914, 760), (800, 772)], "#f8f1de")
    lamp(c, 1250, 690)
    c.box((140, 720, 290, 860), "#b3543f", 10)
    for x in (156, 186, 216, 250):
        c.line([(x, 730), (x - 10 + x % 7 * 3, 600)], "#d9bd8a", 9)
        c.disc(x - 10 + x % 7 * 3, 596, 12, "#7a5a36", 1.4)
    c.disc(1160, 870, 70, "#f5efe0", 0.46)
    c.disc(1160, 862, 52, "#f0e0b8", 0.4)
