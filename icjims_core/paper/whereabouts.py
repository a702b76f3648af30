"""Where in a text an address or a telephone stands, however it is spelled, declined, ordered or set apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from icjims_core.names import latin_key

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_DATE_OR_TIME: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
)
_APART: Final = r"[\W_]{0,4}"
_NUMBER: Final = re.compile(rf"\d(?:{_APART}\d){{5,}}")
_BETWEEN_CONTACTS: Final = re.compile(r"[,;\n]")
_FEWEST_DIGITS, _MOST_DIGITS, _MOST_OF_ONE = 6, 9, 13
_FEWEST_LETTERS: Final = 4
SHORTEST_NAME: Final = 3
_ENDING: Final = re.compile(r"[aeiou]{0,3}(?:[dt][aeiou](?:n|g[iu])?|n[iu]n?|[dt][iu]n|[gk][aeou]|m|sk[aeiou]{1,3})?")
"""What a stem of three letters may end in: «чүйдөгү», «чуйской»; longer stems may end in anything."""
_TELEPHONE: Final = re.compile(r"\d(?:[^\w,;\n]{0,4}\d){8,}")
_GAP: Final = 3
"""Words and numbers that may stand between a street and its house, those that name their kind not counted."""
_MOST_TOKENS: Final = 80

_LOOKALIKES: Final = str.maketrans(
    dict(zip("abcehkmoptxy", "авсенкмортху", strict=True))  # Latin
    | dict(zip("αβεηικμορτυχ", "авеникмортух", strict=True))  # Greek
    | {"ѕ": "s", "і": "и", "ј": "j", "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "ѵ": "v", "ӏ": "l", "օ": "о"}
    | {"қ": "к", "ғ": "г", "ҳ": "х", "ұ": "у", "ӊ": "н", "ҥ": "н"}
)
"""Latin, Greek and other letters by the Cyrillic ones that look like them."""


def _keys_of(words: str) -> frozenset[str]:
    return frozenset(map(latin_key, words.split()))


_KINDS: Final = _keys_of(
    "ул улица улице улицы улицу улицей көчө көчөсү көчөсүндө көчөсүндөгү көчөсүнүн пр пркт просп проспект проспекта"
    " проспекте проспекту проспекти проспектинде проспектисинде пер переулок переулка переулке тупик туюк бульвар"
    " бульваре бульвары бул шоссе тракт мкр мкрн мкрнде микрорайон микрорайона микрорайоне микрорайону микрорайонунда"
    " кичирайон кичирайону жм жилмассив жилмассиве турак дом дома доме дому домом домик д үй үйү үйдө үйүндө үйүнүн"
    " үйүнө кв квартира квартиры квартире квартиру батир батири батиринде корп корпус корпусу корпуса корпусе к"
    " строение строения строении стр курулуш подъезд подъезде этаж этаже кабат н но no номер номери номердүү"
    " house home flat apt apartment building bldg block street str st avenue ave road ulitsa ulica kvartira prospekt"
    " prospekti dom kochosu kochosy kuchasy mikrorayon"
)
"""Words for the kind of a way, a house or a flat: they tell no place apart."""
_TOWNS: Final = _keys_of(
    "г гор город города городе ш шаар шаары шаарында с село селе села айыл айылы айылында п пос посёлок посёлке пгт"
    " обл область области облусу облусунда облус рн район района районе району районунда бишкек бишкеке бишкека ош"
    " кр кыргызстан city town village"
)
"""Words for a town, a village, a district, and the two cities: they alone tell nobody where a house is."""
_BEFORE_A_TOWN: Final = _keys_of("г гор город с село п пос посёлок пгт")
_BEHIND_A_TOWN: Final = _keys_of("ш шаар шаары айыл айылы обл область облусу рн район району")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number of a text: every reading of it, and where it stands in what was written."""

    keys: tuple[str, ...]
    start: int
    end: int
    number: int | None
    dated: bool = False

    @property
    def is_kind(self) -> bool:
        return any(each in _KINDS for each in self.keys)

    @property
    def is_town(self) -> bool:
        return any(each in _TOWNS for each in self.keys)


@dataclass(frozen=True, slots=True)
class _House:
    """A house in a street: any of its names, the number, and every number of the address."""

    names: frozenset[str]
    number: int
    numbers: frozenset[int]


class Whereabouts:
    """The addresses and telephones that must not stand in a text."""

    def __init__(self, contacts: Sequence[str]) -> None:
        self._sequences: list[tuple[Token, ...]] = []
        self._houses: set[_House] = set()
        self._blocks: set[tuple[int, int]] = set()
        phones: set[str] = set()
        for contact in contacts:
            tokens = [each for each in tokens_of(contact) if not each.is_kind][:_MOST_TOKENS]
            if _tells_a_place(tokens):
                self._sequences.append(tuple(tokens))
            self._houses.update(_houses(contact))
            self._blocks.update(_blocks(contact))
            phones.update(_phones(contact))
        self._phones = re.compile("|".join(map(_phone_pattern, sorted(phones)))) if phones else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand, as ranges of the text that do not meet, in order."""
        tokens = list(tokens_of(text))
        found = [*self._of_phones(text)]
        for sequence in self._sequences:
            found += _sequence_spans(sequence, tokens)
        for house in self._houses:
            found += _house_spans(house, tokens, text)
        for block in self._blocks:
            found += _block_spans(block, tokens)
        joined: list[tuple[int, int]] = []
        for start, end in sorted(found):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined

    def _of_phones(self, text: str) -> Iterator[tuple[int, int]]:
        if self._phones is not None:
            plain, places = _plain(text)
            for found in self._phones.finditer(plain):
                yield places[found.start()], places[found.end() - 1] + 1


def key_of(text: str) -> str:
    """One key of what is written differently but meant alike."""
    return " ".join(each.keys[0] for each in tokens_of(text))


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in lower case without marks, invisible signs and lookalike digits; each character's place before."""
    kept: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for each in _plain_character(character):
            kept.append(each)
            places.append(at)
    return "".join(kept), places


@lru_cache(maxsize=4_096)
def _plain_character(character: str) -> str:
    if character == "№":
        return " "
    found = unicodedata.normalize("NFKD", character).casefold()
    digits = (str(unicodedata.decimal(each)) if each.isdecimal() else each for each in found)
    return "".join(each for each in digits if unicodedata.category(each) not in ("Cf", "Mn", "Me"))


def tokens_of(text: str) -> Iterator[Token]:
    plain, places = _plain(text)
    dated = {at for found in _DATE_OR_TIME.finditer(plain) for at in range(*found.span())}
    for found in _WORD.finditer(plain):
        word, start, end = found.group(), places[found.start()], places[found.end() - 1] + 1
        if word.isdecimal():
            yield Token((word,), start, end, int(word[:9]), found.start() in dated)
        else:
            yield Token(_readings(word), start, end, None)


@lru_cache(maxsize=65_536)
def _readings(word: str) -> tuple[str, ...]:
    """The Latin keys of a word: as it is written, and with every letter taken for the Cyrillic one it looks like."""
    seen = latin_key(word.translate(_LOOKALIKES))
    written = latin_key(word)
    mixed = any(each > "ͯ" for each in word) and any(each.isascii() for each in word)
    return tuple(dict.fromkeys((seen, written) if mixed else (written, seen)))


@lru_cache(maxsize=65_536)
def stem_of(key: str) -> str:
    """What stays of a name in every case: at most three vowels fewer, and at least three letters."""
    found = key
    for _ in range(3):
        if len(found) > SHORTEST_NAME and found[-1] in "aeiou":
            found = found[:-1]
    return found


def is_form(keys: Sequence[str], stem: str) -> bool:
    short = len(stem) <= SHORTEST_NAME
    return any(each.startswith(stem) and (not short or _ENDING.fullmatch(each, len(stem))) for each in keys)


def _same(stated: Token, written: Token, *, declined: bool) -> bool:
    if stated.number is not None or written.number is not None:
        return stated.number == written.number
    if stated.keys[0] in written.keys:
        return True
    return declined and len(stated.keys[0]) >= SHORTEST_NAME and is_form(written.keys, stem_of(stated.keys[0]))


def _tells_a_place(tokens: Sequence[Token]) -> bool:
    """Whether a contact as a whole tells more than a town, and is long enough not to be met by chance."""
    if sum(len(each.keys[0]) for each in tokens) < _FEWEST_LETTERS:
        return False
    return any(not each.is_town and not _names_a_town(tokens, at) for at, each in enumerate(tokens))


def _names_a_town(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the name of a town or a village: it stands by one of the words for these."""
    if tokens[at].number is not None:
        return False
    before = tokens[at - 1].keys if at else ()
    behind = tokens[at + 1].keys if at + 1 < len(tokens) else ()
    return any(each in _BEFORE_A_TOWN for each in before) or any(each in _BEHIND_A_TOWN for each in behind)


def _houses(contact: str) -> Iterator[_House]:
    """A street with its house out of every line of an address: the names before the first number behind them."""
    called = [each.span() for each in _TELEPHONE.finditer(contact)]
    tokens = [
        each
        for each in tokens_of(contact)
        if not each.is_kind and not any(start <= each.start < end for start, end in called)
    ]
    numbers = frozenset(each.number for each in tokens if each.number is not None)
    names: list[Token] = []
    for at, each in enumerate(tokens):
        if each.number is None:
            if len(each.keys[0]) >= SHORTEST_NAME and not each.is_town and not _names_a_town(tokens, at):
                names.append(each)
        elif names and len(str(each.number)) < _FEWEST_DIGITS:
            last = names[-1].start
            part = max(contact.rfind(sign, 0, last) for sign in ",;\n")
            yield _House(frozenset(stem_of(one.keys[0]) for one in names if one.start > part), each.number, numbers)
            names = []


def _blocks(contact: str) -> Iterator[tuple[int, int]]:
    """A district that has a number for a name, and the house in it."""
    tokens = list(tokens_of(contact))
    named = any(len(each.keys[0]) >= SHORTEST_NAME and not (each.is_kind or each.is_town) for each in tokens)
    numbers = [each.number for each in tokens if each.number is not None]
    if len(numbers) > 1 and not named and any(each.is_kind for each in tokens):
        yield numbers[0], numbers[1]


def _block_spans(block: tuple[int, int], tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where both numbers stand one after the other with a word for a district or a house at one of them."""
    numbers = [at for at, each in enumerate(tokens) if each.number is not None and not each.dated]
    for first, last in pairwise(numbers):
        beside = tokens[max(first - 1, 0) : last + 2]
        between = [each for each in tokens[first + 1 : last] if not each.is_kind]
        same = (tokens[first].number, tokens[last].number) == block
        if same and len(between) <= _GAP and any(each.is_kind for each in beside):
            yield tokens[first].start, tokens[last].end


def _sequence_spans(sequence: Sequence[Token], tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where the whole of a contact stands, words for kinds left out or put in."""
    standing = [each for each in tokens if not each.is_kind]
    declined = len(sequence) > 1
    for at in range(len(standing) - len(sequence) + 1):
        several = standing[at : at + len(sequence)]
        if all(_same(one, other, declined=declined) for one, other in zip(sequence, several, strict=True)):
            yield several[0].start, several[-1].end


def _house_spans(house: _House, tokens: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """Where a street stands near its house, in either order; the flat goes with it."""
    streets = [
        at
        for at, each in enumerate(tokens)
        if each.number is None and any(is_form(each.keys, stem) for stem in house.names)
    ]
    houses = [at for at, each in enumerate(tokens) if each.number == house.number and not each.dated]
    for street in streets:
        for at in houses:
            first, last = min(street, at), max(street, at)
            between = tokens[first + 1 : last]
            if sum(not each.is_kind for each in between) <= _GAP:
                yield tokens[first].start, tokens[_with_flat(house, tokens, last, text)].end


def _with_flat(house: _House, tokens: Sequence[Token], last: int, text: str) -> int:
    """The place of the last token that belongs to an address: the flat behind the house, however it is set apart."""
    at, kept, named = last + 1, last, False
    while at < len(tokens) and at - last <= 2 * _GAP:
        token = tokens[at]
        beside = text[tokens[kept].end : token.start].strip(" ")
        if token.is_kind:
            named = True
        elif token.number is not None and (named or token.number in house.numbers or beside in ("-", "/", "–", "—")):
            if token.dated:
                break
            kept, named = at, False
        elif token.number is None and len(token.keys[0]) == 1 and beside in ("", "-") and at == kept + 1:
            kept = at
        else:
            break
        at += 1
    return kept


def _phones(contact: str) -> Iterator[str]:
    """The digits by which telephones are known: without what is dialled before the number of the country."""
    plain, _ = _plain(contact)
    for part in _BETWEEN_CONTACTS.split(plain):
        for found in _NUMBER.finditer(part):
            digits = re.sub(r"\D", "", found.group())
            yield digits[-_MOST_DIGITS:]
            if len(digits) > _MOST_OF_ONE:
                for one in re.findall(r"\d(?:[ ()-]?\d){5,}", found.group()):
                    yield re.sub(r"\D", "", one)[-_MOST_DIGITS:]


def _phone_pattern(digits: str) -> str:
    whole = rf"(?:\+?\d{_APART}){{0,5}}" + _APART.join(digits)
    if len(digits) < _MOST_DIGITS:
        return whole
    local = _APART.join(digits[-_FEWEST_DIGITS:])
    return rf"{whole}|(?<!\d){local}(?!\d)"
