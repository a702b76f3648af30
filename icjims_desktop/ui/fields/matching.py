"""Folding of what people type, so that е finds ё and о finds ө."""

from unicodedata import normalize

_FOLDS = str.maketrans({"ё": "е", "ө": "о", "ү": "у", "ң": "н", "ь": None, "ъ": None})


def fold(text: str) -> str:
    """Lower case without the differences that people leave out when typing."""
    return normalize("NFC", text.casefold()).translate(_FOLDS)
