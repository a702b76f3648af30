"""What waits for the user: refused by the centre, in conflict, to consent to, drafts, unsent; runs on a worker."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from icjims_core.codes import code_list
from icjims_core.modules import record_type, registry
from icjims_core.problem_texts import problem_parts
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.today.data import Wait, WaitLine
from icjims_desktop.ui.wording import case_number, local, moment_words
from icjims_desktop.ui.workplace import Place

if TYPE_CHECKING:
    from icjims_desktop.services.recording.signing import Awaiting
    from icjims_desktop.services.workspace import Workspace
    from icjims_desktop.store.drafts import Draft

PROSECUTOR = "prosecutor"


def waits(workspace: "Workspace", now: datetime) -> tuple[Wait, ...]:
    """What waits, the gravest first."""
    return tuple(_waits(workspace, now))


def _waits(workspace: "Workspace", now: datetime) -> Iterator[Wait]:
    if workspace.me.role == PROSECUTOR:
        yield from _allegations(workspace)
    status = workspace.status()
    numbers = {name: int(str(status[name])) for name in ("refused", "quarantined", "conflicts", "outbox")}
    yield from _not_accepted(workspace, numbers["refused"] + numbers["quarantined"])
    yield from _to_sign(workspace)
    yield from _handed_over(workspace)
    disputed, unsent = numbers["conflicts"], numbers["outbox"]
    if disputed:
        remark = translate("Waits", "Two statements stand; decide which holds")
        yield Wait("conflicts", "fork", "text2", counts.disagreements(disputed), remark, Place("conflicts"))
    if workspace.me.role == PROSECUTOR:
        yield from _alerts(workspace, now)
    yield from _drafts(workspace, now)
    if unsent:
        remark = translate("Waits", "They are safe here and go with the next exchange")
        yield Wait("outbox", "waiting", "text2", counts.unsent(unsent), remark, Place("sync"))


def _not_accepted(workspace: "Workspace", refused: int) -> Iterator[Wait]:
    if refused:
        words, remark = counts.not_accepted(refused), translate("Waits", "Why and what to do: on the sync page")
        yield Wait("refused", "octagon", "late", words, remark, Place("sync"))
    for each in workspace.desk.publications.refused:
        told = problem_parts(each, languages.current.value)
        yield Wait("rules", "octagon", "late", told.happened, f"{told.means} {told.todo}", Place("sync"))


def _allegations(workspace: "Workspace") -> Iterator[Wait]:
    """What the supervising prosecutor decides before anything else; nothing for whom the compartment is closed."""
    found = workspace.allegations.undecided()
    if found:
        sealed = translate("Waits", "Sealed")
        untold = translate("Waits", "Sealed; nothing says yet that it was forwarded (12 hours)")
        told = [(each.case, each.record, sealed if each.forwarded else untold) for each in found]
        yield _several(workspace, "allegations", ("octagon", "late"), counts.allegations(len(found)), told)


def _to_sign(workspace: "Workspace") -> Iterator[Wait]:
    asked, own = workspace.signing.awaiting(), workspace.signing.unsigned(workspace.standings.responsible_for())
    if asked:
        yield _several(workspace, "consent", ("pen", "late"), counts.consents(len(asked)), _acts(asked))
    if own:
        yield _several(workspace, "unsigned", ("signed", "text2"), counts.unsigned(len(own)), _acts(own))


def _acts(several: "Iterable[Awaiting]") -> list[tuple[str, str, str]]:
    language = languages.current.value
    return [(_text(each.case), _text(each.act), record_type(each.type).label.text(language)) for each in several]


def _handed_over(workspace: "Workspace") -> Iterator[Wait]:
    now, listed = workspace.desk.now(), code_list("handover_kind")
    office, lost = workspace.me.office, workspace.handovers.lost(now)
    late = [each for each in lost if each.to_office == office != each.from_office and not each.refused]
    arrived, sent = [*late, *workspace.handovers.arrived(now)], [each for each in lost if each not in late]
    for name, tone, found, words in (
        ("arrived", "late" if late else "text2", arrived, counts.arrived(len(arrived))),
        ("handovers", "late", sent, counts.handovers(len(sent))),
    ):
        if found:
            told = [(each.case, "", listed.label(each.kind, languages.current.value)) for each in found]
            yield _several(workspace, name, ("tray", tone), words, told)


def _alerts(workspace: "Workspace", now: datetime) -> Iterator[Wait]:
    found = workspace.standings.last_alerts()
    if found:
        pattern = translate("Waits", "Liberty, stated otherwise or annulled: {by}, {at}")
        told = [
            (
                _text(case),
                "",
                pattern.format(by=who.words(languages.current.value) or "—", at=moment_words(local(at), now)),
            )
            for case, (at, who) in found.items()
        ]
        yield _several(workspace, "alerts", ("fork", "text"), counts.changed_times(len(found)), told)


def _drafts(workspace: "Workspace", now: datetime) -> Iterator[Wait]:
    found = workspace.drafts.all()
    if found:
        lines = tuple(_draft(each, now) for each in found)
        yield Wait("drafts", "pen", "text2", counts.drafts(len(found)), _begun(lines[0].remark), lines=lines)


def _draft(draft: "Draft", now: datetime) -> WaitLine:
    key, known = draft.key, registry()
    title = known[key.type].label.text(languages.current.value) if key.type in known else key.type
    at = translate("Waits", "kept at {at}").format(at=moment_words(local(draft.saved_at), now))
    record, case = (_text(each) if each else "" for each in (key.record, key.case))
    return WaitLine(title, at, Place("form", type=key.type, record=record, case=case))


def _several(
    workspace: "Workspace", name: str, look: tuple[str, str], words: str, told: "Sequence[tuple[str, str, str]]"
) -> Wait:
    """One line for each of these: case, record or nothing, and what is said of it; the first of them leads."""
    cases = {case: uuid.UUID(case).bytes for case, _, _ in told if case}
    numbers = workspace.cases.numbers_of(list(cases.values()))
    lines = tuple(
        WaitLine(
            case_number(numbers.get(cases[case], {})) if case else remark,
            remark if case else "",
            Place("form", record=record, case=case) if record else Place("case", case=case),
        )
        for case, record, remark in told
    )
    return Wait(name, *look, words, _begun(told[0][2]), lines=lines)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _text(id_: bytes) -> str:
    return str(uuid.UUID(bytes=id_))
