"""What an office is called in a language."""

from __future__ import annotations

from typing import Final

from icjims_core import codes

OFFICES: Final = "office"


def office_words(code: str, language: str, entered: str) -> str:
    """By the code list; in Russian, or where the list has it not, as the centre entered it."""
    entry = codes.code_list(OFFICES).entries.get(code)
    return entered if entry is None or (entered and language == "ru") else entry.label.text(language)
