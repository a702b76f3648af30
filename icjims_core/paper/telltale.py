"""Where in a text to look twice before it is served: words and numbers that often belong to an address or telephone.

It helps the eye of who reads the text and finds no more than it is told to look for; nothing is decided by it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Final

import msgspec

from icjims_core.law.rule_data import read_rules
from icjims_core.names import latin_key
from icjims_core.paper.whereabouts import SHORTEST_NAME, Token, is_form, stem_of, tokens_of

_FIVE_DIGITS: Final = re.compile(r"\+?\d(?:[ ()./–-]{0,2}\d){4,}")
_HOUSES: Final = 1_000
"""Houses and flats have smaller numbers than this."""
_LONG: Final = 4
"""A listed word of so many letters is known with any ending."""


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    announcing: tuple[str, ...]
    numerals: tuple[str, ...]
    common: tuple[str, ...]


@cache
def words() -> _Words:
    """The words that the file lists."""
    return read_rules("icjims_core.paper", "telltale.toml", _Words)


@cache
def _listed(name: str) -> frozenset[str]:
    several: tuple[str, ...] = getattr(words(), name)
    return frozenset(latin_key(each) for each in several)


def place_names(contacts: Iterable[str]) -> frozenset[str]:
    """Stems of the names in these addresses: of villages, streets, work places."""
    tokens = [each for contact in contacts for each in tokens_of(contact)]
    named = (each for each in tokens if each.number is None and not each.is_kind and not each.is_town)
    return frozenset(stem_of(each.keys[0]) for each in named if len(each.keys[0]) >= SHORTEST_NAME)


def spans(text: str, names: Collection[str] = ()) -> list[tuple[int, int]]:
    """The ranges of the text to look at, in order, that do not meet; `names` as `place_names` gives them."""
    tokens = list(tokens_of(text))
    found = [*_numbers(text, tokens), *_marked(text, tokens, names)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _numbers(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Five digits and more that are no date or time."""
    dated = {at for each in tokens if each.dated for at in range(each.start, each.end)}
    for found in _FIVE_DIGITS.finditer(text):
        if not dated.intersection(range(*found.span())):
            yield found.span()


def _marked(text: str, tokens: Sequence[Token], names: Collection[str]) -> Iterator[tuple[int, int]]:
    for at, token in enumerate(tokens):
        before, after = (tokens[each] if 0 <= each < len(tokens) else None for each in (at - 1, at + 1))
        if token.number is not None:
            if not token.dated and before is not None and _is_name(text, before) and token.start - before.end <= 2:
                yield before.start, token.end
        elif _tells(text, (before, token, after), names):
            yield token.start, token.end


def _tells(text: str, words: tuple[Token | None, Token, Token | None], names: Collection[str]) -> bool:
    """Whether a word tells of a place or a number, by itself or by those beside it."""
    before, token, after = words
    if _is_kind(text, token, before, after) or _is_listed(token, "announcing"):
        return True
    if any(is_form(token.keys, each) for each in names):
        return True
    if not _is_listed(token, "numerals"):
        return False
    return any(each is not None and (_is_listed(each, "numerals") or _is_name(text, each)) for each in (before, after))


def _is_kind(text: str, token: Token, before: Token | None, after: Token | None) -> bool:
    """A word for a way, a house or a village; a single letter only where a number or a name goes with it."""
    if not (token.is_kind or token.is_town) or not _listed("common").isdisjoint(token.keys):
        return False
    if token.end - token.start > 1:
        return token.is_kind or token.end - token.start > len("ош")
    if token.is_kind:
        return any(each is not None and each.number is not None and each.number < _HOUSES for each in (before, after))
    dotted = text[token.end : token.end + 1] == "." and after is not None and text[after.start].isupper()
    a_year = before is not None and before.number is not None and not text[before.end : token.start].strip()
    return dotted and not a_year


def _is_listed(token: Token, name: str) -> bool:
    listed = _listed(name)
    return any(
        key in listed or any(len(each) >= _LONG and key.startswith(each) for each in listed) for key in token.keys
    )


def _is_name(text: str, token: Token) -> bool:
    """Whether a word is written as a name: a capital letter first, and more behind it."""
    return token.number is None and token.end - token.start >= _LONG and text[token.start].isupper()
