"""What persons are compared by: kept as the search follows, gone with the record, made anew; sealed values never."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, true

from icjims_core.merge import ANNULLED
from icjims_core.persons.blocking import questions
from icjims_core.persons.profile import Profile, of_values
from icjims_core.sealing import seal_unit
from icjims_desktop.store.log.commits import Change
from icjims_desktop.store.projections import persons, search
from icjims_desktop.store.store import Store
from tests.store.workstation import Workstation, write_dot

ASAN = {"surname": "Асанов", "name": "Жаныбек", "patronymic": "Токтогулович"}


@pytest.fixture
def store(workstation: Workstation) -> Store:
    return workstation.enrolled()


def record(store: Store, values: dict[str, Any], number: int, **more: Any) -> bytes:
    found, _ = write_dot(store, values, bytes([number]) * 16, kind="person", case=b"c" * 16, **more)
    store.search.catch_up()
    return found


def met(store: Store, **values: object) -> list[bytes]:
    asked = of_values({name: [each] for name, each in values.items()})
    with store.database.read() as connection:
        return [each.id for each in persons.meeting(connection, questions(asked), true(), limit=10)]


def held(store: Store) -> list[object]:
    with store.database.read() as connection:
        rows = connection.execute(select(persons.person_table)).all()
        keys = connection.execute(select(persons.person_key_table)).all()
    return [sorted(rows), sorted(keys)]


def test_persons_meet_however_their_names_were_written(store: Store) -> None:
    one = record(store, ASAN, 1)
    other = record(store, {"surname": "Осмонов", "name": "Бакыт"}, 2)
    assert met(store, surname="Asanova") == [one]
    assert met(store, surname="Жаныбек", name="Асанов") == [one]
    assert met(store, surname="Усманов") == [other]
    assert met(store, surname="Сыдыков") == []
    assert met(store) == []


def test_those_who_share_more_come_first(store: Store) -> None:
    record(store, {"surname": "Асанов", "name": "Бакыт"}, 1)
    numbered = record(store, {"surname": "Петров", "pin": "20703199000011"}, 2)
    same = record(store, ASAN, 3)
    found = met(store, surname="Асанов", name="Жаныбек", pin="20703199000011")
    assert found[:2] == [numbered, same]
    assert len(found) == 3


def test_only_persons_are_kept(store: Store) -> None:
    write_dot(store, {"surname": "Асанов"}, b"n" * 16)
    store.search.catch_up()
    assert held(store) == [[], []]


def test_a_changed_person_meets_by_the_new_name_only(store: Store) -> None:
    one = record(store, ASAN, 1)
    record(store, {"surname": "Сыдыков", "name": "Бакыт"}, 1)
    assert met(store, surname="Сыдыков") == [one]
    assert met(store, surname="Асанов", name="Жаныбек") == []


def test_both_values_of_a_conflict_count(store: Store) -> None:
    one = record(store, ASAN, 1)
    record(store, {"surname": "Осмонов"}, 1, context={})
    assert met(store, surname="Асанов") == met(store, surname="Осмонов") == [one]


def test_sealed_values_and_annulled_persons_take_no_part(store: Store) -> None:
    sealed = seal_unit(
        "Асанов", key=b"k" * 32, compartment="protected_identity", record=b"\1" * 16, unit="surname", nonce=b"n" * 12
    )
    record(store, {"surname": sealed}, 1)
    assert held(store) == [[], []]
    one = record(store, ASAN, 2)
    vector = dict(store.journal.load([one])[one].row.vector)
    store.journal.commit(
        [Change(one, "person", 1, b"c" * 16, vector, {"add": {ANNULLED: ["ошибка"]}})], now=store.around.now()
    )
    store.search.catch_up()
    assert held(store) == [[], []]


def test_a_person_who_leaves_leaves_nothing_behind(store: Store) -> None:
    one = record(store, ASAN, 1)
    with store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM record WHERE id = ?", (one,))
    assert held(store) == [[], []]


def test_made_anew_they_are_the_same(store: Store) -> None:
    record(store, {**ASAN, "birth_date": "1990-03-07"}, 1)
    record(store, {"surname": "Осмонов", "name_variants": "x"}, 2)
    before = held(store)
    with store.database.write() as connection:
        search.rebuild(connection)
    assert held(store) == [[], []]
    store.search.catch_up()
    assert held(store) == before
    assert before[0]


def test_strangers_are_noticed(store: Store) -> None:
    with store.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO person_key (key, record_number) VALUES ('sasn', 99)")
        assert search.holds_strangers(connection)


def test_what_is_kept_is_what_is_compared(store: Store) -> None:
    one = record(store, {**ASAN, "pin": "20703199000011", "birth": {"birth_date": "1990-03-07", "birth_year": None}}, 1)
    with store.database.read() as connection:
        found = persons.of_records(connection, [one], true())
    assert [each.profile for each in found] == [
        of_values(
            {name: [each] for name, each in {**ASAN, "pin": "20703199000011", "birth_date": "1990-03-07"}.items()}
        )
    ]
    assert found[0].profile != Profile()
