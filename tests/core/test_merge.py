"""Laws 2 and 3: the state is a function of the set of revisions, and nobody takes away a value that he had not seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from icjims_core.acts import Revision
from icjims_core.clocks import Dot
from icjims_core.encoding import encode
from icjims_core.merge import ANNULLED, fold, is_conflict
from tests.core.histories import RECORD, History, expected, histories


@given(histories())
def test_a_record_shows_exactly_the_writes_that_nobody_who_wrote_later_had_seen(history: History) -> None:
    state = fold(RECORD, history.revisions)
    wanted = expected(history.writes)

    assert state.waiting == frozenset()
    assert {unit: values for unit, values in state.registers.items() if values} == wanted.registers
    assert {unit: set(members) for unit, members in state.sets.items() if members} == {
        unit: members for unit, members in wanted.members.items() if members
    }
    assert [(entry.dot, entry.value) for entry in state.appends.get("notes", [])] == wanted.notes
    assert bool(state.annulments) == bool(wanted.members[ANNULLED])


@given(histories(), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_neither_state_nor_digest(history: History, random: object) -> None:
    shuffled = list(history.revisions.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert fold(RECORD, dict(shuffled)).digest() == fold(RECORD, history.revisions).digest()


@given(histories(), st.data())
def test_a_revision_waits_until_what_its_author_saw_is_held(history: History, data: st.DataObject) -> None:
    missing = data.draw(st.sampled_from([write.dot for write in history.writes]))
    part = {dot: revision for dot, revision in history.revisions.items() if dot != missing}

    state = fold(RECORD, part)

    late = {write.dot for write in history.writes if missing in write.seen}
    chained = {dot for dot in part if dot.replica == missing.replica and dot.counter > missing.counter}
    assert late | chained <= state.waiting
    assert (
        fold(RECORD, {**part, missing: history.revisions[missing]}).digest() == fold(RECORD, history.revisions).digest()
    )


@given(histories(), st.data())
def test_a_refused_dot_counts_as_held_shows_nothing_and_takes_nothing_away(
    history: History, data: st.DataObject
) -> None:
    refused = data.draw(st.sampled_from([write.dot for write in history.writes]))

    state = fold(RECORD, history.revisions, held={refused})

    wanted = expected([write for write in history.writes if write.dot != refused])
    assert state.waiting == frozenset()
    assert {unit: values for unit, values in state.registers.items() if values} == wanted.registers
    assert all(refused not in values for values in state.registers.values())


@given(histories(), st.sampled_from(("fabula", "place")), st.text(max_size=5))
def test_a_resolution_ends_a_conflict_and_another_can_undo_it(history: History, unit: str, value: str) -> None:
    state = fold(RECORD, history.revisions)
    template = history.writes[-1].revision
    replica = b"\xee" * 16

    def put(counter: int, before: int, chosen: str) -> None:
        seen = fold(RECORD, revisions).vector
        revisions[Dot(replica, counter)] = replace(
            template, context=tuple(sorted(seen.items())), before=before, changes={"put": {unit: chosen}}, reason="суд"
        )

    revisions = dict(history.revisions)
    put(1, 0, value)
    assert list(fold(RECORD, revisions).siblings(unit).values()) == [value]
    put(2, 1, "прежнее")
    assert list(fold(RECORD, revisions).siblings(unit).values()) == ["прежнее"]
    assert fold(RECORD, history.revisions).digest() == state.digest()


@given(st.lists(st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=2)), max_size=4))
def test_equal_values_are_no_conflict_and_kinds_are_told_apart(values: list[object]) -> None:
    assert is_conflict(values) == (len({encode(value) for value in values}) > 1)  # type: ignore[arg-type]
    assert is_conflict([1, True])
    assert not is_conflict(["ө", "ө"])


def test_a_refused_dot_behind_a_waiting_one_does_not_wait_itself() -> None:
    replica, other = b"a" * 16, b"b" * 16

    def revision(before: int, context: tuple[tuple[bytes, int], ...]) -> Revision:
        return Revision(1, RECORD, "case", 1, RECORD, context, before, {"put": {"fabula": "?"}}, None)

    waits = {Dot(replica, 1): revision(0, ((other, 9),)), Dot(replica, 2): revision(1, ())}

    assert fold(RECORD, waits, held={Dot(replica, 2)}).waiting == {Dot(replica, 1)}
