"""What monitors and data-protection officers ask: who was held, what is due for review, to whom data have gone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from icjims_core import access
from icjims_core.custody.monitoring import Stay, held_on
from icjims_core.custody.occupancy import occupancy
from icjims_core.data_protection.retention import Review, reviews
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.law.casefile import CaseFile
from icjims_core.law.rule_data import BISHKEK
from icjims_core.modules import registry
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document, headers_of
from icjims_desktop.services.law import case_files
from icjims_desktop.services.law.procedure import Procedure
from icjims_desktop.services.law.timekeeping import Timekeeping
from icjims_desktop.services.moments import instant
from icjims_desktop.services.oversight.audit_log import LogFilter, Readers, events
from icjims_desktop.services.persons import participants
from icjims_desktop.services.reading import masking
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording

_DISCLOSURES = frozenset({"export", "bundle", "print", "attachment", "letter", "handover"})
"""Events by which data leave the workstation in a form that others read."""
_SERVED = ("served_to", "persons", "checked", "paper")
"""Of a copy that was served: on whom, on whose records of a person, that it was read, and the SHA-256 of its text."""


class Duties:
    """Questions over all cases that the user may see unasked."""

    def __init__(self, desk: Desk, procedure: Procedure) -> None:
        self._desk = desk
        self._procedure = procedure

    def held(self, day: datetime.date, facility: str, language: str) -> Document:
        """Who was held on a day in the facilities whose name holds this text: times, examinations, complaints.

        Children of cases that would ask for a purpose are shown by initials.
        """
        found: list[Document] = []
        for view, case, case_file in self._cases("held"):
            stays = [each for each in held_on(case_file, day) if facility.casefold() in each.facility.casefold()]
            persons = view.records(identifiers.named(each.person for each in stays))
            names = Wording(view, language, masking.of(self._desk, view)).names_of(persons.values())
            found += [_stay(each, case, names) for each in stays]
        return {"day": day.isoformat(), "held": sorted(found, key=lambda each: (each["facility"], each["admitted_at"]))}

    def occupancy(self, first: datetime.date, last: datetime.date, facility: str, language: str) -> Document:
        """How many were held in the facilities whose name holds this text, month by month, from a day until another,
        not beyond today; nobody is named."""
        last = min(last, self._today())
        files = (case_file for _, _, case_file in self._cases("occupancy"))
        found = [each for each in occupancy(files, first, last) if facility.casefold() in each.facility.casefold()]
        told = [{**asdict(each), "began": each.began.isoformat(), "ended": each.ended.isoformat()} for each in found]
        doubts = Timekeeping(self._desk).doubts(language)
        return {"from": first.isoformat(), "to": last.isoformat(), "occupancy": told, "warnings": doubts}

    def retention(self, language: str, *, every: bool = False) -> Document:
        """Classes of records whose review has come, the longest waiting first; with `every` those to come too."""
        today = self._today()
        found = [
            _review(each, case_file, today, language)
            for case_file in self._kept()
            for each in reviews(case_file)
            if every or each.review_on <= today
        ]
        told = sorted(found, key=lambda each: (str(each["review_on"]), str(each["case"])))
        return {"reviews": told, "warnings": Timekeeping(self._desk).doubts(language)}

    def disclosures(self, record: bytes) -> Document:
        """To whom a record has gone from this workstation, and whether it was changed after that (LED, art. 7).

        The user's own doing, and of others what the log is open to him for.
        """
        desk = self._desk
        with desk.view() as view:
            found = view.record(record)
            purpose = desk.asking.check(view, [found.row.case])
            name = identifiers.to_text(record)
            case = identifiers.to_text(found.row.case) if found.row.case else None
            changed = max((at for _, at in headers_of(found, view.people).values()), default=0)
            readers = Readers(desk, view, desk.now())
            mine = [
                (at, event)
                for at, event in events(view, LogFilter())
                if event.get("event") in _DISCLOSURES or event.get("action") in _DISCLOSURES
                if name in _records_of(event) or (case is not None and case in access.cases_of(event))
                if event.get("user") == desk.me.login or readers.may_read(event)
            ]
            told = [
                {
                    "at": identifiers.moment_text(at),
                    **_told(event),
                    **_served_on(view, event),
                    "changed_since": at < changed,
                }
                for at, event in mine
            ]
        desk.consultation.looked_at("disclosures", [(record, found.row.case)], now=desk.now(), purpose=purpose)
        return {"record": name, "disclosures": told}

    def _cases(self, action: str) -> Iterator[tuple[View, str, CaseFile]]:
        """Every case that lists show unasked, told to the log before it is."""
        for case in self._procedure.unasked():
            self._desk.consultation.looked_at(action, [(case, case)], now=self._desk.now())
            with self._desk.view() as view:
                yield view, identifiers.to_text(case), case_files.read(view, case)

    def _kept(self) -> Iterator[CaseFile]:
        """Every case that lists show unasked, and every record outside cases as a file of its own."""
        yield from (case_file for _, _, case_file in self._cases("retention"))
        for record in self._procedure.outside_cases([each.name for each in registry().values() if not each.in_case]):
            self._desk.consultation.looked_at("retention", [(record, None)], now=self._desk.now())
            with self._desk.view() as view:
                yield case_files.read(view, record)

    def _today(self) -> datetime.date:
        return instant(self._desk.now()).astimezone(BISHKEK).date()


def _stay(stay: Stay, case: str, names: Mapping[str, str]) -> Document:
    return {
        "record": stay.record,
        "case": case,
        "person": stay.person,
        "name": names.get(stay.person, ""),
        "facility": stay.facility,
        "admitted_at": moment_of(stay.admitted),
        "ended_at": moment_of(stay.ended) if stay.ended else None,
        "examined_at": [moment_of(each) for each in stay.examined],
        "complaints": stay.complaints,
        "monitoring_visits": stay.visits,
    }


def _review(review: Review, case_file: CaseFile, today: datetime.date, language: str) -> Document:
    return {
        "case": None if case_file.is_alone else case_file.case,
        "record": case_file.case if case_file.is_alone else None,
        "class": review.kind.code,
        "label": review.kind.label.text(language),
        "records": len(review.records),
        "began": review.began.isoformat() if review.began else None,
        "keep_until": review.keep_until.isoformat() if review.keep_until else None,
        "review_on": review.review_on.isoformat(),
        "due": review.review_on <= today,
        "action": review.kind.action if review.term_over else "review",
        "verified": review.kind.verified,
    }


def _told(event: Mapping[str, object]) -> Document:
    kept = ("event", "action", "user", "role", "office", "file", "offices", "type", "purpose", *_SERVED)
    return {name: event[name] for name in kept if name in event}


def _served_on(view: View, event: Mapping[str, object]) -> Document:
    """The names of those on whom a copy was served."""
    named = event.get("persons")
    if not isinstance(named, list):
        return {}
    found = view.records(identifiers.named(named)).values()
    return {"served_on": sorted(filter(None, map(participants.name_of, found)))}


def _records_of(event: Mapping[str, object]) -> list[str]:
    named = event.get("records")
    several = [str(each) for each in named] if isinstance(named, list) else []
    return [*([str(event["record"])] if "record" in event else []), *several]
