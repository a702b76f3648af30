"""Values in dispute: two officers write of the same thing, neither having seen what the other wrote."""

from __future__ import annotations

from icjims_core.casebook.story import Story


def dispute(story: Story) -> None:
    """Who is responsible, or what an act says, is stated twice; nobody has decided yet."""
    book = story.book
    book.wait(minutes=(30, 900))
    book.change("case", book.case, "investigator", {"responsible": story.officer, "responsible_since": book.day()})
    other = {"responsible": story.somebody((25, 55)), "responsible_since": book.day(-1)}
    book.change("case", book.case, "investigator", other, aside=True)
    held = [each for each in book.entries if each.type == "charge" and each.new]
    if held and book.chance(0.6):
        for at, aside in ((book.wait(minutes=(5, 60)), False), (book.wait(minutes=(5, 60)), True)):
            book.change("charge", held[0].id, "investigator", {"copy_to_prosecutor_at": at}, aside=aside)
