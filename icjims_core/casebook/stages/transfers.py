"""Hand-overs between bodies, each with the receipt of the other side or, now and then, without one (P08)."""

from __future__ import annotations

from icjims_core.casebook.plan import reference
from icjims_core.casebook.stages.office import write_letter
from icjims_core.casebook.story import Party, Story


def hand_over(
    story: Story, kind: str, to_office: str, role: str, *, receiver: str, lost: float = 0.0, **also: object
) -> str:
    """Send the case or papers, and usually receive them; the stamp of the receipt, empty where there is none."""
    book = story.book
    values: dict[str, object] = {
        "kind": kind,
        "to_office": to_office,
        "from_office": book.office,
        "sent_at": book.at,
        "sent_by": story.officer,
        "outgoing_number": f"{story.number}/{len(book.entries)}",
        "volumes": book.number(1, 3),
        "folios": book.number(40, 600),
        "expected_by": book.day(book.number(3, 10)),
    }
    record = book.enter("handover", role, story.act(values | also))
    if book.chance(lost):
        return ""
    received = book.wait(days=(1, 7))
    complete = book.yes(0.95)
    receipt = {
        "handover": reference(record),
        "received_at": received,
        "received_by": story.somebody(),
        "receiver_number": f"ВХ-{story.number}",
        "receiver_office": to_office,
        "complete": complete,
        "discrepancies": book.say("12-барак жок.", "Нет листа 12.") if complete == "no" else None,
        "accepted": "yes",
    }
    book.enter("handover_receipt", receiver, receipt)
    return received


def pass_on(story: Story, kind: str) -> None:
    """Send the case to the body that has jurisdiction, which takes it on."""
    book = story.book
    reason = book.pick("other_competence", "place_of_crime", "more_serious_crime") if kind == "jurisdiction" else None
    hand_over(story, kind, "002", "investigator", receiver="investigator", reason=reason)
    book.wait(minutes=(20, 200))
    story.officer = story.somebody((25, 55))
    values = {"kind": "single", "officer": story.officer, "accepted_at": book.at, "reason": "transferred"}
    book.enter("acceptance", "head", story.act(values))


def give_errand(story: Story) -> None:
    """An errand to an investigator elsewhere, and usually what he found."""
    book = story.book
    errand = book.say("Күбөнү суроо.", "Допросить свидетеля.")
    received = hand_over(story, "errand", "007", "investigator", receiver="investigator", lost=0.1, errand=errand)
    write_letter(story, "errand")
    if received and book.chance(0.9):
        book.wait(days=(2, 13))
        hand_over(story, "material", book.office, "investigator", receiver="investigator")


def form_group(story: Story) -> None:
    """A group of investigators instead of one."""
    book = story.book
    values = {
        "kind": "group",
        "officer": story.officer,
        "accepted_at": book.at,
        "reason": "complex_case",
        "members": sorted({story.somebody(), story.somebody()}),
        "ordered_at": book.at,
        "ordered_by": story.somebody(),
        "copies_served_at": book.wait(days=(0, 7)),
        "recusal_explained": "yes",
    }
    book.enter("acceptance", "head", story.act(values))


def sever(story: Story, away: Party) -> None:
    """What concerns one person is severed into a case of its own; its number is told when it has one."""
    book = story.book
    decided = book.at
    values = {
        "kind": "sever",
        "decided_at": decided,
        "decided_by": story.officer,
        "ground": book.pick("whereabouts_or_illness", "child_with_adults", "unrelated_crime"),
        "other_initiated_at": decided,
        "clock_rule": "source_case",
        "persons": [away.ref],
        "material_list": book.say("Көчүрмөлөр, 40 барак", "Копии, 40 листов"),
    }
    book.enter("joinder", "investigator", story.act(values))


def restore(story: Story) -> None:
    """A volume that was lost is put together again from copies."""
    book = story.book
    values = {
        "kind": "restore",
        "decided_at": book.at,
        "decided_by": story.officer,
        "ground": "lost_in_investigation",
        "lost_at": book.day(-5),
        "loss_circumstances": book.say("Почтадан жоголду.", "Утрачено при пересылке почтой."),
        "recovered": book.say("Прокурордогу көчүрмөлөрдөн.", "По копиям у прокурора."),
    }
    book.enter("joinder", "investigator", story.act(values))
