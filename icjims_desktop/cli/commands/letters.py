"""The command that writes the forwarding letter of a sealed allegation."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from icjims_core.declarations.words import Label
from icjims_desktop.cli import reading, stated
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session

_WRITTEN = Label("Кат жазылды: {file}", "Письмо записано: {file}", "Letter written: {file}")


def letter(session: Session, parsed: Parsed) -> Answer:
    """Write the letter as a paper to print."""
    target = stated.target(parsed)
    pages = session.workspace.letters.write(stated.record(parsed), target)
    document: Document = {"file": str(target), "pages": pages}
    return Answer(document, partial(_written, document))


def _written(document: reading.Document, language: str) -> Iterable[str]:
    yield _WRITTEN.text(language).format(file=document["file"])
