"""What would stand on a paper, as a document and as lines that a person reads before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from icjims_core.declarations.words import Label
from icjims_desktop.cli.answer import Answer, Document

if TYPE_CHECKING:
    from icjims_desktop.services.paper.act_paper import Preview
    from icjims_desktop.services.paper.paper_pages import Row

_READ: Final = Label(
    "Окулсун (⟦…⟧ — дарекке же телефонго окшош, бирок баары табылбайт): {fields}",
    "Прочитать (⟦…⟧ — похоже на адрес или телефон, но находится не всё): {fields}",
    "To be read (⟦…⟧ looks like an address or telephone, but not everything is found): {fields}",
)
_DIGEST: Final = Label(
    "Окулгандын суммасы: {digest}", "Сумма прочитанного: {digest}", "Digest of what was read: {digest}"
)


def answer(shown: Preview) -> Answer:
    """The preview; of a copy to be served with the places to look at twice."""
    paper = shown.paper
    document: Document = {
        "digest": shown.digest,
        "title": paper.title,
        "head": [*paper.left, *paper.right, *paper.under, *paper.remarks],
        "sections": [
            {"heading": part.heading, "rows": [_row(each, shown) for each in part.rows]} for part in paper.parts
        ],
        "hands": [each.who for each in paper.hands],
        "to_read": list(dict.fromkeys(each.label for each in shown.to_read)),
    }
    return Answer(document, partial(_lines, shown))


def _row(row: Row, shown: Preview) -> Document:
    marked = [row.text[start:end] for start, end in shown.look_at(row.text)]
    return {"label": row.label, "text": row.text, "look_at": marked}


def _lines(shown: Preview, language: str) -> Iterable[str]:
    paper = shown.paper
    yield from (*paper.left, *paper.right, "", paper.title)
    yield from (_marked(each, shown) for each in (*paper.under, *paper.remarks))
    for part in paper.parts:
        yield from ("", part.heading)
        yield from (f"  {row.label}: {_marked(row.text, shown)}" for row in part.rows)
    yield from ("", *(each.who for each in paper.hands), "")
    yield from _foot(shown, language)


def _foot(shown: Preview, language: str) -> Iterator[str]:
    if shown.to_read:
        yield _READ.text(language).format(fields=", ".join(dict.fromkeys(each.label for each in shown.to_read)))
    yield _DIGEST.text(language).format(digest=shown.digest)


def _marked(text: str, shown: Preview) -> str:
    for start, end in reversed(shown.look_at(text)):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text
