"""What would stand on a paper, to be read before it is written; of a copy to be served with places to look at twice."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from icjims_desktop.ui.theme import Type, theme

if TYPE_CHECKING:
    from icjims_desktop.services.paper.act_paper import Preview

SECTION_GAP, ROW_GAP = 12, 4


class PaperPreview(QTextEdit):
    """The text of a paper in its order; Tab leaves it, arrows and Page Down read on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._marked = 0

    @property
    def marked(self) -> int:
        """How many places are marked."""
        return self._marked

    def show_preview(self, shown: "Preview") -> None:
        """Show a paper from its beginning."""
        self.clear()
        self._marked = 0
        self._write(shown)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, shown: "Preview") -> None:
        cursor, paper = self.textCursor(), shown.paper
        self._line(cursor, "   ".join((*paper.left, *paper.right)), Type.META, "muted")
        self._line(cursor, paper.title, Type.TITLE, gap=SECTION_GAP)
        for each in (*paper.under, *paper.remarks):
            self._line(cursor, each, Type.BODY, "text2", marks=shown.look_at(each))
        for part in paper.parts:
            self._line(cursor, part.heading, Type.STRONG, gap=SECTION_GAP)
            for row in part.rows:
                self._line(cursor, row.label, Type.META, "muted", gap=ROW_GAP)
                self._line(cursor, row.text, Type.BODY, marks=shown.look_at(row.text))
        for at, hand in enumerate(paper.hands):
            self._line(cursor, f"{hand.who}  ________", Type.BODY, gap=SECTION_GAP if at == 0 else ROW_GAP)

    def _line(
        self,
        cursor: QTextCursor,
        text: str,
        role: Type,
        tone: str = "text",
        *,
        gap: int = 0,
        marks: Sequence[tuple[int, int]] = (),
    ) -> None:
        block, plain = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(theme.px(gap))
        plain.setFont(QFont(theme.font(role)))
        plain.setForeground(theme.colour(tone))
        if cursor.position():
            cursor.insertBlock()
        cursor.setBlockFormat(block)
        at = 0
        for start, end in marks:
            cursor.insertText(text[at:start], plain)
            cursor.insertText(text[start:end], _looked_at(plain))
            self._marked += 1
            at = end
        cursor.insertText(text[at:], plain)


def _looked_at(plain: QTextCharFormat) -> QTextCharFormat:
    """A ground and a line below: never the colour alone."""
    marked = QTextCharFormat(plain)
    marked.setBackground(theme.colour("due_bg"))
    marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    marked.setUnderlineColor(theme.colour("due"))
    return marked
