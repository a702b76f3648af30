"""Names as people look for them: spelling, alphabet and keyboard set aside; and their alphabetical order."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final

ALPHABET: Final = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
"""The 36 letters of Kyrgyz in their order; it holds the Russian alphabet."""

_FOLDED: Final = str.maketrans({"ё": "е", "ө": "о", "ү": "у", "ң": "н", "ь": "", "ъ": ""})
_LATIN: Final = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфх", "abvgdejziiklmnoprstufh", strict=True))
    | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ы": "i", "э": "e", "ю": "iu", "я": "ia"}
)
_SPELLINGS: Final = re.compile("shch|dzh|tch|dj|zh|kh|ph|ck|x|q|w|y|c(?!h)")
_SPELLED: Final = {
    "shch": "sh",
    "dzh": "j",
    "tch": "ch",
    "dj": "j",
    "zh": "j",
    "kh": "h",
    "ph": "f",
    "ck": "k",
    "x": "ks",
    "q": "k",
    "w": "v",
    "y": "i",
    "c": "k",
}
_QWERTY: Final = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_YTSUKEN: Final = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_QWERTY_SHIFTED: Final = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
_TO_CYRILLIC: Final = str.maketrans(_QWERTY + _QWERTY_SHIFTED, _YTSUKEN + _YTSUKEN.upper())
_TO_LATIN: Final = str.maketrans(_YTSUKEN + _YTSUKEN.upper() + "өүңӨҮҢ", _QWERTY + _QWERTY_SHIFTED + "jeyJEY")
_PLACES: Final = {letter: chr(0x100 + at) for at, letter in enumerate(ALPHABET + "abcdefghijklmnopqrstuvwxyz")}


def fold(text: str) -> str:
    """One spelling for what is written differently but meant alike, for the index and the query.

    Letter case, ё/е, ө/о, ү/у, ң/н, the soft and the hard sign and doubled letters make no difference;
    й stays. Runs of white space become one space.
    """
    plain = unicodedata.normalize("NFC", text).casefold().translate(_FOLDED)
    return _single(" ".join(plain.split()))


def latin_key(text: str) -> str:
    """A Latin key that Kyrgyz, Russian and Latin spellings of a name share.

    Жаныбек, Джаныбек, Zhanybek and Janybek have one key, as have Айгүл, Айгуль, Aigul and Aygül.
    """
    plain = fold(text).replace("дж", "ж").translate(_LATIN)
    marks = unicodedata.normalize("NFD", plain)
    bare = "".join(each for each in marks if not unicodedata.combining(each))
    spelled = _SPELLINGS.sub(lambda found: _SPELLED[found.group()], bare)
    return _single(spelled).replace("ie", "e")


def other_layout(text: str) -> str:
    """What the same keys give in the other layout: `fcfyjd` is `асанов`, and the reverse.

    The Kyrgyz letters stand on the keys of о, у and н.
    """
    cyrillic = any("Ѐ" <= each <= "ӿ" for each in text)
    return text.translate(_TO_LATIN if cyrillic else _TO_CYRILLIC)


def search_keys(text: str) -> tuple[str, ...]:
    """The folded forms under which a query may be found: as typed, and as if in the other layout."""
    return tuple(dict.fromkeys((fold(text), fold(other_layout(text)))))


def begin_so(typed: str, *names: str) -> bool:
    """Whether every word that was typed, in whatever layout, begins a word of these names; nothing typed begins any."""
    words = fold(" ".join(names)).split()
    return any(all(any(word.startswith(part) for word in words) for part in key.split()) for key in search_keys(typed))


def sort_key(text: str) -> str:
    """A text whose order by code points is the alphabetical order of the names.

    Spaces come before digits, digits before the Kyrgyz alphabet, this before the Latin one; other
    signs do not count. Texts that differ in nothing else follow their own code points.
    """
    plain = unicodedata.normalize("NFC", text)
    return "".join(_place(each) for each in plain.casefold()) + " " + plain


def _place(character: str) -> str:
    """What a letter is compared by: its place in the alphabet, else its base letter's, else itself."""
    if character.isspace() or character == "-":
        return "!"
    base = character if character in _PLACES else unicodedata.normalize("NFD", character)[0]
    return _PLACES.get(base, base if base.isalnum() else "")


def _single(text: str) -> str:
    """Doubled letters as one; digits and signs stay."""
    if not text:
        return text
    rest = (after for before, after in pairwise(text) if after != before or not after.isalpha())
    return text[0] + "".join(rest)
