"""Every scene by its name."""

from __future__ import annotations

from collections.abc import Callable

from tests.demonstration.brush import Canvas
from tests.demonstration.papers import flow_board, letters, record_book, year_board
from tests.demonstration.rooms import desk, laboratory, meeting_room, repair_table, service_counter, students_room
from tests.demonstration.stops import clipboard, corridor, entrance, front_steps, lecture_room, talk_table
from tests.demonstration.views import bookshelf, building, campus_path, stacks

SCENES: dict[str, Callable[[Canvas], None]] = {
    scene.__name__: scene
    for scene in (
        meeting_room,
        year_board,
        record_book,
        laboratory,
        students_room,
        campus_path,
        bookshelf,
        letters,
        service_counter,
        flow_board,
        desk,
        building,
        stacks,
        repair_table,
        corridor,
        entrance,
        front_steps,
        talk_table,
        clipboard,
        lecture_room,
    )
}
