"""Drafts: kept at once, each user's own, gone with the record."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from icjims_core.encoding import Value
from icjims_desktop.store import drafts
from icjims_desktop.store.drafts import DraftKey
from icjims_desktop.store.keys.slots import Person
from tests.store.workstation import Workstation, write_dot

VALUES: dict[str, Value] = {"text": "не дописано", "tags": ["а", "б"], "count": 3, "none": None}


@pytest.mark.parametrize("key", [DraftKey("note"), DraftKey("note", b"r" * 16), DraftKey("note", None, b"c" * 16)])
def test_a_draft_is_there_after_an_abrupt_end(workstation: Workstation, key: DraftKey) -> None:
    store = workstation.enrolled()
    store.drafts.keep(key, VALUES, {b"x" * 16: 7}, now=5)
    copy = workstation.elsewhere(workstation.copy_data(workstation.data.with_name("copy")))
    draft = copy.unlock().drafts.get(key)
    assert draft is not None
    assert (draft.values, draft.context, draft.saved_at, draft.key) == (VALUES, {b"x" * 16: 7}, 5, key)


def test_keeping_again_replaces_and_discarding_removes(workstation: Workstation) -> None:
    store = workstation.enrolled()
    first, second = DraftKey("note"), DraftKey("note", os.urandom(16))
    store.drafts.keep(first, {"text": "1"}, {}, now=1)
    store.drafts.keep(second, {"text": "2"}, {}, now=2)
    store.drafts.keep(first, {"text": "3"}, {}, now=3)
    assert [draft.values["text"] for draft in store.drafts.all()] == ["3", "2"]
    assert store.drafts.count() == 2
    store.drafts.discard(first)
    store.drafts.discard(first)
    assert store.drafts.get(first) is None
    assert store.drafts.count() == 1


def test_drafts_are_each_users_own(workstation: Workstation) -> None:
    store = workstation.enrolled()
    store.drafts.keep(DraftKey("note"), {"text": "mine"}, {}, now=1)
    store.users.add(Person("bekova"), "second officer 2")
    store.close()
    store = workstation.unlock("bekova", "second officer 2")
    assert store.drafts.all() == []


def test_drafts_leave_with_their_case(workstation: Workstation) -> None:
    store = workstation.enrolled()
    case, other = os.urandom(16), os.urandom(16)
    record, _ = write_dot(store, {"text": "x"}, case=case, context={})
    for key in (DraftKey("note", record, case), DraftKey("note", None, case), DraftKey("note", None, other)):
        store.drafts.keep(key, {"text": "y"}, {}, now=1)
    with store.database.write() as connection:
        drafts.remove_of_records(connection, [record])
    assert [draft.key for draft in store.drafts.all()] == [DraftKey("note", None, other)]


@pytest.mark.parametrize("record", [None, b"r" * 16])
def test_a_draft_of_what_is_sealed_is_read_by_its_author_alone(
    workstation: Workstation, tmp_path: Path, record: bytes | None
) -> None:
    store = workstation.enrolled()
    allegation = DraftKey("allegation", record, b"c" * 16)
    action = DraftKey("special_action", record, b"c" * 16)
    store.drafts.keep(allegation, {"account": "Канарейкин рассказ"}, {b"x" * 16: 7}, now=5)
    store.drafts.keep(action, {"kind": "wiretap"}, {}, now=6)
    assert {each.key for each in store.drafts.all()} == {allegation, action}
    found = store.drafts.get(allegation)
    assert found is not None
    assert (found.values, found.context) == ({"account": "Канарейкин рассказ"}, {b"x" * 16: 7})
    with store.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT type, body FROM draft ORDER BY saved_at").fetchall()
    for row in rows:
        assert row.type.startswith("sealed:")
        for word in ("анарейкин", "account", "allegation", "special_action", "wiretap"):
            assert word.encode() not in row.body
    assert len({len(row.body) for row in rows}) == 1
    store.drafts.discard(allegation)
    assert [each.key for each in store.drafts.all()] == [action]
