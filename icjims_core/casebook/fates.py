"""What is rare and yet must be seen: which case of two hundred meets which turn of the procedure.

Everything else that happens to a case is left to chance; a rare turn comes to its case for certain, so that a book of a
raion's three years shows each of them about ten times.
"""

from __future__ import annotations

from typing import Final, NamedTuple

CYCLE: Final = 200
"""After so many cases the turns come round again."""
_STRIDE: Final = 37
"""Rare turns are spread over the cycle: it and the cycle have no common divisor."""


class Fate(NamedTuple):
    """How far a case goes at least (a name of `REACHES`; empty: as chance has it) and what it meets on the way."""

    reach: str = ""
    turns: tuple[str, ...] = ()
    crime: str = ""
    """The article that it must be about, where the turn is of certain crimes alone."""


REACHES: Final = ("check", "initiated", "suspect", "charged", "court", "verdict", "force", "execution")
"""Stages in the order of the procedure."""

FATES: Final = (
    # report, check, initiation
    Fate("check", ("refusal", "refusal_annulled")),
    Fate("check", ("refusal", "refusal_annulled_initiated")),
    Fate("initiated", ("refusal", "initiated_after_refusal")),
    Fate("initiated", ("initiation_annulled",)),
    Fate("initiated", ("transfer",)),
    Fate("initiated", ("transfer_at_check",)),
    Fate("initiated", ("joined",)),
    Fate("charged", ("severed",)),
    Fate("initiated", ("restored",)),
    # participants
    Fate("charged", ("torture",), "207"),
    Fate("court", ("torture", "custody", "interpreter"), "130"),
    Fate("court", ("protected_witness",), "283"),
    Fate("charged", ("protected_witness", "suspected_first"), "209"),
    # liberty
    Fate("charged", ("wanted", "rearrest"), "207"),
    Fate("court", ("wanted", "rearrest", "custody"), "130"),
    Fate("suspect", ("suspicion_not_confirmed",), "207"),
    Fate("charged", ("custody", "custody_refused"), "207"),
    Fate("court", ("custody", "extension_refused"), "130"),
    Fate("charged", ("prosecutor_releases",), "207"),
    Fate("charged", ("house_arrest", "interpreter"), "130"),
    Fate("court", ("measure_changed", "custody"), "283"),
    Fate("charged", ("child", "custody"), "207"),
    Fate("charged", ("child", "custody"), "130"),
    Fate("force", ("bail",), "209"),
    Fate("force", ("bail", "bail_change"), "280"),
    Fate("charged", ("bail", "bail_change"), "209"),
    # investigation
    Fate("force", ("special_action", "irrelevant_material"), "283"),
    Fate("force", ("special_action", "irrelevant_material", "custody"), "283"),
    Fate("charged", ("special_action", "unlawful_action"), "283"),
    Fate("charged", ("special_action", "unlawful_action"), "209"),
    Fate("charged", ("special_action", "urgent_action"), "209"),
    Fate("court", ("special_action", "urgent_action"), "283"),
    Fate("charged", ("hospital", "inspected"), "122"),
    Fate("charged", ("deposition",), "158"),
    Fate("charged", ("international", "inspected"), "209"),
    Fate("initiated", ("international",), "209"),
    # closing
    Fate("suspect", ("suspended_person",), "130"),
    Fate("charged", ("several_suspects", "one_suspended"), "207"),
    Fate("initiated", ("suspension_annulled",), "205"),
    Fate("initiated", ("suspension_not_upheld",), "205-1"),
    Fate("charged", ("terminated", "termination_annulled"), "280"),
    Fate("charged", ("terminated", "termination_not_upheld"), "312"),
    Fate("charged", ("charge_annulled", "terminated"), "209"),
    Fate("charged", ("diversion",), "205-1"),
    Fate("charged", ("diversion",), "206"),
    Fate("charged", ("diversion", "diversion_cancelled"), "205-1"),
    Fate("charged", ("insanity",), "130"),
    Fate("court", ("insanity_in_court",), "130"),
    Fate("charged", ("reconciled",), "312"),
    Fate("force", ("plea",), "209"),
    Fate("court", ("returned_by_prosecutor",), "130"),
    Fate("court", ("prosecutor_terminates",), "280"),
    # court
    Fate("verdict", ("returned_by_court", "preliminary"), "206"),
    Fate("verdict", ("returned_from_trial", "custody"), "207"),
    Fate("verdict", ("returned_from_trial", "custody"), "130"),
    Fate("verdict", ("court_suspends",), "283"),
    Fate("court", ("court_terminates", "termination_quashed"), "280"),
    Fate("force", ("acquitted", "custody"), "130"),
    Fate("force", ("acquitted", "convicted_on_appeal"), "206"),
    Fate("force", ("acquitted_on_appeal", "prison"), "130"),
    Fate("force", ("new_trial_on_appeal",), "206"),
    Fate("force", ("appeal_withdrawn",), "205-1"),
    Fate("force", ("appeal_ended",), "209"),
    Fate("force", ("cassation", "new_trial_in_cassation"), "207"),
    Fate("force", ("cassation", "terminated_in_cassation", "fine"), "280"),
    Fate("force", ("reopened",), "130"),
    Fate("execution", ("several_suspects", "prison", "parole", "parole_granted"), "207"),
    Fate("force", ("several_suspects", "probation"), "205-1"),
    Fate("force", ("several_suspects", "fine"), "206"),
    # execution
    Fate("execution", ("prison", "parole", "parole_granted"), "130"),
    Fate("execution", ("prison", "parole", "parole_granted", "parole_cancelled"), "207"),
    Fate("execution", ("prison", "parole", "parole_granted", "parole_cancelled_by_court"), "130"),
    Fate("execution", ("prison", "parole", "parole_refused"), "205-1"),
    Fate("execution", ("prison", "parole", "parole_refused"), "206"),
    Fate("execution", ("prison", "parole", "parole_by_ruling"), "205-1"),
    Fate("execution", ("prison", "served", "expunged"), "205-1"),
    Fate("execution", ("prison", "served", "expunged"), "206"),
    Fate("execution", ("probation", "lift_refused"), "206"),
    Fate("execution", ("probation", "lift_refused", "expunged"), "205-1"),
    Fate("execution", ("probation", "lifted", "expunged"), "138"),
    Fate("execution", ("probation", "probation_cancelled"), "177"),
    Fate("execution", ("probation", "moved"), "206"),
    Fate("execution", ("child", "probation"), "205-1"),
    Fate("execution", ("child", "probation", "expunged"), "206"),
    Fate("execution", ("community_work",), "205"),
    Fate("execution", ("correctional_work", "job_lost"), "209"),
    Fate("execution", ("correctional_work", "job_lost"), "312"),
    Fate("execution", ("restriction",), "280"),
    Fate("execution", ("fine",), "312"),
    # two officers at once
    Fate("initiated", ("disputed",)),
    Fate("court", ("disputed",), "206"),
    # what ends years after the sentence, and is cut off where a book ends
    Fate("execution", ("prison", "served", "expunged"), "206"),
    Fate("execution", ("prison", "served", "expunged"), "205-1"),
    # paper: 50 of a raion's 2,100
    *(Fate("", ("paper",)) for _ in range(5)),
    # held too long
    Fate("charged", ("custody", "late_to_court"), "207"),
    Fate("charged", ("custody", "term_lapsed"), "130"),
    Fate("court", ("custody", "term_lapsed"), "207"),
)
"""Every rare turn, as the cases of a cycle meet them."""


def fate_of(number: int) -> Fate:
    """The fate of the case of this number, counted from 1."""
    at = number * _STRIDE % CYCLE
    return FATES[at] if at < len(FATES) else Fate()
