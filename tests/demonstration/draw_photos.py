"""Draw the demonstration's photos: flat scenes without people, the same bytes for the same Pillow.

Run `python -m tests.demonstration.draw_photos`; it writes `records/units/<committee>/<branch>/photos/*.jpg`.
The scenes are listed in `scenes.py`; `brush.py` is what they are painted with.  All stand beside this file.
"""

from __future__ import annotations

from pathlib import Path

from tests.demonstration.brush import BLUE, GREEN, OCHRE, RED, Canvas, Palette
from tests.demonstration.scenes import SCENES

UNITS = Path(__file__).parents[2] / "records" / "units"

PHOTOS: dict[str, tuple[str, Palette]] = {
    "xinxi/xx-js1/photos/room.jpg": ("meeting_room", RED),
    "xinxi/xx-js1/photos/year.jpg": ("year_board", RED),
    "xinxi/xx-js1/photos/book.jpg": ("record_book", RED),
    "xinxi/xx-js1/photos/lab.jpg": ("laboratory", BLUE),
    "xinxi/xx-js1/photos/door.jpg": ("corridor", RED),
    "xinxi/xx-js1/photos/table.jpg": ("talk_table", RED),
    "wenxue/wx-bk1/photos/home.jpg": ("students_room", GREEN),
    "wenxue/wx-bk1/photos/path.jpg": ("campus_path", GREEN),
    "wenxue/wx-bk1/photos/shelf.jpg": ("bookshelf", OCHRE),
    "wenxue/wx-bk1/photos/letters.jpg": ("letters", GREEN),
    "wenxue/wx-bk1/photos/weeks.jpg": ("clipboard", GREEN),
    "wenxue/wx-bk1/photos/class.jpg": ("lecture_room", GREEN),
    "wenxue/wx-bk1/photos/gate.jpg": ("front_steps", GREEN),
    "jiguan/jg-jwc/photos/hall.jpg": ("service_counter", BLUE),
    "jiguan/jg-jwc/photos/flow.jpg": ("flow_board", BLUE),
    "jiguan/jg-jwc/photos/desk.jpg": ("desk", OCHRE),
    "jiguan/jg-jwc/photos/building.jpg": ("building", BLUE),
    "jiguan/jg-jwc/photos/slip.jpg": ("clipboard", BLUE),
    "jiguan/jg-jwc/photos/table.jpg": ("talk_table", BLUE),
    "jiaofu/jf-tsg1/photos/stacks.jpg": ("stacks", OCHRE),
    "jiaofu/jf-tsg1/photos/repair.jpg": ("repair_table", OCHRE),
    "jiaofu/jf-tsg1/photos/board.jpg": ("year_board", OCHRE),
    "jiaofu/jf-tsg1/photos/table.jpg": ("talk_table", OCHRE),
    "jiaofu/jf-tsg1/photos/gate.jpg": ("entrance", OCHRE),
}
"""Where each photo goes, which scene it shows and in which colours."""


def draw(units: Path = UNITS) -> None:
    """Write every photo under `units`."""
    for place, (scene, palette) in PHOTOS.items():
        target = units / place
        target.parent.mkdir(parents=True, exist_ok=True)
        canvas = Canvas(palette, place)
        SCENES[scene](canvas)
        canvas.save(target)


if __name__ == "__main__":
    draw()
