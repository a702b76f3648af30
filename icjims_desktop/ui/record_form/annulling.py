"""A record is annulled in its form, or its annulment taken back, with a reason that stays in the history."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject

from icjims_core.problem import Problem
from icjims_desktop.ui.components.reason_sheet import ReasonSheet, ReasonWords
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.record_form.data import UNDO, FormData
from icjims_desktop.ui.record_form.reading import Opened
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Workplace


class Annulling(QObject):
    """Asks for the reason over the form; `done` is told the id of the record."""

    def __init__(self, workplace: Workplace, view: RecordFormView, done: Callable[[str], None]) -> None:
        super().__init__()
        self._workplace, self._done = workplace, done
        self._opened: Opened | None = None
        self.sheet = ReasonSheet("annul", view)
        self.sheet.given.connect(self._on_reason)
        view.head.annul_asked.connect(self._on_asked)

    def serve(self, opened: Opened) -> None:
        """Another form is open."""
        self._opened = opened

    def _on_asked(self) -> None:
        if self._opened is not None and self._opened.data.annulling:
            self.sheet.ask(self._words(self._opened.data))

    def _words(self, data: FormData) -> ReasonWords:
        name = data.declared.label.text(languages.current.value)
        if data.annulling == UNDO:
            promise = self.tr("{record}: it counts again. The annulment and its reason stay in the history.")
            return ReasonWords(self.tr("Take the annulment back"), promise.format(record=name), self.tr("Take it back"))
        promise = self.tr(
            "{record}: it no longer counts and stays in the history with your reason; nothing is deleted."
        )
        return ReasonWords(self.tr("Annul the record"), promise.format(record=name), self.tr("Annul"))

    def _on_reason(self, reason: str) -> None:
        opened = self._opened
        if opened is None or opened.seen is None:
            return
        record, seen, undo = opened.record, opened.seen, opened.data.annulling == UNDO
        self._workplace.write(
            "annul",
            lambda workspace: workspace.records.annul(record, reason, undo=undo, seen=seen),
            self,
            lambda _saved: self._on_annulled(record),
            self._on_refused,
        )

    def _on_annulled(self, record: bytes) -> None:
        self.sheet.close_sheet()
        self._workplace.changed.emit()
        self._done(str(uuid.UUID(bytes=record)))

    def _on_refused(self, problem: Problem) -> None:
        words = problem_words(problem)
        self.sheet.show_problem(words.happened, f"{words.means} {words.todo}".strip())
