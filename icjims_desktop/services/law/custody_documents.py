"""The ledger of custody as documents of the contract."""

from __future__ import annotations

import datetime

from icjims_core.custody import Account, Limit, Struck
from icjims_core.declarations.stored_forms import moment_of
from icjims_desktop.services.documents import Document
from icjims_desktop.services.moments import instant

_HOUR = datetime.timedelta(hours=1)


def account(found: Account, findings: list[Document]) -> Document:
    """An account of custody; `findings` as the caller words them."""
    return {
        "segments": [
            {
                "kind": each.kind,
                "began": moment_of(each.began),
                "ended": moment_of(each.ended) if each.ended else None,
                "until": moment_of(each.until) if each.until else None,
                "declared": each.declared,
                "records": list(each.steps),
            }
            for each in found.segments
        ],
        "held_now": found.current is not None,
        "hours": {kind: int(time / _HOUR) for kind, time in sorted(found.time.items())},
        "limit": found.limit and limit(found.limit),
        "credit_days": found.credit,
        "findings": findings,
    }


def limit(found: Limit) -> Document:
    """The limit that binds now, in hours or in months."""
    return {
        "used_hours": int(found.used / _HOUR),
        "hours": found.hours or None,
        "months": found.months or None,
        "article": found.citation.article,
    }


def annulled(found: Struck) -> Document:
    """What an annulled record said of liberty, and the annulment."""
    told = found.annulment
    return {
        "record": found.step,
        "type": found.type,
        "kind": found.kind or None,
        "began": moment_of(found.at),
        "ended": moment_of(found.ended) if found.ended else None,
        "until": moment_of(found.until) if found.until else None,
        "annulled": moment_of(instant(told.at)),
        "by": told.by,
        "name": told.officer.name,
        "role": told.officer.role,
        "reason": told.reason,
    }
