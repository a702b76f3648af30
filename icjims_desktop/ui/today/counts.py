"""Numbers in words: what only a QObject can say in the plural forms of each language."""

from PySide6.QtCore import QObject


class Counts(QObject):
    """Says how many; may be asked from any thread."""

    def days(self, count: int) -> str:
        """`7 days`."""
        return self.tr("%n day(s)", "", count)

    def late_days(self, count: int) -> str:
        """`late by 3 days`."""
        return self.tr("late by %n day(s)", "", count)

    def open(self, count: int) -> str:
        """`4 open`, of due dates."""
        return self.tr("%n open", "", count)

    def not_accepted(self, count: int) -> str:
        """Of changes, by the centre."""
        return self.tr("The centre did not accept %n change(s)", "", count)

    def disagreements(self, count: int) -> str:
        """`2 disagreements`."""
        return self.tr("%n disagreement(s)", "", count)

    def drafts(self, count: int) -> str:
        """`3 drafts`."""
        return self.tr("%n draft(s)", "", count)

    def unsent(self, count: int) -> str:
        """`3 changes not sent yet`."""
        return self.tr("%n change(s) not sent yet", "", count)


counts = Counts()
"""The one that says it."""
