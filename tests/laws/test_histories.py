"""Three offices and a centre through any history: nothing acknowledged is lost, no value wins in silence, all agree."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from icjims_sync_server.services.administration.installation import Place, init, open_centre
from tests.laws.world import UNITS, World
from tests.server.town import Town
from tests.sync.memory import KINDS, Fault

FAULTS = (*KINDS, "repeat_request")
OFFICE = st.integers(0, 3)


class Histories(RuleBasedStateMachine):
    """Random days of the offices; `town` is set by the test."""

    town: Town

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="laws-"))
        self.world = World(self.town, self.folder, random.Random(0))

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        self.world.chance.seed(seed)
        self.world.begin()
        self.world.begin_case(self.world.offices[0])
        self.world.sync(self.world.offices[0])
        for office in self.world.offices[1:]:
            self.world.assign(self.world.cases[0], office)
            self.world.sync(office)

    def some_record(self, data: st.DataObject) -> bytes:
        return data.draw(st.sampled_from([*self.world.cases, *self.world.persons]))

    @precondition(lambda self: len(self.world.cases) < 3)
    @rule(at=OFFICE)
    def begin_case(self, at: int) -> None:
        self.world.begin_case(self.world.offices[at])

    @rule(at=OFFICE, data=st.data(), units=st.frozensets(st.sampled_from(UNITS)), old=st.booleans())
    def write(self, at: int, data: st.DataObject, units: frozenset[str], old: bool) -> None:
        self.world.write(self.world.offices[at], self.some_record(data), units, old_screen=old)

    @rule(at=OFFICE, kinds=st.lists(st.tuples(st.sampled_from(FAULTS), st.integers(0, 6)), max_size=3))
    def sync(self, at: int, kinds: list[tuple[str, int]]) -> None:
        self.world.sync(self.world.offices[at], [Fault(kind, number) for kind, number in kinds])

    @rule(at=OFFICE)
    def crash(self, at: int) -> None:
        self.world.offices[at].crash()

    @rule(at=OFFICE, data=st.data())
    def assign(self, at: int, data: st.DataObject) -> None:
        self.world.assign(data.draw(st.sampled_from(self.world.cases)), self.world.offices[at])

    @rule(at=OFFICE, data=st.data())
    def withdraw(self, at: int, data: st.DataObject) -> None:
        self.world.withdraw(data.draw(st.sampled_from(self.world.cases)), self.world.offices[at])

    @rule(back=st.booleans())
    def carry_a_bundle(self, back: bool) -> None:
        giver, taker = self.world.offices[:2][:: -1 if back else 1]
        taker.unpack(giver.pack(taker.office))

    @rule(at=OFFICE)
    def snapshot(self, at: int) -> None:
        self.world.snapshot(self.world.offices[at])

    @precondition(lambda self: bool(self.world.images))
    @rule(data=st.data(), noticed=st.booleans())
    def roll_back(self, data: st.DataObject, noticed: bool) -> None:
        name = data.draw(st.sampled_from(sorted(self.world.images)))
        office = next(each for each in self.world.offices if each.name == name)
        self.world.roll_back(office, noticed=noticed)

    def teardown(self) -> None:
        try:
            if self.world.cases:
                self.world.settle()
                self.world.check()
        finally:
            self.world.close()
            shutil.rmtree(self.folder)


@pytest.fixture(scope="module")
def town(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    place = Place(Path(tmp_path_factory.mktemp("centre")), database_url)
    init(place)
    made = Town(place)
    made.centre = open_centre(place, clock=made.clock)
    yield made
    made.close()


def machine(town: Town) -> type[RuleBasedStateMachine]:
    """The machine over this centre."""
    return type("Histories", (Histories,), {"town": town})


def run(town: Town, examples: int, steps: int) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )
    run_state_machine_as_test(machine(town), settings=chosen)


def test_a_few_histories(town: Town) -> None:
    run(town, examples=8, steps=25)


@pytest.mark.long
def test_many_histories(town: Town, trials: int) -> None:
    run(town, examples=10 * trials, steps=40)
