"""To which office a hand-over gives its case: by what it says and who has signed it, never by when that was."""

from __future__ import annotations

from collections.abc import Iterator

from icjims_core.modules import record_type
from icjims_core.projections.records import Record
from icjims_core.projections.succession import Host, Signed, stands_signed
from icjims_core.workflow.handover import handover_rules

HANDOVER = "handover"


def given(host: Host, act: Record) -> Iterator[tuple[str, Signed]]:
    """The office that a hand-over gives its case to, with each officer's signature under it as it stands.

    A draft gives nothing, nor what is annulled or in dispute, nor a kind that leaves the case where it is.
    """
    office = _receiver(act) if act.row.type == HANDOVER and act.state.created else ""
    if office:
        yield from ((office, each) for each in stands_signed(host, act))


def _receiver(act: Record) -> str:
    declared = record_type(HANDOVER)
    kind, words = (act.state.agreed(declared.by_name[name].unit) for name in ("kind", "to_office"))
    office = words.get("to_office") if isinstance(words, dict) else None
    return office if isinstance(office, str) and kind not in handover_rules().without_case else ""
