"""Classification lists with labels in three languages.

What a list holds is the shipped file and, where the centre has published a newer edition, that edition laid over it.
What is published is installed for the whole process: when a store is unlocked, when it has met the centre, and at the
centre itself (docs/adr/0020-publications.md).
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Final

from icjims_core.codes.entries import LANGUAGES, CodeEntry, CodeList, laid_over, read_list
from icjims_core.codes.published import NOTHING_PUBLISHED, PublishedLists
from icjims_core.publishing.publications import edition_order

__all__ = [
    "LANGUAGES",
    "SHIPPED",
    "CodeEntry",
    "CodeList",
    "code_list",
    "edition_of",
    "gravity",
    "install",
    "label",
    "names",
    "published",
    "shipped_list",
]

_LISTS: Final = f"{__name__}.lists"
SHIPPED: Final = ""
"""Stands for the edition that came with the program."""


class _InForce:
    """What is published, and the lists that were put together from it so far; replaced as a whole."""

    def __init__(self, published: PublishedLists) -> None:
        self.published = published
        self.lists: dict[str, CodeList] = {}


_in_force = _InForce(NOTHING_PUBLISHED)


def install(published: PublishedLists) -> None:
    """Make these the published editions of the process, in place of all before; safe while other threads read."""
    global _in_force  # noqa: PLW0603 - one name, replaced at once: readers hold what they began with
    _in_force = _InForce(published)


def published() -> PublishedLists:
    """The published editions of the process."""
    return _in_force.published


@cache
def names() -> tuple[str, ...]:
    """The names of all lists, sorted."""
    files = (each.name for each in resources.files(_LISTS).iterdir())
    return tuple(sorted(each.removesuffix(".toml") for each in files if each.endswith(".toml")))


def code_list(name: str) -> CodeList:
    """The list of this name as it is in force; a name that no file has is a `KeyError`."""
    present = _in_force
    found = present.lists.get(name)
    if found is None:
        found = present.lists[name] = _put_together(name, present.published)
    return found


def _put_together(name: str, published: PublishedLists) -> CodeList:
    shipped, newest = shipped_list(name), published.newest(name)
    if newest is None:
        return shipped
    if edition_order(newest.edition) < edition_order(shipped.edition):
        return laid_over(shipped, newest)
    return laid_over(newest, shipped)


@cache
def shipped_list(name: str) -> CodeList:
    """The list as it came with the program; a name that no file has is a `KeyError`."""
    if name not in names():
        raise KeyError(name)
    return read_list(name, tomllib.loads((resources.files(_LISTS) / f"{name}.toml").read_text(encoding="utf-8")))


def edition_of(name: str) -> str:
    """The published edition that a value of this list is written with now; `SHIPPED` for that of the program."""
    found = code_list(name).edition
    return SHIPPED if _in_force.published.edition(name, found) is None else found


def label(name: str, edition: str, code: str, language: str) -> str:
    """The label that a code had in an edition; as it is now where that edition is not at hand or lacks the code."""
    listed = shipped_list(name) if edition == SHIPPED else _in_force.published.edition(name, edition)
    if listed is None or code not in listed:
        listed = code_list(name)
    return listed.label(code, language)


def in_full(name: str, code: str, label: str) -> str:
    """The label of a code of a list, an article of the Criminal Code with its number: `206 — Грабеж`."""
    return f"{code} — {label}" if name == "criminal_code_article" else label


def gravity(article: str, part: str) -> str | None:
    """Gravity of a part of an article of the Criminal Code: a code of `gravity`, or `None`.

    An article of one part has its gravity also without the part.
    """
    entry = code_list("criminal_code_article").entries.get(article)
    if entry is None:
        return None
    if not part and len(entry.parts) == 1:
        return next(iter(entry.parts.values()))
    return entry.parts.get(part)
