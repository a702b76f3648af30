"""Commands on signatures of acts: sign, countersign, supersede."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from icjims_core.declarations.words import Label
from icjims_desktop.cli import output, reading, stated
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.commands.records import saved
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session
from icjims_desktop.services.recording.signing import Hand

_SIGNED = Label("Кол коюлду: {id}", "Подписано: {id}", "Signed: {id}")


def sign(session: Session, parsed: Parsed) -> Answer:
    """Sign an act."""
    signing, record = session.workspace.signing, stated.record(parsed)
    answer = _signed(signing.sign(record, _hand(session), parsed.text("capacity")))
    advice = session.workspace.advice.after_signing(record, session.language)
    return output.with_advice(answer, advice, session.language)


def countersign(session: Session, parsed: Parsed) -> Answer:
    """Give consent or approval to a signed act, or refuse it with a reason."""
    record, refusal, signing = stated.record(parsed), parsed.text("refuse"), session.workspace.signing
    if refusal is not None:
        return _signed(signing.refuse(record, _hand(session), refusal))
    answer = _signed(signing.countersign(record, _hand(session)))
    advice = session.workspace.advice.after_countersigning(record, session.language)
    return output.with_advice(answer, advice, session.language)


def supersede(session: Session, parsed: Parsed) -> Answer:
    """Make an act in place of a signed one."""
    signing = session.workspace.signing
    return saved(signing.supersede(stated.record(parsed), parsed.text("reason"), stated.values(parsed)))


def _hand(session: Session) -> Hand:
    return session.workspace.signing.enter(session.password_afresh())


def _signed(document: Document) -> Answer:
    return Answer(document, partial(_lines, document))


def _lines(document: reading.Document, language: str) -> Iterable[str]:
    yield _SIGNED.text(language).format(id=document["id"])
    yield from (f"  {reading.signature_line(each, language)}" for each in document["signed"])
