"""Commands on persons who may be one: persons find, candidates, group, link, unlink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from icjims_core.declarations.words import Label
from icjims_desktop.cli import duplicates, reading, stated
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.commands.records import saved
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session
from icjims_desktop.services import identifiers
from icjims_desktop.services.persons.matching import MOST_PAIRS, SHOWN, Candidate

_DENIED = Label(
    "Мунусу карама-каршы: {link}", "Этому противоречит запись: {link}", "This is contradicted by the record {link}"
)


def find(session: Session, parsed: Parsed) -> Answer:
    """Find a person however the name is spelt."""
    limit = parsed.number("limit") or SHOWN
    found = session.workspace.persons.find(parsed.given("text"), session.language, limit=limit)
    return _offered(found, session.language)


def candidates(session: Session, parsed: Parsed) -> Answer:
    """Records that may be of the same person."""
    return _offered(session.workspace.persons.candidates(stated.record(parsed), session.language), session.language)


def duplicates_here(session: Session, parsed: Parsed) -> Answer:
    """Pairs of records that may be of one person."""
    found = session.workspace.persons.duplicates(session.language, limit=parsed.number("limit") or MOST_PAIRS)
    pairs = [duplicates.pair(one, other, session.language) for one, other in found]
    document: Document = {"pairs": pairs}
    return Answer(document, partial(_pair_lines, document))


def group(session: Session, parsed: Parsed) -> Answer:
    """Records that are said to be of this person."""
    document = session.workspace.persons.group(stated.record(parsed), session.language)
    return Answer(document, partial(_group_lines, document))


def link(session: Session, parsed: Parsed) -> Answer:
    """Say that two records are of one person, or are not."""
    return saved(
        session.workspace.persons.link(
            stated.record(parsed),
            stated.record(parsed, "other"),
            parsed.text("reason"),
            same=not parsed.on("different"),
            ground=parsed.text("ground") or "",
        )
    )


def unlink(session: Session, parsed: Parsed) -> Answer:
    """Annul what was said of two records."""
    done = session.workspace.persons.unlink(
        stated.record(parsed), stated.record(parsed, "other"), parsed.text("reason")
    )
    document: Document = {"annulled": [identifiers.to_text(each.record) for each in done]}
    return Answer(document, partial(_unlinked_lines, document))


def _offered(found: Sequence[Candidate], language: str) -> Answer:
    document: Document = {"candidates": duplicates.documents(found, language)}
    return Answer(document, partial(_candidate_lines, document))


def _candidate_lines(document: reading.Document, language: str) -> Iterable[str]:
    yield from duplicates.lines(document["candidates"], language)
    if not document["candidates"]:
        yield reading.NOTHING.text(language)


def _pair_lines(document: reading.Document, language: str) -> Iterable[str]:
    for each in document["pairs"]:
        for record in each["records"]:
            yield f"{record['id']}  {record['text']}"
        yield f"    {each['score']} %"
        yield from (f"    {part['weight']:+5.1f}  {part['text']}" for part in each["explanation"])
    if not document["pairs"]:
        yield reading.NOTHING.text(language)


def _group_lines(document: reading.Document, language: str) -> Iterable[str]:
    rows = [(each["id"], each["text"]) for each in document["group"]]
    yield from reading.table(rows) if rows else [reading.NOTHING.text(language)]
    for each in document["denied"]:
        yield _DENIED.text(language).format(link=each)


def _unlinked_lines(document: reading.Document, language: str) -> Iterable[str]:
    yield f"{reading.ANNULLED.text(language)}: {', '.join(document['annulled'])}"
