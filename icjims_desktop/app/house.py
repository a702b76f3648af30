"""The pages of one unlocked session with their presenters; made at the unlock, gone with everything at the lock."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from icjims_core.access import reads_any
from icjims_core.problem import Problem
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.cases.presenter import CasesPresenter
from icjims_desktop.ui.commands import CommandSet
from icjims_desktop.ui.conflicts.presenter import ConflictsPresenter
from icjims_desktop.ui.consultations.presenter import LogPresenter
from icjims_desktop.ui.dossier.presenter import DossierPresenter
from icjims_desktop.ui.papers.presenter import PapersPresenter
from icjims_desktop.ui.people.presenter import PeoplePresenter
from icjims_desktop.ui.record_form.presenter import FormPresenter
from icjims_desktop.ui.shell.presenter import ShellPresenter
from icjims_desktop.ui.shell.view import ShellView
from icjims_desktop.ui.signing.presenter import SigningPresenter
from icjims_desktop.ui.sync_panel.presenter import SyncPresenter
from icjims_desktop.ui.today.follower import Follower
from icjims_desktop.ui.today.presenter import TodayPresenter
from icjims_desktop.ui.workplace import Place, Roads, Workplace


class House(QObject):
    """Finds the way between the pages."""

    crashed = Signal(str, object)
    """Label and error of work that failed by a defect."""

    def __init__(self, shell: ShellView, workspace: Workspace, roads: Roads, clock: Callable[[], int]) -> None:
        super().__init__()
        self.workplace = Workplace(workspace, roads, clock)
        self._shell = shell
        self.follower = Follower(self.workplace)
        self.today = TodayPresenter(self.workplace, self.follower)
        self.cases = CasesPresenter(self.workplace, self.follower)
        self.dossier = DossierPresenter(self.workplace)
        self.form = FormPresenter(self.workplace)
        self.conflicts = ConflictsPresenter(self.workplace)
        self.sync = SyncPresenter(self.workplace)
        self.people = PeoplePresenter(self.workplace)
        self.papers = PapersPresenter(self.workplace, shell)
        shell.add_page("today", self.today.view)
        shell.add_page("cases", self.cases.view)
        shell.add_page("case", self.dossier.view, "cases")
        shell.add_page("form", self.form.view, "cases")
        shell.add_page("people", self.people.view)
        shell.add_page("conflicts", self.conflicts.view)
        shell.add_page("papers", self.papers.view)
        shell.add_page("sync", self.sync.view)
        self.log = LogPresenter(self.workplace) if reads_any(workspace.me.role) else None
        if self.log is not None:
            shell.add_page("log", self.log.view)
        self.signing = SigningPresenter(self.workplace, shell)
        self.signing.signed.connect(self.form.reopen)
        self.frame = ShellPresenter(shell, self.workplace, self.follower)
        shell.exchange_asked.connect(self.sync.exchange)
        self.sync.facts_changed.connect(self.frame.show_exchange)
        self.dossier.view.inventory_asked.connect(lambda: self.papers.print_inventory(self.dossier.case))
        shell.page_shown.connect(self._on_page)
        self._add_commands(shell)
        self.workplace.went.connect(self.open)
        for road in roads.all:
            road.crashed.connect(self.crashed)

    def _add_commands(self, shell: ShellView) -> None:
        commands = CommandSet(shell)
        commands.add("take_case", lambda _key: self.papers.take_case())
        commands.add("take_workbook", lambda _key: self._take_workbook())
        commands.add("print_journal", lambda _key: self._choose_journal())

    def _take_workbook(self) -> None:
        self._shell.show_page("papers")
        self.papers.check_workbook()

    def _choose_journal(self) -> None:
        self._shell.show_page("papers")
        self.papers.view.journals.focus_first()

    def _on_page(self, page: str) -> None:
        """What is work for a large office is read when it is looked at."""
        if page == "people":
            self.people.refresh()
        elif page == "papers":
            self.papers.refresh()
        elif page == "log" and self.log is not None:
            self.log.refresh()

    def begin(self, place: Place) -> None:
        """Read everything for the first time and open a place."""
        for each in (self.frame, self.cases, self.conflicts, self.sync):
            each.refresh()
        self.open(place)
        self.follower.begin()
        self.sync.begin()
        for warning in self.workplace.workspace.warnings:
            self.frame.tell(Problem(warning.code, **warning.params))

    def open(self, place: Place) -> None:
        """Go to a place."""
        if place.page == "case":
            self.dossier.open(place.case, place.unit)
        elif place.page == "form":
            if place.case and place.case != self.dossier.case:
                self.dossier.open(place.case)
            self.form.open(place)
        elif place.page == "conflicts" and place.record:
            self.conflicts.open(f"{place.record}/{place.unit}")
        self._shell.show_page(place.page)

    @property
    def place(self) -> Place:
        """Where the person is."""
        page = self._shell.current_page
        if page == "case" and self.dossier.case:
            return Place("case", case=self.dossier.case)
        if page == "form" and self.form.place is not None:
            return self.form.place
        if page == "conflicts" and self.conflicts.conflict:
            record, _, unit = self.conflicts.conflict.partition("/")
            return Place("conflicts", record=record, unit=unit)
        return Place(page if page in {"today", "cases", "people", "conflicts", "papers", "sync"} else "today")

    def leave(self) -> Place:
        """Take nothing in any more, end the exchange, keep what is typed; where the person was."""
        place = self.place
        self.form.keep()
        self.follower.stop()
        self.workplace.close()
        self.form.close()
        self.sync.stop()
        self.workplace.roads.reading.cancel_all()
        return place
