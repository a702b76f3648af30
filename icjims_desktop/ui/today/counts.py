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

    def days_used(self, count: int) -> str:
        """`45 days in custody`."""
        return self.tr("%n day(s) in custody", "", count)

    def hours_used(self, count: int) -> str:
        """`20 hours in custody`."""
        return self.tr("%n hour(s) in custody", "", count)

    def days_left(self, count: int) -> str:
        """`16 days left`."""
        return self.tr("%n day(s) left", "", count)

    def not_due(self, count: int) -> str:
        """Of safeguards."""
        return self.tr("%n safeguard(s) not due", "", count)

    def readings(self, count: int) -> str:
        """Of an account of custody."""
        return self.tr("%n reading(s) of what is recorded; the longest custody is shown", "", count)

    def allegations(self, count: int) -> str:
        """`1 allegation of torture without a decision`."""
        return self.tr("%n allegation(s) of torture without a decision", "", count)

    def handovers(self, count: int) -> str:
        """`2 hand-overs not confirmed`."""
        return self.tr("%n hand-over(s) not confirmed", "", count)

    def arrived(self, count: int) -> str:
        """`2 hand-overs to receive`."""
        return self.tr("%n hand-over(s) to receive", "", count)

    def consents(self, count: int) -> str:
        """`2 acts wait for your consent`."""
        return self.tr("%n act(s) wait for your consent or approval", "", count)

    def unsigned(self, count: int) -> str:
        """`2 of your acts are not signed`."""
        return self.tr("%n of your act(s) not signed", "", count)

    def changed_times(self, count: int) -> str:
        """Of cases."""
        return self.tr("Stated otherwise or annulled in %n case(s)", "", count)

    def pages(self, count: int) -> str:
        """`Written: 2 pages`."""
        return self.tr("Written: %n page(s)", "", count)

    def overdue(self, count: int) -> str:
        """`2 overdue`, of due dates."""
        return self.tr("%n overdue", "", count)

    def late_years(self, count: int) -> str:
        """`late by 2 years`."""
        return self.tr("late by %n year(s)", "", count)

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
