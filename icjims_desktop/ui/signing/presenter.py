"""Signing over the store: the sheet with what is signed, the signature, and the new act that corrects a signed one."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.signing import reading
from icjims_desktop.ui.signing.correction import CorrectionSheet
from icjims_desktop.ui.signing.data import SigningData
from icjims_desktop.ui.signing.sheet import SigningSheet
from icjims_desktop.ui.wording import advice_words, problem_words
from icjims_desktop.ui.workplace import Place, Workplace


class SigningPresenter(QObject):
    """One act at a time, over whatever page is open."""

    signed = Signal(str)
    """The id of an act that was signed."""

    def __init__(self, workplace: Workplace, cover: QWidget) -> None:
        super().__init__()
        self._workplace = workplace
        self.sheet, self.correction = SigningSheet(cover), CorrectionSheet(cover)
        self._corrected = ""
        self._task: Task | None = None
        workplace.signing_asked.connect(self.ask)
        workplace.correcting_asked.connect(self.correct)
        workplace.language_changed.connect(self._on_language)
        self.sheet.sign_asked.connect(self._on_sign)
        self.sheet.refuse_asked.connect(self._on_refuse)
        self.sheet.reason_asked.connect(self._on_reason)
        self.correction.correct_asked.connect(self._on_correct)

    def ask(self, record: str) -> None:
        """Show what would be signed, and ask for the password; or tell why it cannot be."""
        language, now = self._workplace.language, self._workplace.now()
        self._task = self._workplace.read(
            "signing",
            lambda workspace: reading.offer(workspace, record, language, now),
            self,
            self.sheet.show_data,
            self._tell,
            instead_of=self._task,
        )

    def correct(self, record: str) -> None:
        """Ask why a signed act is corrected."""
        self._corrected = record
        self.correction.open()

    def _tell(self, problem: Problem) -> None:
        words = problem_words(problem)
        self._workplace.told.emit(words.happened, words.means, f"{words.safe} {words.todo}".strip())

    def _on_language(self) -> None:
        self.correction.retranslate()
        data = self.sheet.data
        if data is not None and not self.sheet.isHidden():
            self.ask(data.record)

    def _on_sign(self, password: str) -> None:
        data, language = self.sheet.data, self._workplace.language
        if data is not None:
            self._workplace.write(
                "sign",
                lambda workspace: reading.sign(workspace, data.record, data.capacity, password, language),
                self,
                self._on_signed,
                partial(self._on_refused, data),
            )

    def _on_refuse(self, password: str, reason: str) -> None:
        data = self.sheet.data
        if data is not None:
            self._workplace.write(
                "sign",
                lambda workspace: reading.refuse(workspace, data.record, password, reason),
                self,
                self._on_signed,
                partial(self._on_refused, data),
            )

    def _on_signed(self, signed: tuple[str, tuple[Problem, ...]]) -> None:
        record, advice = signed
        self.sheet.close_sheet()
        if advice:
            self._workplace.noted.emit(*advice_words(advice))
        self._workplace.changed.emit()
        self.signed.emit(record)

    def _on_refused(self, data: SigningData, problem: Problem) -> None:
        words = problem_words(problem)
        self.sheet.show_problem(words.happened, f"{words.means} {words.todo}")
        if problem.code in {"signing_blocked", "unit_in_conflict"}:
            self.ask(data.record)

    def _on_reason(self, place: Place) -> None:
        self.sheet.close_sheet()
        self._workplace.go(place)

    def _on_correct(self, reason: str) -> None:
        record = self._corrected
        self._workplace.write(
            "supersede",
            lambda workspace: reading.supersede(workspace, record, reason),
            self,
            self._on_corrected,
            self._on_not_corrected,
        )

    def _on_corrected(self, record: str) -> None:
        self.correction.close_sheet()
        self._workplace.changed.emit()
        self._workplace.go(Place("form", record=record))

    def _on_not_corrected(self, problem: Problem) -> None:
        words = problem_words(problem)
        self.correction.show_problem(words.happened, f"{words.means} {words.todo}")
