"""Court hearing: what is heard, who comes and why not, recording, adjournment, minutes, decision (P25, P56, P59)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, RecordType, Section, Source
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
SCHEDULE = Section("schedule", WORDS, cpc("277, 280"))
_SCHEDULE_FIELDS = SCHEDULE.of(
    Field("kind", Kind.CODE, required=True, codes="hearing_kind"),
    Field("scheduled_at", Kind.TIMESTAMP, unit="schedule", source=cpc("280(3)")),
    Field("venue", Kind.TEXT, unit="schedule", max_length=300, source=cpc("280(3)")),
    Field("court", Kind.TEXT, max_length=200, searchable=True, source=cpc("308(3)")),
    Field("court_number", Kind.TEXT, max_length=60, searchable=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("265(1), 277(3)")),
    Field("materials_sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("97(5), 106(3)")),
    Field("verdict", Kind.REF, target="verdict"),
    Field("judge", Kind.TEXT, max_length=200, searchable=True, source=cpc("308(3)")),
    Field("panel", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("29(4), 29(5)")),
    Field("clerk", Kind.TEXT, max_length=200, source=cpc("308(1)")),
    Field("closed", Kind.TRI, source=cpc("280(3), 291")),
    Field("closed_ground", Kind.CODE, codes="closed_hearing_ground", source=cpc("291(1), 291(2)")),
    Field("broadcast", Kind.TRI, source=cpc("290-1, 308(4-1)")),
    Field("preliminary_grounds", Kind.CODE, merge=Merge.SET, codes="preliminary_ground", source=cpc("279(1)")),
    Field("notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("279(3), 280(6)")),
    Field("probation_report_ordered", Kind.TRI, source=cpc("280(4)")),
)

SESSION = Section("session", WORDS, cpc("308"))
_SESSION_FIELDS = SESSION.of(
    Field("started_at", Kind.TIMESTAMP, unit="session_time", not_future=True, source=cpc("308(3)")),
    Field("ended_at", Kind.TIMESTAMP, unit="session_time", not_future=True, not_before="started_at",
        source=cpc("308(3)")),
    Field("accused", Kind.REF, merge=Merge.SET, target="person", source=cpc("308(3)")),
    Field("attended", Kind.REF, merge=Merge.SET, target="person", source=cpc("308(3)")),
    Field("absent", Kind.REF, merge=Merge.SET, target="person"),
    Field("absence_reasons", Kind.TEXT, merge=Merge.APPEND, max_length=1_000, source=cpc("313(1)")),
    Field("accused_mode", Kind.CODE, codes="hearing_mode", source=cpc("290(2), 296")),
    Field("prosecutor", Kind.TEXT, max_length=200, source=cpc("308(3)")),
    Field("lawyers", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("308(3)")),
    Field("interpreter", Kind.REF, target="person", source=cpc("308(3)")),
    Field("interpreter_warned", Kind.TRI, source=cpc("314(2)")),
    Field("rights_explained", Kind.TRI, source=cpc("317–319")),
    Field("indictment_served_at", Kind.TIMESTAMP, not_future=True, source=cpc("316(2)")),
    Field("charge_read", Kind.TRI),
    Field("probation_report_read", Kind.TRI, source=cpc("339(2)")),
    Field("probation_report_read_at", Kind.TIMESTAMP, not_future=True, source=cpc("339(2)")),
    Field("person_comments", Kind.RICH, max_length=10_000, source=Source("European Probation Rules", "44")),
    Field("exclusion_asked", Kind.RICH, unit="exclusion", max_length=20_000, source=cpc("285(2)")),
    Field("exclusion_decision", Kind.CODE, unit="exclusion", codes="petition_decision", source=cpc("285(5)")),
    Field("excluded_evidence", Kind.RICH, unit="exclusion", max_length=20_000, source=cpc("285(6)")),
    Field("pleadings_at", Kind.TIMESTAMP, not_future=True, source=cpc("340")),
    Field("last_word_at", Kind.TIMESTAMP, not_future=True, source=cpc("341")),
    Field("recorded", Kind.TRI, source=cpc("310(1)")),
    Field("no_recording_reason", Kind.TEXT, max_length=500, required_when=Equals("recorded", "no"),
        source=cpc("310(1), 312(2)")),
    Field("recordings", Kind.FILE, merge=Merge.SET, source=cpc("308(4), 310(1)")),
    Field("course", Kind.RICH, searchable=True),
)

OUTCOME = Section("outcome", WORDS, cpc("265(3), 277(1), 348"))
_OUTCOME_FIELDS = OUTCOME.of(
    Field("decision", Kind.CODE, unit="ruling", codes="hearing_decision"),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True),
    Field("decision_summary", Kind.RICH, unit="ruling", max_length=50_000, source=cpc("277(2)")),
    Field("suspension_ground", Kind.CODE, unit="suspended_trial", required_when=Equals("decision", "suspended"),
        codes="court_suspension_ground", source=cpc("286(1), 301")),
    Field("resumed_at", Kind.TIMESTAMP, unit="suspended_trial", not_future=True, source=cpc("301(8)")),
    Field("termination_ground", Kind.CODE, codes="exclusion_ground", required_when=Equals("decision", "terminated"),
        source=cpc("287(1), 302")),
    Field("extended_until", Kind.DATE, source=cpc("283(3)")),
    Field("private_ruling_at", Kind.TIMESTAMP, unit="private_ruling", not_future=True, source=cpc("265(5)")),
    Field("private_ruling_cause", Kind.CODE, unit="private_ruling", codes="private_ruling_cause",
        source=cpc("265(5), 307(2)")),
    Field("private_ruling_to", Kind.TEXT, unit="private_ruling", max_length=200, source=cpc("265(5)")),
    Field("private_ruling_reply_at", Kind.TIMESTAMP, not_future=True, source=cpc("265(5)")),
    Field("appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("265(4), 288(3), 401")),
    Field("adjourned_to", Kind.TIMESTAMP, unit="adjournment"),
    Field("adjournment_reason", Kind.CODE, unit="adjournment", required_when=Equals("decision", "adjourned"),
        codes="adjournment_reason"),
    Field("adjournment_measures", Kind.TEXT, unit="adjournment", max_length=1_000, source=cpc("301(1)")),
)

MINUTES = Section("minutes", WORDS, cpc("308, 309"))
_MINUTES_FIELDS = MINUTES.of(
    Field("minutes_signed_at", Kind.TIMESTAMP, not_future=True, source=cpc("308(5)")),
    Field("minutes_asked_at", Kind.TIMESTAMP, not_future=True, source=cpc("308(6)")),
    Field("minutes_shown_at", Kind.TIMESTAMP, not_future=True, source=cpc("308(7)")),
    Field("remarks_filed_at", Kind.TIMESTAMP, unit="minutes_remarks", not_future=True, source=cpc("309(1)")),
    Field("remarks_decision", Kind.CODE, unit="minutes_remarks", codes="petition_decision", source=cpc("309(3)")),
    Field("remarks_decided_at", Kind.TIMESTAMP, unit="minutes_remarks", not_future=True, source=cpc("309(2)")),
    Field("remarks", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("309(1)")),
    Field("attachments", Kind.FILE, merge=Merge.SET),
)

HEARING = RecordType(
    "hearing",
    1,
    WORDS,
    Archetype.SCHEDULE,
    (*_SCHEDULE_FIELDS, *_SESSION_FIELDS, *_OUTCOME_FIELDS, *_MINUTES_FIELDS),
    roles=("court_clerk", "judge", "prosecutor", "clerk", "head"),
    sections=(SCHEDULE, SESSION, OUTCOME, MINUTES),
    columns=("kind", "scheduled_at", "court", "court_number", "judge", "started_at", "decision",
        "decided_at", "adjourned_to", "adjournment_reason"),
    moment="scheduled_at",
    source=cpc("265, 277, 279, 280, 308, 348"),
    steps=("P25", "P56", "P59"),
)

TYPES = (HEARING,)
