"""What waits for the user: refused by the centre, in conflict, to consent to, drafts, unsent; runs on a worker."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from icjims_core.problem_texts import problem_parts
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.today.data import Wait
from icjims_desktop.ui.wording import local, moment_words
from icjims_desktop.ui.workplace import Place

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

CASE = "case:"
"""Begins the id of a line that leads to a case, or to a record of it: `case:CASE/NAME`, `case:CASE/RECORD/NAME`."""
PROSECUTOR = "prosecutor"


def waits(workspace: "Workspace", now: datetime) -> tuple[Wait, ...]:
    """What waits, the gravest first."""
    return tuple(_waits(workspace, now))


def place_of(wait: str) -> Place:
    """Where a line leads."""
    if wait.startswith(CASE):
        case, *record, _ = wait.removeprefix(CASE).split("/")
        return Place("form", record=record[0], case=case) if record else Place("case", case=case)
    return Place({"refused": "sync", "rules": "sync", "outbox": "sync", "conflicts": "conflicts"}.get(wait, "cases"))


def _waits(workspace: "Workspace", now: datetime) -> Iterator[Wait]:
    if workspace.me.role == PROSECUTOR:
        yield from _allegations(workspace)
    status = workspace.status()
    numbers = {name: int(str(status[name])) for name in ("refused", "quarantined", "conflicts", "outbox")}
    refused = numbers["refused"] + numbers["quarantined"]
    if refused:
        words = counts.not_accepted(refused)
        yield Wait("refused", "octagon", "late", words, translate("Waits", "Why and what to do: on the sync page"))
    for each in workspace.desk.publications.refused:
        told = problem_parts(each, languages.current.value)
        yield Wait("rules", "octagon", "late", told.happened, f"{told.means} {told.todo}")
    if numbers["conflicts"]:
        words = counts.disagreements(numbers["conflicts"])
        yield Wait("conflicts", "fork", "text2", words, translate("Waits", "Two statements stand; decide which holds"))
    yield from _of_cases(workspace)
    drafts = workspace.drafts.all()
    if drafts:
        words = counts.drafts(len(drafts))
        at = moment_words(local(drafts[0].saved_at), now)
        yield Wait("drafts", "pen", "text2", words, translate("Waits", "The last one was kept at {at}").format(at=at))
    if numbers["outbox"]:
        words = counts.unsent(numbers["outbox"])
        yield Wait(
            "outbox", "waiting", "text2", words, translate("Waits", "They are safe here and go with the next exchange")
        )


def _allegations(workspace: "Workspace") -> Iterator[Wait]:
    """What the supervising prosecutor decides before anything else; nothing for whom the compartment is closed."""
    found = workspace.allegations.undecided()
    if found:
        first = found[0]
        remark = translate("Waits", "Sealed; the one that waits longest opens")
        if not first.forwarded:
            remark = translate("Waits", "Sealed; nothing says yet that it was forwarded (12 hours); it opens")
        words = counts.allegations(len(found))
        yield Wait(f"{CASE}{first.case}/{first.record}/allegations", "octagon", "late", words, remark)


def _of_cases(workspace: "Workspace") -> Iterator[Wait]:
    from icjims_desktop.services import identifiers  # noqa: PLC0415 - loaded at the unlock

    asked = workspace.signing.awaiting()
    if asked:
        remark = translate("Waits", "Signed by the officer; the one that waits longest opens")
        yield Wait(f"{CASE}{identifiers.to_text(asked[0])}/consent", "pen", "late", counts.consents(len(asked)), remark)
    lost = workspace.handovers.lost(workspace.desk.now())
    if lost:
        remark = translate("Waits", "Sent, and the other side has not confirmed; the longest overdue opens")
        yield Wait(f"{CASE}{lost[0].case}/handovers", "tray", "late", counts.handovers(len(lost)), remark)
    arrived = workspace.handovers.arrived(workspace.desk.now())
    if arrived:
        remark = translate("Waits", "Sent to your office; record the receipt; the one to be confirmed first opens")
        yield Wait(f"{CASE}{arrived[0].case}/arrived", "tray", "text2", counts.arrived(len(arrived)), remark)
    alerted = workspace.standings.alerted() if workspace.me.role == PROSECUTOR else []
    if alerted:
        remark = translate("Waits", "Liberty: something was stated otherwise or annulled; the newest case opens")
        newest = f"{CASE}{identifiers.to_text(alerted[0])}/alerts"
        yield Wait(newest, "fork", "text", counts.changed_times(len(alerted)), remark)
