"""Commands on the directory of contacts: contacts, call."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from icjims_desktop.cli import reading, stated
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.commands.records import saved
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session


def contacts(session: Session, parsed: Parsed) -> Answer:
    """Show whom one can call."""
    document = session.workspace.contacts.listed(
        session.language, service=parsed.text("kind"), speaks=parsed.text("speaks"), place=parsed.text("place")
    )
    return Answer(document, partial(_lines, document))


def _lines(document: reading.Document, language: str) -> Iterable[str]:
    if not document["contacts"]:
        yield reading.NOTHING.text(language)
    yield from reading.table(
        (
            each["id"],
            each["place_label"],
            each["kind_label"],
            each["name"],
            ", ".join(each["language_labels"]),
            each["phone"],
            each["available"],
        )
        for each in document["contacts"]
    )


def call(session: Session, parsed: Parsed) -> Answer:
    """Log a call."""
    case = stated.record(parsed, "case")
    return saved(session.workspace.contacts.call(parsed.given("contact"), case, stated.values(parsed)))
