"""Offices of an invented country, and how many of its cases each of them has."""

from __future__ import annotations

from typing import Final

SHARES: Final = {
    "001": 10, "002": 10, "003": 9, "055": 10,  # Bishkek 39
    "058": 7, "009": 6, "005": 5,  # Chui 18
    "041": 9, "034": 8,  # Osh 17
    "032": 7, "043": 6,  # Jalal-Abad 13
    "016": 7,  # Issyk-Kul
    "031": 2, "068": 2, "060": 2,  # Batken, Talas, Naryn
}  # fmt: skip
"""Per cent of the country's cases by code of `office`; rough, unverified: nobody publishes them by office."""


def spread(count: int) -> dict[str, int]:
    """So many cases over the offices by their shares, with no case lost; offices without any are left out."""
    found: dict[str, int] = {}
    reached = given = 0
    for office, share in SHARES.items():
        reached += share
        upto = (count * reached + 50) // 100
        if upto > given:
            found[office] = upto - given
        given = upto
    return found
