"""The last sessions with the centre, kept inside the encrypted store for the sync page."""

from __future__ import annotations

from typing import Final

import msgspec

from icjims_desktop.store.store import Store

SESSIONS: Final = "last_sessions"
"""Fact of the store: the last sessions as JSON, newest first."""
MOST_KEPT: Final = 12
ALL_ARRIVED, REFUSED_SOME, BROKE_OFF, STICK = "all_arrived", "refused_some", "broke_off", "stick"
"""How a session ended; `STICK` is a package written or taken in."""


class PastSession(msgspec.Struct, frozen=True):
    """One session. `began` in ms since 1970, `seconds` long; `planned`: acts that waited when it began.

    `code`: the problem that ended it early.
    `equal` is `None` where nothing was compared; `digest` is hexadecimal.
    """

    began: int
    seconds: int
    outcome: str
    sent: int = 0
    received: int = 0
    planned: int = 0
    code: str = ""
    equal: bool | None = None
    digest: str = ""


def kept(store: Store) -> tuple[PastSession, ...]:
    """The last sessions, newest first."""
    data = store.fact(SESSIONS)
    return () if data is None else tuple(msgspec.json.decode(data, type=list[PastSession]))


def keep(store: Store, session: PastSession) -> None:
    """Put a session before the others; durable when it returns."""
    several = [session, *kept(store)][:MOST_KEPT]
    store.state_facts({SESSIONS: msgspec.json.encode(several)})
