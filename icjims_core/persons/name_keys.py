"""Keys under which the spellings of one name of a person meet, in either alphabet and either gender."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

import msgspec

from icjims_core.law.rule_data import read_rules
from icjims_core.names import fold, latin_key

MARKERS: Final = frozenset({"ulu", "ul", "kizi", "kiz", "tegin", "ogli", "oglu", "ugli"})
"""Keys of уулу, кызы, тегин, оглы, угли: the word before them is the father's name."""

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_GUTTURALS: Final = str.maketrans({"х": "к", "қ": "к", "ғ": "г", "ҳ": "к", "ў": "у"})
_LATIN_GUTTURALS: Final = (
    (re.compile("kh"), "k"),
    (re.compile("gh"), "g"),
    (re.compile("(?<![cspz])h"), "k"),
    (re.compile("ng|нг"), "n"),
)
_DOUBLED: Final = re.compile(r"(.)\1+")
_FEMININE: Final = ((re.compile("(ov|ev|in)a$"), r"\1"), (re.compile("skaia$"), "ski"), (re.compile("of$"), "ov"))
_SURNAME_END: Final = re.compile("(?:ov|ev|in|sk)[ai]?$|skaia$|of$")
_PATRONYMIC_END: Final = re.compile("(?:[oe]v(?:ich|na)|i?ich|in?ichna)$")
_SHORTEST_ROOT: Final = 2

_VOWELS: Final = frozenset("aeiou")
_CLASSES: Final = {"p": "b", "t": "d", "k": "g", "z": "s", "f": "v"}


class _Variants(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    groups: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=65_536)
def spelling_key(name: str) -> str:
    """A Latin key that the spellings of one name share: beyond `latin_key` also х/к, ң/нг and hyphens."""
    plain = "".join(_LETTERS.findall(fold(name))).translate(_GUTTURALS)
    for found, put in _LATIN_GUTTURALS:
        plain = found.sub(put, plain)
    return _DOUBLED.sub(r"\1", latin_key(plain))


@lru_cache(maxsize=65_536)
def surname_key(surname: str) -> str:
    """The spelling key of a surname in its masculine form: Асанова and Asanov have one."""
    key = spelling_key(surname)
    for found, put in _FEMININE:
        key = found.sub(put, key)
    return key


@lru_cache(maxsize=65_536)
def root_key(name: str) -> str:
    """The key of the name that a surname is made of: Асанов, Асанова and Асан have one."""
    key = surname_key(name)
    root = _SURNAME_END.sub("", key)
    return root if len(root) >= _SHORTEST_ROOT else key


@lru_cache(maxsize=65_536)
def father_key(patronymic: str) -> str:
    """The key of the father's name in a patronymic: Асанович, Асановна and Асан have one."""
    key = spelling_key(patronymic)
    father = _PATRONYMIC_END.sub("", key)
    return father if len(father) >= _SHORTEST_ROOT else key


def is_marker(word: str) -> bool:
    """Whether the word is уулу, кызы, тегин or the like."""
    return spelling_key(word) in MARKERS


def is_patronymic(word: str) -> bool:
    """Whether the word ends as patronymics in -ович, -овна, -инична do."""
    key = spelling_key(word)
    return father_key(word) != key and key.endswith(("ich", "vna", "chna"))


def has_surname_end(word: str) -> bool:
    """Whether the word ends as surnames in -ов, -ева, -ин, -ская do."""
    return root_key(word) != spelling_key(word)


@lru_cache(maxsize=65_536)
def sound_key(key: str) -> str:
    """The consonants of a spelling key, voiced and voiceless alike, after a mark for a vowel in front.

    Names of one origin (`name_variants.toml`) have one key. Coarse: it brings candidates together and decides nothing.
    """
    key = _representatives().get(key, key)
    sounds = key.replace("dj", "j").replace("sh", "S").replace("ch", "C").replace("ts", "C")
    skeleton = [_CLASSES.get(each, each) for each in sounds if each not in _VOWELS]
    single = [*skeleton[:1], *(after for before, after in pairwise(skeleton) if before != after)]
    # A weak ы before р and с comes and goes: Ырыскул, Рыскул; Ысмайыл, Смаил.
    return ("a" if key[:1] in _VOWELS - {"i"} else "") + "".join(single) or key


def of_one_origin(one: str, other: str) -> bool:
    """Whether two spelling keys are of names that are listed as one name in several languages."""
    known = _representatives()
    return known.get(one, one) == known.get(other, other)


@lru_cache(maxsize=1)
def _representatives() -> dict[str, str]:
    rules = read_rules("icjims_core.persons", "name_variants.toml", _Variants)
    return {spelling_key(each): spelling_key(group[0]) for group in rules.groups for each in group}
