"""At the right of the form: help of the focused field, and how dates may be typed."""

from PySide6.QtCore import Qt

from icjims_core.declarations.schema import Field, Kind
from icjims_desktop.ui.components.base import Translated, clear, column, hairline, row
from icjims_desktop.ui.components.card import Card
from icjims_desktop.ui.components.keycap import KeyCap
from icjims_desktop.ui.components.text import Mark, Text
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.record_form.data import ClockLine
from icjims_desktop.ui.theme import Type, theme

DATE_EXAMPLES = ("24.11", "2411", "-1")


class FieldHelp(Translated):
    """The help of one field; F1 moves the focus here, Esc back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("field_help")
        self.setFixedWidth(theme.px(212))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._field: Field | None = None
        self._source = ""
        self._title = Text(Type.NAME, wrap=True)
        self._text = Text(Type.BODY, "text2", wrap=True)
        self._article = Text(Type.META, "muted", wrap=True)
        self._line, self._typing = hairline(), Text(Type.NAME, wrap=True)
        self._examples = column([], gap=4)
        self._promise_title = Text(Type.NAME, wrap=True)
        self._promise = Text(Type.BODY, "text2", wrap=True)
        card = Card("field_help_card", (14, 12, 12, 12), 8)
        head = row([], gap=8)
        head.addWidget(Mark("help", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        head.addWidget(KeyCap("F1"), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        for part in (self._text, self._article, self._line, self._typing):
            card.body.addWidget(part)
        card.body.addLayout(self._examples)
        for part in (hairline(), self._promise_title, self._promise):
            card.body.addWidget(part)
        card.body.addStretch(1)
        row([card], self)
        self._retranslate()

    def show_field(self, field: Field, source: str) -> None:
        """Show the help of a field and its article."""
        self._field, self._source = field, source
        self._retranslate()

    def _retranslate(self) -> None:
        field, language = self._field, languages.current.value
        self.setAccessibleName(self.tr("Help of the field"))
        self._title.setText(field.label.text(language) if field else self.tr("Help"))
        self._text.say(field.help.text(language) if field and field.help else "")
        self._article.say(self._source)
        self._promise_title.setText(self.tr("Empty fields"))
        self._promise.setText(
            self.tr("Required fields must be filled before you can record. The others may stay empty.")
        )
        dated = field is not None and field.kind in {Kind.DATE, Kind.TIMESTAMP}
        self._typing.say(self.tr("Dates can be typed like this") if dated else "")
        self._line.setVisible(dated)
        clear(self._examples)
        if dated and field is not None:
            timed = field.kind is Kind.TIMESTAMP
            words = (self.tr("yesterday 15:05") if timed else self.tr("yesterday"), *DATE_EXAMPLES)
            line = [KeyCap(word) for word in words]
            self._examples.addLayout(row([*line[:1], None], gap=4))
            self._examples.addLayout(row([*line[1:], None], gap=4))


class ClocksCard(Translated):
    """Limits of the law that already run."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("form_clocks")
        self._lines: tuple[ClockLine, ...] = ()
        self._remark = Text(Type.META, "text2", wrap=True)
        self._title = Text(Type.NAME)
        self._rows = column([], gap=3)
        card = Card("form_clocks_card", (11, 9, 11, 10), 5)
        card.body.addLayout(row([Mark("clock", "accent"), self._title, None]))
        card.body.addWidget(self._remark)
        card.body.addLayout(self._rows)
        row([card], self)
        self._retranslate()

    def show_lines(self, remark: str, lines: tuple[ClockLine, ...]) -> None:
        """Show the limits; without any the card is hidden."""
        self._lines = lines
        self._remark.say(remark)
        self.setVisible(bool(lines))
        clear(self._rows)
        for line in lines:
            until = Text(Type.META_STRONG, "text", line.until)
            self._rows.addLayout(row([Text(Type.META, "text2", line.text), None, until]))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Clocks already run"))
