"""Boxes open for whom they were made and for nobody else; sealed units pass through the merge unread."""

from __future__ import annotations

import os
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from icjims_core import sealing
from icjims_core.acts import Revision
from icjims_core.clocks import Dot
from icjims_core.encoding import encode
from icjims_core.merge import fold
from icjims_core.problem import Broken

KEY, RECORD = b"k" * 32, b"r" * 16
NAME: dict[str, Any] = {"surname": "Өмүрбекова", "name": "Жылдыз"}


def sealed(key: bytes = KEY, record: bytes = RECORD, unit: str = "identity") -> object:
    return sealing.seal_unit(
        NAME, key=key, compartment="protected:7", record=record, unit=unit, nonce=os.urandom(sealing.NONCE_BYTES)
    )


def test_a_sealed_unit_opens_with_its_key_and_shows_nothing_without() -> None:
    value = sealed()

    assert sealing.is_sealed(value)  # type: ignore[arg-type]
    assert "Өмүрбекова".encode() not in encode(value)
    assert sealing.open_unit(value, key=KEY, record=RECORD, unit="identity") == NAME  # type: ignore[arg-type]
    with pytest.raises(Broken, match="cannot_open"):
        sealing.open_unit(value, key=b"x" * 32, record=RECORD, unit="identity")  # type: ignore[arg-type]


@pytest.mark.parametrize(("record", "unit"), [(b"q" * 16, "identity"), (RECORD, "address")])
def test_a_sealed_unit_cannot_be_moved_to_another_record_or_unit(record: bytes, unit: str) -> None:
    with pytest.raises(Broken, match="cannot_open"):
        sealing.open_unit(sealed(), key=KEY, record=record, unit=unit)  # type: ignore[arg-type]


def test_merge_and_digest_carry_a_sealed_unit_without_the_key() -> None:
    value = sealed()
    revision = Revision(1, RECORD, "person", 1, None, (), 0, {"put": {"identity": value}}, None)  # type: ignore[dict-item]

    state = fold(RECORD, {Dot(b"a" * 16, 1): revision})

    assert state.agreed("identity") == value
    assert state.digest() == fold(RECORD, {Dot(b"a" * 16, 1): revision}).digest()


@given(st.binary(max_size=200), st.data())
def test_a_box_opens_for_its_holder_and_purpose_only_and_notices_a_changed_bit(
    plain: bytes, data: st.DataObject
) -> None:
    holder, other = X25519PrivateKey.generate(), X25519PrivateKey.generate()
    box = sealing.seal_to(holder.public_key().public_bytes_raw(), plain, b"bundle")

    assert sealing.open_box(holder, box, b"bundle") == plain
    changed = bytearray(box)
    changed[data.draw(st.integers(0, len(box) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    for key, attempt, purpose in ((other, box, b"bundle"), (holder, box, b"slot"), (holder, bytes(changed), b"bundle")):
        with pytest.raises(Broken, match="cannot_open"):
            sealing.open_box(key, attempt, purpose)
