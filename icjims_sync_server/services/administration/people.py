"""Offices, people, devices and authors' keys, and the signed directory that tells everybody of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from icjims_core import directory
from icjims_core.directory import AuthorEntry, DeviceEntry, Entry, OfficeEntry, SealingEntry, UserEntry
from icjims_core.problem import Refused
from icjims_core.publishing.publications import newest
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.store import feeds, published, supervisions
from icjims_sync_server.store.database import DIRECTORY, lock_subjects
from icjims_sync_server.store.tables import (
    account_table,
    author_table,
    device_table,
    device_user_table,
    directory_table,
    office_table,
)

State = Literal["pending", "active", "suspended", "revoked"]

ROLES: Final = (
    "duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
    "court_clerk", "judge", "probation_officer", "penitentiary_officer", "clerk", "head", "auditor", "inspector",
    "security_officer", "administrator",
)  # fmt: skip

_OFFICE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_LOGIN: Final = re.compile(r"[\w][\w.@-]{0,63}")
_MAX_NAME: Final = 300


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may log in."""

    id: bytes
    login: str
    name: str
    role: str
    office: str
    active: bool


@dataclass(frozen=True, slots=True)
class Device:
    """A workstation."""

    id: bytes
    office: str
    name: str
    signing_key: bytes
    sealing_key: bytes
    state: State
    enrolled_at: int
    seen_at: int | None


def publish(connection: Connection, centre: Centre, entries: Sequence[Entry]) -> None:
    """Sign directory entries and append them; their positions are given here, without a gap."""
    lock_subjects(connection, DIRECTORY, [b""])
    position = newest_position(connection)
    rows = []
    for at, entry in enumerate(entries, start=position + 1):
        signed = directory.sign(msgspec.structs.replace(entry, position=at), centre.keys.signing)
        rows.append({"position": at, "body": signed.body, "signature": signed.signature})
    connection.execute(insert(directory_table), rows)


def newest_position(connection: Connection) -> int:
    """Position of the newest directory entry."""
    return connection.scalar(select(func.max(directory_table.c.position))) or 0


def everything(connection: Connection) -> list[Entry]:
    """Entries that state the whole directory as it is now."""
    offices = connection.execute(select(office_table).order_by(office_table.c.code)).all()
    accounts = connection.execute(select(account_table).order_by(account_table.c.id)).all()
    devices = connection.execute(select(device_table).order_by(device_table.c.id)).all()
    authors = connection.execute(select(author_table).order_by(author_table.c.key)).all()
    return [
        *(OfficeEntry(1, row.code, row.name) for row in offices),
        *(_user_entry(_account(row)) for row in accounts),
        *(_device_entry(_device(row)) for row in devices),
        *(AuthorEntry(1, row.key, row.account, row.device) for row in authors),
        *supervisions.sealing_entries(connection),
        *supervisions.supervision_entries(connection),
        *newest(published.editions(connection)),
    ]


def add_office(centre: Centre, code: str, name: str) -> None:
    """Found an office with its feed; the same again is nothing new, another name for it renames it."""
    if not _OFFICE.fullmatch(code):
        raise Refused("bad_office_code", office=code[:80])
    name = _checked_name(name)

    def work(connection: Connection) -> None:
        known = connection.scalar(select(office_table.c.name).where(office_table.c.code == code))
        if known == name:
            return
        if known is None:
            lock_subjects(connection, DIRECTORY, [b""])
            feed = feeds.create(connection, feeds.office_feed(code))
            connection.execute(insert(office_table).values(code=code, name=name, feed=feed))
        else:
            connection.execute(update(office_table).where(office_table.c.code == code).values(name=name))
        publish(connection, centre, [OfficeEntry(1, code, name)])

    centre.database.write(work)


def offices(connection: Connection) -> list[tuple[str, str]]:
    """(code, name) of every office."""
    return [(row.code, row.name) for row in connection.execute(select(office_table).order_by(office_table.c.code))]


def office_name(connection: Connection, code: str) -> str:
    """The name of an office; raises `Refused("no_such_office")`."""
    name: str | None = connection.scalar(select(office_table.c.name).where(office_table.c.code == code))
    if name is None:
        raise Refused("no_such_office", office=code[:80])
    return name


def ensure_account(
    connection: Connection, centre: Centre, *, login: str, role: str, office: str, name: str | None
) -> Account:
    """The person with this login at this office, made where missing; role and name follow what is given."""
    office_name(connection, office)
    login = unicodedata.normalize("NFC", login)
    if not _LOGIN.fullmatch(login):
        raise Refused("bad_login", login=login[:80])
    if role not in ROLES:
        raise Refused("no_such_role", role=role[:80])
    known = find_account(connection, login)
    if known is None:
        made = Account(centre.random(16), login, _checked_name(name or login), role, office, active=True)
        lock_subjects(connection, DIRECTORY, [b""])
        feed = feeds.create(connection, feeds.user_feed(made.id))
        connection.execute(insert(account_table).values(**_columns(made), feed=feed))
        publish(connection, centre, [_user_entry(made)])
        return made
    if known.office != office:
        raise Refused("user_of_other_office", login=login, office=known.office)
    if not known.active:
        raise Refused("user_disabled", login=login)
    changed = Account(known.id, login, _checked_name(name or known.name), role, office, active=True)
    if changed != known:
        change_account(connection, centre, changed)
    return changed


def change_account(connection: Connection, centre: Centre, account: Account) -> None:
    """Store and publish what is now true of a person."""
    connection.execute(update(account_table).where(account_table.c.id == account.id).values(**_columns(account)))
    publish(connection, centre, [_user_entry(account)])


def find_account(connection: Connection, login: str) -> Account | None:
    """The person with this login."""
    row = connection.execute(select(account_table).where(account_table.c.login == login)).one_or_none()
    return None if row is None else _account(row)


def account_by_login(connection: Connection, login: str) -> Account:
    """The person with this login; raises `Refused("no_such_user")`."""
    found = find_account(connection, unicodedata.normalize("NFC", login))
    if found is None:
        raise Refused("no_such_user", login=login[:80])
    return found


def account_by_id(connection: Connection, account: bytes) -> Account:
    """The person with this id, which must exist."""
    return _account(connection.execute(select(account_table).where(account_table.c.id == account)).one())


def accounts(connection: Connection) -> list[Account]:
    """Everybody, by login."""
    return [_account(row) for row in connection.execute(select(account_table).order_by(account_table.c.login))]


def add_device(connection: Connection, centre: Centre, device: Device) -> None:
    """A workstation has shown itself."""
    values = {name: getattr(device, name) for name in Device.__dataclass_fields__}
    connection.execute(insert(device_table).values(**values))
    publish(connection, centre, [_device_entry(device)])


def set_device_state(connection: Connection, centre: Centre, device: Device, state: State) -> Device:
    """Move a device to another state; what is revoked stays so: `Refused("device_revoked")`."""
    if device.state == state:
        return device
    if device.state == "revoked":
        raise Refused("device_revoked", device=device.id.hex())
    connection.execute(update(device_table).where(device_table.c.id == device.id).values(state=state))
    changed = Device(
        device.id, device.office, device.name, device.signing_key, device.sealing_key, state,
        device.enrolled_at, device.seen_at,
    )  # fmt: skip
    publish(connection, centre, [_device_entry(changed)])
    return changed


def device_by_key(connection: Connection, signing_key: bytes) -> Device | None:
    """The workstation that signs with this key."""
    row = connection.execute(select(device_table).where(device_table.c.signing_key == signing_key)).one_or_none()
    return None if row is None else _device(row)


def device_by_text(connection: Connection, text: str) -> Device:
    """The workstation by its id in hexadecimal, dashes allowed; raises `Refused("no_such_device")`."""
    try:
        wanted = bytes.fromhex(text.replace("-", ""))
    except ValueError:
        raise Refused("no_such_device", device=text[:80]) from None
    row = connection.execute(select(device_table).where(device_table.c.id == wanted)).one_or_none()
    if row is None:
        raise Refused("no_such_device", device=text[:80])
    return _device(row)


def devices(connection: Connection) -> list[Device]:
    """Every workstation, oldest first."""
    ordered = select(device_table).order_by(device_table.c.enrolled_at, device_table.c.id)
    return [_device(row) for row in connection.execute(ordered)]


def users_of(connection: Connection, device: bytes) -> list[bytes]:
    """Whose personal feeds the device receives."""
    return list(connection.scalars(select(device_user_table.c.account).where(device_user_table.c.device == device)))


def certify(connection: Connection, centre: Centre, *, key: bytes, account: bytes, device: bytes) -> None:
    """State that this author's key is this person's on this device; `Refused("bad_ticket")` for another's key."""
    known = connection.execute(select(author_table).where(author_table.c.key == key)).one_or_none()
    if known is not None:
        if (known.account, known.device) != (account, device):
            raise Refused("bad_ticket")
        return
    connection.execute(insert(author_table).values(key=key, account=account, device=device))
    joined = select(device_user_table.c.device).where(
        device_user_table.c.device == device, device_user_table.c.account == account
    )
    if connection.scalar(joined) is None:
        connection.execute(insert(device_user_table).values(device=device, account=account))
    publish(connection, centre, [AuthorEntry(1, key, account, device)])


def keep_sealing_key(connection: Connection, centre: Centre, *, account: bytes, device: bytes, key: bytes) -> None:
    """State the key by which a person reads on a device what is sealed to him."""
    if supervisions.keep_sealing_key(connection, account=account, device=device, key=key):
        publish(connection, centre, [SealingEntry(1, account, device, key)])


def _checked_name(name: str) -> str:
    name = unicodedata.normalize("NFC", name).strip()
    if not 1 <= len(name) <= _MAX_NAME or any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name):
        raise Refused("bad_name", name=name[:80])
    return name


checked_name = _checked_name


def _columns(account: Account) -> dict[str, object]:
    return {name: getattr(account, name) for name in Account.__dataclass_fields__}


def _account(row: Row[Any]) -> Account:
    return Account(row.id, row.login, row.name, row.role, row.office, row.active)


def _device(row: Row[Any]) -> Device:
    return Device(
        row.id, row.office, row.name, row.signing_key, row.sealing_key, row.state, row.enrolled_at, row.seen_at
    )


def _user_entry(account: Account) -> UserEntry:
    return UserEntry(1, account.id, account.login, account.name, account.role, account.office, account.active)


def _device_entry(device: Device) -> DeviceEntry:
    return DeviceEntry(1, device.id, device.office, device.name, device.signing_key, device.sealing_key, device.state)
