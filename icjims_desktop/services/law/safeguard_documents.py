"""Marks of the safeguard passport, what was annulled, and what others added, as documents of the contract."""

from __future__ import annotations

import datetime

from icjims_core.declarations.stored_forms import moment_of
from icjims_core.safeguards import AddedValue, AnnulledAct, Mark, stamps
from icjims_desktop.services.documents import Document
from icjims_desktop.services.law.liberty import attempt_result
from icjims_desktop.services.moments import instant


def mark_document(mark: Mark, now: datetime.datetime, language: str) -> Document:
    """A mark of the safeguard passport."""
    stamp = stamps().named(mark.stamp)
    found: Document = {
        "code": mark.stamp,
        "label": stamp.label.text(language),
        "status": mark.status.value,
        "article": stamp.article,
        "verified": stamp.verified,
        "severity": stamp.severity,
        "late": mark.late,
        "overdue": mark.overdue(now),
    }
    if mark.due is not None:
        found["due"] = moment_of(mark.due)
    if mark.evidence is not None:
        shown = mark.evidence
        found["evidence"] = {
            "record": shown.step,
            "field": shown.field,
            "at": moment_of(shown.at) if shown.at else None,
        }
    if mark.reason:
        found["reason"] = mark.reason
    if mark.attempts:
        found["attempts"] = [
            {
                "record": each.step,
                "at": moment_of(each.at) if each.at else None,
                "by": each.made_by(language),
                "result": each.result,
                "text": attempt_result(each, language),
            }
            for each in mark.attempts
        ]
    return found


def added(found: AddedValue) -> Document:
    """What somebody who had not signed stated on liberty after a signature, as an alert."""
    told = found.added
    return {
        "record": found.step,
        "type": found.type,
        "unit": told.unit,
        "added": moment_of(instant(told.at)),
        "by": told.by,
        "name": told.officer.name,
        "role": told.officer.role,
        "office": told.office,
    }


def annulled(found: AnnulledAct) -> Document:
    """An annulment of what is on liberty or safeguards, as an alert."""
    told = found.annulment
    return {
        "record": found.step,
        "type": found.type,
        "annulled": moment_of(instant(told.at)),
        "by": told.by,
        "name": told.officer.name,
        "role": told.officer.role,
        "office": told.office,
        "reason": told.reason,
        "effective": told.effective,
    }
