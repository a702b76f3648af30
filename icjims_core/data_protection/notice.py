"""What a person is told about his or her data at first contact, in three languages (Convention 108+, 8)."""

from __future__ import annotations

from functools import cache

import msgspec

from icjims_core.law.rule_data import read_rules


class Notice(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A title and its paragraphs in one language."""

    title: str
    paragraphs: list[str]


class Notices(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The notice in every language."""

    edition: str
    verified: bool
    ky: Notice
    ru: Notice
    en: Notice


@cache
def notices() -> Notices:
    """The texts of `notice.toml`."""
    return read_rules("icjims_core.data_protection", "notice.toml", Notices)


def notice(language: str) -> Notice:
    """The notice in `ky`, `ru` or `en`; any other language reads Russian."""
    every = notices()
    return {"ky": every.ky, "en": every.en}.get(language, every.ru)
