"""The course of a case through the stages of the procedure, as its fate and chance have it."""

from __future__ import annotations

from functools import partial
from typing import Final

from icjims_core.casebook.stages import (
    accusation,
    actions,
    appeals,
    closing,
    court,
    family_violence,
    liberty,
    office,
    paper,
    participants,
    probation,
    questioning,
    report,
    sentence,
    special,
    transfers,
)
from icjims_core.casebook.stages.disputes import dispute
from icjims_core.casebook.story import Party, Story

_APPREHENDED: Final = frozenset(
    {"rearrest", "prosecutor_releases", "torture", "custody", "suspicion_not_confirmed", "house_arrest", "parole"}
)
"""Turns of somebody who was apprehended."""


def tell(story: Story) -> None:
    """Everything that happens to a case."""
    story.book.meanwhile = partial(accusation.keep_held, story)
    if "paper" in story.fate.turns:
        _from_paper(story)
        return
    report.receive(story)
    report.check(story)
    office.keep_office(story)
    if report.decide(story) and _investigate(story):
        _close(story)
    if story.turns("disputed", 0.004):
        dispute(story)
    office.answer_for_data(story)


def _from_paper(story: Story) -> None:
    """A case taken over goes on from where it stands."""
    stage = paper.take_over(story)
    book, who = story.book, story.suspect
    book.wait(days=(1, 9))
    if stage == "execution":
        _execute(story, who)
    elif stage == "in_court":
        if court.try_case(story):
            _after_verdict(story)
    else:
        questioning.question(story, who, "accused")
        book.wait(days=(2, 12))
        _close(story)


def _investigate(story: Story) -> bool:
    """From initiation up to the charge; whether there is somebody to answer for it."""
    book = story.book
    _begin(story)
    known = story.must_reach("suspect") or bool(story.suspects) or book.chance(story.crime.known * 0.62)
    if not known:
        book.wait(days=(20, 50))
        if story.turns("suspension_annulled") or story.turns("suspension_not_upheld"):
            closing.suspend(story)
        book.wait(days=(1, 12))
        if not closing.suspend(story):
            return False
        book.wait(days=(3, 20))
    return _find(story)


def _begin(story: Story) -> None:
    """What is done first: victims and witnesses questioned, things taken, other offices asked."""
    book, victim = story.book, story.victim
    if story.turns("transfer", 0.03):
        transfers.pass_on(story, "jurisdiction")
    if story.turns("joined", 0.02):
        report.join(story)
    if book.chance(0.05):
        office.number_of_register(story, book.at)
    if story.turns("restored", 0.003):
        transfers.restore(story)
    if victim is not None:
        _hear_victim(story, victim)
    if book.chance(0.45):
        witness = participants.hear_of_witness(story)
        questioning.question(story, witness, "witness")
        if story.turns("deposition", 0.06):
            questioning.depose(story, witness)
    _ask_others(story)
    if victim is not None and book.chance(0.07):
        participants.ask(story, victim)


def _ask_others(story: Story) -> None:
    """Other offices and states are asked, a group is formed, a witness protected."""
    book = story.book
    for act, turn, chance in (
        (transfers.give_errand, "", 0.045),
        (transfers.form_group, "", 0.05),
        (participants.protect, "protected_witness", 0.025),
    ):
        if story.turns(turn, chance):
            book.wait(days=(0, 4))
            act(story)
    if story.turns("international", 0.01):
        actions.ask_abroad(story, None)


def _hear_victim(story: Story, victim: Party) -> None:
    book = story.book
    if book.chance(0.85):
        book.wait(days=(0, 5))
        questioning.question(story, victim, "victim")
    if "deposition" in story.fate.turns:
        questioning.depose(story, victim)


def _find(story: Story) -> bool:
    """The suspects, their apprehension and charge; whether they are charged."""
    book = story.book
    book.wait(days=(0, 12))
    child = "child" in story.fate.turns or "diversion" in story.fate.turns
    child = child or (not story.fate.turns and book.chance(0.07))
    if not story.suspects:
        story.suspects.append(participants.suspect_somebody(story, child=child))
    if "several_suspects" in story.fate.turns or (not story.fate.reach and book.chance(0.12)):
        story.suspects.append(participants.suspect_somebody(story))
    if "severed" in story.fate.turns and len(story.suspects) < 2:
        story.suspects.append(participants.suspect_somebody(story))
    if story.victim is not None and story.family_violence and book.chance(0.75):
        family_violence.protect_family(story, story.suspect, story.victim)
    charged = [_accuse(story, who) for who in story.suspects]
    return all(charged)


def _accuse(story: Story, who: Party) -> bool:
    """One suspect up to the charge and the measure; false where the suspicion was not confirmed."""
    book, fate = story.book, story.fate.turns
    forced = _APPREHENDED & set(fate)
    apprehended = bool(forced) or (story.grave and book.chance(0.75)) or book.chance(0.12)
    lawful = True
    if apprehended:
        liberty.apprehend(story, who)
    participants.become_suspect(story, who, apprehended=apprehended)
    kept = apprehended and (story.grave or bool(forced) or book.chance(0.4))
    if book.chance(0.06):
        participants.link(story, who)
    questioning.question(story, who, "suspect")
    tortured = "torture" in fate or (apprehended and book.chance(0.015))
    if "suspicion_not_confirmed" in fate or (not story.fate.reach and apprehended and book.chance(0.04)):
        liberty.release(story, who, "not_confirmed")
        book.wait(days=(5, 20))
        closing.suspend(story)
        return False
    if apprehended and "prosecutor_releases" in fate:
        liberty.release_by_prosecutor(story, who)
        kept = False
    elif apprehended and not kept:
        liberty.release(story, who, "no_need")
    accusation.charge(story, who)
    if kept:
        lawful = liberty.bring_to_court(story, who)
    _measure(story, who, lawful)
    if tortured:
        participants.allege(story, who)
    if book.chance(0.55):
        questioning.question(story, who, "accused")
    return True


def _measure(story: Story, who: Party, lawful: bool) -> None:
    """The measure of restraint, and the release of whoever is not kept."""
    book = story.book
    accusation.choose_measure(story, who, lawful)
    if who.apprehended_at is not None and not who.held:
        ground = "unlawful" if not lawful else book.pick("no_need", "no_need", "term_expired")
        book.wait(minutes=(10, 120))
        liberty.release(story, who, ground)
    liberty.answer_private_ruling(story, who)


def _develop(story: Story) -> None:
    """What is done with the accused before the end: actions, motions, changes of the charge and of the measure."""
    book, fate, who = story.book, story.fate.turns, story.suspect
    for act, turn, chance in (
        (accusation.measure_beside, "frozen", 0.16),
        (actions.act_specially, "special_action", 0.03),
        (questioning.verify, "", 0.06),
        (participants.ask, "", 0.22),
        (actions.search, "", 0.25),
        (actions.draw_up, "inspected", 0.08),
        (actions.ask_abroad, "international", 0.01),
    ):
        if story.turns(turn, chance):
            book.wait(days=(0, 5))
            act(story, who)
    _examine(story, who)
    if who.held:
        _held(story, who)
    if who.measure == "bail" and story.turns("bail_change", 0.15):
        accusation.change_bail(story, who)
    if book.chance(0.08):
        accusation.charge(story, who, book.pick("changed", "supplemented"))
    if "rearrest" in fate or (not story.fate.reach and book.chance(0.03)):
        _rearrest(story, who)
    if "severed" in fate:
        transfers.sever(story, story.suspects[-1])
    if book.chance(0.05):
        appeals.appeal_ruling(story, book.pick("investigating_judge", "investigating_judge", "court_ruling"))


def _examine(story: Story, who: Party) -> None:
    """Experts, and the victim face to face with the accused."""
    book, victim = story.book, story.victim
    if book.chance(0.25):
        book.wait(days=(0, 4))
        actions.examine(story, who)
    if story.turns("hospital", 0.05):
        actions.examine(story, who, hospital=True)
    if victim is not None and who.questioned and book.chance(0.14):
        questioning.confront(story, who, victim)
    if victim is not None and book.chance(0.07):
        questioning.identify(story, victim, who)


def _held(story: Story, who: Party) -> None:
    """Whoever is held complains, sees a doctor, and is held longer or less."""
    book = story.book
    if book.chance(0.15):
        participants.ask(story, who, "detainee_complaint")
    if book.chance(0.12):
        liberty.ask_for_doctor(story, who)
    if {"measure_changed", "measure_cancelled"} & set(story.fate.turns) or (not story.fate.reach and book.chance(0.1)):
        book.wait(days=(1, 10))
        accusation.change_measure(story, who)


def _rearrest(story: Story, who: Party) -> None:
    """The accused hides, is looked for, and is apprehended again."""
    if who.held:
        accusation.change_measure(story, who)
    story.book.wait(days=(2, 9))
    wanted = accusation.seek(story, who)
    liberty.apprehend(story, who, wanted=wanted)
    lawful = liberty.bring_to_court(story, who)
    accusation.restrain(story, who, "custody" if lawful else "undertaking", "changed")
    if who.apprehended_at is not None and not who.held:
        liberty.release(story, who, "no_need")


def _close(story: Story) -> None:
    """The end of the investigation and what comes after it."""
    book, fate, who = story.book, story.fate.turns, story.suspect
    _develop(story)
    book.wait(days=(3, 25))
    if book.chance(0.3):
        closing.extend_term(story)
        book.wait(days=(5, 30))
    if "one_suspended" in fate:
        closing.suspend(story, story.suspects[-1])
        book.wait(days=(2, 9))
    if "suspended_person" in fate or (not story.fate.reach and book.chance(0.07)):
        for each in story.suspects:
            closing.suspend(story, each)
            book.wait(days=(2, 9))
    if "charge_annulled" in fate:
        closing.annul_charge(story, who)
        book.wait(days=(1, 5))
    if _ended_specially(story):
        return
    if book.chance(0.06):
        closing.terminate_part(story, who)
    if (not story.must_reach("court") and book.chance(0.4)) or "terminated" in fate:
        if not closing.terminate(story):
            return
        book.wait(days=(4, 20))
    _show(story)
    closing.indict(story)
    _to_court(story)


def _ended_specially(story: Story) -> bool:
    """Whether the case ends by a special course."""
    book, fate, who = story.book, story.fate.turns, story.suspect
    if "diversion" in fate or (who.human.child and not story.grave and not story.fate.reach and book.chance(0.4)):
        if special.divert(story, who):
            return True
        book.wait(days=(2, 9))
    if "insanity" in fate:
        special.treat(story, who)
        return not closing.terminate(story, "no_elements")
    bars = story.must_reach("court") or story.grave
    if "reconciled" in fate or (not bars and book.chance(0.12)):
        return special.reconcile(story, who)
    if story.turns("plea", 0.03):
        special.plead(story, who)
    return False


def _show(story: Story) -> None:
    book = story.book
    for who in story.suspects:
        closing.show_file(story, who, "accused")
        book.wait(days=(0, 2))
    if story.victim is not None and book.chance(0.5):
        closing.show_file(story, story.victim, "victim")
    book.wait(days=(0, 4))


def _to_court(story: Story) -> None:
    """The prosecutor's decision, and the court's."""
    book, fate = story.book, story.fate.turns
    if "prosecutor_terminates" in fate or (not story.fate.reach and book.chance(0.02)):
        closing.prosecutor_decides(story, "terminated")
        return
    if story.turns("returned_by_prosecutor", 0.06):
        closing.prosecutor_decides(story, "returned")
        book.wait(days=(3, 20))
        questioning.question(story, story.suspect, "accused")
        if book.chance(0.5):
            _show(story)
        closing.draw_indictment(story)
    closing.prosecutor_decides(story)
    court.receive(story)
    if court.try_case(story):
        _after_verdict(story)
    elif "termination_quashed" in fate or book.chance(0.2):
        appeals.appeal_ruling(story, "court_ruling", "termination_quashed")


def _after_verdict(story: Story) -> None:
    if not appeals.appeal_verdict(story):
        return
    in_force = [(who, appeals.come_into_force(story, who)) for who in story.suspects]
    for who, record in in_force:
        appeals.send_to_execution(story, who, record)
    if not appeals.review(story):
        return
    for who in story.suspects:
        _execute(story, who)


def _execute(story: Story, who: Party) -> None:
    """The execution of the sentence on one person."""
    book, fate = story.book, story.fate.turns
    if who.punishment == "imprisonment" and who.outcome == "guilty_punishment":
        sentence.serve(story, who)
    elif who.outcome == "guilty_probation":
        record = probation.supervise(story, who)
        if "probation_cancelled" in fate:
            probation.cancel(story, who, record)
            sentence.leave(story, who, sentence.imprison(story, who))
        elif "moved" in fate:
            probation.end(story, who, record, "transfer")
        else:
            ended = probation.complete(story, who, record, who.months)
            if "lifted" in fate or "expunged" in fate or book.chance(0.3):
                sentence.expunge(story, who, probation_ended=ended)
    elif who.punishment in ("community_work", "correctional_work", "restriction"):
        record = probation.supervise(story, who, basis=who.punishment, months=12)
        if book.chance(0.2):
            sentence.ask_court(story, who, "replace_community_work")
        probation.complete(story, who, record, 12)
    elif who.punishment == "fine" and book.chance(0.1):
        sentence.ask_court(story, who, "replace_fine")
