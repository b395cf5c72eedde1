"""Packed states say what a plain mapping would, whatever is noted in them."""

from __future__ import annotations

from pathlib import Path
from random import Random

from generator.output.packed_states import SHEET, PackedStates, State, packed_states, place_of
from generator.output.snapshot import walked


def some(random: Random) -> State:
    return random.randrange(1 << 40), random.randrange(1 << 20), random.randrange(1 << 62), random.randrange(1 << 62)


def test_what_was_noted_is_held() -> None:
    random = Random(7)
    plain: dict[str, State] = {}
    states = PackedStates()
    names = [f"{random.choice('ab')}/{number % 97}{random.choice(('', '.x', '/y'))}/{number}" for number in range(3000)]
    for _ in range(30):
        drawn = random.sample(names, random.choice((1, 5, 900)))
        changes = {name: some(random) if random.random() < 0.8 else None for name in drawn}
        plain = {name: row for name, row in {**plain, **changes}.items() if row is not None}
        states = states.noted(changes)
        assert dict(states.rows()) == plain
        assert [name for name, _ in states.rows()] == sorted(plain, key=place_of)
        assert states.held(drawn) == {name: plain[name] for name in drawn if name in plain}
        assert states.newest == max((row[3] for row in plain.values()), default=0)
    assert len(states.sheets) > 1
    assert all(1 <= len(dict(sheet.rows())) <= SHEET for sheet in states.sheets)


def test_a_walk_goes_in_the_order_of_packed_states(tmp_path: Path) -> None:
    for name in ("a/b/1", "a.x/2", "a-/3", "b", "a/b.x", "a/b-"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = [name for name, _ in walked(tmp_path)]
    assert found == sorted(found, key=place_of)
    assert len(found) == 10


def test_a_name_that_is_no_unicode_is_kept() -> None:
    name = b"a\xff\nb".decode(errors="surrogateescape")
    assert dict(packed_states([(name, (1, 2, 3, 4))]).rows()) == {name: (1, 2, 3, 4)}
