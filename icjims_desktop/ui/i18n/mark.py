"""Texts outside widgets: marked for the catalogues, and translated when shown."""

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """`text` itself; pyside6-lupdate finds it by this function's name (Qt's own has no type)."""
    del context
    return text


def translate(context: str, text: str, comment: str = "", count: int = -1) -> str:
    """`text` in the language now shown; `%n` becomes `count` in its plural form."""
    return QCoreApplication.translate(context, text, comment, count)
