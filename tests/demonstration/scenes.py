"""The scenes: a meeting room, a notice board, a shelf, a path; rooms that somebody has just left."""

from __future__ import annotations

from collections.abc import Callable

from brush import Box, Canvas
from furniture import bench, book_row, chair, frame, lamp, plant, room, tree, window

MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


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
        _papers(c, x, 724)


def _papers(c: Canvas, x: float, y: float) -> None:
    c.shape([(x - 44, y - 22), (x + 40, y - 22), (x + 52, y + 26), (x - 58, y + 26)], c.palette.paper)
    c.shape([(x - 38, y - 14), (x + 34, y - 14), (x + 35, y - 9), (x - 39, y - 9)], "#cdbfae")
    c.shape([(x - 42, y + 4), (x + 10, y + 4), (x + 11, y + 9), (x - 44, y + 9)], "#cdbfae")
    c.disc(x + 82, y + 2, 17, "#f7f2e9", 0.62)
    c.disc(x + 82, y, 12, "#b98f57", 0.55)


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
        done = day == 24 or c.chance.random() < 0.08 and index < 11
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
    _papers(c, 520, 826)
    c.shape([(650, 800), (760, 806), (752, 852), (636, 846)], "#a8433a")
    plant(c, 870, 700, 1.0)


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
    _papers(c, 1230, 742)
    plant(c, 1400, 762, 0.28)


def _letter(c: Canvas, x: float, y: float, index: int) -> None:
    tint = ("#fffaf0", "#f3e3c6", "#e3ecd7", "#f1d9cd")[index % 4]
    lean = c.chance.choice((-7, -3, 0, 4, 8))
    c.shadow((x - 62, y + 24, x + 70, y + 118), 55, 8)
    c.shape([(x - 66 + lean, y + 14), (x + 66 + lean, y + 14), (x + 66 - lean, y + 108), (x - 66 - lean, y + 108)], tint)
    c.line([(x - 64 + lean, y + 16), (x, y + 66), (x + 64 + lean, y + 16)], "#cdb890", 3)
    c.disc(x, y + 66, 10, c.palette.accent if index % 2 else "#b4503f")
    c.box((x - 6, y - 8, x + 6, y + 24), c.palette.wood, 3)


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


def flow_board(c: Canvas) -> None:
    room(c, 880)
    frame(c, (170, 90, 1430, 800), "#fbfcfb")
    c.text(800, 168, "流程简化　一张图看完", 42, c.palette.accent)
    c.line([(400, 206), (1200, 206)], c.palette.soft, 6)
    steps: list[tuple[Box, str]] = [
        ((280, 270, 520, 370), "申请"), ((680, 270, 920, 370), "受理"), ((1080, 270, 1320, 370), "办结"),
        ((280, 520, 520, 620), "补正"), ((680, 520, 920, 620), "会签"), ((1080, 520, 1320, 620), "回访"),
    ]
    for (x0, x1) in ((520, 680), (920, 1080)):
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
    for x, foot, size in ((150, 760, 1.2), (1460, 770, 1.3), (60, 850, 0.8), (1300, 800, 0.6)):
        tree(c, x, foot, size)


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


SCENES: dict[str, Callable[[Canvas], None]] = {
    scene.__name__: scene
    for scene in (
        meeting_room, year_board, record_book, laboratory, students_room, campus_path, bookshelf, letters,
        service_counter, flow_board, desk, building, stacks, repair_table,
    )
}
"""Every scene by its name."""
