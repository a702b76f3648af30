"""Fingerprints of sets: the order in which a set was built leaves no trace, any difference does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from icjims_core import fingerprint
from icjims_core.fingerprint import Tally

LEAVES = st.sets(st.binary(min_size=32, max_size=32), max_size=8)


@given(LEAVES, LEAVES)
def test_only_equal_sets_have_equal_digests(one: set[bytes], other: set[bytes]) -> None:
    assert (Tally().plus(one).digest() == Tally().plus(other).digest()) == (one == other)


@given(LEAVES, LEAVES)
def test_what_is_added_can_be_taken_away_again(one: set[bytes], other: set[bytes]) -> None:
    both = Tally().plus(one).plus(other - one)

    assert both.minus(other - one) == Tally().plus(one)
    assert Tally().plus(one).with_tally(Tally().plus(other - one)) == both
    assert fingerprint.from_bytes(both.to_bytes()) == both


def test_one_feed_is_its_own_digest_and_names_count_among_several() -> None:
    assert fingerprint.combined({"office:009": b"d" * 32}) == b"d" * 32
    two = {"office:009": b"d" * 32, "user:1": b"e" * 32}
    swapped = {"office:009": b"e" * 32, "user:1": b"d" * 32}
    assert fingerprint.combined(two) == fingerprint.combined(dict(reversed(two.items())))
    assert fingerprint.combined(two) != fingerprint.combined(swapped)
