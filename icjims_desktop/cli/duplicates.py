"""Candidates for one person at the terminal, and the advice that a person just recorded seems to be known already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from icjims_core.declarations.words import Label
from icjims_core.persons.profile import PERSON
from icjims_core.problem import Problem
from icjims_desktop.cli import reading
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.output import problem_document, with_warnings
from icjims_desktop.cli.session import Session
from icjims_desktop.services.persons.matching import Candidate

_LINKED = Label("байланышкан", "связана", "linked")


def with_advice(session: Session, type_: str, record: bytes, answer: Answer) -> Answer:
    """The answer of `new`, with the candidates under `warnings` where the person seems to be recorded already."""
    found = session.workspace.persons.candidates(record, session.language) if type_ == PERSON else ()
    if not found:
        return answer
    advice = advise("possible_duplicates", found, session.language)
    document = with_warnings(answer.document, [advice])
    return Answer(document, partial(_advised, answer, advice), answer.exit_code)


def advise(code: str, found: Sequence[Candidate], language: str) -> Document:
    """Advice as a document, with those whom it speaks of."""
    return problem_document(Problem(code, count=len(found)), language) | {"candidates": documents(found, language)}


def documents(found: Sequence[Candidate], language: str) -> list[Document]:
    """Candidates as programs read them."""
    return [each.document(language) for each in found]


def pair(one: Candidate, other: Candidate, language: str) -> Document:
    """Two records that may be of one person, and why."""
    shown = documents((one, other), language)
    why = {name: shown[0][name] for name in ("score", "grade", "explanation")}
    return {"records": [{name: each[name] for name in ("id", "case", "text", "masked")} for each in shown], **why}


def lines(candidates: Iterable[Any], language: str) -> Iterator[str]:
    """Each candidate with its score, and below it what the score is made of."""
    for each in candidates:
        linked = f" ({_LINKED.text(language)})" if each["linked"] else ""
        yield f"{each['id']}  {each['score']:>3} %  {each['text']}{linked}"
        yield from (f"    {part['weight']:+5.1f}  {part['text']}" for part in each["explanation"])


def _advised(answer: Answer, advice: reading.Document, language: str) -> Iterator[str]:
    yield from answer.lines(language)
    yield str(advice["text"])
    yield from lines(advice["candidates"], language)
