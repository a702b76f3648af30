"""Cases for screens: windows over long lists, the timeline of a case, all in words and with what the centre has."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from icjims_core.encoding import Value
from icjims_core.modules import registry
from icjims_core.projections.records import Record
from icjims_core.signing import Standing
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.moments import instant
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.persons import participants
from icjims_desktop.services.persons.participants import Participation
from icjims_desktop.services.reading import advice, casefile, conflicts, history, masking
from icjims_desktop.services.reading.advice import Noticed
from icjims_desktop.services.reading.casefile import CaseLine, Step
from icjims_desktop.services.reading.history import Line
from icjims_desktop.services.recording import awaiting, decisions, signatures

CASES_FOUND = 2_000
"""So many records are asked for when cases are filtered by words."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case page: the case as a document, each of its records as a line, the case first, and who takes part."""

    document: Document
    steps: tuple[Step, ...]
    participants: tuple[Participation, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    """How far each act that an officer signs has come, by the id of its record."""
    awaited: Mapping[str, str] = field(default_factory=dict)
    """The consent or approval that a signed act still lacks, as a capacity, by the id of its record."""
    noticed: tuple[Noticed, ...] = ()
    """What was advised when records were saved or signed and still holds."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A record in conflict: its line, and its units as the document of `conflicts` has them."""

    step: Step
    units: tuple[Document, ...]


def _acts(records: Sequence[Record]) -> list[Record]:
    """Those of the records that are acts an officer signs."""
    types = registry()
    return [each for each in records if each.row.type in types and types[each.row.type].signing is not None]


class Cases:
    """What screens show of cases. Record numbers are those of this store; they never leave it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def numbers(
        self,
        equal: Mapping[str, Value] | None = None,
        *,
        sort: str = "",
        descending: bool = True,
        attention: str = "",
    ) -> array[int]:
        """Numbers of the cases with these list values, sorted by a list column; nothing of a case is shown by it.

        `attention`: `conflicts` for cases with something in dispute, `annulled` for annulled ones.
        """
        with self._desk.view() as view:
            return casefile.case_numbers(view, equal=equal or {}, sort=sort, descending=descending, attention=attention)

    def containing(self, question: str) -> frozenset[int]:
        """Numbers of the cases in which these words are found: in the case itself, or in one of its records."""
        desk = self._desk
        desk.check_enrolled()
        desk.store.search.catch_up()
        cases = {hit.case for hit in desk.store.search.find(question, limit=CASES_FOUND) if hit.case is not None}
        desk.consultation.record("search", now=desk.now(), text=question[:1000])
        with desk.view() as view:
            return frozenset(casefile.numbers_of(view, cases))

    def lines(self, numbers: Sequence[int], language: str) -> list[CaseLine]:
        """The cases of these numbers, in this order."""
        with self._desk.view() as view:
            found = casefile.case_lines(view, numbers, language, masking.of(self._desk, view))
        looked = [(identifiers.parse(each.step.id),) * 2 for each in found]
        self._desk.consultation.looked_at("list", looked, now=self._desk.now())
        return found

    def file(self, case: bytes, language: str, *, purpose: str | None = None) -> CaseFile:
        """A case with its timeline; raises `Refused("not_found")`."""
        with self._desk.view() as view:
            found = casefile.records_of(view, case)
            purpose = self._desk.asking.check(view, [case], purpose)
            lines = tuple(casefile.steps(view, found, language))
            taking_part = participants.of_case(found, language)
            acts = _acts(found)
            made = signatures.of_acts(view, acts)
            standings = {identifiers.to_text(act): how for act, how in signatures.standings(view, acts, made).items()}
            lacking = ((each.row.id, awaiting.awaited(view, each, made[each.row.id])) for each in acts)
            awaited = {identifiers.to_text(act): capacity for act, capacity in lacking if capacity}
            noticed = tuple(advice.of_case(view, case, found, made, language))
            document = numbering.documents_of(view, found[:1])[0]
            shown = CaseFile(document, lines, taking_part, standings, awaited, noticed)
        self._looked("case", found, purpose)
        return shown

    def step(self, record: bytes, language: str) -> Step:
        """One record as a line; raises `Refused("not_found")`."""
        with self._desk.view() as view:
            found = view.record(record)
            purpose = self._desk.asking.check(view, [found.row.case])
            shown = casefile.steps(view, [found], language)[0]
        self._looked("show", [found], purpose)
        return shown

    def to_refer_to(self, case: bytes, type_: str, language: str) -> list[Step]:
        """What a record of the case may refer to: its own records of a type, and whoever takes part in it.

        The latest first, annulled ones left out; raises `Refused`: `not_found`, `purpose_required`.
        """
        with self._desk.view() as view:
            purpose = self._desk.asking.check(view, [case])
            of_case = casefile.records_of(view, case)
            found = [each for each in of_case if each.row.type == type_]
            if type_ == participants.PERSON:
                known = {each.row.id for each in found}
                named = identifiers.named(each.person for each in participants.of_case(of_case, language))
                found += [each for key, each in view.records(named).items() if key not in known]
            found = [each for each in reversed(found) if not each.state.annulments]
            shown = casefile.steps(view, found, language, masking.of(self._desk, view))
        self._looked("list", found, purpose)
        return shown

    def numbers_of(self, cases: Sequence[bytes]) -> dict[bytes, Mapping[str, Value]]:
        """The numbers of these cases by field, as they stand; of those that are here and in scope."""
        with self._desk.view() as view:
            found = numbering.values_of(view, view.records(cases).values())
        wanted = (numbering.REGISTER, numbering.PROVISIONAL)
        return {case: {each: values[each] for each in wanted if each in values} for case, values in found.items()}

    def disputes(self, language: str) -> list[Dispute]:
        """The records with something in conflict, oldest here first."""
        with self._desk.view() as view:
            found = conflicts.records(view)
            outside = self._desk.asking.withheld(view, (each.row.case for each in found))
            found = [each for each in found if each.row.case not in outside]
            told = decisions.explanations(view, [each.row.id for each in found])
            me, at = self._desk.me, instant(self._desk.now())
            lines = casefile.steps(view, found, language, masking.of(self._desk, view))
            shown = [
                Dispute(step, tuple(conflicts.units(view, me, record, told, at)))
                for record, step in zip(found, lines, strict=True)
            ]
        self._looked("conflicts", found)
        return shown

    def history(self, record: bytes) -> list[Line]:
        """Every revision of a record; raises `Refused("not_found")`."""
        with self._desk.view() as view:
            found = view.to_read(record)
            purpose = self._desk.asking.check(view, [found.row.case])
            shown = history.lines(view, found)
        self._looked("history", [found], purpose)
        return shown

    def _looked(self, action: str, found: Sequence[Record], purpose: str | None = None) -> None:
        self._desk.consultation.looked(action, found, now=self._desk.now(), purpose=purpose)
