"""How the exchange stands, and one exchange; runs on a worker. Everything told is counted from the store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from icjims_core.problem import Problem
from icjims_core.problem_texts import problem_parts
from icjims_desktop.ui.bridge import Progress, Reporter
from icjims_desktop.ui.components.progress import Segment, SegmentState
from icjims_desktop.ui.components.sync_sentence import SyncFacts
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.sync_panel.data import (
    DigestsData,
    QueueLine,
    QueueState,
    RefusedItem,
    SessionLine,
    SessionOutcome,
    SyncData,
)
from icjims_desktop.ui.wording import local, stored_moment, trimmed

if TYPE_CHECKING:
    from icjims_desktop.services.exchange.sessions import PastSession
    from icjims_desktop.services.reading.verdicts import NotAccepted
    from icjims_desktop.services.workspace import Workspace
    from icjims_desktop.sync import progress as sync_progress
    from icjims_desktop.sync.progress import Cancellation

QUEUE_LINES = 8


@dataclass(frozen=True, slots=True)
class Exchanging(Progress):
    """A moment of an exchange: `sent` of `planned` acts are acknowledged; `phase` as the sync client names it."""

    phase: str = ""
    planned: int = 0
    sent: int = 0
    remaining: float | None = None


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What an exchange came to, and what the user should know beside it: codes and parameters as problems."""

    advice: tuple[Problem, ...]
    lost_user: bool = False


def panel(workspace: "Workspace", language: str, now: datetime) -> SyncData:
    """The page while nothing is under way."""
    from icjims_desktop.services.exchange import outbox, sessions  # noqa: PLC0415 - loaded at the unlock
    from icjims_desktop.services.reading import verdicts  # noqa: PLC0415 - loaded at the unlock

    past = sessions.kept(workspace.store)
    waiting = outbox.parcels(workspace.desk, language)
    queue = tuple(_queue_line(each.sentence, each.types, each.size) for each in waiting)
    return SyncData(
        workstation=office_name(workspace, language),
        now=now,
        facts=facts(workspace, past),
        refused=_refused(verdicts.not_accepted(workspace.desk, language), language),
        queue=queue[:QUEUE_LINES],
        queue_total=len(queue),
        sessions=tuple(_session_line(each) for each in past[:6]),
        digests=_digests(past),
    )


def office_name(workspace: "Workspace", language: str) -> str:
    """The name of the user's office in a language, else its code."""
    return workspace.offices.name(workspace.me.office, language) or workspace.me.office


def facts(workspace: "Workspace", past: "Sequence[PastSession]") -> SyncFacts:
    """What the sync sentence says."""
    status = workspace.status()
    numbers = {name: cast("int", status[name]) for name in ("outbox", "refused", "quarantined")}
    return SyncFacts(
        waiting=numbers["outbox"],
        refused=numbers["refused"] + numbers["quarantined"],
        offline_since=_offline_since(past),
        last_success=stored_moment(cast("str", status["last_sync"] or "")),
        now=local(workspace.desk.now()),
    )


def _offline_since(past: "Sequence[PastSession]") -> datetime | None:
    """When the first of the last sessions without network began."""
    since = None
    for each in past:
        if each.outcome != SessionOutcome.BROKE_OFF.value or each.code == "cancelled":
            break
        since = local(each.began)
    return since


def _queue_line(sentence: str, types: Sequence[tuple[str, int]], size: int) -> QueueLine:
    what = ", ".join(f"{name} {count}" if count > 1 else name for name, count in types)
    case = trimmed(sentence) or translate("SyncReading", "of no case")
    return QueueLine(case, what, size, QueueState.WAITING)


def _refused(found: "Sequence[NotAccepted]", language: str) -> RefusedItem | None:
    if not found:
        return None
    first = found[0]
    pattern = translate("SyncReading", "The centre did not accept: {what}")
    if first.quarantined:
        pattern = translate("SyncReading", "The centre set aside: {what}")
    fact = pattern.format(
        what=trimmed(first.sentence) or translate("SyncReading", "a record that is not here any more")
    )
    if len(found) > 1:
        fact += " " + translate("SyncReading", "(and {count} more)").format(count=len(found) - 1)
    words = problem_parts(Problem(first.code), language)
    whole = translate("SyncReading", "The record is whole and stays here.")
    return RefusedItem(first.record, fact, f"{words.happened} {whole}", words.todo, translate("SyncReading", "Open"))


def _session_line(past: "PastSession") -> SessionLine:
    outcome = SessionOutcome(past.outcome)
    return SessionLine(local(past.began), outcome, past.sent, past.received, past.seconds, past.planned)


def _digests(past: "Sequence[PastSession]") -> DigestsData:
    for each in past:
        if each.equal is not None:
            words = " ".join(each.digest[at : at + 4] for at in range(0, 12, 4))
            return DigestsData(each.equal, local(each.began + each.seconds * 1000), words=words)
    return DigestsData()


def going(data: SyncData, moment: Exchanging) -> SyncData:
    """The page at a moment of an exchange."""
    facts_now = replace(data.facts, going=True, sent=moment.sent, total=moment.planned)
    share = moment.done / moment.total if moment.total else 0.0
    return replace(
        data,
        facts=facts_now,
        segments=(Segment(SegmentState.WAITING, min(share, 1.0)),),
        current=phase_words(moment),
        rate_kbs=moment.rate / 1024,
        seconds_left=None if moment.remaining is None else round(moment.remaining),
    )


def phase_words(moment: Exchanging) -> str:
    """What is being done now, with how far it is."""
    words = {
        "connecting": translate("SyncReading", "calling the centre"),
        "sending": translate("SyncReading", "sending"),
        "receiving": translate("SyncReading", "receiving"),
        "comparing": translate("SyncReading", "comparing both sides"),
        "repairing": translate("SyncReading", "fetching what is missing"),
        "waiting": translate("SyncReading", "the link broke, trying again soon"),
    }
    shown = words.get(moment.phase, moment.phase)
    if moment.phase == "sending" and moment.total:
        return f"{shown}, {round(100 * moment.done / moment.total)} %"
    if moment.phase == "receiving" and moment.total:
        return f"{shown}, {moment.done} / {moment.total}"
    return shown


def exchange(workspace: "Workspace", reporter: Reporter, cancellation: "Cancellation") -> Exchanged:
    """One session with the centre. Raises `Problem`."""
    waiting = workspace.store.journal.outbox_count
    done = workspace.syncing.synchronise(_reporting(reporter, waiting, waiting()), cancellation)
    advice = tuple(Problem(each.code, **each.params) for each in done.result.warnings)
    return Exchanged(advice, lost_user=workspace.me.login in done.disabled)


def _reporting(
    reporter: Reporter, waiting: Callable[[], int], planned: int
) -> "Callable[[sync_progress.Progress], None]":
    """Carries the client's progress to the screen; what is acknowledged is counted at each change of phase."""
    known: dict[str, int] = {}

    def report(progress: "sync_progress.Progress") -> None:
        if progress.phase not in known:
            known.clear()
            known[progress.phase] = max(planned - waiting(), 0)
        sent = known[progress.phase]
        reporter.progress(
            Exchanging(
                progress.done,
                progress.total,
                progress.rate,
                phase=progress.phase,
                planned=planned,
                sent=sent,
                remaining=progress.remaining,
            )
        )

    return report


def export(workspace: "Workspace", path: Path) -> tuple[int, int]:
    """Write a package; acts for the centre, and devices of offices that can open it. Raises `Problem`."""
    done = workspace.syncing.export_bundle(path)
    return done.centre_acts, sum(devices for _, devices in done.offices.values())


def take_in(workspace: "Workspace", path: Path) -> tuple[int, int, int]:
    """Take a package in: revisions new here, known before, acts carried for the centre. Raises `Problem`."""
    done = workspace.syncing.import_bundle(path)
    return done.pulled, done.duplicates, done.carried


def support_report(workspace: "Workspace") -> str:
    """What support needs to know, with nothing of any case or person."""
    status = workspace.status()
    wanted = ("office", "device", "replica", "outbox", "drafts", "conflicts", "refused", "quarantined", "last_sync")
    lines = [f"{name}: {status[name]}" for name in (*wanted, "digest")]
    return "\n".join([*lines, *_session_lines(workspace)])


def _session_lines(workspace: "Workspace") -> Iterator[str]:
    from icjims_desktop.services.exchange import sessions  # noqa: PLC0415 - loaded at the unlock

    for each in sessions.kept(workspace.store):
        moved = f"{each.sent}/{each.planned} {each.received}"
        yield f"{local(each.began):%Y-%m-%d %H:%M} {each.outcome} {moved} {each.code}"
