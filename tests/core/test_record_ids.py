"""An id says who alone begins the record; others may write his beginning again, and nothing else."""

from __future__ import annotations

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core import acts, merkle, record_ids
from icjims_core.acts import NO_PREVIOUS, Birth, Header, Revision, WholeAct
from icjims_core.encoding import encode
from icjims_core.packing import OpenAct, pack_bodies

OWNER, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([each]) * 32) for each in (1, 2))


def public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


ID = record_ids.bound_id(1_790_000_000_000 << 12 | 5, bytes, public(OWNER))
BEGINNING = Revision(1, ID, "person", 1, None, (), 0, {"put": {"surname": "А"}}, None)


def origin_of(revision: Revision, by: Ed25519PrivateKey, signer: Ed25519PrivateKey | None = None) -> bytes:
    """The act of a revision as it stands inside what is written again."""
    body, seed = encode(revision), bytes(32)
    root = merkle.root(acts.leaf_hashes(seed, [body]))
    header = Header(1, 0, b"r" * 16, 1, NO_PREVIOUS, public(by), 0, 1, root, Birth(b"d" * 16, None, 0, None))
    data, signature = acts.sign(header, signer or by)
    return encode(OpenAct(WholeAct(data, signature, seed, pack_bodies([body]))).disclose([0]))


def test_an_id_has_its_time_and_its_author() -> None:
    assert int.from_bytes(ID[:6], "big") == 1_790_000_000_000
    assert record_ids.belongs(ID, public(OWNER))
    assert not record_ids.belongs(ID, public(OTHER))
    assert not record_ids.begins_falsely(BEGINNING, public(OWNER))
    assert record_ids.begins_falsely(BEGINNING, public(OTHER))


def test_an_id_that_follows_from_a_meaning_is_the_same_but_for_whose_it_is_and_has_no_time() -> None:
    opening = record_ids.derived_opening(b"a case on paper")
    mine, theirs = (record_ids.bound(opening, public(each)) for each in (OWNER, OTHER))
    assert mine[: record_ids.OPEN_BYTES] == theirs[: record_ids.OPEN_BYTES]
    assert record_ids.belongs(mine, public(OWNER))
    assert not record_ids.may_begin(mine, public(OTHER))
    assert record_ids.made_at_ms(mine) == 0
    assert record_ids.made_at_ms(ID) == 1_790_000_000_000
    assert record_ids.derived_opening(b"another case") != opening


def test_what_is_no_beginning_or_bound_to_nobody_is_never_false() -> None:
    later = msgspec.structs.replace(BEGINNING, context=((b"r" * 16, 1),))
    assert not record_ids.begins_falsely(later, public(OTHER))
    unbound = ID[:6] + bytes([0x70]) + ID[7:]
    assert not record_ids.begins_falsely(msgspec.structs.replace(BEGINNING, record=unbound), public(OTHER))


def test_the_beginning_is_written_again_by_whoever_has_it_signed_by_its_author() -> None:
    again = msgspec.structs.replace(BEGINNING, origin=origin_of(BEGINNING, OWNER))
    assert not record_ids.begins_falsely(again, public(OTHER))


@pytest.mark.parametrize("what", ["content", "signature", "author", "nothing"])
def test_another_beginning_is_not_covered_by_an_origin(what: str) -> None:
    other = msgspec.structs.replace(BEGINNING, changes={"put": {"surname": "Б"}})
    forged = {
        "content": msgspec.structs.replace(other, origin=origin_of(BEGINNING, OWNER)),
        "signature": msgspec.structs.replace(other, origin=origin_of(other, OWNER, OTHER)),
        "author": msgspec.structs.replace(other, origin=origin_of(other, OTHER)),
        "nothing": msgspec.structs.replace(other, origin=b"x"),
    }[what]
    assert record_ids.begins_falsely(forged, public(OTHER))
