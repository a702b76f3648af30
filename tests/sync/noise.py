"""Repeatable chance."""

from __future__ import annotations

import hashlib


class Noise:
    """Repeatable bytes that look random."""

    def __init__(self, seed: str) -> None:
        self._seed, self._count = seed, 0

    def __call__(self, size: int) -> bytes:
        self._count += 1
        return hashlib.shake_256(f"{self._seed}/{self._count}".encode()).digest(size)
