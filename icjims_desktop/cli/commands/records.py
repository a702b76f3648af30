"""Commands on records: new, edit, annul, show, list, case, search, history."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from icjims_desktop.cli import duplicates, output, reading, stated
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Saved
from icjims_desktop.services.reading.lists import DEFAULT_LIMIT
from icjims_desktop.services.recording.records import SEARCH_LIMIT


def new(session: Session, parsed: Parsed) -> Answer:
    """Make a record."""
    type_ = parsed.given("type")
    done = session.workspace.records.new(type_, stated.values(parsed), case=stated.case(parsed))
    answer = duplicates.with_advice(session, type_, done.record, saved(done))
    return _advised(session, done.record, answer, made=True)


def edit(session: Session, parsed: Parsed) -> Answer:
    """Change a record."""
    record = stated.record(parsed)
    done = session.workspace.records.edit(
        record, stated.values(parsed), reason=parsed.text("reason"), seen=stated.seen(parsed)
    )
    return _advised(session, record, saved(done), made=False)


def _advised(session: Session, record: bytes, answer: Answer, *, made: bool) -> Answer:
    advice = session.workspace.advice.after_saving(record, session.language, made=made)
    return output.with_advice(answer, advice, session.language)


def annul(session: Session, parsed: Parsed) -> Answer:
    """Annul a record, or take that back."""
    return saved(
        session.workspace.records.annul(
            stated.record(parsed), parsed.text("reason"), undo=parsed.on("undo"), seen=stated.seen(parsed)
        )
    )


def show(session: Session, parsed: Parsed) -> Answer:
    """Show a record."""
    return _shown(
        session.workspace.records.show(stated.record(parsed), purpose=parsed.text("purpose")), reading.record_lines
    )


def list_records(session: Session, parsed: Parsed) -> Answer:
    """List records of a type."""
    after = parsed.text("after")
    document = session.workspace.records.list(
        parsed.given("type"),
        stated.values(parsed),
        limit=parsed.number("limit") or DEFAULT_LIMIT,
        after=None if after is None else identifiers.parse(after),
        purpose=parsed.text("purpose"),
    )
    return _shown(document, reading.list_lines)


def case(session: Session, parsed: Parsed) -> Answer:
    """Show the timeline of a case."""
    return _shown(
        session.workspace.records.case(stated.record(parsed, "case"), purpose=parsed.text("purpose")),
        reading.list_lines,
    )


def search(session: Session, parsed: Parsed) -> Answer:
    """Find words."""
    limit = parsed.number("limit") or SEARCH_LIMIT
    document = session.workspace.records.search(
        parsed.given("text"), session.language, limit=limit, purpose=parsed.text("purpose")
    )
    return _shown(document, _hit_lines)


def _hit_lines(document: reading.Document, language: str) -> Iterable[str]:
    hits = [(each["id"], reading.label_of(each["type"], language), each["text"]) for each in document["hits"]]
    if not hits:
        return [reading.NOTHING.text(language)]
    brief = any("brief" in each for each in document["hits"])
    return [*reading.table(hits), *([reading.BRIEF.text(language)] if brief else [])]


def history(session: Session, parsed: Parsed) -> Answer:
    """Show every revision of a record."""
    records, record = session.workspace.records, stated.record(parsed)
    document = records.history(record, purpose=parsed.text("purpose"))
    return _shown(document, partial(reading.history_lines, records.type_of(record)))


def saved(done: Saved) -> Answer:
    """The answer of a command that wrote one revision."""
    document: Document = {
        "id": identifiers.to_text(done.record),
        "dot": str(done.dot),
        "revision": done.revision.hex(),
    }
    if done.without_key:
        document["without_key"] = list(done.without_key)
    return _shown(document, reading.saved_lines)


def _shown(document: Document, lines: Callable[[reading.Document, str], Iterable[str]]) -> Answer:
    return Answer(document, partial(lines, document))
