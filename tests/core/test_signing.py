"""An officer's signature covers the exact content and edition of an act, and nothing that stays open after it."""

from __future__ import annotations

import dataclasses

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core import codes
from icjims_core.acts import Changes, Revision
from icjims_core.clocks import Dot
from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, RecordType
from icjims_core.declarations.words import Label, Words
from icjims_core.merge import State, fold
from icjims_core.problem import Refused
from icjims_core.signing import OFFICER, Signature, Standing, Statement, content, standing

WORDS = Words(Label("а", "а", "a"))
ACT = RecordType(
    "act",
    1,
    WORDS,
    Archetype.ORDER,
    (
        Field("ground", Kind.TEXT, WORDS),
        Field("articles", Kind.TEXT, WORDS, merge=Merge.SET),
        Field("notes", Kind.TEXT, WORDS, merge=Merge.APPEND),
        Field("served_at", Kind.TIMESTAMP, WORDS, stays_open=True),
    ),
    roles=("investigator",),
)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RECORD, MINE, THEIRS = bytes(16), b"m" * 16, b"t" * 16


def revision(counter: int, changes: Changes, by: bytes = MINE) -> Revision:
    context = ((by, counter - 1),) if counter > 1 else ()
    return Revision(1, RECORD, "act", 1, RECORD, context, counter - 1, changes, None)


def state(*changes: Changes, by: bytes = MINE) -> State:
    return fold(RECORD, {Dot(by, at): revision(at, each, by) for at, each in enumerate(changes, start=1)})


def statement(**changes: str) -> Statement:
    words = Statement(
        act="01",
        type="act",
        edition="2026-1",
        content="0" * 64,
        capacity=OFFICER,
        signed_at="2026-03-07T12:00+06:00",
        key=KEY.public_key().public_bytes_raw().hex(),
    )
    return dataclasses.replace(words, **changes)


@pytest.mark.parametrize("name", [each.name for each in dataclasses.fields(Statement) if each.name != "key"])
def test_a_signature_holds_for_its_words_alone(name: str) -> None:
    signature = statement().sign(KEY)
    assert statement().holds(signature)
    assert not statement(**{name: "1" * 64}).holds(signature)


def test_a_signature_of_another_key_or_no_signature_does_not_hold() -> None:
    other = Ed25519PrivateKey.generate()
    with pytest.raises(ValueError, match="states the key"):
        statement().sign(other)
    foreign = statement(key=other.public_key().public_bytes_raw().hex())
    assert not statement().holds(foreign.sign(other))
    assert not foreign.holds(statement().sign(KEY))
    assert not statement().holds("")
    assert not statement(key="00").holds("00" * 64)


@pytest.mark.parametrize(
    "change", [{"put": {"ground": "b"}}, {"add": {"articles": ["206"]}}, {"append": {"notes": ["x"]}}]
)
def test_any_change_of_the_content_is_another_content(change: Changes) -> None:
    first: Changes = {"put": {"ground": "a"}, "add": {"articles": ["205"]}}
    assert content(ACT, state(first, change)) != content(ACT, state(first))


def test_what_stays_open_changes_no_content_and_what_is_unknown_does() -> None:
    first: Changes = {"put": {"ground": "a"}}
    before = content(ACT, state(first))
    assert content(ACT, state(first, {"put": {"served_at": "2026-03-08T10:00+06:00"}})) == before
    assert content(ACT, state(first, {"put": {"field_of_tomorrow": 1}})) != before


def test_the_same_content_has_the_same_digest_however_it_came_about() -> None:
    at_once = state({"put": {"ground": "b"}, "add": {"articles": ["205", "206"]}})
    by_steps = state({"put": {"ground": "a"}, "add": {"articles": ["206", "207"]}}, {"put": {"ground": "b"}},
                     {"add": {"articles": ["205"]}, "remove": {"articles": ["207"]}}, by=THEIRS)  # fmt: skip
    assert content(ACT, at_once) == content(ACT, by_steps)


def test_what_is_in_conflict_has_no_content_to_sign() -> None:
    written = {
        Dot(MINE, 1): revision(1, {"put": {"ground": "a"}}),
        Dot(THEIRS, 1): revision(1, {"put": {"ground": "b"}}, THEIRS),
    }
    with pytest.raises(Refused, match="unit_in_conflict"):
        content(ACT, fold(RECORD, written))


@pytest.mark.parametrize(
    ("signed", "valid", "capacity", "facts", "expected"),
    [
        ("a", True, OFFICER, "", Standing.SIGNED),
        ("a", True, OFFICER, "registered", Standing.REGISTERED),
        ("b", True, OFFICER, "", Standing.CHANGED),
        ("b", True, OFFICER, "registered", Standing.CHANGED),
        ("a", False, OFFICER, "", Standing.DRAFT),
        ("a", True, "consent", "registered", Standing.DRAFT),
        ("a", True, OFFICER, "superseded", Standing.SUPERSEDED),
        ("a", False, OFFICER, "superseded", Standing.DRAFT),
        ("a", True, OFFICER, "annulled superseded registered", Standing.ANNULLED),
    ],
)
def test_how_far_an_act_has_come(signed: str, valid: bool, capacity: str, facts: str, expected: Standing) -> None:
    signature = Signature("s", statement(content=signed, capacity=capacity), "aliev", valid)
    flags = {name: name in facts for name in ("annulled", "superseded", "registered")}
    assert standing("a", [signature], **flags) is expected


def test_every_standing_and_capacity_has_its_words() -> None:
    assert set(codes.code_list("act_status").entries) == set(Standing)
    assert OFFICER in codes.code_list("signing_capacity")
