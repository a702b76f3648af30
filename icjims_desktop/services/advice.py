"""What is told once a record is saved or signed, and of a case as long as it holds; nothing is refused for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icjims_core.law import cited
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers, signing, strangers
from icjims_desktop.services.before_signing import grave
from icjims_desktop.services.scope import View

if TYPE_CHECKING:
    from icjims_desktop.services.procedure import Procedure
    from icjims_desktop.services.register import Register
    from icjims_desktop.services.signing import Signing
    from icjims_desktop.services.strangers import Strangers
    from icjims_desktop.services.taken_over import TakenOver
    from icjims_desktop.services.volumes import Volumes


@dataclass(frozen=True, slots=True)
class Noticed:
    """Advice on a record of a case that still holds."""

    record: str
    problem: Problem


class Advice:
    """Advice on records of one open store. Raises `Refused("not_found")`."""

    def __init__(
        self, procedure: Procedure, signing: Signing, *doubting: Register | Strangers | Volumes | TakenOver
    ) -> None:
        self._procedure, self._signing, self._doubting = procedure, signing, doubting

    def after_saving(self, record: bytes, language: str, *, made: bool) -> list[Problem]:
        """`out_of_place` of a record that was just made, and what is doubtful: numbers, persons, papers, take-overs."""
        reasons = self._procedure.out_of_place(record, language) if made else []
        placed = [Problem("out_of_place", reasons=" ".join(reasons))] if reasons else []
        return [*placed, *(problem for each in self._doubting for problem in each.advice(record))]

    def after_signing(self, record: bytes, language: str) -> list[Problem]:
        """`safeguards_missing`, each with its article, and `signed_outside_charge`."""
        missing = grave(self._procedure.before_signing(record, language))
        labels = "; ".join(f"{each.label} ({cited(each.article, language)})" for each in missing)
        codes = ", ".join(each.stamp for each in missing)
        told = [Problem("safeguards_missing", missing=codes, labels=labels)] if missing else []
        return [*told, *self._signing.outside(record)]


def of_case(view: View, case: bytes, records: Sequence[Record]) -> Iterator[Noticed]:
    """What holds of the records of a case that are not annulled: persons of other cases, signatures outside charge."""
    standing = [each for each in records if not each.state.annulments]
    for record, problem in strangers.advice_on(view, case, standing):
        yield Noticed(identifiers.to_text(record.row.id), problem)
    for record in standing:
        yield from (Noticed(identifiers.to_text(record.row.id), each) for each in signing.outside_then(view, record))
