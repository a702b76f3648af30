"""The unlock screen: right layout, how many tries, and did my work arrive."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from icjims_desktop.ui.components.avatar import Avatar
from icjims_desktop.ui.components.base import Part, column, restyle, row
from icjims_desktop.ui.components.button import Button, ButtonKind, IconButton
from icjims_desktop.ui.components.chip import Chip, ChipData
from icjims_desktop.ui.components.notice import InlineProblem
from icjims_desktop.ui.components.password import PasswordField
from icjims_desktop.ui.components.segmented import LanguageControl
from icjims_desktop.ui.components.sync_sentence import sync_sentence
from icjims_desktop.ui.components.text import ElidedText, Mark, Text
from icjims_desktop.ui.i18n.dates import format_long_date, format_time
from icjims_desktop.ui.shell.brand import Brand
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.unlock.data import KeyboardState, UnlockData, UnlockFailure, UnlockUser
from icjims_desktop.ui.unlock.mountains import Mountains


class UnlockView(Mountains):
    """User, password, and a calm answer to each of the three worries."""

    unlock_asked = Signal(str, str)
    """Login and password."""
    recovery_asked = Signal(str)
    keys_pressed = Signal()
    """Something was typed: time to look at the layout and Caps Lock again."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlock")
        self._data: UnlockData | None = None
        self._user = 0
        self._keyboard = KeyboardState("")
        self._failure: UnlockFailure | None = None
        self._told = ("", "")
        self._busy = False
        self._make_parts()
        card = self._make_card()
        outer = column([self._make_head()], self, gap=0, margins=(24, 20, 24, 18))
        outer.addStretch(1)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        outer.addLayout(self._make_foot())
        self.password.edit.returnPressed.connect(self._on_unlock)
        self.password.edit.textEdited.connect(self._on_typed)
        self.button.clicked.connect(self._on_unlock)
        self.other.clicked.connect(self._on_other)
        self.forgot.clicked.connect(self._on_forgot)
        self.eye.clicked.connect(self._on_eye)
        self._retranslate()

    def show_data(self, data: UnlockData) -> None:
        """Show office, users and the state of the work."""
        self._data = data
        self._user = min(self._user, max(len(data.users) - 1, 0))
        self._retranslate()

    def show_keyboard(self, state: KeyboardState) -> None:
        """Show the keyboard layout and Caps Lock."""
        self._keyboard = state
        self._retranslate()

    def show_failure(self, failure: UnlockFailure) -> None:
        """The password was refused; the text is selected to be typed again."""
        self._failure, self._told = failure, ("", "")
        self.show_busy(busy=False)
        self.password.edit.selectAll()
        self.focus_password()

    def show_problem(self, fact: str, remedy: str) -> None:
        """The store could not be opened for a reason that is not the password."""
        self._told = (fact, remedy)
        self._failure = None
        self._busy = False
        self.password.edit.setReadOnly(False)
        self._retranslate()

    def show_busy(self, *, busy: bool) -> None:
        """The key is being derived: nothing can be pressed twice."""
        self._busy = busy
        if busy:
            self._failure, self._told = None, ("", "")
        self.password.edit.setReadOnly(busy)
        self._retranslate()

    def reset(self) -> None:
        """Forget what was typed and any failure."""
        self.password.edit.clear()
        self._failure, self._told = None, ("", "")
        self.eye.setChecked(False)
        self._on_eye()
        self.show_busy(busy=False)

    def focus_password(self) -> None:
        """Ready to type."""
        self.password.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key may have changed Caps Lock."""
        super().keyPressEvent(event)
        self.keys_pressed.emit()

    def _make_parts(self) -> None:
        self.language = LanguageControl("unlock_language")
        self._when, self._training = Text(Type.BODY), Text(Type.BODY, "text2")
        self._office = ElidedText(Type.BODY, "text2")
        self._avatar, self._name = Avatar(size=36), Text(Type.NAME)
        self._position = Text(Type.META, "muted")
        self.other = Button("unlock_other_user", ButtonKind.LINK, trailing_icon="chevron_right")
        self._password_label = Text(Type.BODY)
        self.password = PasswordField("unlock_password")
        self.layout_chip = Chip("unlock_layout")
        self.eye = IconButton("unlock_show_password", "eye")
        self.eye.setCheckable(True)
        self.password.add(self.layout_chip, self.eye)
        self._caps_mark = Mark("caps", "text")
        self._caps = Text(Type.NAME)
        self._layout_help = Text(Type.BODY, "text2")
        self.problem = InlineProblem("unlock_problem", icon="warning")
        self.button = Button("unlock_button", ButtonKind.PRIMARY, cap="Enter", height=40)
        self.forgot = Button("unlock_forgot", ButtonKind.LINK)
        self._sync_mark, self._sync = Mark("centre", "ok"), Text()
        self._draft_mark, self._drafts = Mark("pen"), Text()
        self._idle = Text(Type.BODY, "text2")

    def _make_head(self) -> QVBoxLayout:
        return column([row([self._when, self._training, None, self.language], gap=16)])

    def _make_foot(self) -> QVBoxLayout:
        facts: list[Part] = [self._sync_mark, self._sync, 12, self._draft_mark, self._drafts]
        return column([row([*facts, None, self._idle], gap=8)])

    def _make_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("unlock_card")
        card.setProperty("surface", "card")
        card.setProperty("round", "large")
        card.setFixedWidth(theme.px(440))
        title = Text(Type.TITLE, "text", "ICJIMS")
        head = row([Brand(40)], gap=14)
        head.addLayout(column([title, self._office], gap=0), 1)
        person = QFrame()
        person.setProperty("surface", "sunken")
        who = column([self._name, self._position], gap=1)
        row([self._avatar, who, None, self.other], person, 12, (14, 9, 10, 9))
        label = self._password_label
        label.setBuddy(self.password.edit)
        caps = row([self._caps_mark, self._caps, self._layout_help, None], gap=8)
        links = row([self.forgot, None])
        self.button.setSizePolicy(self.password.sizePolicy())
        parts: list[Part] = [head, 10, person, 8, label, self.password, 2, caps, self.problem, 4]
        column([*parts, self.button, 4, links], card, gap=7, margins=(26, 28, 26, 22))
        return card

    def _on_typed(self) -> None:
        self.keys_pressed.emit()

    def _on_eye(self) -> None:
        shown = self.eye.isChecked()
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.edit.setEchoMode(mode)
        self.eye.set_icon("eye_off" if shown else "eye")
        self._retranslate()

    def _on_unlock(self) -> None:
        user = self._chosen()
        if user is not None and not self._busy and self.password.edit.text():
            self.unlock_asked.emit(user.login, self.password.edit.text())

    def _on_other(self) -> None:
        if self._data is not None and self._data.users:
            self._user = (self._user + 1) % len(self._data.users)
            self.reset()
            self.focus_password()

    def _on_forgot(self) -> None:
        user = self._chosen()
        self.recovery_asked.emit(user.login if user else "")

    def _chosen(self) -> UnlockUser | None:
        if self._data is None or not self._data.users:
            return None
        return self._data.users[self._user]

    def _retranslate(self) -> None:
        self._password_label.setText(self.tr("Password"))
        self.password.edit.setAccessibleName(self.tr("Password"))
        self.other.setText(self.tr("Another person"))
        self.button.setText(self.tr("Opening…") if self._busy else self.tr("Unlock"))
        self.button.setEnabled(not self._busy)
        self.forgot.setText(self.tr("Forgot the password?"))
        shown = self.eye.isChecked()
        self.eye.say(self.tr("Hide the password") if shown else self.tr("Show the password"))
        self._say_keyboard()
        self._say_failure()
        self._say_data()

    def _say_keyboard(self) -> None:
        caps, layout = self._keyboard.caps_lock, self._keyboard.layout
        self._caps_mark.setVisible(caps)
        self._caps.say(self.tr("Caps Lock is on") if caps else "")
        self.layout_chip.show_data(ChipData(layout, icon="keyboard"))
        self.layout_chip.setVisible(bool(layout))
        self._layout_help.say(self.tr("Layout: {name}").format(name=layout) if layout else "")

    def _say_failure(self) -> None:
        failure = self._failure
        restyle(self.password, problem="true" if failure else "false")
        if failure is None:
            self.problem.say(*self._told)
        elif failure.locked_until is not None:
            until = format_time(failure.locked_until)
            self.problem.say(
                self.tr("Too many tries. Wait until {time}.").format(time=until),
                self.tr("Drafts are safe."),
            )
        else:
            left = self.tr("The password is not right. %n try(ies) left.", "", failure.attempts_left)
            wait = self.tr("Then a wait of %n minute(s). Drafts are safe.", "", failure.wait_minutes)
            self.problem.say(left, wait)

    def _say_data(self) -> None:
        data, user = self._data, self._chosen()
        if data is None:
            return
        day = format_long_date(data.now.date())
        self._when.setText(f"{day[0].upper()}{day[1:]}, {format_time(data.now)}")
        self._training.say(self.tr("Training data") if data.training else "")
        self._office.setText(data.workstation)
        self._name.setText(user.name if user else "")
        self._position.setText(user.position if user else "")
        self._avatar.show_name(user.name if user else "")
        self.other.setVisible(len(data.users) > 1)
        self._sync_mark.setVisible(data.sync is not None)
        self._sync.setVisible(data.sync is not None)
        if data.sync is not None:
            sentence = sync_sentence(data.sync)
            self._sync_mark.set_mark(sentence.icon, sentence.tone)
            self._sync.setText(sentence.text)
        self._draft_mark.setVisible(data.drafts > 0)
        drafts = self.tr("%n draft(s) saved", "", data.drafts) if data.drafts else ""
        at = f", {format_time(data.drafts_at)}" if drafts and data.drafts_at else ""
        self._drafts.say(drafts + at)
        minutes = data.idle_lock_minutes
        idle = self.tr("Locked after %n minute(s) without use", "", minutes) if minutes else ""
        self._idle.say(idle)
