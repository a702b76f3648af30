"""What every signed paper outside the Criminal Procedure Code states beside its own subject: the last section of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from icjims_core.declarations.act_header import header
from icjims_core.declarations.schema import Field, Section
from icjims_core.declarations.words import WordsBeside

WORDS = WordsBeside(__name__)

PAPER: Final = Section("paper", WORDS)

_OF_PROTOCOLS_ONLY: Final = frozenset(
    {
        "started_at",
        "ended_at",
        "region",
        "place",
        "place_geo",
        "attended",
        "technical_means",
        "technical_warned",
        "read_aloud",
        "remarks",
    }
)


def paper(type_name: str, *, without: Collection[str] = ()) -> tuple[Field, ...]:
    """The fields of the section `PAPER`: number, who drew it up, language, signatures, attachments, what it supersedes.

    The same fields as of a procedural act (`act_header`), without those that CPC 170 asks of a protocol.
    `without` names those that the paper itself states elsewhere in its form.
    """
    fields = header(type_name, without=_OF_PROTOCOLS_ONLY | set(without))
    return tuple(replace(each, section=PAPER.name, source=None) for each in fields)
