"""To which office a hand-over gives its case: by what it says and who has signed it, never by when that was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from icjims_core.declarations.schema import SUPERSEDES
from icjims_core.modules import record_type
from icjims_core.projections.records import Record
from icjims_core.projections.succession import Host, Signed, stands_signed, takes_place
from icjims_core.workflow.handover import handover_rules

HANDOVER = "handover"


def orders(host: Host, acts: Mapping[str, Record]) -> list[tuple[str, Signed]]:
    """As `given`, of the hand-overs of a case by id as text, but for those in whose place others stand."""
    claims = ((new, acts.get(str(new.state.agreed(SUPERSEDES)))) for new in acts.values())
    replaced = {old.row.id for new, old in claims if old is not None and takes_place(host, new, old)}
    return [order for act in acts.values() if act.row.id not in replaced for order in given(host, act)]


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
