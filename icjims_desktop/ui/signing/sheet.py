"""The sheet of signing: what is signed, what is missing, and the password entered afresh."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from icjims_desktop.ui.commands import key_text
from icjims_desktop.ui.components.base import clear, column, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.notice import InlineProblem, Panel, Severity
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.password import PasswordField
from icjims_desktop.ui.components.text import Mark, Text
from icjims_desktop.ui.signing.data import ContentLine, Need, SigningData
from icjims_desktop.ui.signing.warned import WarnedPanel
from icjims_desktop.ui.theme import Type, theme

WIDTH, LABEL, LIST_HEIGHT = 720, 220, 400
AROUND = 320
"""Height of the sheet beside what is read in it."""
REFUSAL = 64
"""Height of what is asked of who may refuse."""
LEAST = 120


class SigningSheet(Overlay):
    """Enter signs; Esc leaves the act as it is. Who is asked for consent may refuse it there, with the reason."""

    sign_asked = Signal(str)
    """The password."""
    refuse_asked = Signal(str, str)
    """The password and the reason."""
    reason_asked = Signal(object)
    """A Place where the reason why a safeguard is missing is written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("signing_sheet", parent, WIDTH)
        self._data: SigningData | None = None
        self._busy = False
        self._reasons: list[Button] = []
        """Of what the signature waits for: the ways to the reason why not."""
        self._title, self._remark = Text(Type.TITLE, wrap=True), Text(Type.META, "text2")
        self._content = QWidget()
        self._list = column([], self._content, 6, (0, 2, 12, 4))
        self.read = scroll_page("signing_content", self._content)
        self._promise = Text(Type.META, "muted", wrap=True)
        self._password_label = Text(Type.BODY)
        self.password = PasswordField("signing_password")
        self._why_label, self.why = Text(Type.BODY), QLineEdit()
        self.why.setObjectName("signing_refusal")
        self._why_label.setBuddy(self.why)
        self.problem = InlineProblem("signing_problem")
        self.cancel = Button("signing_cancel", ButtonKind.QUIET, cap=key_text("Esc"))
        self.refuse = Button("signing_refuse", ButtonKind.SECONDARY)
        self.sign = Button("signing_sign", ButtonKind.PRIMARY, "signed", cap=key_text("Return"))
        self._password_label.setBuddy(self.password.edit)
        entry = column([self._password_label, self.password, self._why_label, self.why, self.problem], gap=6)
        foot = row([self._promise, None], gap=12)
        foot.setStretch(0, 100)
        foot.addWidget(self.cancel)
        foot.addWidget(self.refuse)
        foot.addWidget(self.sign)
        for part in (self._title, self._remark, hairline(), self.read, hairline()):
            self.body.addWidget(part)
        for box in (entry, foot):
            self.body.addLayout(box)
        self.problem.say("")
        self.password.edit.returnPressed.connect(self._on_sign)
        self.sign.clicked.connect(self._on_sign)
        self.refuse.clicked.connect(self._on_refuse)
        self.cancel.clicked.connect(self.close_sheet)
        self.retranslate()

    @property
    def data(self) -> SigningData | None:
        """What it shows."""
        return self._data

    def show_data(self, data: SigningData) -> None:
        """Show an act; a password that was being typed for it stays."""
        again = self._data is not None and self._data.record == data.record and not self.isHidden()
        self._data = data
        if not again:
            self.password.edit.clear()
            self.why.clear()
            self.problem.say("")
        self._busy = False
        self._make_lines(data)
        self.retranslate()
        if not again:
            self.open()
        (next(iter(self._reasons), self.cancel) if data.blocked else self.password.edit).setFocus()
        self._fit()
        QTimer.singleShot(0, self._fit)  # the new lines have their fonts only then

    def show_problem(self, question: str, remedy: str) -> None:
        """Say why it was not signed; the password is typed again."""
        self._busy = False
        self.problem.say(question, remedy)
        self.password.edit.clear()
        self.retranslate()
        self.password.edit.setFocus()
        self._fit()

    def close_sheet(self) -> None:
        """Forget the password and hide."""
        self.password.edit.clear()
        super().close_sheet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the window lets it."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the language now shown; what was read is read again by the presenter."""
        data = self._data
        title = data.title if data else ""
        own = self.tr("Sign: {title}").format(title=title)
        self._title.setText(f"{data.capacity_words}: {title}" if data and data.capacity_words else own)
        self.setAccessibleName(self._title.text())
        edition = self.tr("form in the edition {edition}").format(edition=data.edition) if data else ""
        self._remark.setText(" · ".join(part for part in (data.remark if data else "", edition) if part))
        self._password_label.setText(self.tr("Your password, entered afresh"))
        self.password.edit.setAccessibleName(self._password_label.text())
        self._promise.setText(self.tr("After this only service, execution and later statements can be added."))
        self._why_label.setText(self.tr("If you refuse: why"))
        self.why.setAccessibleName(self._why_label.text())
        self.refuse.setText(self.tr("Refuse"))
        self.refuse.setEnabled(not self._busy)
        blocked = data is not None and data.blocked
        for asked in (self._why_label, self.why, self.refuse):
            asked.setVisible(not blocked and data is not None and bool(data.capacity_words))
        self.cancel.setText(self.tr("Close") if blocked else self.tr("Do not sign"))
        self.sign.setText(self.tr("Signing…") if self._busy else self.tr("Sign"))
        self.sign.setEnabled(not self._busy)
        for part in (self.sign, self.password, self._password_label, self._promise):
            part.setVisible(not blocked)

    def _fit(self) -> None:
        wanted = self._content.heightForWidth(theme.px(WIDTH) - 60)
        wanted = max(wanted, self._content.sizeHint().height() if wanted < 0 else 0, theme.px(40))
        problem = max(self.problem.heightForWidth(theme.px(WIDTH) - 48), 0) if not self.problem.isHidden() else 0
        refusal = 0 if self.why.isHidden() else theme.px(REFUSAL)
        room = max(self.height() - theme.px(AROUND) - problem - refusal, theme.px(LEAST))
        self.read.setFixedHeight(min(wanted + 8, theme.px(LIST_HEIGHT), room))

    def _make_lines(self, data: SigningData) -> None:
        clear(self._list)
        self._reasons.clear()
        if data.problem[0]:
            dispute = InlineProblem("signing_dispute")
            dispute.say(*data.problem)
            self._list.addWidget(dispute)
        for need in data.needs:
            if need.blocks:
                self._list.addWidget(self._blocking(need))
        warned = [each for each in data.needs if not each.blocks]
        if warned:
            panel = WarnedPanel(warned)
            panel.folded.connect(lambda: QTimer.singleShot(0, self._fit))  # its lines are laid out only then
            self._list.addWidget(panel)
        for line in data.lines:
            self._list.addWidget(_content_line(line))
        if data.signed:
            self._list.addWidget(_content_line(ContentLine(self.tr("Signed already"))))
        for told in data.signed:
            self._list.addLayout(row([Mark("signed", "muted", 14), Text(Type.BODY, "text", told), None], gap=6))
        self._list.addStretch(1)

    def _blocking(self, need: Need) -> QWidget:
        """A safeguard for which the signature waits, with the way to the reason why not."""
        panel = Panel(f"need_{need.stamp}", Severity.LATE)
        told = self.tr("{need}: not recorded. The signature waits for it.").format(need=need.text)
        words = column([Text(Type.STRONG, "late", told, wrap=True), Text(Type.META, "text2", need.article)], gap=1)
        panel.setAccessibleName(f"{told} {need.article}")
        line = row([Mark("octagon", "late", 16)], panel, 10, (12, 7, 8, 8))
        line.addLayout(words, 1)
        if need.reason_at is not None:
            why = Button(f"why_not_{need.stamp}", ButtonKind.SECONDARY, "pen", height=28)
            why.setText(self.tr("Write why not"))
            why.setAccessibleName(f"{need.text}: {why.text()}")
            why.clicked.connect(lambda _on=False, at=need.reason_at: self.reason_asked.emit(at))
            line.addWidget(why)
            self._reasons.append(why)
        return panel

    def _on_sign(self) -> None:
        if self._goes():
            self.sign_asked.emit(self.password.edit.text())

    def _on_refuse(self) -> None:
        if self._goes():
            self.refuse_asked.emit(self.password.edit.text(), self.why.text())

    def _goes(self) -> bool:
        """Whether there is something to sign, and a password: it is then on its way."""
        blocked = self._data is None or self._data.blocked
        if self._busy or blocked or not self.password.edit.text():
            return False
        self._busy = True
        self.problem.say("")
        self.retranslate()
        return True


def _content_line(told: ContentLine) -> QWidget:
    """A field with its value, or the head of a section."""
    widget = QWidget()
    if not told.value:
        row([Text(Type.META_STRONG, "text2", told.label), None], widget, margins=(0, 6, 0, 0))
        return widget
    label = Text(Type.BODY, "muted", told.label, wrap=True)
    label.setFixedWidth(theme.px(LABEL))
    line = row([column([label, None])], widget, gap=12)
    line.addWidget(Text(Type.BODY, "text", told.value, wrap=True), 1)
    return widget
