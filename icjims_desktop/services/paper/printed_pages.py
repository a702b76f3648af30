"""Numbered pages of a table for printing: heads, totals of each page, a place for stamp and signature."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from icjims_core.declarations.words import Label
from icjims_core.paper.printed import printed
from icjims_desktop.platform.resources import resource_path

FONT: Final = "NotoSans"
BOLD: Final = "NotoSansSemiBold"
MARGIN: Final = 36.0
BINDING: Final = 62.0
"""The left margin is wide enough to be sewn."""
_SIZE: Final = 8.0
_LINE: Final = 10.4
_PAD: Final = 3.0
_FOOT: Final = 92.0
_MOST_LINES: Final = 30
"""A longer text of one cell is cut, and says so: a page must hold every row whole."""

_SAYS: Final = printed("page")
PAGE: Final = _SAYS["page"]
_NO_SIGN: Final = "?"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: what stands above it, and its share of the width."""

    label: Label
    share: float


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table; `counted` is what it adds to the totals. `struck` shows it crossed out."""

    cells: Sequence[str]
    counted: int = 1
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What is printed: two titles, lines below them, columns, rows, and what the totals count."""

    title: Label
    under: Sequence[str]
    headings: Sequence[Heading]
    lines: Sequence[Line]
    counts: Label
    wide: bool = True


@dataclass(slots=True)
class _Page:
    lines: list[tuple[Line, list[list[str]], float]] = field(default_factory=list)
    here: int = 0
    so_far: int = 0


def write(table: Table, file: BinaryIO) -> int:
    """Write the table as PDF with its fonts inside; how many pages. The same table gives the same bytes."""
    load_fonts()
    size = landscape(A4) if table.wide else A4
    canvas = Canvas(file, pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle(table.title.ru)
    painter = _Painter(canvas, table, *size)
    pages = painter.paginate()
    for number, page in enumerate(pages, start=1):
        painter.draw(page, number, len(pages), pages[-1].so_far)
        canvas.showPage()
    canvas.save()
    return len(pages)


class _Painter:
    """Lays the rows out and draws the pages; y grows upward, as PDF has it."""

    def __init__(self, canvas: Any, table: Table, width: float, height: float) -> None:
        self._canvas, self._table, self._width, self._height = canvas, table, width, height
        room = width - BINDING - MARGIN
        whole = sum(each.share for each in table.headings)
        self._widths = [room * each.share / whole for each in table.headings]
        self._heads = self._wrapped([f"{each.label.ky}\n{each.label.ru}" for each in table.headings], BOLD)
        self._under = [part for each in table.under for part in simpleSplit(each, FONT, _SIZE + 1, room)]

    def paginate(self) -> list[_Page]:
        """The rows by pages, with the totals of each."""
        top = self._top()
        pages = [_Page()]
        room = top - _FOOT
        for line in self._table.lines:
            cells = self._wrapped(line.cells, FONT)
            height = self._height_of(cells)
            if height > room and pages[-1].lines:
                pages.append(_Page(so_far=pages[-1].so_far))
                room = top - _FOOT
            room -= height
            page = pages[-1]
            page.lines.append((line, cells, height))
            page.here += line.counted
            page.so_far += line.counted
        return pages

    def draw(self, page: _Page, number: int, pages: int, every: int) -> None:
        """One page."""
        self._head()
        y = self._top()
        self._row(y + self._height_of(self._heads), self._heads, self._height_of(self._heads), BOLD)
        for line, cells, height in page.lines:
            self._row(y, cells, height, FONT, struck=line.struck)
            y -= height
        numbers = {"page": number, "pages": pages, "here": page.here, "so_far": page.so_far, "all": every}
        self._foot(numbers, last=number == pages)

    def _wrapped(self, texts: Sequence[str], font: str) -> list[list[str]]:
        found: list[list[str]] = []
        for text, width in zip(texts, self._widths, strict=True):
            lines = list(split(text, font, _SIZE, width - 2 * _PAD))
            found.append(lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], "…"])
        return found

    def _height_of(self, cells: Sequence[Sequence[str]]) -> float:
        return max(1, *(len(each) for each in cells)) * _LINE + 2 * _PAD

    def _top(self) -> float:
        """Where the first row begins."""
        return self._height - MARGIN - 34 - len(self._under) * (_LINE + 1) - self._height_of(self._heads) - 6

    def _head(self) -> None:
        y = self._height - MARGIN - 12
        for text in (self._table.title.ky, self._table.title.ru):
            self._canvas.setFont(BOLD, 12)
            self._canvas.drawString(BINDING, y, text)
            y -= 16
        self._canvas.setFont(FONT, _SIZE + 1)
        for text in self._under:
            self._canvas.drawString(BINDING, y, text)
            y -= _LINE + 1

    def _row(
        self, top: float, cells: Sequence[Sequence[str]], height: float, font: str, *, struck: bool = False
    ) -> None:
        x = BINDING
        self._canvas.setLineWidth(0.5)
        for lines, width in zip(cells, self._widths, strict=True):
            self._canvas.rect(x, top - height, width, height)
            self._canvas.setFont(font, _SIZE)
            for at, text in enumerate(lines):
                y = top - _PAD - _SIZE - at * _LINE
                self._canvas.drawString(x + _PAD, y, text)
                if struck and text:
                    self._canvas.line(x + _PAD, y + 2.6, x + _PAD + pdfmetrics.stringWidth(text, font, _SIZE), y + 2.6)
            x += width

    def _foot(self, numbers: dict[str, int], *, last: bool) -> None:
        right = self._width - MARGIN
        parts = [_SAYS["on_page"], _SAYS["so_far"], *([_SAYS["all"]] if last else [])]
        y = _FOOT - 16
        for language in ("ky", "ru"):
            told = "; ".join(each.text(language).format_map(numbers) for each in parts)
            self._canvas.setFont(BOLD, _SIZE)
            self._canvas.drawString(BINDING, y, f"{self._table.counts.text(language)} — {told}")
            self._canvas.setFont(FONT, _SIZE)
            self._canvas.drawRightString(right, y, PAGE.text(language).format_map(numbers))
            y -= _LINE
        y -= 18
        self._canvas.line(BINDING, y, right - 130, y)
        self._canvas.drawString(BINDING, y - 10, f"{_SAYS['signed'].ky} / {_SAYS['signed'].ru}")
        self._canvas.drawString(right - 100, y, f"{_SAYS['stamp'].ky} / {_SAYS['stamp'].ru}")


def load_fonts() -> None:
    """Make the fonts of the product, which have every letter of Kyrgyz, known to the maker of pages."""
    for name, face in ((FONT, "NotoSans-Regular.ttf"), (BOLD, "NotoSans-SemiBold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resource_path("fonts", face))))


def split(text: str, font: str, size: float, width: float) -> Iterable[str]:
    """The lines of a text that fit; a word wider than the column is cut. What the font has no sign for is a `?`."""
    for line in simpleSplit(_drawn(text, font), font, size, width) or [""]:
        rest = line
        while len(rest) > 1 and pdfmetrics.stringWidth(rest, font, size) > width:
            cut = len(rest) - 1
            while cut > 1 and pdfmetrics.stringWidth(rest[:cut], font, size) > width:
                cut -= 1
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _drawn(text: str, font: str) -> str:
    known = pdfmetrics.getFont(font).face.charToGlyph
    composed = unicodedata.normalize("NFC", text)
    return "".join(each if ord(each) in known or each.isspace() else _NO_SIGN for each in composed)
