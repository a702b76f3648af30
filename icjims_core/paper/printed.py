"""The words of printed papers, from the file beside: acts, safeguard passports, journals, the foot of each page."""

from __future__ import annotations

from collections.abc import Mapping

from icjims_core.declarations.words import Label, words_in


def printed(part: str) -> Mapping[str, Label]:
    """What is printed on a kind of paper, or on every page, by the names in the file; a `KeyError` for no such part."""
    return {name: each.label for name, each in words_in(__name__)[part].items()}
