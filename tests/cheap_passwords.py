"""Passwords at the least cost that is ever read: who tests something else need not wait for Argon2.

Slots say their own cost, so that the programs open what is written here. The shipped cost is held by the tests
that ask for the fixture `shipped_passwords`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final

import pytest

from icjims_desktop.store.keys import passwords
from icjims_desktop.store.keys.passwords import Cost

LEAST: Final = Cost(19 << 10, 2, 1)
_SHIPPED: Final = (passwords.at_least_the_floor, passwords.calibrated, passwords.derive)


def _least(cost: Cost) -> Cost:
    return LEAST


def _calibrated(seconds: Callable[[], float]) -> Cost:
    return LEAST


def cheapen() -> None:
    """From now on this process writes slots at the least cost, and derives the same key once."""
    passwords.at_least_the_floor = _least
    passwords.calibrated = _calibrated
    passwords.derive = functools.cache(_SHIPPED[2])


def restore(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords as shipped, for one test."""
    for name, shipped in zip(("at_least_the_floor", "calibrated", "derive"), _SHIPPED, strict=True):
        monkeypatch.setattr(passwords, name, shipped)
