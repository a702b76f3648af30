"""Enrolling a workstation and its further users at the centre."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from icjims_core.problem import Locked, Refused
from icjims_desktop.platform import files
from icjims_desktop.platform.paths import DataDirectory
from icjims_desktop.services.desk import Desk
from icjims_desktop.store.keys import passwords, unlocking
from icjims_desktop.store.keys.attempts import Attempts
from icjims_desktop.store.keys.slot_files import SlotFiles
from icjims_desktop.store.keys.slots import OpenSlot, Person
from icjims_desktop.store.log import directory
from icjims_desktop.store.store import Enrolled, Store
from icjims_desktop.sync import client
from icjims_desktop.sync.enrolment import Application, Ticket, parse_ticket
from icjims_desktop.sync.transport import Centre

CENTRE_URL = "centre_url"
CENTRE_AUTHORITY = "centre_ca"
"""Facts of the store: the address of the centre, and the certificate authority (PEM) that alone is trusted for it."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A ticket as it was handed over, with what overrides it."""

    text: str
    server: str = ""
    insecure_http: bool = False

    def read(self) -> Ticket:
        """The ticket; raises `bad_ticket`, `bad_url`, `insecure_centre`."""
        return parse_ticket(self.text, server=self.server, insecure_http=self.insecure_http)


def enrol(
    data_dir: Path,
    invitation: Invitation,
    password: str,
    *,
    device_name: str,
    now: Callable[[], int],
    random: Callable[[int], bytes],
    state_dir: Path | None = None,
    stopwatch: Callable[[], float] = time.monotonic,
) -> Store:
    """The open store of the ticket's user, made where there was none, on a workstation that the centre knows.

    While the device waits for approval: `Refused("pending_approval")`; the same call completes it, as it does after the
    network failed. The `stopwatch`, in seconds, measures what opening may cost here. A store that the centre would not
    have is put aside. Raises also `store_exists` where the store belongs to other users, and what the ticket, the
    password, the network and the centre bring.
    """
    ticket = invitation.read()
    layout = DataDirectory(data_dir)
    fresh = not layout.has_store
    if fresh:
        store = Store.create(
            data_dir,
            Person(ticket.login),
            password,
            now=now,
            random=random,
            state_dir=state_dir,
            cost=passwords.calibrated(stopwatch),
        )
    else:
        _check_user(layout, ticket.login)
        store = Store.unlock(data_dir, ticket.login, password, now=now, random=random, state_dir=state_dir)
    try:
        centre, told = _apply(store, store.slot, ticket, device_name)
        store.activate(told)
        _keep_centre(store, centre)
    except Refused as problem:
        store.close()
        if fresh and problem.code != "pending_approval":
            _put_aside(layout)
        raise
    except BaseException:
        store.close()
        raise
    return store


def _check_user(layout: DataDirectory, login: str) -> None:
    try:
        SlotFiles(layout.slots).find(login)
    except Locked:
        raise Refused("store_exists") from None


def _apply(store: Store, slot: OpenSlot, ticket: Ticket, device_name: str) -> tuple[Centre, Enrolled]:
    keys = (bytes.fromhex(slot.header.author_key), bytes.fromhex(slot.header.sealing_key))
    application = Application(device_name, store.device.sealing_public, *keys)
    around = store.around
    with store.database.read() as connection:
        held = directory.position(connection)
    return client.enrol(ticket, application, store.device.signing, lambda: around.now() / 1000, around.random, held)


def _keep_centre(store: Store, centre: Centre) -> None:
    store.state_facts({CENTRE_URL: centre.url.encode(), CENTRE_AUTHORITY: centre.authority.encode()})


def _put_aside(layout: DataDirectory) -> None:
    """Make room for another try: a store that was never enrolled holds nothing but unused keys."""
    target = layout.aside_for("not_enrolled")
    for path in (layout.slots, layout.mark, *layout.root.glob(layout.database.name + "*")):
        if path.exists():
            path.replace(target / path.name)
    files.sync_directory(layout.root)


def add_user(desk: Desk, invitation: Invitation, password: str, *, device_name: str) -> Enrolled:
    """A further user of this workstation, with his own password; the same call completes it after a failure.

    Raises `user_exists`, `other_office`, and what the ticket, the password, the network and the centre bring.
    """
    ticket, store = invitation.read(), desk.store
    opened = _started(store, ticket.login, password) or store.users.add(
        Person(ticket.login), password, cost=passwords.calibrated(time.monotonic)
    )
    try:
        _, told = _apply(store, opened, ticket, device_name)
    except Refused as problem:
        if problem.code != "pending_approval":
            store.users.withdraw(opened)
        raise
    store.journal.take_directory(told.directory)
    store.describe(opened, told)
    opened.close()
    desk.refresh()
    desk.consultation.record("user_added", now=desk.now(), login=told.login)
    return told


def _started(store: Store, login: str, password: str) -> OpenSlot | None:
    """The slot of a user whose enrolment was begun and not completed."""
    folder = SlotFiles(store.layout.slots)
    for slot in folder.all():
        if slot.header.login.casefold() == login.casefold() and not slot.header.user:
            attempts = Attempts(store.layout.attempts)
            return unlocking.try_password(slot, password, attempts, store.around.now())
    return None


def centre_of(store: Store) -> Centre:
    """The centre that the store is enrolled at; raises `Refused("pending_approval")`."""
    url, authority, key = (store.fact(name) for name in (CENTRE_URL, CENTRE_AUTHORITY, "centre_key"))
    if url is None or key is None:
        raise Refused("pending_approval")
    return Centre(url.decode(), (authority or b"").decode(), key)
