"""Punishments at work and at large that the probation body executes (P73–P75)."""

from __future__ import annotations

import datetime

from icjims_core.casebook.plan import reference
from icjims_core.casebook.story import Party, Story


def work(story: Story, who: Party, supervision: bytes, basis: str) -> None:
    """What the basis of the supervision calls for, if anything."""
    if basis == "community_work":
        _community(story, who, supervision)
    elif basis == "correctional_work":
        _correctional(story, who, supervision)
    elif basis == "restriction":
        _restriction(story, who, supervision)


def _begun(story: Story) -> dict[str, object]:
    book = story.book
    received = book.past(book.number(600, 9000))
    return {"papers_received_at": received, "execution_from": book.wait(days=(0, 9)), "appeared_at": book.at}


def _community(story: Story, who: Party, supervision: bytes) -> None:
    book = story.book
    hours = book.number(10, 60) * 5
    values = {
        "person": who.ref,
        "supervision": reference(supervision),
        **_begun(story),
        "hours_total": hours,
        "regime": "employed",
        "daily_limit": 2,
        "site": book.say("Шаардык көрктөндүрүү", "Горзеленхоз"),
        "first_day": book.day(),
        "hours_done": hours // 2,
    }
    record = book.enter("community_work", "probation_officer", values)
    for _ in range(book.number(1, 3)):
        book.wait(days=(28, 32))
        sheet = {"person": who.ref, "community_work": reference(record), "month": book.day()[:7]}
        book.enter("work_sheet", "probation_officer", {**sheet, "hours": book.number(10, 40), "received_at": book.at})
    done = {"hours_done": hours, "ended_on": book.day(), "end_reason": "hours_done"}
    book.change("community_work", record, "probation_officer", done)


def _correctional(story: Story, who: Party, supervision: bytes) -> None:
    book = story.book
    months = book.number(6, 24)
    began = _begun(story)
    values: dict[str, object] = {
        "person": who.ref,
        "supervision": reference(supervision),
        **began,
        "term_months": months,
        "term_from": book.day(),
        "term_until": book.day(months * 30),
        "deduction_percent": 15,
        "employer": book.say("«Ак-Жол» ЖЧК", "ОсОО «Ак-Жол»"),
    }
    record = book.enter("correctional_work", "probation_officer", values)
    for _ in range(book.number(1, 3)):
        book.wait(days=(28, 32))
        sheet = {"person": who.ref, "correctional_work": reference(record), "month": book.day()[:7]}
        earned = book.number(150, 400) * 10_000
        sheet |= {"received_at": book.at}
        paid = {"earnings": earned, "deducted": earned * 15 // 100, "deducted_percent": 15, "days": book.number(15, 24)}
        book.enter("work_sheet", "probation_officer", {**sheet, **paid})
    if story.turns("job_lost", 0.5):
        book.change("correctional_work", record, "probation_officer", {"job_lost_on": book.day()})
        book.wait(days=(7, 40))
        if book.chance(0.8):
            book.change("correctional_work", record, "probation_officer", {"new_job_on": book.day()})


def _restriction(story: Story, who: Party, supervision: bytes) -> None:
    book = story.book
    months = book.number(6, 36)
    until = book.now.date() + datetime.timedelta(days=months * 30)
    values = {
        "person": who.ref,
        "supervision": reference(supervision),
        "papers_received_at": book.at,
        "appeared_at": book.at,
        "registered_at": book.at,
        "explained_at": book.at,
        "term_months": months,
        "term_until": until.isoformat(),
        "duties": ["appear", "report_twice", "notify_changes"],
        "court_duties": ["home_hours"],
    }
    book.enter("liberty_restriction", "probation_officer", values)
