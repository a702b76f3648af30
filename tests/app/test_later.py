"""What is due later stands by its day, first what the user's own role keeps."""

from __future__ import annotations

from icjims_desktop.services.law.standings import Entry
from icjims_desktop.ui.today.data import Group
from icjims_desktop.ui.today.reading import place

CASE = b"c" * 16
DAY_MS = 24 * 3_600_000


def entry(rule: str, severity: str, days: int) -> Entry:
    return Entry(rule, severity, "running", "", "r", "", 0, days * DAY_MS, exact=False, due_day="")


def test_what_is_later_comes_by_day_and_first_what_the_role_of_the_user_keeps() -> None:
    dues = [
        (CASE, each)
        for each in (entry("D30.1", "A", 40), entry("D87", "B", 358), entry("D95.7", "C", 19), entry("D95.8", "C", 90))
    ]
    kept = {"D95.7", "D95.8"}.__contains__

    def ordered(group: Group) -> list[str]:
        return [each.rule for _, each in sorted(dues, key=lambda due: place([CASE], kept, group, due))]

    assert ordered(Group.LATER) == ["D95.7", "D95.8", "D30.1", "D87"]
    assert ordered(Group.WEEK) == ["D30.1", "D87", "D95.7", "D95.8"], "what is near by its weight"
