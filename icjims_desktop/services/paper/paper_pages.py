"""The paper of an act as numbered pages: head, sections of labelled fields, lines for signatures, a foot that binds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, BinaryIO, Final

import msgspec
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from icjims_desktop.services.paper.printed_pages import BINDING, BOLD, FONT, MARGIN, PAGE, load_fonts, split

_WIDTH, _HEIGHT = A4
_ROOM: Final = _WIDTH - BINDING - MARGIN
_LABEL: Final = 158.0
_GAP: Final = 10.0
_BODY, _SMALL, _TITLE, _HEAD, _TINY = 10.0, 8.0, 14.0, 11.0, 6.4
_LEADING: Final = 1.38
_FOOT: Final = 64.0
_FULL_WIDTH_FROM: Final = 5
"""A text of more lines than this beside its label stands below it, over the whole width."""
_HAND: Final = 150.0
"""Width of the line for a hand-written signature."""


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its label and what it states."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the form with the articles that it rests on."""

    heading: str
    source: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Hand:
    """A place to sign by hand: who, in which capacity, what stands under the line, and a line for a refusal."""

    who: str
    under: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed. `left` and `right` stand above the title, `remarks` below it; `foot` on every page."""

    title: str
    left: Sequence[str]
    right: Sequence[str]
    under: Sequence[str]
    remarks: Sequence[str]
    parts: Sequence[Part]
    hands_title: str
    hands: Sequence[Hand]
    foot: Sequence[str]
    language: str
    closed: bool = False
    """Sealed: the file has no title, which a viewer would show above its window and a search would find."""


@dataclass(frozen=True, slots=True)
class _Text:
    x: float
    text: str
    font: str = FONT
    size: float = _BODY
    right: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the page: texts at their places, lines to write on from x to x."""

    texts: Sequence[_Text]
    height: float
    rules: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that come together; `whole` ones are not parted by the end of a page."""

    lines: Sequence[_Line]
    whole: bool = False


@dataclass(slots=True)
class _Page:
    lines: list[_Line] = field(default_factory=list)
    used: float = 0.0


def digest_of(paper: Paper) -> str:
    """The SHA-256 of all that stands on a paper, in hex: who has read it has read this, and nothing else is written."""
    return hashlib.sha256(msgspec.json.encode(paper)).hexdigest()


def write(papers: Sequence[Paper], file: BinaryIO) -> int:
    """Write papers as one PDF with its fonts inside, each with page numbers of its own; how many pages in all.

    The same papers give the same bytes.
    """
    load_fonts()
    canvas = Canvas(file, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle("" if any(each.closed for each in papers) else papers[0].title)
    written = sum(_write(canvas, each) for each in papers)
    canvas.save()
    return written


def _write(canvas: Any, paper: Paper) -> int:
    pages = _paginate([*_head(paper), *_parts(paper), *_hands(paper)])
    for number, page in enumerate(pages, start=1):
        _draw(canvas, page)
        _draw_foot(canvas, paper, number, len(pages))
        canvas.showPage()
    return len(pages)


def _paginate(blocks: Sequence[_Block]) -> list[_Page]:
    room = _HEIGHT - MARGIN - _FOOT
    pages = [_Page()]
    for block in blocks:
        height = sum(each.height for each in block.lines)
        if block.whole and pages[-1].used + height > room and height <= room and pages[-1].lines:
            pages.append(_Page())
        for line in block.lines:
            if pages[-1].used + line.height > room and pages[-1].lines:
                pages.append(_Page())
            pages[-1].lines.append(line)
            pages[-1].used += line.height
    return pages


def _head(paper: Paper) -> Iterator[_Block]:
    half = _ROOM / 2 - _GAP
    left = [part for each in paper.left for part in split(each, FONT, _SMALL + 1, half)]
    right = [part for each in paper.right for part in split(each, FONT, _SMALL + 1, half)]
    for number, (one, other) in enumerate(zip_longest(left, right, fillvalue="")):
        font = BOLD if number == 0 else FONT
        texts = [_Text(0, one, font, _SMALL + 1), _Text(_ROOM, other, font, _SMALL + 1, right=True)]
        yield _Block([_Line(texts, (_SMALL + 1) * _LEADING)])
    lines = [_blank(12)]
    lines += [_centred(each, BOLD, _TITLE) for each in split(paper.title, BOLD, _TITLE, _ROOM)]
    lines += [_centred(part, FONT, _SMALL + 1) for each in paper.under for part in split(each, FONT, 9, _ROOM)]
    lines.append(_blank(6))
    yield _Block(lines)
    for each in paper.remarks:
        yield _Block([_plain(part, BOLD, _SMALL + 1) for part in split(each, BOLD, _SMALL + 1, _ROOM)])


def _parts(paper: Paper) -> Iterator[_Block]:
    for part in paper.parts:
        rows = [_row(each) for each in part.rows]
        heading = [_blank(9), *(_plain(each, BOLD, _HEAD) for each in split(part.heading, BOLD, _HEAD, _ROOM))]
        if part.source:
            heading += [_plain(each, FONT, _SMALL) for each in split(part.source, FONT, _SMALL, _ROOM)]
        heading.append(_blank(3))
        # The heading never stands alone at the end of a page.
        yield _Block([*heading, *rows[0][:2]], whole=True)
        yield _Block(rows[0][2:])
        yield from (_Block(each, whole=len(each) <= _FULL_WIDTH_FROM) for each in rows[1:])


def _row(row: Row) -> list[_Line]:
    height = _BODY * _LEADING
    labels = list(split(row.label, FONT, _BODY - 1, _LABEL))
    beside = list(split(row.text, FONT, _BODY, _ROOM - _LABEL - _GAP))
    if len(beside) <= _FULL_WIDTH_FROM:
        return [
            _Line([_Text(0, label, FONT, _BODY - 1), _Text(_LABEL + _GAP, text)], height)
            for label, text in zip_longest(labels, beside, fillvalue="")
        ] + [_blank(2)]
    lines = [_plain(each, FONT, _BODY - 1) for each in split(row.label, FONT, _BODY - 1, _ROOM)]
    return [*lines, *(_plain(each, FONT, _BODY) for each in split(row.text, FONT, _BODY, _ROOM)), _blank(4)]


def _hands(paper: Paper) -> Iterator[_Block]:
    if not paper.hands:
        return
    title = [_blank(12)]
    if paper.hands_title:
        title += [_plain(each, BOLD, _HEAD) for each in split(paper.hands_title, BOLD, _HEAD, _ROOM)]
    for number, hand in enumerate(paper.hands):
        lines = list(_hand(hand))
        yield _Block([*title, *lines] if number == 0 else lines, whole=True)


def _hand(hand: Hand) -> Iterator[_Line]:
    start = _ROOM - _HAND
    yield _blank(14)
    who = list(split(hand.who, FONT, _BODY, start - _GAP))
    for number, each in enumerate(who):
        rules = [(start, _ROOM)] if number == len(who) - 1 else []
        yield _Line([_Text(0, each)], _BODY * _LEADING, rules)
    under = list(split(hand.under, FONT, _SMALL, _HAND))
    yield from (_Line([_Text(start, each, FONT, _SMALL)], _SMALL * _LEADING) for each in under)
    if hand.refusal:
        width = pdfmetrics.stringWidth(hand.refusal, FONT, _SMALL)
        yield _Line([_Text(0, hand.refusal, FONT, _SMALL)], _SMALL * 2, [(width + 6, _ROOM)])


def _draw(canvas: Any, page: _Page) -> None:
    y = _HEIGHT - MARGIN
    canvas.setLineWidth(0.5)
    for line in page.lines:
        y -= line.height
        for each in line.texts:
            canvas.setFont(each.font, each.size)
            place = canvas.drawRightString if each.right else canvas.drawString
            place(BINDING + each.x, y + 2.5, each.text)
        for begin, end in line.rules:
            canvas.line(BINDING + begin, y, BINDING + end, y)


def _draw_foot(canvas: Any, paper: Paper, number: int, pages: int) -> None:
    y = _FOOT - 14
    canvas.setLineWidth(0.4)
    canvas.line(BINDING, y + 10, _WIDTH - MARGIN, y + 10)
    canvas.setFont(FONT, _SMALL)
    words = PAGE.text(paper.language).format(page=number, pages=pages)
    canvas.drawRightString(_WIDTH - MARGIN, y, words)
    canvas.setFont(FONT, _TINY)
    for each in paper.foot:
        canvas.drawString(BINDING, y, each)
        y -= _TINY * _LEADING


def _plain(text: str, font: str, size: float) -> _Line:
    return _Line([_Text(0, text, font, size)], size * _LEADING)


def _centred(text: str, font: str, size: float) -> _Line:
    width = pdfmetrics.stringWidth(text, font, size)
    return _Line([_Text((_ROOM - width) / 2, text, font, size)], size * _LEADING)


def _blank(height: float) -> _Line:
    return _Line([], height)
