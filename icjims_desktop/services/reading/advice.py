"""What is told once a record is saved or signed, and of a case as long as it holds; nothing is refused for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from icjims_core.law.references import cited
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_core.signing import Signature
from icjims_core.workflow.contents import read_types, signed_acts, without_part
from icjims_desktop.services import identifiers
from icjims_desktop.services.compartments.allegations import Allegations
from icjims_desktop.services.law import case_files, prolonging, receipt
from icjims_desktop.services.law.procedure import Procedure
from icjims_desktop.services.law.prolonging import Prolonging
from icjims_desktop.services.law.receipt import Receipt
from icjims_desktop.services.law.taken_over import TakenOver
from icjims_desktop.services.oversight.logins import Logins
from icjims_desktop.services.paper.register import Register
from icjims_desktop.services.paper.volumes import Volumes
from icjims_desktop.services.persons import strangers
from icjims_desktop.services.persons.strangers import Strangers
from icjims_desktop.services.recording import signing
from icjims_desktop.services.recording.before_signing import Missing, advised, grave, not_taking_part, unstated
from icjims_desktop.services.recording.signing import CONSENT, Signing
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording


@dataclass(frozen=True, slots=True)
class Noticed:
    """Advice on a record of a case that still holds."""

    record: str
    problem: Problem


class Advice:
    """Advice on records of one open store. Raises `Refused("not_found")`."""

    def __init__(
        self,
        procedure: Procedure,
        signing: Signing,
        allegations: Allegations,
        *doubting: Prolonging | Receipt | Register | Strangers | Volumes | TakenOver | Logins,
    ) -> None:
        self._procedure, self._signing, self._doubting = procedure, signing, doubting
        self._allegations = allegations

    def after_saving(self, record: bytes, language: str, *, made: bool) -> list[Problem]:
        """`out_of_place` of a record that was just made, and what is doubtful: drafts, receipts, numbers, persons,
        papers, take-overs, logins, and what it states at odds with the law."""
        reasons = self._procedure.out_of_place(record, language) if made else []
        placed = [Problem("out_of_place", reasons=" ".join(reasons))] if reasons else []
        parts = self._procedure.without_part(record, language)
        doubts = (problem for each in self._doubting for problem in each.advice(record))
        return [*placed, *doubts, *self._procedure.at_odds(record, language), *parts]

    def after_signing(self, record: bytes, language: str) -> list[Problem]:
        """First `allegation_to_forward`, then `safeguards_missing`, `contents_missing` and `person_without_part`, each
        with its article, and `signed_outside_charge`."""
        found = self._procedure.before_signing(record, language)
        return [*self._allegations.to_forward(record), *_unrecorded(found, language), *self._signing.outside(record)]

    def after_countersigning(self, record: bytes, language: str) -> list[Problem]:
        """`safeguards_missing`, `contents_missing` and `person_without_part`, as the officer was told them."""
        return _unrecorded(self._procedure.before_signing(record, language, CONSENT), language)


def _unrecorded(found: Sequence[Missing], language: str) -> list[Problem]:
    """The advice on safeguards and on what an act does not state."""
    missing = grave(found)
    labels = "; ".join(f"{each.label} ({cited(each.article, language)})" for each in missing)
    codes = ", ".join(each.stamp for each in missing)
    told = [Problem("safeguards_missing", missing=codes, labels=labels)] if missing else []
    return [*told, *advised(found, language)]


def of_case(
    view: View, case: bytes, records: Sequence[Record], made: Mapping[bytes, Sequence[Signature]], language: str
) -> Iterator[Noticed]:
    """What holds of the records of a case that are not annulled: persons of other cases, signatures outside charge,
    signed acts without what the law demands of them, persons without a part in the case, a report without the time of
    its receipt, drafts that prolong custody. `made`: signatures by act."""
    standing = [each for each in records if not each.state.annulments]
    for record, problem in receipt.not_stated(view, standing):
        yield Noticed(identifiers.to_text(record.row.id), problem)
    for record, problem in prolonging.unsigned(view, standing):
        yield Noticed(identifiers.to_text(record.row.id), problem)
    for record, problem in strangers.advice_on(view, case, standing):
        yield Noticed(identifiers.to_text(record.row.id), problem)
    signed = [(each, made[each.row.id]) for each in standing if made.get(each.row.id)]
    for record, problem in signing.outside_then(view, case, signed):
        yield Noticed(identifiers.to_text(record.row.id), problem)
    yield from _contents(view, case, standing, language)


def _contents(view: View, case: bytes, records: Sequence[Record], language: str) -> Iterator[Noticed]:
    read = {each.row.id: each for each in records if each.row.type in read_types()}
    file = case_files.of_records(view, case, read)
    names = Wording(view, language).names_of(each for each in read.values() if each.row.type == "person")
    for act in signed_acts(file):
        told = [each for each in unstated(act, file, language, names) if each.finding == "contents_missing"]
        yield from (Noticed(act.id, each) for each in advised(told, language))
    for found in without_part(file):
        told = [not_taking_part(found, language, names)]
        yield from (Noticed(found.param("step"), each) for each in advised(told, language))
