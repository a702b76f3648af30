"""The frame over the store: who works, what waits, the search box, and problems that no page shows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from icjims_core.modules import registry
from icjims_core.names import begin_so
from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.components.sync_sentence import SyncFacts
from icjims_desktop.ui.families import icon_of
from icjims_desktop.ui.shell.data import Count, ShellData
from icjims_desktop.ui.shell.finder import Finder, Found
from icjims_desktop.ui.shell.view import ShellView
from icjims_desktop.ui.sync_panel import reading as sync_reading
from icjims_desktop.ui.today.follower import Follower
from icjims_desktop.ui.today.reading import urgent
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Place, Workplace

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

TYPING_MS = 180
FEWEST_LETTERS = 2
MOST_FOUND = 30
COMMAND = "command"
"""The type of what is found and is no record: something that can be done."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be told of the work without a password: the office, the exchange, and how many drafts wait."""

    office: str
    sync: SyncFacts
    drafts: int
    drafts_at: int = 0


@dataclass(frozen=True, slots=True)
class _Told:
    shell: ShellData
    standing: Standing


class ShellPresenter(QObject):
    """Keeps the frame true."""

    stood = Signal(object)
    """A Standing, each time it was read."""

    def __init__(self, view: ShellView, workplace: Workplace, follower: Follower) -> None:
        super().__init__()
        self._view, self._workplace = view, workplace
        self._data: ShellData | None = None
        self._task: Task | None = None
        self._search: Task | None = None
        self.finder = Finder(view.bar.find_field, view)
        self.finder.opened.connect(self._on_found_opened)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._find)
        view.find_asked.connect(self._on_find)
        view.new_asked.connect(lambda: workplace.go(Place("form", type="case")))
        workplace.told.connect(view.show_notice)
        workplace.noted.connect(view.show_note)
        workplace.changed.connect(self.refresh)
        follower.followed.connect(self._on_followed)
        workplace.language_changed.connect(self.refresh)
        for road in workplace.roads.all:
            road.problem_unheard.connect(self.tell)

    def refresh(self) -> None:
        """Read counts and the sentence again."""
        now, language = self._workplace.now(), self._workplace.language
        self._task = self._workplace.read(
            "standing", lambda workspace: _told(workspace, now, language), self, self._on_told, instead_of=self._task
        )

    def _on_followed(self, count: int) -> None:
        if count:
            self.refresh()

    def show_exchange(self, facts: SyncFacts) -> None:
        """Show an exchange under way."""
        if self._data is not None:
            self._data = replace(self._data, sync=facts)
            self._view.show_data(self._data)

    def tell(self, problem: Problem) -> None:
        """Say a problem in the banner."""
        words = problem_words(problem)
        self._view.show_notice(words.happened, words.means, f"{words.safe} {words.todo}".strip())

    def _on_told(self, told: _Told) -> None:
        going = self._data is not None and self._data.sync.going
        sync = self._data.sync if self._data is not None and going else told.shell.sync
        self._data = replace(told.shell, sync=sync)
        self._view.show_data(self._data)
        self.stood.emit(told.standing)

    # --- the search box ---------------------------------------------------------------------------------------------

    def _on_find(self, text: str) -> None:
        if len(text.strip()) < FEWEST_LETTERS:
            self._typing.stop()
            self.finder.hide()
        else:
            self._typing.start()

    def _find(self) -> None:
        text, language = self._view.bar.find_field.edit.text(), self._workplace.language
        if len(text.strip()) >= FEWEST_LETTERS:
            self._search = self._workplace.read(
                "search",
                lambda workspace: _found(workspace, text, language),
                self,
                self._on_found,
                instead_of=self._search,
            )

    def _on_found(self, found: tuple[Found, ...]) -> None:
        if self._view.bar.find_field.edit.hasFocus():
            typed = self._view.bar.find_field.edit.text()
            rows = (*self._commands(typed), *found)
            remark = self.tr("%n found", "", len(rows)) if rows else self.tr("Nothing is found")
            if any(each.brief for each in found):
                brief = self.tr("colleagues' cases in brief: open one and state a purpose")
                remark = f"{remark} · {brief}"
            self.finder.show_found(rows, remark)

    def _commands(self, typed: str) -> Iterator[Found]:
        """What can be done now and is called so in any of the languages, in whatever layout it was typed."""
        for each in self._view.offered():
            if typed.strip() and begin_so(typed, each.label, *each.names):
                yield Found(each.id, COMMAND, "", each.cap or self.tr("Do"), each.label, each.icon)

    def _on_found_opened(self, found: Found) -> None:
        if found.type == COMMAND:
            self._view.give(found.record)
            return
        if found.type == "case":
            self._workplace.go(Place("case", case=found.record))
            return
        if found.case:
            self._workplace.go(Place("case", case=found.case))
        self._workplace.go(Place("form", record=found.record, case=found.case))


def _told(workspace: "Workspace", now: datetime, language: str) -> _Told:
    from icjims_desktop.services.exchange import sessions  # noqa: PLC0415 - loaded at the unlock

    status = workspace.status()
    facts = sync_reading.facts(workspace, sessions.kept(workspace.store))
    me, office = workspace.me, sync_reading.office_name(workspace, language)
    drafts = workspace.drafts.all()
    counts = {"cases": Count(len(workspace.cases.numbers()))}
    due = urgent(workspace, now)
    if due.number:
        counts["today"] = due
    if status["conflicts"]:
        counts["conflicts"] = Count(cast("int", status["conflicts"]), "text")
    if facts.refused or facts.waiting:
        counts["sync"] = Count(facts.refused, "late") if facts.refused else Count(facts.waiting)
    where = office if office == me.office else f"{office} · {me.office}"
    shell = ShellData(me.name or me.login, where, counts=counts, sync=facts)
    entered = workspace.offices.name(me.office, "ru") or me.office
    return _Told(shell, Standing(entered, facts, len(drafts), drafts[0].saved_at if drafts else 0))


def _found(workspace: "Workspace", text: str, language: str) -> tuple[Found, ...]:
    hits = cast("list[dict[str, Any]]", workspace.records.search(text, language, limit=MOST_FOUND)["hits"])
    declared = registry()
    labels = {name: each.label.text(language) for name, each in declared.items()}
    return tuple(
        Found(
            each["id"],
            each["type"],
            each["case"] or "",
            labels.get(each["type"], each["type"]),
            each["text"],
            icon_of(each["type"]),
            brief=bool(each.get("brief")),
        )
        for each in hits
    )
