"""Offices that are admitted to the private files of cases which they have already: they are given them later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from sqlalchemy import Connection, select

from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.scope import scopes
from icjims_sync_server.store import bodies, feeds
from icjims_sync_server.store.database import CASES, lock_subjects
from icjims_sync_server.store.tables import case_feed_table

_BATCH: Final = 100
"""Cases that are completed in one transaction: nobody waits long behind it."""


def begin(centre: Centre) -> int:
    """Give the private files of its cases to whatever feed is admitted to them by now; of how many cases.

    It may be broken off anywhere and goes on when it is called again.
    """
    table = case_feed_table.c
    lacking = table.whole.is_(False), table.left_at.is_(None)
    with centre.database.read() as connection:
        serving = bodies.roles_of_offices(connection)
        named = sorted(connection.scalars(select(table.feed).where(*lacking).distinct()))
        found = {
            feed: sorted(connection.scalars(select(table.case_id).where(table.feed == feed, *lacking)))
            for feed in named
            if bodies.may_be_admitted(connection, feed, serving)
        }
    done = 0
    for feed, cases in found.items():
        for start in range(0, len(cases), _BATCH):
            done += centre.database.write(partial(_complete, centre, cases[start : start + _BATCH], feed))
    return done


def _complete(centre: Centre, cases: Sequence[bytes], feed: int, connection: Connection) -> int:
    lock_subjects(connection, CASES, cases)
    day, done = scopes.today(centre), 0
    for case, audience in sorted(feeds.audiences(connection, cases).items()):
        present = [each for each, there in audience.items() if there]
        if feed in present and bodies.admitted(connection, feed, present, day):
            done += scopes.complete(connection, case, feed)
    return done
