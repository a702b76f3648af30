"""Instruments of risk and needs assessment, which are data: domains, items and guidance in three languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from icjims_core.declarations.words import Label, Words

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Item:
    """A question that the officer goes through within a domain; it has no answer of its own and no value."""

    code: str
    label: Label


@dataclass(frozen=True, slots=True)
class Domain:
    """A side of life that the officer rates; `special` where what is said of it is a special category of data."""

    code: str
    label: Label
    guidance: Label
    items: tuple[Item, ...]
    special: bool

    def help(self) -> Label:
        """The guidance with its items, one to a line."""
        texts = (
            "\n".join((self.guidance.text(each), *(f"• {item.label.text(each)}" for item in self.items)))
            for each in ("ky", "ru", "en")
        )
        return Label(*texts)


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument of one edition: structured professional judgement, in which nothing is weighed or added up.

    `former_editions`: those by which people were assessed before. `ratings` and `levels` are the code lists of a
    domain's rating and of the stated level.
    """

    name: str
    edition: str
    former_editions: tuple[str, ...]
    source: str
    title: Label
    method: Label
    ratings: str
    levels: str
    domains: tuple[Domain, ...]
    unverified: tuple[str, ...]
    form: Mapping[str, Label]
    """Words of the form around the domains: `{domain}` stands for one, `{editions}` for those that exist."""

    @property
    def editions(self) -> tuple[str, ...]:
        """Every edition that exists, the one in force first."""
        return (self.edition, *self.former_editions)

    @property
    def edition_words(self) -> Words:
        """What the field of the edition is called, and which editions may be written there."""
        known = ", ".join(self.editions)
        return Words(self.form["edition"], Label(*(each.format(editions=known) for each in self.form["editions"])))

    def called(self, part: str, domain: Domain) -> Label:
        """What a part of the entry of a domain is called: its `rating`, its `facts` or the officer's `opinion`."""
        pairs = zip(self.form[part], domain.label, strict=True)
        return Label(*(text.format(domain=own) for text, own in pairs))


@cache
def names() -> tuple[str, ...]:
    """The names of all instruments, sorted."""
    files = (each.name for each in resources.files(__name__).iterdir())
    return tuple(sorted(each.removesuffix(".toml") for each in files if each.endswith(".toml")))


@cache
def instrument(name: str) -> Instrument:
    """The instrument of this name; a name that no file has is a `KeyError`, a file in another shape a `ValueError`."""
    if name not in names():
        raise KeyError(name)
    text = (resources.files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
    return read(name, tomllib.loads(text))


def read(name: str, table: Table) -> Instrument:
    """An instrument from the tables of its file.

    Only the keys of structured judgement are taken: a weight, a score, a total or a threshold is a `ValueError`.
    """
    _only(table, "edition former_editions source title method ratings levels unverified domains form")
    domains = tuple(_domain(each) for each in _tables(table["domains"]))
    if len({each.code for each in domains}) != len(domains):
        raise ValueError(f"a domain stands twice in the instrument {name}")
    return Instrument(
        name=name,
        edition=str(table["edition"]),
        former_editions=_texts(table.get("former_editions", ())),
        source=str(table["source"]),
        title=_label(table["title"]),
        method=_label(table["method"]),
        ratings=str(table["ratings"]),
        levels=str(table["levels"]),
        domains=domains,
        unverified=_texts(table["unverified"]),
        form=_form(cast("Table", table["form"])),
    )


def _form(table: Table) -> Mapping[str, Label]:
    _only(table, "edition editions rating facts opinion")
    return {each: _label(value) for each, value in table.items()}


def _domain(table: Table) -> Domain:
    _only(table, "code label guidance items special")
    items = tuple(_item(each) for each in _tables(table["items"]))
    special = table.get("special", False) is True
    return Domain(str(table["code"]), _label(table["label"]), _label(table["guidance"]), items, special)


def _item(table: Table) -> Item:
    _only(table, "code ky ru en")
    return Item(str(table["code"]), _label({each: table[each] for each in ("ky", "ru", "en")}))


def _label(value: object) -> Label:
    table = cast("Table", value)
    _only(table, "ky ru en")
    return Label(str(table["ky"]), str(table["ru"]), str(table["en"]))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in cast("Sequence[object]", value))


def _tables(value: object) -> Sequence[Table]:
    return cast("Sequence[Table]", value)


def _only(table: Table, keys: str) -> None:
    strange = table.keys() - set(keys.split())
    if strange:
        raise ValueError(f"not a key of an instrument: {', '.join(sorted(strange))}")
