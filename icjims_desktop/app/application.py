"""The running application: one window, locked or open on a store, and what happens in between."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from icjims_core.codes import code_list
from icjims_core.codes.offices import office_words
from icjims_core.declarations.stored_forms import LOCAL
from icjims_desktop.app import settings as settings_file
from icjims_desktop.app.garbage import MainThreadCollector
from icjims_desktop.app.idle import IdleWatch
from icjims_desktop.app.settings import KnownStanding, Settings
from icjims_desktop.app.threads import Threads
from icjims_desktop.platform.paths import DataDirectory
from icjims_desktop.services.moments import milliseconds
from icjims_desktop.store.keys.slot_files import SlotFiles
from icjims_desktop.ui.bridge import Tasks
from icjims_desktop.ui.components.sync_sentence import SyncFacts
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.shell.presenter import Standing
from icjims_desktop.ui.shell.window import MainWindow
from icjims_desktop.ui.theme import ThemeMode, theme
from icjims_desktop.ui.unlock.data import UnlockData, UnlockUser
from icjims_desktop.ui.unlock.keyboard import keyboard_of
from icjims_desktop.ui.unlock.presenter import UnlockPresenter
from icjims_desktop.ui.wording import local
from icjims_desktop.ui.workplace import Place

if TYPE_CHECKING:
    from icjims_desktop.app.house import House
    from icjims_desktop.services.workspace import Workspace

IDLE_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the application takes from outside: folders, clocks (ms since 1970, monotonic seconds), random bytes."""

    data_dir: Path
    config_dir: Path
    now: Callable[[], int]
    monotonic: Callable[[], float]
    random: Callable[[int], bytes]
    user: str | None = None


@dataclass(slots=True)
class _Session:
    """An open store with its threads and pages."""

    workspace: "Workspace"
    threads: Threads
    house: "House"


class Application(QObject):
    """Unlocks, locks, remembers looks, and ends in order."""

    opened = Signal()
    """The pages of an unlocked store are shown."""
    locked = Signal()
    """The store is closed and its keys are gone."""
    defect_met = Signal(str)
    """The place of a defect; from any thread."""

    def __init__(self, around: Surroundings, settings: Settings) -> None:
        super().__init__()
        self._around, self.settings = around, settings
        self._session: _Session | None = None
        self._place: tuple[str, Place] | None = None
        self._idle_locked = False
        self._keeper = ThreadPoolExecutor(1, "keeper")
        self._tasks = Tasks(self._keeper, around.monotonic)
        self.window = MainWindow()
        self.unlock = UnlockPresenter(
            self.window.unlock, self._tasks, self._unlock_store, self._unlock_data, keyboard_of
        )
        self.unlock.unlocked.connect(self._on_unlocked)
        self._collector = MainThreadCollector()
        self.idle = IdleWatch(IDLE_MINUTES)
        self.idle.passed.connect(self._on_idle)
        self._tasks.crashed.connect(self._on_crashed)
        self.defect_met.connect(self._on_defect, Qt.ConnectionType.QueuedConnection)
        languages.changed.connect(self._on_language)

    @property
    def closing(self) -> bool:
        """Whether something is still being opened or closed behind the unlock screen."""
        return bool(self._tasks.running)

    @property
    def house(self) -> "House | None":
        """The pages, while the store is open."""
        return self._session.house if self._session else None

    def start(self) -> None:
        """Show the unlock screen, and load meanwhile what the unlock needs."""
        self.unlock.refresh()
        self.window.show_unlock()
        self._collector.start()
        self._keeper.submit(_load_services)

    # --- opening ----------------------------------------------------------------------------------------------------

    def _unlock_store(self, login: str, password: str) -> "Workspace":
        from icjims_desktop.platform.elapsed import elapsed  # noqa: PLC0415 - after the unlock screen is shown
        from icjims_desktop.services.law.rule_files import read_all  # noqa: PLC0415 - after the unlock screen is shown
        from icjims_desktop.services.workspace import Workspace  # noqa: PLC0415 - after the unlock screen is shown

        around = self._around
        opened = Workspace.unlock(
            around.data_dir, login, password, now=around.now, random=around.random, elapsed=elapsed
        )
        read_all()
        return opened

    def _unlock_data(self) -> UnlockData:
        language = languages.current.value
        roles = code_list("role")
        cards = SlotFiles(DataDirectory(self._around.data_dir).slots).cards()
        chosen = [each for each in cards if each.login == self._around.user]
        users = tuple(
            UnlockUser(each.login, each.name or each.login, roles.label(each.role, language))
            for each in [*chosen, *(each for each in cards if each not in chosen)]
        )
        standing = settings_file.read_standing(self._around.data_dir)
        known = standing or KnownStanding()
        office = next((each.office for each in cards), "")
        named = office_words(office, language, known.office)
        return UnlockData(
            workstation=" · ".join(part for part in dict.fromkeys((named, office)) if part),
            users=users,
            now=local(self._around.now()),
            sync=self._known_facts(standing) if standing else None,
            drafts=known.drafts,
            drafts_at=local(known.drafts_at) if known.drafts_at else None,
            idle_lock_minutes=self.idle.minutes if self._idle_locked else None,
        )

    def _known_facts(self, known: KnownStanding) -> SyncFacts:
        return SyncFacts(
            waiting=known.waiting,
            refused=known.refused,
            last_success=local(known.last_success) if known.last_success else None,
            now=local(self._around.now()),
        )

    def _on_unlocked(self, workspace: "Workspace") -> None:
        from icjims_desktop.app.house import House  # noqa: PLC0415 - with the services, after the unlock screen

        threads = Threads(self._around.monotonic)
        shell = self.window.fresh_shell()
        house = House(shell, workspace, threads.roads, self._around.now)
        self._session = _Session(workspace, threads, house)
        shell.lock_asked.connect(self.lock)
        shell.settings.appearance_chosen.connect(self._on_appearance)
        house.frame.stood.connect(self._on_stood)
        house.crashed.connect(self._on_crashed)
        login, place = self._place or ("", Place("today"))
        house.begin(place if login == workspace.me.login else Place("today"))
        self.window.show_shell()
        self.idle.start()
        self.opened.emit()

    # --- closing ----------------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Hide everything at once; then keep drafts, end the exchange, close the store and forget its keys."""
        session, self._session = self._session, None
        if session is None:
            return
        self.idle.stop()
        self._place = (session.workspace.me.login, session.house.leave())
        self.unlock.refresh()
        self.window.show_unlock()
        self.window.fresh_shell()
        self._tasks.run("lock", partial(_close, session), self, partial(self._on_closed, session))

    def _on_closed(self, _session: _Session, _result: None) -> None:
        self._idle_locked = False
        self.unlock.refresh()
        self._collector.collect_all()
        self.locked.emit()

    def _on_idle(self) -> None:
        self._idle_locked = True
        self.lock()

    def end(self) -> None:
        """Before the process ends: intake stops, the exchange ends, the writer drains, the store closes."""
        session, self._session = self._session, None
        self.idle.stop()
        if session is not None:
            session.house.leave()
            _close(session, None)
        languages.changed.disconnect(self._on_language)
        self._keeper.shutdown()
        del session
        self._collector.stop()

    # --- what is remembered -----------------------------------------------------------------------------------------

    def _on_stood(self, standing: Standing) -> None:
        facts, last = standing.sync, standing.sync.last_success
        known = KnownStanding(
            office=standing.office,
            last_success=_milliseconds(last) if last else 0,
            waiting=facts.waiting,
            refused=facts.refused,
            drafts=standing.drafts,
            drafts_at=standing.drafts_at,
        )
        self._keeper.submit(settings_file.write_standing, self._around.data_dir, known)

    def _on_language(self, language: str) -> None:
        self._remember(language=language)

    def _on_appearance(self, mode: str, scale: float) -> None:
        self._remember(theme=mode, scale=scale)

    def _remember(self, **changed: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **changed)
        self._keeper.submit(settings_file.write_settings, self._around.config_dir, self.settings)

    # --- defects ----------------------------------------------------------------------------------------------------

    def _on_crashed(self, _label: str, error: BaseException) -> None:
        from icjims_desktop.app import crash  # noqa: PLC0415 - seldom

        crash.write_places(error)
        self._on_defect(crash.place_of(error))

    def _on_defect(self, place: str) -> None:
        fact = self.tr("The program failed at one place: {place}").format(place=place)
        consequence = self.tr("What is recorded and what is typed is safe. Nothing of any case is in this message.")
        remedy = self.tr("Go on working. If it repeats, tell support this place.")
        if self._session is None:
            self.window.unlock.show_problem(fact, remedy)
        else:
            self.window.shell.show_notice(fact, consequence, remedy)


def _close(session: _Session, _reporter: object) -> None:
    session.threads.finish()
    session.workspace.close()


def _milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970 UTC of a wall clock of Bishkek."""
    return milliseconds(moment.replace(tzinfo=LOCAL))


def _load_services() -> None:
    import icjims_desktop.app.house  # noqa: F401, PLC0415 - loading is the purpose


def dress(settings: Settings) -> None:
    """Theme, size of text and language, as they were left."""
    theme.apply(ThemeMode(settings.theme), settings.scale)
    languages.choose(Language(settings.language))
