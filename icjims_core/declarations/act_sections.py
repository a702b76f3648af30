"""Parts that several kinds of acts share: the judge's control, the recording, the challenge, an order's header."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.act_header import header
from icjims_core.declarations.schema import (
    AllOf,
    AnyOf,
    Blank,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    OneOf,
    Section,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

_OF_ACTIONS: Final = frozenset({
    "started_at", "ended_at", "region", "place", "place_geo", "technical_means", "technical_warned", "attended",
})  # fmt: skip
"""What the header says of an action in place and time, and an order does not."""


def order_header(type_name: str) -> tuple[Field, ...]:
    """The fields of the header for an order or a decision of this record type: no place, time or means of an action."""
    return header(type_name, without=_OF_ACTIONS)


# Fields read as the lines of a table.
# fmt: off
CONTROL = Section("control", WORDS, cpc("165(5), 269, 270"))


def judicial_control() -> tuple[Field, ...]:
    """The fields of the section `CONTROL`: the judge's permission before an action or the check after it."""
    return CONTROL.of(
        Field("prosecutor_consent", Kind.TRI, unit="consent", source=cpc("165(5), 212(3)"), stays_open=True),
        Field("consent_at", Kind.TIMESTAMP, unit="consent", not_future=True, stays_open=True),
        Field("filed_at", Kind.TIMESTAMP, not_future=True, source=cpc("165(5)"), stays_open=True),
        Field("court_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("269(1), 269(2)"), stays_open=True),
        Field("court_decision", Kind.CODE, unit="court_ruling", codes="motion_decision", source=cpc("269(3)"),
            stays_open=True),
        Field("decided_at", Kind.TIMESTAMP, unit="court_ruling", not_future=True, source=cpc("269(1)–269(3)"),
            stays_open=True),
        Field("judge", Kind.TEXT, unit="court_ruling", max_length=200, stays_open=True),
        Field("order_number", Kind.TEXT, unit="court_ruling", max_length=60, searchable=True, stays_open=True),
        Field("order_valid_until", Kind.DATE, unit="court_ruling", source=cpc("269(8)"), stays_open=True),
        Field("urgent_reason", Kind.TEXT, max_length=2_000, source=cpc("172(6), 212(9), 223(1)")),
        Field("judge_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("270(1)"), stays_open=True),
        Field("prosecutor_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("270(1)"), stays_open=True),
        Field("lawfulness", Kind.CODE, unit="court_check", codes="lawfulness_decision", source=cpc("270(2)"),
            stays_open=True),
        Field("lawfulness_at", Kind.TIMESTAMP, unit="court_check", not_future=True, source=cpc("270(2)"),
            stays_open=True),
        Field("private_ruling", Kind.RICH, max_length=10_000, source=cpc("270(2)"), stays_open=True),
    )


RECORDING = Section("recording", WORDS, cpc("170(4), 200"))


def recording() -> tuple[Field, ...]:
    """The fields of the section `RECORDING`; where a ground for it holds, a missing recording is to be explained."""
    return RECORDING.of(
        Field("recording_grounds", Kind.CODE, merge=Merge.SET, codes="recording_ground", source=cpc("200(1), 200(2)")),
        Field("recorded", Kind.TRI, source=cpc("200(6)")),
        Field("means", Kind.CODE, merge=Merge.SET, codes="technical_means", source=cpc("170(4)")),
        Field("recording_told", Kind.TRI, source=cpc("170(4), 200(3)")),
        Field("recording_whole", Kind.TRI, source=cpc("200(4)")),
        Field("recording_replayed", Kind.TRI, source=cpc("200(5)")),
        Field("recording_remarks", Kind.RICH, max_length=10_000, source=cpc("200(5), 200(6)")),
        Field("recording_files", Kind.FILE, merge=Merge.SET, source=cpc("170(8)")),
        Field("recording_sealed", Kind.TEXT, max_length=300, source=cpc("200(6)")),
        Field("recording_missing", Kind.CODE, unit="recording_absence", codes="recording_missing",
            required_when=AllOf((Filled("recording_grounds"), AnyOf((Blank("recorded"),
                OneOf("recorded", ("no", "not_asked")))))),
            source=cpc("200(2)")),
        Field("recording_missing_reason", Kind.TEXT, unit="recording_absence", max_length=500),
    )


CHALLENGE = Section("challenge", WORDS, cpc("80(3), 80(4)(2), 80(5)"))


def challenge() -> tuple[Field, ...]:
    """The fields of the section `CHALLENGE`: evidence challenged as got by torture, or found inadmissible."""
    return CHALLENGE.of(
        Field("torture_challenged", Kind.TRI, unit="challenge", source=cpc("80(4)(2)"), stays_open=True),
        Field("inadmissible", Kind.TRI, unit="challenge", source=cpc("80(3), 80(4)"), stays_open=True),
        Field("inadmissible_reason", Kind.TEXT, unit="challenge", max_length=2_000,
            required_when=Equals("inadmissible", "yes"), source=cpc("80(5)"), stays_open=True),
    )


def relies_on() -> Field:
    """What a charge, an indictment or a verdict rests on: evidence, interrogations and other protocols of the case."""
    return Field("relies_on", Kind.REF, merge=Merge.SET, source=cpc("80(3)"))
