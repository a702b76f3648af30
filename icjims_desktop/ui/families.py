"""Record types by what they are about: a handful of icons, one for each family, instead of one for each type."""

from collections.abc import Mapping
from typing import Final

FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "cuffs": ("apprehension", "facility_admission", "imprisonment", "prison_event"),
    "lock": ("restraint", "other_measure", "obligation_check", "medical_measures", "sealed_record"),
    "flag": ("case", "initiation", "register_entry", "entry_into_force", "expungement"),
    "scales": (
        "hearing",
        "verdict",
        "verdict_count",
        "appeal",
        "cassation",
        "new_circumstances",
        "court_receipt",
        "scheduling",
        "execution_question",
        "conditional_release",
        "substitution",
        "plea_agreement",
    ),
    "talk": ("interrogation", "confrontation", "deposition", "explanation", "reconciliation"),
    "phone": ("contact_attempt",),
    "eye": ("identification", "inspection", "verification", "special_action"),
    "search": ("search", "wanted"),
    "flask": ("expert_examination",),
    "doctor": ("medical_examination", "istanbul_report"),
    "shield": (
        "allegation",
        "protection_order",
        "security_measure",
        "protected_identity",
        "violence_incident",
        "child_diversion",
        "data_incident",
        "data_request",
    ),
    "box": ("evidence", "evidence_movement"),
    "person": ("person",),
    "people": ("participant", "person_link"),
    "route": (
        "supervision",
        "supervision_plan",
        "contact",
        "plan_task",
        "community_work",
        "correctional_work",
        "administrative_work",
        "liberty_restriction",
        "work_sheet",
        "travel_permission",
        "breach",
        "variation",
        "deregistration",
        "aftercare",
        "probation_report",
    ),
    "chart": ("risk_assessment",),
    "tray": ("handover", "handover_receipt", "acceptance", "takeover", "served_document", "correspondence"),
    "folder": ("case_volume", "case_folio"),
    "book": ("familiarisation", "journal_entry"),
    "combine": ("joinder",),
    "clock": ("check_extension", "term_extension", "suspension"),
    "globe": ("international_request",),
    "signed": ("signing",),
    "document": (
        "charge",
        "charge_count",
        "indictment",
        "motion",
        "prosecutor_act",
        "prosecutor_decision",
        "protocol",
        "refusal",
        "termination",
    ),
}
"""Icon → the types of its family."""

_ICONS: Final = {type_: icon for icon, types in FAMILIES.items() for type_ in types}


def icon_of(type_: str) -> str:
    """The icon of a record type; of a type that this program does not know a plain sheet."""
    return _ICONS.get(type_, "document")
