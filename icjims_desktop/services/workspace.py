"""The workspace: one user's open store and everything that can be done in it, for the command line and the screens.

Every method is synchronous and may be called from any thread; screens run them on their executors. Known failures are
raised as `Problem`. The parts:

    records   make, edit, annul, resolve; show, list, search, history, conflicts as documents of the contract
    cases     windows over lists of cases, timelines, disputes, in words and for screens
    persons   who may be one person: candidates with their score, links; never a merge
    duties    what monitors and data-protection officers ask across cases
    procedure what the law says of a case: its course, lawful next steps, safeguards, custody
    liberty   where each person of a case stands: state, safeguard passport, custody
    standings stage and open due dates of every case, kept until something changes
    contacts  lawyers, interpreters and others as the centre published them, and the log of calls
    offices   every office that a record can name, by its name
    signing   an officer's signature of an act, countersignatures, superseding
    letters   forwarding letters of sealed allegations
    allegations  those of torture that wait for a decision, for their readers
    attachments  files kept encrypted beside the store
    files     import and export of JSON Lines
    handovers what was sent to another body and not confirmed
    printing  journals and inventories as numbered pages
    timekeeping the clock of this computer: whether it is believed, and its confirmation
    takeover  cases on paper in bulk, from a workbook
    register  numbers of the Register, and what is doubtful about them
    strangers persons of other cases whom records name
    advice    what is told after a record was saved or signed
    syncing   the centre and sealed bundles
    keeping   backup, check, verification, training data
    drafts    what was typed and not saved
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from icjims_desktop.services.compartments.allegations import Allegations
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.exchange import status
from icjims_desktop.services.import_export.files import Files
from icjims_desktop.services.keeping import Keeping
from icjims_desktop.services.law.handovers import Handovers
from icjims_desktop.services.law.liberty import Liberty
from icjims_desktop.services.law.procedure import Procedure
from icjims_desktop.services.law.prolonging import Prolonging
from icjims_desktop.services.law.receipt import Receipt
from icjims_desktop.services.law.standings import Standings
from icjims_desktop.services.law.taken_over import TakenOver
from icjims_desktop.services.law.timekeeping import Timekeeping
from icjims_desktop.services.oversight import audit_log
from icjims_desktop.services.oversight.audit_log import LogFilter
from icjims_desktop.services.oversight.duties import Duties
from icjims_desktop.services.oversight.logins import Logins
from icjims_desktop.services.paper.register import Register
from icjims_desktop.services.paper.volumes import Volumes
from icjims_desktop.services.people import Me
from icjims_desktop.services.persons.contacts import Contacts
from icjims_desktop.services.persons.matching import Persons
from icjims_desktop.services.persons.offices import Offices
from icjims_desktop.services.persons.strangers import Strangers
from icjims_desktop.services.reading.advice import Advice
from icjims_desktop.services.reading.cases import Cases
from icjims_desktop.services.recording.attachments import Attachments
from icjims_desktop.services.recording.records import Records
from icjims_desktop.services.recording.signing import Signing
from icjims_desktop.store import store as store_module
from icjims_desktop.store.drafts import Drafts
from icjims_desktop.store.store import Store

if TYPE_CHECKING:
    from icjims_desktop.services.compartments.letters import Letters
    from icjims_desktop.services.exchange.syncing import Syncing
    from icjims_desktop.services.import_export.takeover import Takeover
    from icjims_desktop.services.paper.act_paper import Preview
    from icjims_desktop.services.paper.printing import Printing


class Workspace:
    """An unlocked store with its services; `close` locks it."""

    def __init__(self, store: Store, elapsed: Callable[[], float] | None = None) -> None:
        self.store = store
        self.desk = Desk(store, elapsed)
        self.records = Records(self.desk)
        self.cases = Cases(self.desk)
        self.contacts = Contacts(self.desk, self.records)
        self.offices = Offices(self.desk)
        self.files = Files(self.desk)
        self.persons = Persons(self.desk)
        self.procedure = Procedure(self.desk)
        self.duties = Duties(self.desk, self.procedure)
        self.standings = Standings(self.desk)
        self.liberty = Liberty(self.desk, self.procedure.compartments_of)
        self.signing = Signing(self.desk, self.procedure.missing_for_signing)
        self.attachments = Attachments(self.desk)
        self.handovers = Handovers(self.desk)
        self.allegations = Allegations(self.desk)
        self.register = Register(self.desk)
        self.strangers = Strangers(self.desk)
        self.advice = Advice(
            self.procedure,
            self.signing,
            self.allegations,
            Receipt(self.desk),
            Prolonging(self.desk),
            self.register,
            self.strangers,
            Volumes(self.desk),
            TakenOver(self.desk),
            Logins(self.desk),
        )
        self.timekeeping = Timekeeping(self.desk)
        self.keeping = Keeping(self.desk)
        self._syncing: Syncing | None = None

    @classmethod
    def unlock(
        cls,
        data_dir: Path,
        login: str | None,
        password: str,
        *,
        now: Callable[[], int],
        random: Callable[[int], bytes],
        state_dir: Path | None = None,
        checked: bool = True,
        elapsed: Callable[[], float] | None = None,
    ) -> Workspace:
        """Open the store for a user; see `Store.unlock` for what it raises.

        `elapsed`: seconds that nobody can set, by which a jump of the clock is noticed.
        """
        store = Store.unlock(data_dir, login, password, now=now, random=random, state_dir=state_dir, checked=checked)
        return cls(store, elapsed)

    def close(self) -> None:
        """Lock the store."""
        self.desk.opener.forget()
        self.store.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def me(self) -> Me:
        """Who has unlocked the store."""
        return self.desk.me

    @property
    def warnings(self) -> Sequence[store_module.Warning]:
        """What the store advised when it was opened."""
        return tuple(self.store.warnings)

    @property
    def syncing(self) -> Syncing:
        """The way to the centre and back; loads the network when it is first asked for."""
        if self._syncing is None:
            from icjims_desktop.services.exchange.syncing import Syncing  # noqa: PLC0415 - most commands stay at home

            self._syncing = Syncing(self.desk)
        return self._syncing

    @property
    def printing(self) -> Printing:
        """Journals and inventories as pages; loads the maker of pages when it is first asked for."""
        from icjims_desktop.services.paper.printing import Printing  # noqa: PLC0415 - few commands print

        return Printing(self.desk)

    @property
    def letters(self) -> Letters:
        """Forwarding letters of sealed allegations; loads the maker of pages when it is first asked for."""
        from icjims_desktop.services.compartments.letters import Letters  # noqa: PLC0415 - few commands print

        return Letters(self.desk)

    @property
    def takeover(self) -> Takeover:
        """Cases on paper, in bulk; loads the reader of workbooks when it is first asked for."""
        from icjims_desktop.services.import_export.takeover import Takeover  # noqa: PLC0415 - few commands read workbooks

        return Takeover(self.desk)

    @property
    def drafts(self) -> Drafts:
        """The user's drafts."""
        return self.store.drafts

    def new_id(self) -> bytes:
        """An id for a record that will be made later, so that its draft can name it."""
        return self.desk.ids.new(self.desk.now())

    def passport_paper(self, case: bytes, person: str, path: Path, language: str) -> int:
        """Write the safeguard passport of a person as PDF; how many pages. Raises `not_found`, `file_failed`."""
        from icjims_desktop.services.paper.passport_paper import PassportPaper  # noqa: PLC0415 - seldom

        return PassportPaper(self.desk, self.liberty).write(case, person, path, language).pages

    def act_paper(
        self,
        record: bytes,
        path: Path,
        language: str,
        *,
        served_to: str = "",
        checked: str = "",
        purpose: str | None = None,
    ) -> int:
        """Write an act as a paper to sign, file or serve; how many pages. Raises what `ActPaper.write` raises."""
        from icjims_desktop.services.paper.act_paper import ActPaper  # noqa: PLC0415 - few commands print

        paper = ActPaper(self.desk)
        return paper.write(record, path, language, served_to=served_to, checked=checked, purpose=purpose)

    def paper_preview(
        self, record: bytes, language: str, *, served_to: str = "", purpose: str | None = None
    ) -> Preview:
        """The paper of an act as it would be written now, to be read first; raises what `ActPaper.preview` raises."""
        from icjims_desktop.services.paper.act_paper import ActPaper  # noqa: PLC0415 - few commands print

        return ActPaper(self.desk).preview(record, language, served_to=served_to, purpose=purpose)

    def status(self) -> Document:
        """How things stand; raises `Refused("pending_approval")`."""
        return status.document(self.desk)

    def audit_log(self, wanted: LogFilter) -> Document:
        """Who looked at what, as far as the user may read it; raises `may_not_read_log`."""
        return audit_log.read(self.desk, wanted)

    def state_purpose(self, case: bytes, purpose: str) -> None:
        """Say why a case outside one's own is looked at, until the store is locked.

        Raises `Refused("purpose_required")` where it names no code of the list `purpose`.
        """
        with self.desk.view() as view:
            self.desk.asking.check(view, [case], purpose)

    def change_password(self, old: str, new: str) -> None:
        """Another password for the user; raises what `Users.change_password` raises."""
        self.store.users.change_password(old, new)
        if self.desk.enrolled:
            self.desk.consultation.record("password_changed", now=self.desk.now())
