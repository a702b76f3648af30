"""Marks texts for the catalogues where they are data, to be translated when shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """`text` itself; pyside6-lupdate finds it by this function's name (Qt's own has no type)."""
    del context
    return text
