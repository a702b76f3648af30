"""Commands on numbers, paper and hand-over: handovers, register doubts, takeover, print, journal, inventory, clock."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from icjims_core.declarations.words import Label
from icjims_core.problem import Refused
from icjims_desktop.cli import output, paper_preview, reading, stated, words
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed, Usage
from icjims_desktop.cli.session import Session

REFUSED = 3
_BELIEVED = Label("ишенимдүү", "время достоверно", "believed")
_DOUBTED = Label("бул ЖКнын сааты шектүү", "время этого ПК под сомнением", "clock of this PC uncertain")
_PRINTED = Label(
    "{file}: бет {pages}, сап {rows}", "{file}: страниц {pages}, строк {rows}", "{file}: pages {pages}, rows {rows}"
)
_PAPER = Label("{file}: бет {pages}", "{file}: страниц {pages}", "{file}: pages {pages}")
_TAKEN = Label(
    "Иштер: {cases}, адамдар: {persons}, мурунтан бар: {unchanged}, каталар: {error_count}",
    "Дел: {cases}, лиц: {persons}, уже было: {unchanged}, ошибок: {error_count}",
    "Cases: {cases}, persons: {persons}, there already: {unchanged}, mistakes: {error_count}",
)
_REFUSED = Label("кабыл алынган эмес", "не принято", "not accepted")


def handovers(session: Session, parsed: Parsed) -> Answer:
    """Show what was sent and not confirmed."""
    document = session.workspace.handovers.document(
        session.language, every=parsed.on("all"), purpose=parsed.text("purpose")
    )
    return Answer(document, partial(_handover_lines, document))


def _handover_lines(document: reading.Document, language: str) -> Iterable[str]:
    yield from reading.warned(document)
    if not document["handovers"]:
        yield reading.NOTHING.text(language)
    yield from reading.table(
        (
            "!" if each["overdue"] else " ",
            words.moment(each["due"]),
            f"{each['from_office']} → {each['to_office']}",
            each["number"] or each["case"],
            f"{each['label']} ({_REFUSED.text(language)})" if each["refused"] else each["label"],
        )
        for each in document["handovers"]
    )


def register_doubts(session: Session, _parsed: Parsed) -> Answer:
    """Show the doubtful numbers of the Register."""
    document = session.workspace.register.doubts(session.language)
    return Answer(document, partial(_doubt_lines, document))


def _doubt_lines(document: reading.Document, language: str) -> Iterable[str]:
    if not document["doubts"]:
        yield reading.NOTHING.text(language)
    yield from reading.table((each["number"], each["label"], ", ".join(each["cases"])) for each in document["doubts"])


def clock_show(session: Session, _parsed: Parsed) -> Answer:
    """Show what the clock says and whether it is believed."""
    return _clock(session.workspace.timekeeping.document())


def clock_confirm(session: Session, parsed: Parsed) -> Answer:
    """Confirm date and time."""
    return _clock(session.workspace.timekeeping.confirm(parsed.given("moment")))


def _clock(document: Document) -> Answer:
    believed = _BELIEVED if document["trusted"] else _DOUBTED
    return Answer(document, lambda language: [f"{words.moment(document['now'])}  {believed.text(language)}"])


def act(session: Session, parsed: Parsed) -> Answer:
    """Print the paper of an act, or show what would stand on it."""
    record, served_to, purpose = stated.record(parsed), parsed.text("served-to") or "", parsed.text("purpose")
    if parsed.on("preview"):
        shown = session.workspace.paper_preview(record, session.language, served_to=served_to, purpose=purpose)
        return paper_preview.answer(shown)
    if parsed.text("file") is None:
        raise Usage("argument_missing", argument="file")
    path = stated.target(parsed)
    pages = session.workspace.act_paper(
        record,
        path,
        session.language,
        served_to=served_to,
        checked=parsed.text("checked") or "",
        purpose=purpose,
    )
    document: Document = {"file": str(path), "pages": pages}
    return Answer(document, lambda language: [_PAPER.text(language).format_map(document)])


def journal(session: Session, parsed: Parsed) -> Answer:
    """Print a journal."""
    begin, end = (_day(parsed, name) for name in ("from", "to"))
    if end < begin:
        raise Refused("invalid", field="--to", rule="before", other="--from")
    path = stated.target(parsed)
    printed = session.workspace.printing.journal(parsed.given("name"), path, session.language, begin=begin, end=end)
    return _printed(path, printed.rows, printed.pages)


def inventory(session: Session, parsed: Parsed) -> Answer:
    """Print the inventory of a case file."""
    path = stated.target(parsed)
    case, purpose = stated.record(parsed, "case"), parsed.text("purpose")
    printed = session.workspace.printing.inventory(case, path, session.language, purpose=purpose)
    return _printed(path, printed.rows, printed.pages)


def _printed(path: Path, rows: int, pages: int) -> Answer:
    document: Document = {"file": str(path), "rows": rows, "pages": pages}
    return Answer(document, lambda language: [_PRINTED.text(language).format_map(document)])


def _day(parsed: Parsed, name: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(parsed.given(name))
    except ValueError:
        raise Refused("bad_date", field=name) from None


def takeover(session: Session, parsed: Parsed) -> Answer:
    """Take cases over from a workbook, or write the template of one."""
    template, file = parsed.text("template"), parsed.text("file")
    if template is not None:
        session.workspace.takeover.template(stated.target(parsed, "template"))
        return Answer({"file": template}, lambda _language: [template])
    if file is None:
        raise Usage("argument_missing", argument="file")
    result = session.workspace.takeover.take(Path(file), dry_run=parsed.on("dry-run"))
    document = result.document(session.language)
    answer = Answer(document, partial(_takeover_lines, document), REFUSED if result.mistakes else 0)
    return output.with_advice(answer, result.advice, session.language)


def _takeover_lines(document: reading.Document, language: str) -> Iterable[str]:
    yield _TAKEN.text(language).format_map(document)
    for each in document["errors"]:
        yield f"{each['sheet']} {each['column'] or ''}{each['row']}: {each['text']}"
