"""Commands on what the law says of a case: course, next, safeguards, custody, deadlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from icjims_core.law import cited
from icjims_core.schema import Label
from icjims_core.sentence import date_words
from icjims_desktop.cli import reading, stated
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session

_STATUS = {
    "met": Label("сакталды", "соблюдено", "met"),
    "missing": Label("жок", "нет отметки", "missing"),
    "explained": Label("себеби жазылган", "причина записана", "explained"),
    "not_applicable": Label("тиешеси жок", "не применимо", "not applicable"),
    "before_takeover": Label("кабыл алганга чейин", "до принятия дела", "before take-over"),
}
_SEGMENT = {
    "apprehension": Label("кармалган", "задержание", "apprehended"),
    "custody": Label("камакта", "под стражей", "in custody"),
    "house_arrest": Label("үй камагында", "под домашним арестом", "under house arrest"),
    "hospital": Label("мажбурлап дарылоодо", "в принудительном стационаре", "in compulsory hospital care"),
    "imprisonment": Label("жазасын өтөөдө", "отбывает лишение свободы", "serving imprisonment"),
}
_HELD = Label("азыр кармалууда", "содержится сейчас", "held now")
_FREE = Label("азыр эркиндикте", "сейчас на свободе", "at liberty now")


def course(session: Session, parsed: Parsed) -> Answer:
    """Show the state of a case and of each person in it."""
    return _answer(session.workspace.procedure.course(_case(session, parsed), session.language), _course_lines)


def next_steps(session: Session, parsed: Parsed) -> Answer:
    """Show what may be recorded next, and why not what may not."""
    return _answer(session.workspace.procedure.next(_case(session, parsed), session.language), _next_lines)


def safeguards(session: Session, parsed: Parsed) -> Answer:
    """Show the safeguard passport of each person."""
    document = session.workspace.procedure.safeguards(_case(session, parsed), session.language)
    return _answer(document, _safeguard_lines)


def custody(session: Session, parsed: Parsed) -> Answer:
    """Show the ledger of custody of each person."""
    return _answer(session.workspace.procedure.custody(_case(session, parsed), session.language), _custody_lines)


def deadlines(session: Session, parsed: Parsed) -> Answer:
    """Show what runs out, in a case or in all."""
    case = _case(session, parsed) if parsed.text("case") else None
    document = session.workspace.procedure.deadlines(case, session.language, every=parsed.on("all"))
    return _answer(document, _deadline_lines)


def _case(session: Session, parsed: Parsed) -> bytes:
    """The case that is asked about; a purpose holds for all that is read of it."""
    case, purpose = stated.record(parsed, "case"), parsed.text("purpose")
    if purpose is not None:
        session.workspace.state_purpose(case, purpose)
    return case


def _deadline_lines(document: reading.Document, _language: str) -> Iterable[str]:
    for each in document["deadlines"]:
        due = date_words(each["due"] or "—")
        yield f"{due}  {each['rule']} {each['label']} ({each['article']}) {each['name'] or ''}".rstrip()
        yield from (f"    {line}" for line in each["explanation"])


def _answer(document: Document, lines: Callable[[reading.Document, str], Iterable[str]]) -> Answer:
    return Answer(document, partial(lines, document))


def _course_lines(document: reading.Document, _language: str) -> Iterable[str]:
    yield document["label"]
    yield from (f"  ! {each['text']}" for each in document.get("findings", ()))
    for person in document["persons"]:
        yield f"  {person['name']}: {person['label']}"
        yield from (f"    ! {each['text']}" for each in person.get("findings", ()))


def _next_lines(document: reading.Document, _language: str) -> Iterable[str]:
    for each in document["steps"]:
        if each["available"] and each["by_law"]:
            yield f"+ {each['label']} ({each['type']})"
    for each in document["steps"]:
        if not each["available"]:
            yield f"- {each['label']} ({each['type']}): {each['reasons'][0]['text']}"


def _safeguard_lines(document: reading.Document, language: str) -> Iterable[str]:
    for person in document["persons"]:
        yield person["name"]
        rows = [
            (_STATUS[each["status"]].text(language), each["label"], cited(each["article"], language))
            for each in person["safeguards"]
        ]
        yield from (f"  {line}" for line in reading.table(rows))


def _custody_lines(document: reading.Document, language: str) -> Iterable[str]:
    for person in document["persons"]:
        yield f"{person['name']}: {(_HELD if person['held_now'] else _FREE).text(language)}"
        yield from (
            f"  {_SEGMENT[each['kind']].text(language)}: {date_words(each['began'])} – "
            f"{date_words(each['ended'] or each['until'] or '…')}"
            for each in person["segments"]
        )
