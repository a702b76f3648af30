"""The list of cases over the store: windows of rows, filters with counts, words typed into the filter."""

from array import array
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.cases import reading
from icjims_desktop.ui.cases.data import CaseRow
from icjims_desktop.ui.cases.view import CasesView
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.components.windowed import Deliver
from icjims_desktop.ui.today.follower import Follower
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Place, Workplace

TYPING_MS = 150
"""The list follows what is typed after a pause of this length."""


class CasesPresenter(QObject):
    """Shows the cases that the user may see; everything is read on workers."""

    def __init__(self, workplace: Workplace, follower: Follower) -> None:
        super().__init__()
        self._workplace = workplace
        self.view = CasesView(self._fetch)
        self._chosen, self._text, self._by_stage = reading.ALL, "", False
        self._task: Task | None = None
        self._shown: array[int] | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self.view.case_opened.connect(self._on_opened)
        self.view.text_filtered.connect(self._on_text)
        self.view.filter_chosen.connect(self._on_filter)
        self.view.state_acted.connect(self._on_state)
        self.view.stage_sorted.connect(self._on_sorted)
        follower.followed.connect(self._on_followed)
        workplace.changed.connect(self.refresh)
        workplace.language_changed.connect(self.refresh)
        self.view.show_state(PageState.LOADING)

    def refresh(self) -> None:
        """Read the list again."""
        chosen, text, language, by_stage = self._chosen, self._text, self._workplace.language, self._by_stage
        self._task = self._workplace.read(
            "cases",
            lambda workspace: reading.listing(workspace, chosen, text, language, by_stage=by_stage),
            self,
            self._on_listing,
            self._on_failed,
            instead_of=self._task,
        )

    def _fetch(self, numbers: Sequence[int], deliver: Deliver[CaseRow]) -> None:
        wanted, language, now = tuple(numbers), self._workplace.language, self._workplace.now()
        self._workplace.read(
            "cases", lambda workspace: reading.rows(workspace, wanted, language, now), self, partial(_deliver, deliver)
        )

    def _on_listing(self, listing: reading.Listing) -> None:
        self.view.show_filters(listing.filters, self._chosen)
        if self._shown is not None and listing.numbers == self._shown and listing.numbers:
            self.view.model.refresh()
            return
        self._shown = listing.numbers
        self.view.show_ids(listing.numbers)

    def _on_failed(self, problem: Problem) -> None:
        self.view.show_state(PageState.ERROR, problem_words(problem).happened)

    def _on_opened(self, case: str) -> None:
        if case:
            self._workplace.go(Place("case", case=case))

    def _on_text(self, text: str) -> None:
        self._text = text
        self._typing.start()

    def _on_filter(self, chosen: str) -> None:
        self._chosen = chosen
        self.refresh()

    def _on_sorted(self, by_stage: bool) -> None:
        self._by_stage = by_stage
        self.refresh()

    def _on_followed(self, count: int) -> None:
        if count:
            self.refresh()

    def _on_state(self, state: str) -> None:
        if state == PageState.EMPTY.value:
            self._workplace.go(Place("form", type="case"))
        else:
            self.refresh()


def _deliver(deliver: Deliver[CaseRow], rows: Sequence[CaseRow]) -> None:
    deliver(rows)
