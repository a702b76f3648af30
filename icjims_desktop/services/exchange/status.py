"""How things stand on this workstation, in numbers: the document of `status`."""

from __future__ import annotations

from collections import Counter

from icjims_core import fingerprint
from icjims_core.deadlines.rules import rules_in_force
from icjims_core.directory import Decision
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.reading import conflicts, verdicts

LAST_SYNC = "last_sync"
"""Fact of the store: when a session with the centre last came to its end, as decimal milliseconds since 1970 UTC."""


def document(desk: Desk) -> Document:
    """Who and where, what waits, what is disputed or was not accepted, and the digests of the feeds."""
    store, me = desk.store, desk.me
    digests = store.journal.digests()
    last = store.fact(LAST_SYNC)
    with desk.view() as view:
        decided = Counter(decision for _, _, decision in verdicts.decided(view))
        disputed = conflicts.count(view, lambda cases: desk.asking.withheld(view, cases))
    return {
        "office": me.office,
        "user": me.login,
        "name": me.name,
        "role": me.role,
        "device": me.device.hex(),
        "replica": store.journal.replica.id.hex(),
        "outbox": store.journal.outbox_count(),
        "drafts": store.drafts.count(),
        "conflicts": disputed,
        "refused": decided[Decision.REFUSED],
        "quarantined": decided[Decision.QUARANTINED],
        "last_sync": identifiers.moment_text(int(last)) if last else None,
        "rules": rules_in_force().editions,
        "rules_refused": [{"code": each.code, **each.params} for each in desk.publications.refused],
        "digest": fingerprint.combined(digests).hex(),
        "digests": {feed: digest.hex() for feed, digest in sorted(digests.items())},
    }
