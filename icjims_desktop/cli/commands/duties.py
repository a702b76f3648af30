"""Commands of monitors and data-protection officers: held, retention, disclosures, notice."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import partial

from icjims_core.data_protection.notice import notice as read_notice
from icjims_core.problem import Refused
from icjims_core.schema import Label
from icjims_desktop.cli import reading, stated
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session

_CHANGED = Label("андан кийин өзгөрдү", "с тех пор изменена", "changed since")


def held(session: Session, parsed: Parsed) -> Answer:
    """Show who was held on a day."""
    try:
        day = datetime.date.fromisoformat(parsed.given("on"))
    except ValueError:
        raise Refused("bad_date", field="on") from None
    document = session.workspace.duties.held(day, parsed.text("facility") or "", session.language)
    return Answer(document, partial(_held_lines, document))


def retention(session: Session, parsed: Parsed) -> Answer:
    """Show which records are to be looked through, archived or erased."""
    document = session.workspace.duties.retention(session.language, every=parsed.on("all"))
    return Answer(document, partial(_retention_lines, document))


def disclosures(session: Session, parsed: Parsed) -> Answer:
    """Show to whom a record has gone from this workstation."""
    document = session.workspace.duties.disclosures(stated.record(parsed))
    return Answer(document, partial(_disclosure_lines, document))


def notice(session: Session, _parsed: Parsed) -> Answer:
    """Show what a person is told about his or her data."""
    told = read_notice(session.language)
    return Answer(
        {"title": told.title, "paragraphs": list(told.paragraphs)}, lambda _language: [told.title, "", *told.paragraphs]
    )


def _held_lines(document: reading.Document, _language: str) -> Iterable[str]:
    return reading.table(
        [
            (
                each["facility"],
                each["name"],
                each["admitted_at"],
                each["ended_at"] or "—",
                ", ".join(each["examined_at"]),
            )
            for each in document["held"]
        ]
    )


def _retention_lines(document: reading.Document, _language: str) -> Iterable[str]:
    return reading.table(
        [
            (each["review_on"], each["action"], each["label"], str(each["records"]), each["case"])
            for each in document["reviews"]
        ]
    )


def _disclosure_lines(document: reading.Document, language: str) -> Iterable[str]:
    return reading.table(
        [
            (
                each["at"],
                each.get("action") or each["event"],
                each["user"],
                str(each.get("file", "")),
                _CHANGED.text(language) if each["changed_since"] else "",
            )
            for each in document["disclosures"]
        ]
    )
