"""Violence in a family: the incident, its danger, the orders that protect (P81)."""

from __future__ import annotations

from collections.abc import Mapping

from icjims_core.casebook.plan import reference
from icjims_core.casebook.story import Party, Story


def protect_family(story: Story, violent: Party, victim: Party) -> None:
    """An incident and a temporary protection order, prolonged or broken."""
    book = story.book
    reported = book.at
    danger = book.pick("low", "medium", "high")
    weapons = book.yes(0.15)
    values = {
        "victim": victim.ref,
        "person": violent.ref,
        "reported_at": reported,
        "channel": book.pick("phone_102", "oral_statement", "other_body"),
        "happened_at": book.past(book.number(30, 900)),
        "account": book.say("Мас абалында сабады.", "Избил в состоянии опьянения."),
        "kinds": book.some(("physical", "psychological", "economic"), 2),
        "relation": story.crime.relation,
        "living_together": book.yes(0.8),
        "children_present": book.yes(0.5),
        "weapons": weapons,
        "weapons_text": book.say("Бычак", "Нож") if weapons == "yes" else None,
        "previous_incidents": book.yes(0.5),
        "danger_signs": book.some(("strangulation", "death_threat", "escalation", "substances", "fear"), 3),
        "danger_level": danger,
        "danger_reasons": book.say("Мурда да болгон.", "Случалось и ранее."),
        "referral_consent": book.yes(0.7),
    }
    incident = book.enter("violence_incident", "inquiry_officer", values)
    decided = book.wait(minutes=(60, 1300 if book.chance(0.92) else 2200))
    between = {"person": violent.ref, "victim": victim.ref, "incident": reference(incident)}
    first = {**between, "kind": "temporary", "statement_at": reported, "decided_at": decided}
    order = _order(story, first, book.number(2, 3))
    if story.turns("order_prolonged", 0.5):
        book.wait(days=(2, 3))
        length = book.number(20, 30) if book.chance(0.92) else 40
        second = {"kind": "prolonged", "statement_at": book.at, "decided_at": book.at}
        _order(story, {**between, **second, "earlier_order": reference(order)}, length)


def _order(story: Story, asked: Mapping[str, object], days: int) -> bytes:
    book = story.book
    broken = book.yes(0.15)
    served = book.wait(minutes=(10, 200))
    values: dict[str, object] = {
        **asked,
        "order_number": f"ОО-{story.number}",
        "issued_by": story.officer,
        "valid_from": asked["decided_at"],
        "valid_until": book.ahead(days=days),
        "conditions": ["no_violence", "no_contact"],
        "served_at": served,
        "copy_to_victim_at": book.maybe(0.9),
        "prosecutor_told_at": book.maybe(0.8),
        "breached": broken,
    }
    if broken == "yes":
        values |= {"breach_kind": book.code("protection_breach"), "broken_at": book.wait(minutes=(100, 1500))}
        values["breach_response"] = book.say("Протокол түзүлдү.", "Составлен протокол.")
    return book.enter("protection_order", "inquiry_officer", story.order(values))
