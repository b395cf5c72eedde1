"""时候 (`docs/moments.yml`): what readers are about to do, and the pages that they need for it, in order."""

from __future__ import annotations

from generator.model.fields import Identifier, Text
from generator.model.record import Audience, Record, entry

_PUBLIC = Audience.PUBLIC


class MomentStep(Record):
    """One thing to do, and the page that tells how: a file under `docs/`, with `#` and a heading's id where one is meant."""

    what: Text = entry("办", _PUBLIC, example="记一次会")
    page: Text = entry("页", _PUBLIC, example="note.md#secretary", hint="docs 里的一页，可以带 #位置")


class Moment(Record):
    """A moment as a reader would call it (要开支部党员大会); `id` is its place on the page of all moments."""

    id: Identifier = entry("编号", _PUBLIC, example="general-meeting")
    name: Text = entry("名称", _PUBLIC, example="要开支部党员大会")
    steps: tuple[MomentStep, ...] = entry("步骤", _PUBLIC, example=[{"办": "记一次会", "页": "note.md#secretary"}])


class Moments(Record):
    """All moments, in the order of the home page."""

    moments: tuple[Moment, ...] = entry(
        "时候",
        _PUBLIC,
        example=[{"编号": "lecture", "名称": "要上党课", "步骤": [{"办": "怎么上", "页": "forms.md"}]}],
    )


NO_MOMENTS = Moments.model_validate({"时候": ()})
"""None are declared."""
