"""What the form can do with the files of its record: attach, look, copy out; the work runs on workers."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from icjims_core.problem import Problem
from icjims_desktop.ui.attachments import reading
from icjims_desktop.ui.attachments.data import StoredFile
from icjims_desktop.ui.attachments.pictures import Picture
from icjims_desktop.ui.attachments.viewer import PictureViewer
from icjims_desktop.ui.bridge import Progress, Task
from icjims_desktop.ui.components.reason_sheet import ReasonSheet, ReasonWords
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Workplace, nothing

ChooseFiles = Callable[[QWidget | None, str], Sequence[str]]
ChooseTarget = Callable[[QWidget | None, str, str], str]


def files_by_dialog(parent: QWidget | None, title: str) -> Sequence[str]:
    """The files that a person chooses; none where he gives up."""
    return QFileDialog.getOpenFileNames(parent, title)[0]


def target_by_dialog(parent: QWidget | None, title: str, name: str) -> str:
    """Where a copy is to be written; empty where he gives up. An existing file is refused by the store."""
    options = QFileDialog.Option.DontConfirmOverwrite
    return QFileDialog.getSaveFileName(parent, title, name, options=options)[0]


class FileDesk(QObject):
    """The files of one record at a time."""

    progressed = Signal(str, object)
    """Field, and a Progress; None when the attaching has ended."""
    attached = Signal(str, str)
    """The id of a record that states one file more, and in which field; one less: no field."""

    copied = Signal(str, str)
    """SHA-256 of a file of which a readable copy was written outside, and the name of the copy."""

    def __init__(
        self,
        workplace: Workplace,
        choose_files: ChooseFiles = files_by_dialog,
        choose_target: ChooseTarget = target_by_dialog,
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self.choose_files, self.choose_target = choose_files, choose_target
        self.viewer: PictureViewer | None = None
        self.reason: ReasonSheet | None = None
        self._going: StoredFile | None = None
        self._record: bytes | None = None
        self._queue: list[tuple[bytes, str, Path]] = []
        self._task: Task | None = None

    def over(self, cover: QWidget) -> None:
        """Show pictures over this page."""
        self.viewer = PictureViewer(cover)
        self.viewer.copy_asked.connect(self.save_copy)
        self.reason = ReasonSheet("file_reason", cover)
        self.reason.given.connect(self._on_reason)

    def serve(self, record: bytes | None) -> None:
        """Work for this record; None for one that is not recorded yet."""
        self._record = record

    @property
    def ready(self) -> bool:
        """Whether there is a record to attach to."""
        return self._record is not None

    def attach(self, field: str) -> None:
        """Ask for files and attach them."""
        if self._record is not None:
            self.attach_files(field, self.choose_files(self._window(), self.tr("Attach files")))

    def attach_files(self, field: str, paths: Sequence[str]) -> None:
        """Attach these files, one after the other."""
        if self._record is not None:
            self._queue += [(self._record, field, Path(path)) for path in paths]
            self._next()

    def cancel(self) -> None:
        """Stop attaching: what is not attached whole is not kept at all."""
        self._queue.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.progressed.emit("", None)

    def thumbnail(self, owner: QObject, file: StoredFile, then: Callable[[bytes | None], object]) -> None:
        """The small picture of a file, handed over later unless `owner` is gone."""
        record = self._record
        if record is not None:
            self._workplace.read(
                "thumbnail", lambda workspace: reading.thumbnail(workspace, record, file), owner, then, nothing
            )

    def view(self, file: StoredFile) -> None:
        """Show a picture inside the window."""
        record = self._record
        if record is not None:
            self._workplace.read(
                "picture",
                lambda workspace: reading.picture(workspace, record, file),
                self,
                partial(self._on_picture, file),
            )

    def save_copy(self, file: StoredFile) -> None:
        """Ask where, and write a readable copy there; the audit stream is told first."""
        record = self._record
        if record is None:
            return
        target = self.choose_target(self._window(), self.tr("Save a copy outside the system"), file.name)
        if target:
            self._workplace.read(
                "copy",
                lambda workspace: reading.save_copy(workspace, record, file, Path(target)),
                self,
                lambda name: self.copied.emit(file.sha256, name),
                self._tell,
            )

    def take_away(self, file: StoredFile) -> None:
        """Ask why a file no longer belongs to the record; it is recorded with the reason, and nothing is erased."""
        if self.reason is not None and self._record is not None:
            self._going = file
            promise = self.tr(
                "{name} will stand in the record no longer. That it stood there, and why not any more, stays."
            )
            words = ReasonWords(self.tr("Take the file away"), promise.format(name=file.name), self.tr("Take it away"))
            self.reason.ask(words)

    def _on_reason(self, reason: str) -> None:
        record, file = self._record, self._going
        if record is not None and file is not None:
            self._workplace.write(
                "take_away",
                lambda workspace: reading.take_away(workspace, record, file, reason),
                self,
                self._on_taken_away,
                self._on_not_taken_away,
            )

    def _on_taken_away(self, record: str) -> None:
        self._going = None
        if self.reason is not None:
            self.reason.close_sheet()
        self._workplace.changed.emit()
        self.attached.emit(record, "")

    def _on_not_taken_away(self, problem: Problem) -> None:
        words = problem_words(problem)
        if self.reason is not None:
            self.reason.show_problem(words.happened, f"{words.means} {words.todo}".strip())

    def _window(self) -> QWidget | None:
        return self.viewer.window() if self.viewer is not None else None

    def _next(self) -> None:
        if self._task is not None or not self._queue:
            return
        record, field, path = self._queue.pop(0)
        self.progressed.emit(field, Progress(0, 0, detail=path.name))
        self._task = self._workplace.follow(
            "attach",
            lambda workspace, reporter: reading.attach(workspace, reporter, record, field, path),
            self,
            partial(self._on_attached, field),
            self._on_refused,
            lambda told: self.progressed.emit(field, told),
        )

    def _on_attached(self, field: str, record: str) -> None:
        self._task = None
        if self._queue:
            self._next()
            return
        self.progressed.emit("", None)
        self._workplace.changed.emit()
        self.attached.emit(record, field)

    def _on_refused(self, problem: Problem) -> None:
        self._task = None
        self.progressed.emit("", None)
        self._tell(problem)
        self._next()

    def _on_picture(self, file: StoredFile, picture: Picture | None) -> None:
        if picture is None:
            fact = self.tr("“{name}” cannot be shown here").format(name=file.name)
            self._workplace.told.emit(fact, self.tr("It is no picture of a known kind, or too large."), "")
        elif self.viewer is not None:
            self.viewer.show_picture(file, picture)

    def _tell(self, problem: Problem) -> None:
        words = problem_words(problem)
        self._workplace.told.emit(words.happened, words.means, f"{words.safe} {words.todo}".strip())
