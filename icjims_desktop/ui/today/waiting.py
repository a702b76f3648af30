"""What waits for the user: refused by the centre, in conflict, drafts, not sent yet; runs on a worker."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.today.data import Wait
from icjims_desktop.ui.wording import local, moment_words
from icjims_desktop.ui.workplace import Place

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

MOST_DRAFTS = 3


def waits(workspace: "Workspace", now: datetime) -> tuple[Wait, ...]:
    """What waits, the gravest first."""
    return tuple(_waits(workspace, now))


def place_of(wait: str) -> Place:
    """Where a line leads."""
    return Place({"refused": "sync", "outbox": "sync", "conflicts": "conflicts"}.get(wait, "cases"))


def _waits(workspace: "Workspace", now: datetime) -> Iterator[Wait]:
    status = workspace.status()
    numbers = {name: int(str(status[name])) for name in ("refused", "quarantined", "conflicts", "outbox")}
    refused = numbers["refused"] + numbers["quarantined"]
    if refused:
        words = counts.not_accepted(refused)
        yield Wait("refused", "octagon", "late", words, translate("Waits", "Why and what to do: on the sync page"))
    if numbers["conflicts"]:
        words = counts.disagreements(numbers["conflicts"])
        yield Wait("conflicts", "fork", "text2", words, translate("Waits", "Two statements stand; decide which holds"))
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
