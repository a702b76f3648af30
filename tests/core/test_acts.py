"""Acts: one canonical form, a root that any change breaks, parts that prove themselves without the rest."""

from __future__ import annotations

import hashlib
import os

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from icjims_core import acts, merkle
from icjims_core.acts import Act, Birth, Header, PartialAct, Revision, WholeAct
from icjims_core.encoding import decode, encode
from icjims_core.packing import OpenAct, join, pack_bodies
from icjims_core.problem import Broken

AUTHOR = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = AUTHOR.public_key().public_bytes_raw()


def whole_act(count: int, seed: bytes = b"s" * 32) -> WholeAct:
    bodies = [
        encode(
            Revision(
                format=1,
                record=bytes([at % 256, at // 256]) * 8,
                type="case",
                module=1,
                case=None,
                context=(),
                before=0,
                changes={"put": {"fabula": f"Кража №{at}"}},
                reason=None,
            )
        )
        for at in range(count)
    ]
    header = Header(
        format=1,
        stream=0,
        replica=b"r" * 16,
        counter=1,
        previous=bytes(32),
        author=PUBLIC,
        recorded_at=1_700_000_000_000,
        count=count,
        root=merkle.root(acts.leaf_hashes(seed, bodies)),
        birth=Birth(b"d" * 16, None, 0, None),
    )
    data, signature = acts.sign(header, AUTHOR)
    return WholeAct(data, signature, seed, pack_bodies(bodies))


def rfc_root(leaves: list[bytes]) -> bytes:
    """RFC 9162 §2.1.1 word for word, as an independent witness."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + rfc_root(leaves[:split]) + rfc_root(leaves[split:])).digest()


@given(st.integers(1, 70))
def test_the_root_is_that_of_the_standard(count: int) -> None:
    leaves = [bytes([at]) * 32 for at in range(count)]

    assert merkle.root(leaves) == rfc_root(leaves)


@given(st.integers(1, 40), st.data())
def test_any_part_of_an_act_proves_itself_and_parts_join(count: int, data: st.DataObject) -> None:
    whole = OpenAct(whole_act(count))
    some = data.draw(st.sets(st.integers(0, count - 1)))
    other = data.draw(st.sets(st.integers(0, count - 1)))

    one, two = OpenAct(whole.disclose(some)), OpenAct(whole.disclose(other))
    both = OpenAct(join(one, two))

    assert set(both.bodies) == some | other
    assert all(both.leaves[at] == whole.leaves[at] for at in some | other)
    assert OpenAct(both.disclose(some)).bodies == one.bodies
    assert b"s" * 32 not in encode(one.source)
    assert encode(decode(encode(both.source), Act)) == encode(both.source)  # type: ignore[arg-type]


@given(st.integers(1, 9), st.data())
def test_a_changed_byte_of_a_part_is_noticed(count: int, data: st.DataObject) -> None:
    part = OpenAct(whole_act(count)).disclose({0})
    flipped = bytearray(encode(part))
    at = data.draw(st.integers(0, len(flipped) - 1))
    flipped[at] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(Broken):
        check(bytes(flipped))


def check(data: bytes) -> None:
    """What a receiver of a part does."""
    source = decode(data, PartialAct)
    opened = OpenAct(source)
    acts.verify_signature(opened.header, source.header, source.signature)


def test_the_signature_covers_the_whole_header() -> None:
    act = whole_act(3)
    header = acts.read_header(act.header)
    acts.verify_signature(header, act.header, act.signature)
    forged = encode(Header(**{name: getattr(header, name) for name in header.__struct_fields__} | {"recorded_at": 1}))

    with pytest.raises(Broken, match="bad_signature"):
        acts.verify_signature(acts.read_header(forged), forged, act.signature)


def test_an_erased_body_leaves_its_leaf_hash_and_the_act_verifies() -> None:
    whole = OpenAct(whole_act(5))
    left = OpenAct(whole.disclose({0, 1, 2, 4}))

    assert "Кража №3".encode() not in encode(left.source)
    assert whole.leaves[3] in left.source.hashes  # type: ignore[union-attr]
    acts.verify_signature(left.header, left.source.header, left.source.signature)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        b"\x91\x01",
        encode([1, 2]),
        encode(OpenAct(whole_act(1)).bodies[0].hex()),
        OpenAct(whole_act(1)).bodies[0] + b"\x00",
        OpenAct(whole_act(1)).bodies[0][:-1],
    ],
    ids=["empty", "reserved", "short", "numbers", "text", "trailing", "truncated"],
)
def test_what_is_not_a_revision_is_refused(data: bytes) -> None:
    with pytest.raises(Broken):
        acts.read_revision(data)


def test_other_encodings_of_the_same_values_are_refused() -> None:
    body = OpenAct(whole_act(1)).bodies[0]
    # 0x01 as an eight-bit and a sixteen-bit integer: the same revision, another encoding.
    for longer in (b"\xcc\x01", b"\xcd\x00\x01"):
        with pytest.raises(Broken, match="malformed"):
            acts.read_revision(body[:1] + longer + body[2:])
    with pytest.raises(Broken, match="malformed"):
        decode(b"\x82\xa1a\x01\xa1a\x02", dict[str, int])
    with pytest.raises(Broken, match="malformed"):
        decode(b"\x82\xa1b\x01\xa1a\x02", dict[str, int])


def test_salts_keep_short_bodies_from_being_guessed() -> None:
    assert OpenAct(whole_act(1)).leaves != OpenAct(whole_act(1, os.urandom(32))).leaves


def test_an_origin_does_not_count_into_the_size_of_what_is_written_again() -> None:
    large = Revision(1, b"r" * 16, "case", 1, None, (), 0, {"put": {"fabula": "ы" * 500_000}}, None)
    assert acts.read_revision(encode(large)) == large

    again = msgspec.structs.replace(large, origin=encode(large) + b"proof")
    assert len(encode(again)) > acts.MAX_REVISION_BYTES
    assert acts.read_revision(encode(again)) == again

    for swollen in (
        msgspec.structs.replace(large, changes={"put": {"fabula": "ы" * 530_000}}),
        msgspec.structs.replace(again, origin=bytes(acts.MAX_ORIGIN_BYTES + 1)),
    ):
        with pytest.raises(Broken, match="too_large"):
            acts.read_revision(encode(swollen))
