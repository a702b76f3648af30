"""What the test vectors are made of: values, malformed bytes, revisions, and histories of one record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from icjims_core.acts import Changes, Revision
from icjims_core.clocks import Dot, Vector, pairs

CASE: Final = b"C" * 16

VALUES: Final[tuple[object, ...]] = (
    None, False, True, 0, 127, 128, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**53 - 1,
    -1, -32, -33, -128, -129, -32768, -32769, -(2**31), -(2**31) - 1, -(2**53) + 1,
    "", "ы", "a" * 31, "a" * 32, "Өмүрбек уулу Нурлан", "\U0001f600", [], [1, [2, [3]]], list(range(16)),
    {}, {"b": 1, "aa": 2, "a": 3, "я": 4}, {"lat": 42_875_969, "lon": 74_603_701},
)  # fmt: skip

MALFORMED: Final = (
    ("cc01", "one as eight bits"),
    ("cd0001", "one as sixteen bits"),
    ("d0ff", "minus one as eight bits"),
    ("cf0020000000000000", "two to the 53"),
    ("ca3f800000", "a float"),
    ("cb3ff0000000000000", "a double"),
    ("d90161", "a short text with a length of its own"),
    ("a2c080", "overlong UTF-8"),
    ("a3eda080", "a surrogate"),
    ("82a16201a16102", "keys out of order"),
    ("82a16101a16102", "a key twice"),
    ("810102", "a key that is no text"),
    ("dc0001c0", "a short array with a length of its own"),
    ("9191919101", "four levels"),
    ("c40161", "bytes in a value"),
    ("d6ff00000000", "a timestamp extension"),
    ("c1", "the byte that is never used"),
    ("c0c0", "something after the value"),
    ("92c0", "an end too early"),
)


def revision(
    changes: Changes,
    *,
    record: bytes = CASE,
    type_: str = "case",
    context: Vector | None = None,
    before: int = 0,
    reason: str | None = None,
) -> Revision:
    """A revision in the case of the vectors."""
    return Revision(1, record, type_, 1, CASE, pairs(context or {}), before, changes, reason)


REVISIONS: Final = (
    revision({"put": {"summary": "Кража из магазина «Бета»", "region": "bishkek"}, "add": {"marks": ["night"]}}),
    revision(
        {"put": {"name": {"family": "Асанова", "given": "Айгүл"}, "sex": "female"}}, record=b"P" * 16, type_="person"
    ),
    revision({"put": {"later_unit": [1, [True, None], {"a": -1}]}}, record=b"X" * 16, type_="of_a_newer_version"),
)


A, B, C = b"\x0a" * 16, b"\x0b" * 16, b"\x0c" * 16
FIRST: Final = (Dot(A, 1), revision({"put": {"summary": "a", "stage": "inquiry"}}))


def _put(dot: Dot, value: str | None, context: Vector, before: int = 0) -> tuple[Dot, Revision]:
    return dot, revision({"put": {"summary": value}}, context=context, before=before)


HISTORIES: Final[Mapping[str, tuple[tuple[tuple[Dot, Revision], ...], tuple[Dot, ...]]]] = {
    "one write": ((FIRST,), ()),
    "one after the other": ((FIRST, _put(Dot(B, 4), "b", {A: 1})), ()),
    "at the same time": ((FIRST, _put(Dot(B, 4), "b", {A: 1}), _put(Dot(C, 2), "c", {A: 1})), ()),
    "the same value at the same time": ((FIRST, _put(Dot(B, 4), "x", {A: 1}), _put(Dot(C, 2), "x", {A: 1})), ()),
    "resolved": (
        (
            FIRST,
            _put(Dot(B, 4), "b", {A: 1}),
            _put(Dot(C, 2), "c", {A: 1}),
            _put(Dot(A, 7), "b", {A: 1, B: 4, C: 2}, 1),
        ),
        (),
    ),
    "two people at one replica": ((FIRST, _put(Dot(A, 2), "b", {A: 1}, 1), _put(Dot(A, 3), "c", {A: 1}, 2)), ()),
    "waits for its context": ((FIRST, _put(Dot(C, 2), "c", {A: 1, B: 4})), ()),
    "waits for the one before": ((FIRST, _put(Dot(B, 5), "c", {A: 1}, 4)), ()),
    "a refused dot counts as held": ((FIRST, _put(Dot(C, 2), "c", {A: 1, B: 4})), (Dot(B, 4),)),
    "a refused dot behind one that waits": ((FIRST, _put(Dot(C, 2), "c", {A: 1, B: 4})), (Dot(C, 5),)),
    "a refused dot covers nothing": ((FIRST, _put(Dot(B, 4), "b", {A: 1})), (Dot(B, 4),)),
    "an addition wins": (
        (
            (Dot(A, 1), revision({"add": {"marks": ["night", "street"]}})),
            (Dot(B, 1), revision({"remove": {"marks": ["night", "street"]}}, context={A: 1})),
            (Dot(A, 2), revision({"add": {"marks": ["night"]}}, context={A: 1}, before=1)),
        ),
        (),
    ),
    "an emptied set": (
        (
            (Dot(A, 1), revision({"add": {"marks": ["night"]}})),
            (Dot(B, 1), revision({"remove": {"marks": ["night"]}}, context={A: 1})),
        ),
        (),
    ),
    "entries in append order": (
        (
            (Dot(C, 1), revision({"append": {"notes": ["1", "2"]}})),
            (Dot(B, 1), revision({"append": {"notes": ["3"]}}, context={C: 1})),
            (Dot(A, 1), revision({"append": {"notes": ["4"]}}, context={C: 1})),
            (Dot(A, 3), revision({"append": {"notes": ["5"]}}, context={C: 1}, before=1)),
        ),
        (),
    ),
    "annulled, and changed at the same time": (
        (
            FIRST,
            (
                Dot(B, 1),
                revision({"add": {"$annulled": ["записано дважды"]}}, context={A: 1}, reason="записано дважды"),
            ),
            _put(Dot(A, 2), "z", {A: 1}, 1),
        ),
        (),
    ),
    "a type of a newer version": (
        ((Dot(A, 1), revision({"put": {"u": {"a": [True, {"b": None}]}}, "add": {"u": [1, True]}}, type_="newer")),),
        (),
    ),
}
