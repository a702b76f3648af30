"""Sealed contents open for their readers and say nothing to anybody else, not even by their length or their count."""

from __future__ import annotations

import base64
import os
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from icjims_core.acts import Changes, Revision, check_form
from icjims_core.compartments import Contents, key_ids, may_hold, open_contents, seal
from icjims_core.encoding import decode, encode
from icjims_core.modules import registry

RECORD = b"r" * 16
KEYS = [X25519PrivateKey.generate() for _ in range(10)]


def public(key: X25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


def contents(changes: Changes, readers: list[X25519PrivateKey], **more: Any) -> Contents:
    words = {"reason": "повод", "earlier": ()} | more
    return Contents(
        1, "torture_allegation", "allegation", 1, changes, readers=tuple(public(each) for each in readers), **words
    )


def revision(changes: Changes, record: bytes = RECORD) -> Revision:
    made = Revision(1, record, "sealed_record", 1, b"c" * 16, (), 0, changes, None)
    check_form(made)
    return decode(encode(made), Revision)


def sealed(changes: Changes, readers: list[X25519PrivateKey], record: bytes = RECORD, **more: Any) -> Revision:
    return revision(seal(contents(changes, readers, **more), record, os.urandom), record)


def test_each_reader_opens_it_and_nobody_else_does() -> None:
    made = sealed({"put": {"account": "рассказ"}}, KEYS[:3])
    for each in KEYS[:3]:
        opened = open_contents(made, each)
        assert opened is not None
        assert opened.contents == contents({"put": {"account": "рассказ"}}, KEYS[:3])
    assert all(open_contents(made, each) is None for each in KEYS[3:])


def test_a_key_from_a_later_revision_opens_it() -> None:
    made = sealed({"put": {"account": "рассказ"}}, KEYS[:1])
    opened = open_contents(made, KEYS[0])
    assert opened is not None
    later = open_contents(made, KEYS[5], {opened.key_id: opened.key})
    assert later is not None
    assert later.contents == opened.contents
    assert open_contents(made, KEYS[5], {opened.key_id: os.urandom(32)}) is None


@pytest.mark.parametrize("readers", range(9))
def test_the_number_of_readers_is_filled_up(readers: int) -> None:
    made = sealed({"put": {"account": "рассказ"}}, KEYS[:readers])
    keys: Any = made.changes["append"]["keys"]
    assert len(keys[0]) == (0 if readers == 0 else 8 if readers <= 8 else 16)
    assert len({len(each) for each in keys[0]}) == (1 if readers else 0)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=1500), st.text(max_size=1500))
def test_two_short_contents_have_one_length(one: str, other: str) -> None:
    lengths = {len(encode(sealed({"put": {"account": each}}, KEYS[:2]))) for each in (one[:200], other[:200])}
    assert len(lengths) == 1


def test_nothing_stands_in_the_open() -> None:
    made = sealed({"put": {"account": "рассказ"}, "add": {"$annulled": ["повод"]}}, KEYS[:2])
    data = encode(made)
    for word in ("рассказ", "повод", "allegation", "account", "annulled", "torture"):
        assert word.encode() not in data
    for key in KEYS[:2]:
        assert public(key) not in data
        assert base64.urlsafe_b64encode(public(key))[:40] not in data
    assert key_ids(made)


def test_contents_are_bound_to_their_record() -> None:
    made = sealed({"put": {"account": "рассказ"}}, KEYS[:1])
    opened = open_contents(made, KEYS[0])
    assert opened is not None
    elsewhere = revision(made.changes, b"q" * 16)
    assert open_contents(elsewhere, KEYS[0]) is None
    assert open_contents(elsewhere, KEYS[0], {opened.key_id: opened.key}) is None


def test_keys_of_other_contents_do_not_open_these() -> None:
    one, other = sealed({"put": {"account": "раз"}}, KEYS[:1]), sealed({"put": {"account": "два"}}, KEYS[:1])
    mixed: Changes = {"append": {"content": one.changes["append"]["content"], "keys": other.changes["append"]["keys"]}}
    assert open_contents(revision(mixed), KEYS[0]) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"append": {"content": ["text"], "keys": [["text"]]}},
        {"append": {"content": [{"$sealed": "!"}], "keys": [["!"]]}},
        {"append": {"content": [{"$sealed": "AAAA"}], "keys": [[1, None, ""]]}},
        {"append": {"keys": [["AAAA"]]}},
        {"put": {"content": {"$sealed": "AAAA"}}},
    ],
)
def test_what_is_no_sealed_content_opens_for_nobody(changes: Changes) -> None:
    assert open_contents(revision(changes), KEYS[0]) is None


def test_malformed_changes_inside_are_not_taken() -> None:
    assert open_contents(sealed({"add": {"methods": "not a list"}}, KEYS[:1]), KEYS[0]) is None
    assert open_contents(sealed({"put": {"Bad Name": 1}}, KEYS[:1]), KEYS[0]) is None
    given_on = open_contents(sealed({}, KEYS[:1]), KEYS[0])
    assert given_on is not None, "a revision that only hands keys on changes nothing"


def test_a_compartment_holds_its_own_types_and_their_signatures() -> None:
    own = [name for name, declared in registry().items() if declared.sealed == "torture_allegation"]
    assert own == ["allegation", "istanbul_report"]
    assert all(may_hold("torture_allegation", each) for each in (*own, "signing"))
    for other in ("case", "special_action", "sealed_record", "no_such_type"):
        assert not may_hold("torture_allegation", other)
    assert not may_hold("", "signing")
