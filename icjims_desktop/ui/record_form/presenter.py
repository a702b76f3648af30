"""The form over the store: opened with what stands, kept as a draft at each pause, recorded once, never lost."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from icjims_core.problem import Problem
from icjims_desktop.ui.attachments.data import StoredFile
from icjims_desktop.ui.attachments.desk import FileDesk
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.dossier.actions import actions_of
from icjims_desktop.ui.dossier.step_bar import LETTER, PRINT
from icjims_desktop.ui.fields.base import Candidate, FormContext, Found
from icjims_desktop.ui.record_form import reading, referring
from icjims_desktop.ui.record_form.annulling import Annulling
from icjims_desktop.ui.record_form.changes import changed
from icjims_desktop.ui.record_form.data import FieldProblem
from icjims_desktop.ui.record_form.likeness import Likeness
from icjims_desktop.ui.record_form.reading import Opened, Recorded
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.wording import advice_words, problem_words
from icjims_desktop.ui.workplace import Place, Workplace


class FormPresenter(QObject):
    """One form at a time."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._names: dict[str, str] = {}
        self.files = FileDesk(workplace)
        self.view = RecordFormView(
            FormContext(workplace.now, self._search, self._name_of, files=self._stored_files, desk=self.files)
        )
        self.files.over(self.view)
        self.files.attached.connect(self.reopen)
        self.annulling = Annulling(workplace, self.view, self.reopen)
        self._likeness = Likeness(workplace, self.view.likely, self._let_go)
        self._opened: Opened | None = None
        self._saving = False
        self._field, self._then_sign, self._then = "", False, ""
        self._task: Task | None = None
        self._search_task: Task | None = None
        self.view.draft_changed.connect(self._on_draft)
        self.view.put_off.connect(self._on_put_off)
        self.view.save_asked.connect(self._on_save)
        self.view.sign_asked.connect(self._on_sign)
        self.view.correct_asked.connect(self._on_correct)
        self.view.print_asked.connect(self._on_print)
        self.view.head.letter_asked.connect(self._on_letter)
        self.view.create_asked.connect(self._on_create)
        self.view.disputed_opened.connect(self._on_disputed)

    @property
    def place(self) -> Place | None:
        """The form that is open."""
        opened = self._opened
        if opened is None:
            return None
        case = str(uuid.UUID(bytes=opened.case)) if opened.case else ""
        return Place("form", opened.type, str(uuid.UUID(bytes=opened.record)), case)

    def open(self, place: Place) -> None:
        """Open a record, or a new one of a type; what is typed in the form before it is kept first."""
        self.view.show_state(PageState.LOADING)
        self._then = place.then
        self._read(place)

    def _read(self, place: Place) -> None:
        self.keep()
        self._opened = None
        type_, record, case, language = place.type, place.record, place.case, self._workplace.language
        now, self._field = self._workplace.now(), place.unit
        self._task = self._workplace.read(
            "form",
            lambda workspace: reading.open_form(workspace, type_, record, case, language, now),
            self,
            self._on_opened,
            self._on_not_opened,
            instead_of=self._task,
        )

    def keep(self) -> None:
        """Keep what is typed now, without waiting for a pause."""
        if self._opened is not None and self.view.has_unkept:
            self._on_draft(self.view.raw())

    def _let_go(self) -> None:
        """Forget what is typed: somebody else was chosen in its place."""
        self.view.note_kept()
        self._opened = None

    def close(self) -> None:
        """Forget the form that is open."""
        self._opened = None

    def _on_opened(self, opened: Opened) -> None:
        self._opened, self._saving = opened, False
        self._names.update(opened.names)
        self.files.serve(opened.record if opened.seen is not None else None)
        self.annulling.serve(opened)
        self.view.show_data(opened.data)
        offered = actions_of(opened.type, None, "") if opened.seen is not None else ()
        self.view.head.print.setVisible(PRINT in offered)
        self.view.head.letter.setVisible(LETTER in offered)
        self._likeness.begin(opened, self.view.raw())
        if self._field in opened.data.declared.by_name:
            self.view.go_to(self._field)
        elif self.view.isVisible():
            self.view.focus_first()
        if self._then_sign:
            self._then_sign = False
            self._on_sign()

    def _on_not_opened(self, problem: Problem) -> None:
        words = problem_words(problem)
        self.view.show_state(PageState.ERROR, f"{words.happened} {words.todo}")

    def _on_draft(self, raw: Mapping[str, object]) -> None:
        opened = self._opened
        if opened is None or self._saving or opened.data.read_only:
            return
        self._likeness.follow(opened, raw)
        touched, now = changed(opened.data.declared, opened.data.values, raw), self._workplace.milliseconds()
        self.view.note_kept()
        self._workplace.write(
            "draft",
            lambda workspace: reading.keep_draft(workspace, opened, touched, now),
            self,
            partial(self._on_kept, opened),
        )

    def _on_kept(self, opened: Opened, kept_at: datetime | None) -> None:
        if opened is self._opened:
            self.view.show_draft_saved(kept_at)

    def _on_put_off(self, raw: Mapping[str, object]) -> None:
        self._on_draft(raw)
        self._leave("")

    def _leave(self, recorded: str) -> None:
        opened, self._opened = self._opened, None
        if opened is None or (opened.case is None and not recorded and opened.seen is None):
            self._workplace.go(Place("cases"))
            return
        case = str(uuid.UUID(bytes=opened.case or opened.record))
        then, self._then = self._then if recorded else "", ""
        self._workplace.changed.emit()
        self._workplace.go(Place("case", case=case))
        if then:
            self._workplace.go(Place("form", type=then, case=case))

    def _on_sign(self) -> None:
        """Signing is asked for what is recorded; whether it may be is told there."""
        if self._opened is not None:
            self.keep()
            self._workplace.signing_asked.emit(str(uuid.UUID(bytes=self._opened.record)))

    def _on_correct(self) -> None:
        if self._opened is not None:
            self.keep()
            self._workplace.correcting_asked.emit(str(uuid.UUID(bytes=self._opened.record)))

    def _on_print(self) -> None:
        """What is printed is what is recorded; what is typed and not recorded is not on the paper."""
        opened = self._opened
        if opened is not None and opened.seen is not None:
            self.keep()
            self._workplace.printing_asked.emit(str(uuid.UUID(bytes=opened.record)))
        else:
            self._workplace.noted.emit(self.tr("Record it first; then it can be printed."), "", "")

    def _on_letter(self) -> None:
        if self._opened is not None:
            self.keep()
            self._workplace.letter_asked.emit(str(uuid.UUID(bytes=self._opened.record)))

    def reopen(self, record: str, field: str = "") -> None:
        """Read a record again that was signed or attached to, if it is the one that is open; go on at `field`."""
        place = self.place
        if place is not None and place.record == record:
            self._read(replace(place, unit=field))

    def _stored_files(self) -> Sequence[StoredFile]:
        return self._opened.data.files if self._opened is not None else ()

    def _on_save(self, values: Mapping[str, object], sign: bool) -> None:
        opened = self._opened
        if opened is None or self._saving:
            return
        touched = changed(opened.data.declared, opened.data.values, values)
        if opened.seen is not None and not touched:
            if sign:
                self._on_sign()
            else:
                self._leave("")
            return
        self._then_sign, language = sign, self._workplace.language
        self._saving = True
        self._workplace.write(
            "record",
            lambda workspace: reading.save(workspace, opened, touched, language),
            self,
            self._on_saved,
            partial(self._on_refused, opened),
        )

    def _on_saved(self, recorded: Recorded) -> None:
        self._saving = False
        sealed = self._opened is not None and bool(self._opened.data.declared.sealed)
        self._go_on(recorded.record, sealed=sealed)
        # What is sealed leaves at once: the way to the centre is offered before anything else.
        first = self.tr("The record is sealed. Exchange with the centre now: F8.") if sealed else ""
        if first or recorded.advice:  # told on the page to which it went on
            self._workplace.noted.emit(*advice_words(recorded.advice, first))

    def _go_on(self, record: str, *, sealed: bool) -> None:
        place = self.place
        if self._then_sign and place is not None:
            self._workplace.changed.emit()
            self._opened = None
            self.open(place)
        elif sealed:
            self._opened = None
            self._workplace.changed.emit()
            self._workplace.go(Place("sync"))
        else:
            self._leave(record)

    def _on_refused(self, opened: Opened, problem: Problem) -> None:
        self._saving = self._then_sign = False
        name = str(problem.params.get("field") or "")
        words = problem_words(problem)
        if problem.code == "unit_in_conflict":
            self._on_disputed(name)
        elif name in opened.data.declared.by_name:
            self.view.show_problems((FieldProblem(name, words.happened, words.todo or words.means),))
        else:
            self._workplace.told.emit(words.happened, words.means, f"{words.safe} {words.todo}".strip())

    def _on_disputed(self, field: str) -> None:
        opened = self._opened
        if opened is not None:
            self.keep()
            unit = opened.data.declared.by_name[field].unit
            self._workplace.go(Place("conflicts", record=str(uuid.UUID(bytes=opened.record)), unit=unit))

    # --- references -------------------------------------------------------------------------------------------------

    def _search(self, target: str, typed: str, found: Found) -> None:
        if self._search_task is not None:
            self._search_task.cancel()
        case, language = self._opened.case if self._opened is not None else None, self._workplace.language
        self._search_task = self._workplace.read(
            "search",
            lambda workspace: referring.candidates(workspace, case, target, typed, language),
            self,
            partial(self._on_found, found),
        )

    def _on_found(self, found: Found, candidates: tuple[Candidate, ...]) -> None:
        self._names.update({each.record_id: each.name for each in candidates})
        found(candidates)

    def _name_of(self, _target: str, record: str) -> str:
        return self._names.get(record, "")

    def _on_create(self, field: str, target: str, typed: str) -> None:
        opened = self._opened
        if opened is None:
            return
        if target != "person" or opened.case is None:
            fact = self.tr("“{name}” is not recorded yet").format(name=typed)
            self._workplace.told.emit(fact, self.tr("Record it first as a step of its own; then choose it here."), "")
            return
        case = opened.case
        self._workplace.write(
            "person",
            lambda workspace: reading.new_person(workspace, case, typed),
            self,
            partial(self._on_created, opened, field),
            partial(self._on_refused, opened),
        )

    def _on_created(self, opened: Opened, field: str, made: tuple[str, str]) -> None:
        record, name = made
        self._names[record] = name
        if opened is self._opened:
            self.view.show_created(field, record)
