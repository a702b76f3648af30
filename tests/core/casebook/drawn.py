"""Histories drawn at random, the rare turns of the procedure as often as its common ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from random import Random

from icjims_core.casebook import Planned, stories
from icjims_core.casebook.fates import FATES, Fate
from tests.core.casebook.survey import START

THOUSAND = 1_000
"""So many histories take every way as often as is said here."""
UNCHECKED = Fate("check", ("refusal", "unchecked"))
UNSENT = (
    Fate("execution", ("unsent", "prison", "house_arrest"), "130"),
    Fate("execution", ("unsent", "lifted"), "205-1"),
)
"""Whose prison or probation begins although nothing says that the verdict was sent there."""
LONE = frozenset(
    {
        "unchecked", "refusal_annulled", "refusal_annulled_initiated", "initiation_annulled", "suspicion_not_confirmed",
        "custody_refused", "extension_refused", "prosecutor_releases", "suspended_person", "charge_annulled",
        "suspension_not_upheld", "diversion_cancelled",
        "prosecutor_terminates", "termination_quashed", "convicted_on_appeal", "acquitted_on_appeal",
        "new_trial_on_appeal", "appeal_ended", "appeal_withdrawn", "new_trial_in_cassation",
        "terminated_in_cassation", "reopened",
        "parole_cancelled", "parole_cancelled_by_court", "parole_by_ruling", "probation_cancelled", "unsent",
    }
)  # fmt: skip
"""Turns that one way takes and no other, and which go with no other: rules hang on them that nothing else reaches."""
TWIN = frozenset(
    {
        "rearrest", "parole_refused", "job_lost", "child", "torture", "served", "bail_change", "lifted",
        "suspension_annulled", "returned_from_trial",
    }
)  # fmt: skip
"""Turns that few ways take."""
BESIDE = (
    *(("transfer",), ("joined",), ("restored",), ("initiated_after_refusal",)),
    *(("suspension_annulled",), ("suspension_not_upheld",), ("protected_witness",)),
    *(("special_action", "unlawful_action"), ("special_action", "irrelevant_material"), ("international",)),
    *(("special_action", "urgent_action"), ("hospital",), ("data_lost", "order_prolonged")),
    *(("frozen", "order_prolonged"), ("inspected", "order_prolonged"), ("deposition", "order_prolonged")),
    *(("measure_cancelled",), ("extension_refused",), ("disputed",)),
    *(("several_suspects", "one_suspended"), ("terminated", "termination_annulled"), ("returned_by_court",)),
    *(("terminated", "termination_not_upheld"), ("returned_from_trial",), ("court_suspends",)),
)
"""Turns that go with any way and bar none of its own; a history takes some of them besides."""
SOME = 4


def drawn(seed: int, count: int) -> Iterator[tuple[Planned, ...]]:
    """So many histories."""
    chosen = Random(seed)
    fates = list(_fates(chosen, count))
    yield from stories(chosen, count, "004", START, fates=lambda number: fates[number - 1])


def _fates(chosen: Random, count: int) -> Iterator[Fate]:
    deck = list(chain.from_iterable([way] * _often(way) for way in dict.fromkeys((*FATES, UNCHECKED, *UNSENT))))
    deck += [Fate()] * (THOUSAND - len(deck))
    while count > 0:
        chosen.shuffle(deck)
        for way in deck[:count]:
            beside = chain.from_iterable(chosen.sample(BESIDE, chosen.randint(0, SOME)))
            more = ("order_prolonged",) if way.crime in ("138", "177") else ()
            yield way._replace(turns=tuple(dict.fromkeys((*way.turns, *more, *beside))))
        count -= len(deck)


def _often(way: Fate) -> int:
    """How often a thousand histories take this way."""
    turns = set(way.turns)
    if turns & LONE or turns >= {"several_suspects", "parole"}:
        return 25
    return 11 if turns & TWIN else 1
