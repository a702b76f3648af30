"""Full-text search: spellings, ranks, hostile questions, filling bit by bit, leaving with the record."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icjims_core.projections import lists
from icjims_desktop.store.projections import search
from icjims_desktop.store.projections.search_words import latin, words
from icjims_desktop.store.store import Store
from tests.store.workstation import Workstation, write

NAMES = {b"1" * 16: "Үсөнов Жаныбек Ңаңайулу", b"2" * 16: "Артём Ёлкин", b"3" * 16: "дело 2-2026/0045 КИ-123"}


@pytest.fixture
def filled(workstation: Workstation) -> Store:
    store = workstation.enrolled()
    for record, text in NAMES.items():
        write(store, {"text": text}, record=record)
    store.search.catch_up()
    return store


def found(store: Store, question: str) -> list[bytes]:
    return [hit.id for hit in store.search.find(question)]


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("Үсөнов", b"1"),
        ("усонов", b"1"),
        ("ҮСӨНОВ жаныбек", b"1"),
        ("Zhanybek", b"1"),
        ("Janybek Usonov", b"1"),
        ("үсө", b"1"),
        ("артем", b"2"),
        ("елкин АРТЁМ", b"2"),
        ("Artem", b"2"),
        ("2-2026/0045", b"3"),
        ("0045", b"3"),
        ("КИ-123", b"3"),
        ("fhn`v", b"2"),
    ],
)
def test_spellings_come_together(filled: Store, question: str, record: bytes) -> None:
    assert found(filled, question) == [record * 16]


@pytest.mark.parametrize(
    "question",
    ['"', "AND", "NEAR(", "*", "-x", "col:x", "^", "\0", "(", "'; DROP TABLE search; --", "plain : x", "a OR", "%", "_",
     "", " ", '""', "x*" * 500, "\ud800", "𝕬" * 300, "{{7*7}}", "NOT", "a" * 100_000],
)  # fmt: skip
def test_no_question_is_an_error(filled: Store, question: str) -> None:
    assert isinstance(found(filled, question), list)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_text_is_a_question(filled: Store, question: str) -> None:
    filled.search.find(question)


@given(st.text(max_size=30))
def test_words_are_stable(text: str) -> None:
    assert all(words(word) == [word] for word in words(text) if word.isascii())
    assert all(latin(word) for word in words(text))


def test_exact_hits_come_first(workstation: Workstation) -> None:
    store = workstation.enrolled()
    write(store, {"text": "асановский переулок"}, record=b"p" * 16)
    write(store, {"text": "улица Манас и господин Асан"}, record=b"a" * 16)
    write(store, {"text": "Асан Манас"}, record=b"x" * 16)
    store.search.catch_up()
    assert found(store, "Асан Манас") == [b"x" * 16, b"a" * 16]
    assert set(found(store, "Асан")[:2]) == {b"x" * 16, b"a" * 16}
    assert found(store, "Асан")[2] == b"p" * 16


def test_the_search_follows_bit_by_bit(workstation: Workstation) -> None:
    store = workstation.enrolled()
    for number in range(5):
        write(store, {"text": f"запись {number}"}, context={})
    assert store.search.pending() == 5
    assert found(store, "запись") == []
    steps: list[tuple[int, int]] = []
    assert store.search.catch_up(lambda done, total: steps.append((done, total))) == 5
    assert steps == [(5, 5)]
    assert len(found(store, "запись")) == 5
    assert store.search.catch_up() == 0


def test_a_changed_record_is_found_by_its_new_words_only(filled: Store) -> None:
    write(filled, {"text": "Сыдыков"}, record=b"2" * 16)
    filled.search.catch_up()
    assert found(filled, "Сыдыков") == [b"2" * 16]
    assert found(filled, "Ёлкин") == []


def test_a_conflict_is_found_by_either_value(filled: Store) -> None:
    write(filled, {"text": "Иной"}, record=b"2" * 16, context={})
    assert len(filled.journal.load([b"2" * 16])[b"2" * 16].state.siblings("text")) == 2
    filled.search.catch_up()
    assert found(filled, "Ёлкин") == [b"2" * 16]
    assert found(filled, "Иной") == [b"2" * 16]


def test_a_record_that_leaves_is_not_found(filled: Store) -> None:
    with filled.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM record WHERE id = ?", (b"2" * 16,))
    assert found(filled, "Артём") == []
    with filled.database.read() as connection:
        assert not search.holds_strangers(connection)


def test_a_record_under_the_number_of_one_that_left_is_found(workstation: Workstation) -> None:
    store = workstation.enrolled()
    write(store, {"text": "Асанов"}, context={}, record=b"1" * 16)
    write(store, {"text": "Токтогулов"}, context={}, record=b"2" * 16)
    store.search.catch_up()
    with store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM record WHERE id = ?", (b"2" * 16,))
    write(store, {"text": "Бакиров"}, context={}, record=b"3" * 16)
    with store.database.read() as connection:
        numbers = connection.exec_driver_sql("SELECT number FROM record ORDER BY number").scalars().all()
    assert numbers == [1, 2]
    assert store.search.catch_up() == 1
    assert found(store, "Бакиров") == [b"3" * 16]
    assert found(store, "Токтогулов") == []


def test_rebuilding_the_index_keeps_the_search_right(filled: Store) -> None:
    with filled.database.write() as connection:
        lists.rebuild(connection, filled.journal.reader)
    filled.search.catch_up()
    assert found(filled, "Артём") == [b"2" * 16]
    with filled.database.write() as connection:
        search.rebuild(connection)
    assert found(filled, "Артём") == []
    filled.search.catch_up()
    assert found(filled, "Артём") == [b"2" * 16]


def test_a_sealed_value_is_not_searched(workstation: Workstation) -> None:
    store = workstation.enrolled()
    write(store, {"text": {"$sealed": "тайна", "compartment": "тайна"}}, record=b"s" * 16)
    store.search.catch_up()
    assert found(store, "тайна") == []
