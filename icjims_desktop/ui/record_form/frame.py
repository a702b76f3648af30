"""Head and foot of the form: what it is, how the draft stands, and what can be done."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal

from icjims_desktop.ui.commands import CommandSet, cap_of
from icjims_desktop.ui.components.base import Part, Translated, column, row, set_surface
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.chip import Chip, ChipData
from icjims_desktop.ui.components.text import ElidedText, Text
from icjims_desktop.ui.i18n.dates import format_time
from icjims_desktop.ui.record_form.data import UNDO
from icjims_desktop.ui.theme import Type, theme


class FormHead(Translated):
    """Case, title, article, version and the draft chip."""

    back_asked = Signal()
    print_asked = Signal()
    letter_asked = Signal()
    annul_asked = Signal()
    draft_shown = Signal(bool)
    """Whether a kept draft is told."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("form_head")
        set_surface(self, "head")
        self._saved_at: datetime | None = None
        self._read_only = False
        self.back = Button("form_back", ButtonKind.LINK, "chevron_left", height=22)
        self._version = Text(Type.META, "muted")
        self.print = Button("form_print", ButtonKind.LINK, "printer", cap_of("print_act"), height=22)
        self.print.hide()
        self.letter = Button("form_letter", ButtonKind.LINK, "printer", cap_of("letter"), height=22)
        self.letter.hide()
        self.annul = Button("form_annul", ButtonKind.LINK, "cross", cap_of("annul_record"), height=22)
        self.annul.hide()
        self._annulling = ""
        self.annulled = Text(Type.META, "late", wrap=True)
        self._title, self._remark = Text(Type.TITLE), ElidedText(Type.BODY, "text2")
        self.draft, self.act = Chip("draft_state"), Chip("act_state")
        self.act.hide()
        self._signed = Text(Type.META, "text2", wrap=True)
        self._signed.hide()
        second = row([self._title], gap=12)
        second.addWidget(self.act)
        second.addWidget(self._remark, 1)
        second.addWidget(self.draft)
        first = row([self.back, None, self._version, self.annul, self.print, self.letter], gap=12)
        parts: list[Part] = [first, second, self._signed, self.annulled]
        column(parts, self, 2, (20, 8, 20, 10))
        self.back.clicked.connect(self.back_asked)
        self.print.clicked.connect(self.print_asked)
        self.annul.clicked.connect(self.annul_asked)
        self.letter.clicked.connect(self.letter_asked)
        CommandSet(self).add("letter", lambda _key: self.letter_asked.emit(), self.letter.isVisible)
        self._retranslate()

    def show_words(self, case_number: str, title: str, remark: str, version: str) -> None:
        """Show what the form is about."""
        self.back.setText(case_number)
        self.back.setVisible(bool(case_number))
        self._title.setText(title)
        self._remark.setText(remark)
        self._version.say(version)

    def show_act(self, chip: ChipData | None, signed: str) -> None:
        """Show how far an act has come, and who has signed it; nothing of what is no act."""
        self.act.setVisible(chip is not None)
        if chip is not None:
            self.act.show_data(chip)
        self._signed.say(signed)

    def show_annulling(self, annulling: str, annulled: str) -> None:
        """Show who annulled the record, and what the user may do about it: `ANNUL`, `UNDO` or nothing."""
        self._annulling = annulling
        self.annul.setVisible(bool(annulling))
        self.annulled.say(annulled)
        self._retranslate()

    def show_draft(self, saved_at: datetime | None, *, read_only: bool = False) -> None:
        """Say when the draft was saved, and that it is on this computer."""
        self._saved_at, self._read_only = saved_at, read_only
        self._retranslate()
        self.draft_shown.emit(saved_at is not None)

    def _retranslate(self) -> None:
        self.print.setText(self.tr("Print…"))
        self.letter.setText(self.tr("Letter to the prosecutor"))
        undo = self._annulling == UNDO
        self.annul.setText(self.tr("Take the annulment back…") if undo else self.tr("Annul…"))
        self.annul.set_icon("undo" if undo else "cross")
        if self._read_only:
            self.draft.show_data(ChipData(self.tr("Read only"), icon="lock"))
        elif self._saved_at is None:
            self.draft.show_data(ChipData(self.tr("Nothing typed yet"), icon="pen"))
        else:
            text = self.tr("Draft saved at {time}, on this computer")
            at = format_time(self._saved_at)
            self.draft.show_data(ChipData(text.format(time=at), icon="tick"))


@dataclass(frozen=True, slots=True)
class FootRights:
    """What the user may do: write, sign on recording, countersign (in the words of the capacity), correct."""

    write: bool = True
    sign: bool = False
    countersign: str = ""
    correct: bool = False


class FormFoot(Translated):
    """Counts that jump to what is to do; put off; record."""

    mend_asked = Signal()
    fill_asked = Signal()
    put_off_asked = Signal()
    save_asked = Signal(bool)
    """Whether it is to be signed as well."""
    countersign_asked = Signal()
    correct_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("form_foot")
        set_surface(self, "foot")
        self.setFixedHeight(theme.px(56))
        self._wrong, self._empty, self._first = 0, 0, ""
        self._rights = FootRights()
        self.mend = Button("foot_mend", ButtonKind.LINK, "octagon")
        self.fill = Button("foot_fill", ButtonKind.LINK, "ring")
        self._promise = Text(Type.BODY, "text2")
        self.put_off = Button("put_off_button", ButtonKind.QUIET, cap=cap_of("put_off"))
        self.save = Button("save_button", ButtonKind.PRIMARY, "tick", cap=cap_of("save"))
        self.record_only = Button("record_only_button", ButtonKind.SECONDARY, cap=cap_of("record_only"))
        self.correct = Button("correct_button", ButtonKind.SECONDARY, "document", cap=cap_of("correct_act"))
        self.countersign = Button("countersign_button", ButtonKind.PRIMARY, "signed", cap=cap_of("sign_act"))
        acts = (self.put_off, self.record_only, self.correct, self.save, self.countersign)
        parts = [self.mend, self.fill, self._promise, None, *acts]
        row(parts, self, 12, (16, 0, 20, 0))
        self.mend.clicked.connect(self.mend_asked)
        self.fill.clicked.connect(self.fill_asked)
        self.put_off.clicked.connect(self.put_off_asked)
        self.save.clicked.connect(lambda: self.save_asked.emit(self._rights.sign))
        self.record_only.clicked.connect(lambda: self.save_asked.emit(False))  # noqa: FBT003 - a signal
        self.countersign.clicked.connect(self.countersign_asked)
        self.correct.clicked.connect(self.correct_asked)
        self._retranslate()

    def show_counts(self, wrong: int, empty: int, first_empty: str) -> None:
        """Say how many fields are to mend and how many required ones are empty."""
        self._wrong, self._empty, self._first = wrong, empty, first_empty
        self._retranslate()

    def show_rights(self, rights: "FootRights") -> None:
        """What can be done with the record."""
        self._rights = rights
        self.save.setVisible(rights.write or rights.sign)
        self.record_only.setVisible(rights.write and rights.sign)
        self.countersign.setVisible(bool(rights.countersign))
        self.correct.setVisible(rights.correct)
        self._promise.setVisible(rights.write and not rights.sign)
        self._retranslate()

    def _retranslate(self) -> None:
        self.mend.setText(self.tr("%n to mend", "", self._wrong))
        self.mend.set_tone("late")
        self.mend.setVisible(self._wrong > 0)
        empty = self.tr("%n empty", "", self._empty)
        self.fill.setText(f"{empty}: {self._first}" if self._empty == 1 else empty)
        self.fill.set_tone("due")
        self.fill.setVisible(self._empty > 0)
        self._promise.setText(self.tr("What you typed will not be lost"))
        self.put_off.setText(self.tr("Put off") if self._rights.write else self.tr("Back"))
        self.save.setText(self._save_words())
        self.save.set_icon("signed" if self._rights.sign else "tick")
        self.save.set_kind(ButtonKind.SECONDARY if self._rights.countersign else ButtonKind.PRIMARY)
        self.record_only.setText(self.tr("Record only"))
        self.countersign.setText(self._rights.countersign)
        self.correct.setText(self.tr("Correct by a new act"))

    def _save_words(self) -> str:
        if not self._rights.sign:
            return self.tr("Record")
        return self.tr("Record and sign") if self._rights.write else self.tr("Sign")
