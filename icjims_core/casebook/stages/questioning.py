"""Interrogations and what follows from them: confrontation, identification, verification, deposition (P24, P32–P40)."""

from __future__ import annotations

from icjims_core.casebook.plan import reference
from icjims_core.casebook.story import Party, Story


def question(story: Story, who: Party, capacity: str) -> None:
    """The protocol of an interrogation, with the gaps that protocols have."""
    book, human = story.book, who.human
    defence = capacity in ("suspect", "accused")
    again = bool(who.questioned)
    begun = book.at
    values: dict[str, object] = {
        "person": who.ref,
        "action": "child_interrogation" if human.child else "interrogation",
        "kind": "additional" if again else "first",
        "further_reason": book.say("Жаңы жагдайлар.", "Новые обстоятельства.") if again else None,
        "capacity": capacity,
        "started_at": begun,
        **_sessions(story, who),
        "testimony_language": human.language,
        "rights_explained": book.yes(0.95),
        "content": book.say(
            "Окуя боюнча билгендерин айтып берди, суроолорго жооп берди.",
            "Показал(а) об известных обстоятельствах, ответил(а) на вопросы.",
        ),
        "read_aloud": "yes" if book.chance(0.9) else "not_asked",
        "remarks": [book.say("Толуктоосу жок.", "Дополнений не имеет.")] if book.chance(0.15) else None,
    }
    values |= book.unless(values["rights_explained"] == "yes", "rights_missing_reason")
    if human.child:
        values |= {"is_child": "yes", "psychologist": story.somebody() if book.chance(0.9) else None}
        values |= book.unless(values["psychologist"], "psychologist_missing_reason")
        values["legal_representative"] = story.victim.ref if story.victim and defence and book.chance(0.85) else None
        values |= book.unless(values["legal_representative"], "representative_missing_reason")
    if defence:
        values |= _with_lawyer(story)
    else:
        values["liability_warned"] = "yes"
    if who.interpreter and book.chance(0.7):
        values["interpreter"] = reference(who.interpreter)
    if book.chance(0.04):
        values |= {"remote": "yes", "remote_ground": book.code("remote_ground")}
        values["remote_body"] = book.say("Ош ш. милициясы", "Милиция г. Ош")
        values["sent_at"] = book.wait(minutes=(60, 1900))
    values |= _recording(story, who, capacity)
    who.questioned = book.enter("interrogation", "investigator", story.action(values))


def _sessions(story: Story, who: Party) -> dict[str, object]:
    """How long it took; a long one has a break."""
    book, child = story.book, who.human.child
    first = book.number(20, 95 if child else 220)
    book.wait(minutes=(first, first))
    if not child and book.chance(0.08):
        left = book.now
        pause = book.number(40, 80)
        book.wait(minutes=(pause, pause))
        back = book.now
        rest = book.number(30, 120)
        ended = book.wait(minutes=(rest, rest))
        if left.date() == back.date():
            return {
                "breaks": [f"{left:%H:%M}-{back:%H:%M}"],
                "break_reasons": book.say("Тамактануу", "Приём пищи"),
                "ended_at": ended,
            }
    return {"ended_at": book.at}


def _with_lawyer(story: Story) -> dict[str, object]:
    book = story.book
    if book.chance(0.92):
        return {"lawyer_present": "yes", "lawyer_name": story.lawyer, "silence_used": book.yes(0.12)}
    if book.chance(0.5):
        return {"lawyer_present": "no", "lawyer_missing_reason": book.say("Келген жок.", "Не явился.")}
    return {"lawyer_present": "no"}


def _recording(story: Story, who: Party, capacity: str) -> dict[str, object]:
    """A recording where there is a ground for one, or why there is none."""
    book = story.book
    grounds = {"child": who.human.child, "especially_serious": story.gravity == "O" and capacity == "accused"}
    found = sorted(name for name, holds in grounds.items() if holds)
    if not found:
        return {}
    values: dict[str, object] = {"recording_grounds": found}
    if book.chance(0.8):
        return values | {"recorded": "yes", "means": ["video"], "recording_told": "yes"}
    values |= {"recorded": "no", "recording_missing": "no_equipment"}
    if book.chance(0.5):
        values["recording_missing_reason"] = book.say("Камера бузулган.", "Камера неисправна.")
    return values


def confront(story: Story, one: Party, other: Party) -> None:
    """A confrontation of two who said different things."""
    book = story.book
    begun = book.at
    values = {
        "first_person": one.ref,
        "first_capacity": "accused" if one.charge else "suspect",
        "second_person": other.ref,
        "second_capacity": "victim" if other is story.victim else "witness",
        "first_interrogated": reference(one.questioned) if one.questioned else None,
        "contradictions": book.say("Убакыт боюнча.", "О времени события."),
        "lawyers": [story.lawyer],
        "rights_explained": "yes",
        "started_at": begun,
        "ended_at": book.wait(minutes=(30, 100)),
        "content": book.say("Ар ким өз айтканында калды.", "Каждый остался при своих показаниях."),
        "result": book.say("Карама-каршылык чечилген жок.", "Противоречия не устранены."),
    }
    book.enter("confrontation", "investigator", story.action(values))


def identify(story: Story, by: Party, shown: Party) -> None:
    """A person is shown among others."""
    book = story.book
    begun = book.at
    outcome = book.code("identification_result")
    values = {
        "person": by.ref,
        "capacity": "victim" if by is story.victim else "witness",
        "object_kind": "person",
        "presented_person": shown.ref,
        "mode": "live",
        "lookalikes": book.number(2, 4),
        "outcome": outcome,
        "recognised_by": book.say("Бети боюнча.", "По чертам лица.") if outcome == "recognised" else None,
        "warned": "yes",
        "started_at": begun,
        "ended_at": book.wait(minutes=(20, 50)),
    }
    book.enter("identification", "investigator", story.action(values))


def verify(story: Story, who: Party) -> None:
    """Testimony is verified on the spot, or tried by an experiment."""
    book = story.book
    experiment = book.chance(0.3) or not who.questioned
    begun = book.at
    values = {
        "kind": "experiment" if experiment else "on_spot",
        "person": who.ref,
        "capacity": "accused" if who.charge else "suspect",
        "interrogated": reference(who.questioned) if who.questioned else None,
        "conditions": book.say("Күндүз, ачык аба ырайы", "Днём, при ясной погоде") if experiment else None,
        "voluntary": "yes",
        "rights_explained": "yes",
        "lawyers": [story.lawyer],
        "started_at": begun,
        "ended_at": book.wait(minutes=(40, 150)),
        "content": book.say("Жерде көрсөтүп берди.", "Показал(а) на месте."),
        "outcome": book.code("verification_result"),
    }
    book.enter("verification", "investigator", story.action(values))


def depose(story: Story, who: Party) -> None:
    """Testimony is taken before the judge while it can be had."""
    book = story.book
    filed = book.at
    received = book.wait(minutes=(20, 200))
    decided = book.wait(days=(0, 4))
    granted = book.chance(0.85)
    values: dict[str, object] = {
        "person": who.ref,
        "capacity": "victim" if who is story.victim else "witness",
        "ground": "child" if who.human.child else book.pick("leaving", "illness", "living_abroad"),
        "requested_by": story.officer,
        "filed_at": filed,
        "received_at": received,
        "decision": "granted" if granted else "refused",
        "decided_at": decided,
        "judge": story.judge,
    }
    if granted:
        values["started_at"] = book.wait(days=(0, 4))
        values["ended_at"] = book.wait(minutes=(30, 90))
        values |= {"parties_present": [story.lawyer, story.prosecutor], "liability_warned": "yes"}
    book.enter("deposition", "court_clerk", story.act(values))
