"""The codes of a list that are nearest to what somebody wrote by mistake."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from icjims_core.codes.entries import LANGUAGES, CodeList

MOST: Final = 3
_FEW: Final = 12
_ALIKE: Final = 0.6
_READ: Final = 60


def nearest(listed: CodeList, written: str) -> tuple[str, ...]:
    """At most three codes that are spelt alike, by code or label; of a short list without such ones, every code."""
    words = tuple((each.label.text(language), each.code) for each in listed.entries.values() for language in LANGUAGES)
    found = alike(tuple(listed.entries), words, written)
    return found or (tuple(listed.entries) if len(listed.entries) <= _FEW else ())


def alike(codes: tuple[str, ...], words: tuple[tuple[str, str], ...], written: str) -> tuple[str, ...]:
    """At most three codes of which the code or a word (word, code) is spelt like what was written."""
    return _alike(codes, words, written[:_READ])


@lru_cache(maxsize=256)
def _alike(codes: tuple[str, ...], words: tuple[tuple[str, str], ...], written: str) -> tuple[str, ...]:
    by_word = _folded([*((each, each) for each in codes), *words])
    close = get_close_matches(written.casefold(), by_word, n=2 * MOST, cutoff=_ALIKE)
    return tuple(dict.fromkeys(by_word[each] for each in close))[:MOST]


def _folded(words: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, code in words:
        found.setdefault(word.casefold(), code)
    return found
