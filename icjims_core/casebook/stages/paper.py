"""Cases that had begun on paper and are taken over, with what the paper says of their past."""

from __future__ import annotations

import datetime

from icjims_core.casebook.crimes import story as tell
from icjims_core.casebook.plan import said, stamp
from icjims_core.casebook.stages.participants import suspect_somebody
from icjims_core.casebook.story import Party, Story

_STAGES = ("investigation", "investigation", "in_court", "execution")


def take_over(story: Story) -> str:
    """The form for the case and one for each person; the stage that the case stands at."""
    book = story.book
    stage = book.pick(*_STAGES)
    months = {"investigation": 1, "in_court": 4, "execution": 9}[stage]
    began = book.now - datetime.timedelta(days=30 * months + book.number(0, 20))
    values: dict[str, object] = {
        "summary": tell(book.random, story.crime, book.language),
        "received_times": said(stamp(began - datetime.timedelta(days=4)), "document"),
        "region": story.region,
        "family_violence": "yes" if story.family_violence else "no",
        "provisional_number": story.provisional(book.case),
        **story.qualified(),
        "language": book.language,
        "responsible": story.officer,
    }
    book.open_case("clerk", values)
    story.initiated = began
    initiated = stamp(began)
    taken: dict[str, object] = {
        "source": "case_file",
        "source_document": book.say("Кагаз иши, 1-том", "Бумажное дело, том 1"),
        "officer": story.officer,
        "taken_at": book.at,
        "stage": stage,
        "stage_at": book.past(30),
        "initiated_at": initiated,
        **story.qualified(),
        "term_until": book.day(book.number(10, 50)) if stage == "investigation" else None,
        "volumes": book.number(1, 4),
        "folios": book.number(50, 800),
    }
    book.enter("takeover", "investigator", taken)
    who = suspect_somebody(story)
    story.suspects.append(who)
    _person(story, who, stage, initiated)
    return stage


def _person(story: Story, who: Party, stage: str, initiated: str) -> None:
    """What the paper says of a person: standing, charge, measure, time in custody."""
    book = story.book
    if stage == "execution":
        who.outcome, who.punishment = book.pick("guilty_punishment", "guilty_probation"), "imprisonment"
        who.months, who.in_force = 24, book.now - datetime.timedelta(days=3)
    held = stage != "execution" and story.grave and book.chance(0.7)
    custody = book.now - datetime.timedelta(days=book.number(5, 25))
    values = {
        "source": "case_file",
        "officer": story.officer,
        "taken_at": book.at,
        "stage": stage,
        "stage_at": book.past(20),
        "initiated_at": initiated,
        **story.qualified(),
        "person": who.ref,
        "person_state": "convicted" if stage == "execution" else "accused",
        "charged_at": stamp(custody),
        "measure": "custody" if held else "undertaking",
        "measure_until": stamp(custody + datetime.timedelta(days=58)) if held else None,
        "custody_segments": [f"custody {custody:%Y-%m-%dT%H:%M}/"] if held else None,
    }
    book.enter("takeover", "investigator", values)
    role = "convicted" if stage == "execution" else "accused"
    story.involve(who, {"role": role, "status_from": book.at, "charge_article": story.crime.article})
    who.measure, who.held = "custody" if held else "undertaking", held
    who.held_until = custody + datetime.timedelta(days=58) if held else None
