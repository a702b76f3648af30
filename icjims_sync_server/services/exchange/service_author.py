"""The centre's own author in an office: certified like a person, so that what it writes is checked like any work."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection

from icjims_core import acts, merkle
from icjims_core.acts import NO_PREVIOUS, Birth, Header, Revision, WholeAct
from icjims_core.encoding import encode
from icjims_core.packing import pack_bodies
from icjims_core.paper import register_origin
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.administration.people import Device
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import receiving

ROLE: Final = "clerk"


@dataclass(frozen=True, slots=True)
class Service:
    """What the centre writes in an office of its own accord: logins are `prefix.office`, `name` is what people see.

    `context` keeps the keys of services apart.
    """

    prefix: str
    name: str
    context: bytes


REGISTER: Final = Service(register_origin.LOGIN, "Борбор · Центр (Реестр)", b"icjims-service-author-v1\x00")
TRAINING: Final = Service("training", "Борбор · Центр (окуу · обучение)", b"icjims-training-author-v1\x00")


def is_reserved(login: str) -> bool:
    """Whether it could be the login of a service: no person is given it."""
    return login.startswith(tuple(f"{each.prefix}." for each in (REGISTER, TRAINING)))


@dataclass(frozen=True, slots=True)
class ServiceAuthor:
    """The author of one office; its keys follow from the centre's own and stand nowhere."""

    device: bytes
    key: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """The key by which its work is known."""
        return self.key.public_key().public_bytes_raw()

    def act(self, revisions: Sequence[Revision], replica: bytes, seed: bytes, now: int) -> WholeAct:
        """One signed act, the first of a replica of its own: what a restored centre forgot is never written over."""
        bodies = [encode(each) for each in revisions]
        header = Header(
            format=1,
            stream=0,
            replica=replica,
            counter=1,
            previous=NO_PREVIOUS,
            author=self.public,
            recorded_at=now,
            count=len(bodies),
            root=merkle.root(acts.leaf_hashes(seed, bodies)),
            birth=Birth(self.device, None, 0, None),
        )
        data, signature = acts.sign(header, self.key)
        return WholeAct(data, signature, seed, pack_bodies(bodies))


def of_office(connection: Connection, centre: Centre, service: Service, office: str) -> ServiceAuthor:
    """The service's author in an office, certified where that is missing; raises `Refused` for one who was disabled."""
    login = f"{service.prefix}.{office}"
    account = people.ensure_account(connection, centre, login=login, role=ROLE, office=office, name=service.name)
    signing = Ed25519PrivateKey.from_private_bytes(_derived(centre, service, office, "device"))
    known = people.device_by_key(connection, signing.public_key().public_bytes_raw())
    if known is None:
        sealing = X25519PrivateKey.from_private_bytes(_derived(centre, service, office, "sealing"))
        known = Device(
            id=centre.random(16),
            office=office,
            name=service.name,
            signing_key=signing.public_key().public_bytes_raw(),
            sealing_key=sealing.public_key().public_bytes_raw(),
            state="active",
            enrolled_at=centre.clock(),
            seen_at=None,
        )
        people.add_device(connection, centre, known)
    author = Ed25519PrivateKey.from_private_bytes(_derived(centre, service, office, "author"))
    key = author.public_key().public_bytes_raw()
    people.certify(connection, centre, key=key, account=account.id, device=known.id)
    return ServiceAuthor(known.id, author)


def write(centre: Centre, device: bytes, signed: Sequence[WholeAct]) -> None:
    """Let the centre receive its own acts, all in one transaction; what it then does not count is an error of ours."""
    received = receiving.receive(centre, device, None, signed)
    lost = [each for each in received.outcomes if each.result != "stored"]
    if lost or received.verdicts:
        raise RuntimeError(f"the centre did not count its own work: {lost[:1] or received.verdicts[:1]}")


def _derived(centre: Centre, service: Service, office: str, use: str) -> bytes:
    secret = hashlib.sha256(service.context + centre.keys.signing.private_bytes_raw()).digest()
    return hmac.digest(secret, f"{use}\x00{office}".encode(), "sha256")
