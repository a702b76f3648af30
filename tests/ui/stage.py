"""Builds the window with the story of the scenes, for tests and for the pictures."""

from icjims_desktop.ui.cases.view import CasesView
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.conflicts.view import ConflictsView
from icjims_desktop.ui.dossier.view import DossierView
from icjims_desktop.ui.papers.print_sheet import PrintSheet
from icjims_desktop.ui.papers.view import PapersView
from icjims_desktop.ui.people.view import PeopleView
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.shell.window import MainWindow
from icjims_desktop.ui.signing.correction import CorrectionSheet
from icjims_desktop.ui.signing.sheet import SigningSheet
from icjims_desktop.ui.sync_panel.view import SyncView
from icjims_desktop.ui.today.view import TodayView
from tests.ui import scenes, scenes_of_exchange, scenes_of_papers, scenes_of_signing, scenes_of_today

SCENES = (
    "unlock",
    "today",
    "today_explained",
    "due_sheet",
    "liberty_sheet",
    "cases",
    "cases_peek",
    "case",
    "add_step",
    "form",
    "conflicts",
    "conflict",
    "sync",
    "keys",
    "settings",
    "empty",
    "sign",
    "sign_blocked",
    "correct",
    "print",
    "papers",
    "people",
)


class Stage:
    """The window with all pages; `show` sets a scene in the language now chosen."""

    def __init__(self) -> None:
        self.window = MainWindow()
        self.cases = CasesView(scenes.fetch_cases)
        self.dossier = DossierView()
        self.form = RecordFormView(scenes.context())
        self.conflicts, self.sync = ConflictsView(), SyncView()
        shell = self.window.shell
        self.signing, self.correction = SigningSheet(shell), CorrectionSheet(shell)
        self.today = TodayView(scenes_of_today.fetch, scenes_of_today.now)
        shell.add_page("today", self.today)
        shell.add_page("cases", self.cases)
        shell.add_page("case", self.dossier, "cases")
        shell.add_page("form", self.form, "cases")
        self.people, self.papers = PeopleView(), PapersView()
        self.printing = PrintSheet(shell)
        shell.add_page("people", self.people)
        shell.add_page("conflicts", self.conflicts)
        shell.add_page("papers", self.papers)
        shell.add_page("sync", self.sync)

    def show(self, scene: str) -> None:
        """Set a scene."""
        self.window.shell.keys.hide()
        self.signing.hide()
        self.correction.hide()
        self.printing.hide()
        self.window.shell.settings.hide()
        self.window.shell.show_data(scenes.shell())
        for sheet in self.dossier.sheets:
            sheet.hide()
        if scene == "unlock":
            self._show_unlock()
            return
        self.window.show_shell()
        getattr(self, f"_show_{scene}")()

    def _show_unlock(self) -> None:
        unlock = self.window.unlock
        self.window.show_unlock()
        unlock.show_data(scenes.unlock())
        unlock.show_keyboard(scenes.keyboard())
        unlock.password.edit.setText("х" * 10)
        unlock.show_failure(scenes.failure())
        unlock.password.edit.deselect()

    def _show_today(self) -> None:
        self.today.hide_explanation()
        self.today.show_board(scenes_of_today.board())
        self.today.clocks.show_clocks(scenes_of_today.clocks(), scenes_of_today.NOW)
        self.today.waits.show_waits(scenes_of_today.waits())
        self.window.shell.show_page("today")

    def _show_today_explained(self) -> None:
        self._show_today()
        self.today.show_explanation(scenes_of_today.explained()[1])

    def _show_due_sheet(self) -> None:
        self._show_case()
        self.dossier.dues.show_dues(scenes_of_today.explained(), scenes_of_today.NOW)
        self.dossier.dues.open_at("k1")

    def _show_liberty_sheet(self) -> None:
        self._show_case()
        self.dossier.passports.show_told(scenes_of_today.told(), scenes_of_today.NOW)
        self.dossier.passports.open_at("p")

    def _show_cases(self) -> None:
        self.cases.show_peek(shown=False)
        self.cases.show_filters(scenes.case_filters(), "all")
        self.cases.show_ids(range(38))
        self.window.shell.show_page("cases")
        self.cases.table.setFocus()

    def _show_cases_peek(self) -> None:
        self._show_cases()
        self.cases.table.peeked.emit(0)

    def _show_case(self) -> None:
        self.dossier.show_data(scenes.case())
        self.window.shell.show_page("case")

    def _show_add_step(self) -> None:
        self._show_case()
        self.dossier.sheet.open()

    def _show_form(self) -> None:
        self.form.show_data(scenes.form())
        self.window.shell.show_page("form")
        self.form.open_section(2)
        self.form.editor_row("relatives_notified_times").editor.show_typed(["2026-11-23T13:50+06:00"])
        self.form.show_problems((scenes.time_question(),))
        self.form.editor_row("lawyer_arrived_at").editor.inputs()[0].setFocus()

    def _show_conflicts(self) -> None:
        self.conflicts.show_items(scenes_of_exchange.conflict_items())
        self.conflicts.show_queue()
        self.window.shell.show_page("conflicts")

    def _show_conflict(self) -> None:
        self._show_conflicts()
        self.conflicts.show_conflict(scenes_of_exchange.disagreement())
        detail = self.conflicts.detail
        for number, kind in enumerate(("theirs", "mine", "combined")):
            detail.choose(number, kind)
        detail.reason.setText(
            scenes.say(
                "Убакыт автобекеттин камерасынан алынды, № 3 файл",
                "Время взято с видеозаписи камеры автостанции, файл № 3",
                "The time is taken from the camera of the bus station, file No. 3",
            )
        )
        detail.focus_field(2)

    def _show_sync(self) -> None:
        self.sync.show_data(scenes_of_exchange.exchange())
        self.window.shell.show_page("sync")

    def _show_keys(self) -> None:
        self._show_cases()
        self.window.shell.keys.open()

    def _show_settings(self) -> None:
        self._show_cases()
        self.window.shell.settings.open()

    def _show_sign(self) -> None:
        self._show_case()
        self.signing.show_data(scenes_of_signing.to_sign())
        self.signing.show_problem(*scenes_of_signing.refusal())

    def _show_sign_blocked(self) -> None:
        self._show_case()
        self.signing.show_data(scenes_of_signing.to_sign(blocked=True))

    def _show_correct(self) -> None:
        self._show_case()
        self.correction.retranslate()
        self.correction.open()

    def _show_print(self) -> None:
        self._show_case()
        self.printing.ask(scenes_of_papers.printable())
        self.printing.choose("b")
        self.printing.show_preview(scenes_of_papers.shown())

    def _show_papers(self) -> None:
        self.papers.journals.show_journals(scenes_of_papers.journals(), scenes_of_papers.TODAY)
        self.papers.takeover.show_checked(scenes_of_papers.checked())
        self.window.shell.show_page("papers")

    def _show_people(self) -> None:
        self.people.show_pairs(scenes_of_papers.pairs(), "undecided")
        self.window.shell.show_page("people")

    def _show_empty(self) -> None:
        self._show_cases()
        self.cases.show_state(PageState.EMPTY)
