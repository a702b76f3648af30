"""Sticks of a store that had forked before it gave them away: what it wrote again does not count as well."""

from __future__ import annotations

import pytest

from tests.laws.world import World


@pytest.mark.parametrize("stick_first", [True, False])
def test_what_stands_on_a_fork_counts_once(world: World, stick_first: bool) -> None:
    world.begin()
    giver, taker = world.offices[:2]
    world.begin_case(giver)
    case = world.cases[0]
    for office in (giver, taker, giver):
        world.sync(office)
    world.snapshot(giver)
    world.write(giver, case, frozenset({"summary"}), old_screen=False)
    world.sync(giver)
    world.roll_back(giver, noticed=False)
    world.write(giver, case, frozenset({"summary"}), old_screen=False)  # under the dot that is taken
    world.snapshot(giver)
    world.roll_back(giver, noticed=True)
    world.write(giver, case, frozenset({"place"}), old_screen=False)  # as a replica that was born of that
    taker.unpack(giver.pack(taker.office))
    for office in (taker, giver) if stick_first else (giver, taker):
        world.sync(office)
    world.settle()
    world.check()
