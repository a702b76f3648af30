"""What the page of a case says of liberty: passports, measures and changed times, from what the rules found."""

from datetime import datetime
from typing import TYPE_CHECKING

from icjims_desktop.ui.components.chip import ChipData, ChipKind
from icjims_desktop.ui.components.progress import LedgerData, Segment, SegmentState
from icjims_desktop.ui.dossier.data import Measure, SafeguardLine, Safeguards
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.today.data import OPEN, Explained, due_words
from icjims_desktop.ui.wording import moment_words

if TYPE_CHECKING:
    from icjims_desktop.services.law.custody_told import Account, LimitTold, StruckTold
    from icjims_desktop.services.law.liberty import AttemptTold, StampTold, Standing, Told

MET, MISSING, EXPLAINED = "met", "missing", "explained"
NOT_APPLICABLE, BEFORE_TAKEOVER, ANNULLED = "not_applicable", "before_takeover", "annulled"
EXTENSION = "D31/"
"""The due date by which an extension is asked for; keys begin with the rule."""
SHOWN_AS_DAYS = 3
HOURS_OF_A_DAY = 24


def wall(moment: datetime) -> datetime:
    """A moment by the wall clock of Bishkek, without a zone."""
    return moment.replace(tzinfo=None)


def measures(told: "Told", dues: tuple[Explained, ...], now: datetime) -> tuple[Measure, ...]:
    """The persons without liberty now, with their ledger of days and by when an extension is asked for."""
    found = []
    for each in told.persons:
        account = each.custody
        if account is not None and account.held_now:
            next_ = next((due for due in dues if due.key.startswith(EXTENSION) and _waits(due, each.name)), None)
            found.append(_measure(each, account, next_, now))
    return tuple(found)


def _waits(due: Explained, name: str) -> bool:
    return due.person == name and due.state in OPEN and due.left.done is None


def _measure(person: "Standing", account: "Account", next_: Explained | None, now: datetime) -> Measure:
    since = moment_words(wall(account.since), now) if account.since else ""
    until = moment_words(wall(account.until), now) if account.until else "…"
    left = (wall(account.until) - now).days if account.until else 0
    used = used_words(account)
    if account.until and left >= 0:
        used = f"{used} · {counts.days_left(left)}"
    return Measure(
        title=f"{person.name} — {kind_words(account.kind)}",
        period=f"{since} – {until}",
        used=used,
        cap=limit_words(account.limit) if account.limit else "",
        next=f"{next_.what}: {due_words(next_.left, now)} · {next_.article}" if next_ else "",
        note="\n".join(each.text for each in account.findings),
        ledger=ledger_of(account, account.limit) if account.limit else None,
        person=person.person,
    )


def used_words(account: "Account") -> str:
    """How long without liberty: in hours at first, then in days."""
    if not account.hours:
        return translate("Liberty", "less than an hour in custody")
    days = account.hours // HOURS_OF_A_DAY
    return counts.days_used(days) if days >= SHOWN_AS_DAYS else counts.hours_used(account.hours)


def limit_words(limit: "LimitTold") -> str:
    """How long it may last."""
    if limit.months:
        return translate("Liberty", "at most {months} months").format(months=limit.months)
    return translate("Liberty", "at most {hours} hours").format(hours=limit.hours)


def ledger_of(account: "Account", limit: "LimitTold") -> LedgerData:
    """The limit as a bar."""
    return LedgerData(account.hours, limit.granted, limit.longest)


def passports(told: "Told", now: datetime) -> tuple[Safeguards, ...]:
    """The passports of persons for whom any safeguard is due, those with something missing first."""
    found = [_passport(each, now) for each in told.persons if any(one.status != NOT_APPLICABLE for one in each.stamps)]
    return tuple(sorted(found, key=lambda each: not any(line.due for line in each.open_lines)))


def _passport(person: "Standing", now: datetime) -> Safeguards:
    due = [each for each in person.stamps if each.status != NOT_APPLICABLE]
    missing = sorted((each for each in due if each.status == MISSING), key=lambda one: (not one.overdue, one.severity))
    lines = [SafeguardLine(_open_words(each, now), each.overdue) for each in missing]
    lines += [SafeguardLine(_late_words(each, now), due=False) for each in due if each.late]
    lines += [SafeguardLine(_why_words(each), due=False) for each in due if each.status == EXPLAINED]
    kept, explained = (sum(each.status == status for each in due) for status in (MET, EXPLAINED))
    why = translate("Liberty", "explained: {count}").format(count=explained) if explained else ""
    return Safeguards(
        remark=" · ".join(filter(None, (f"{kept} / {len(due)}", why))),
        segments=tuple(Segment(_segment(each)) for each in due),
        open_lines=tuple(lines),
        person=person.person,
        name=person.name,
    )


def _segment(stamp: "StampTold") -> SegmentState:
    if stamp.status == MISSING:
        return SegmentState.HOLLOW_DUE if stamp.overdue else SegmentState.HOLLOW
    return SegmentState.DONE if stamp.status == MET and not stamp.late else SegmentState.WAITING


def _open_words(stamp: "StampTold", now: datetime) -> str:
    until = moment_words(wall(stamp.due), now) if stamp.due and not stamp.overdue else ""
    pattern = translate("Liberty", "{label}: by {until}") if until else translate("Liberty", "{label}: not recorded")
    return f"{pattern.format(label=stamp.label, until=until)}, {stamp.article}"


def _late_words(stamp: "StampTold", now: datetime) -> str:
    at = moment_words(wall(stamp.at), now) if stamp.at else "—"
    return translate("Liberty", "{label}: late, {at}").format(label=stamp.label, at=at) + f", {stamp.article}"


def _why_words(stamp: "StampTold") -> str:
    return f"{stamp.label}: {translate('Liberty', 'reason recorded')}: {stamp.reason}"


def stamp_chip(stamp: "StampTold", now: datetime) -> ChipData:
    """How a safeguard stands, in a word."""
    if stamp.status == MET:
        if stamp.late:
            return ChipData(translate("Liberty", "recorded late"), ChipKind.LATE, "tick")
        return ChipData(translate("Liberty", "recorded"), ChipKind.OK, "tick")
    if stamp.status == EXPLAINED:
        return ChipData(translate("Liberty", "reason recorded"), ChipKind.ACCENT, "pen")
    if stamp.status == BEFORE_TAKEOVER:
        return ChipData(translate("Liberty", "before the take-over"), ChipKind.NEUTRAL, "book")
    if stamp.status == ANNULLED:
        return ChipData(translate("Liberty", "annulled"), ChipKind.LATE, "cross")
    if stamp.status == NOT_APPLICABLE:
        return ChipData(translate("Liberty", "not due"), ChipKind.PLAIN)
    if stamp.overdue:
        return ChipData(translate("Liberty", "not recorded"), ChipKind.LATE, "octagon")
    until = moment_words(wall(stamp.due), now) if stamp.due else ""
    words = translate("Liberty", "by {until}").format(until=until) if until else translate("Liberty", "not yet")
    return ChipData(words, ChipKind.NEUTRAL, "ring")


def kind_words(kind: str) -> str:
    """A kind of stretch without liberty."""
    return {
        "apprehension": translate("Liberty", "apprehended"),
        "custody": translate("Liberty", "in custody"),
        "house_arrest": translate("Liberty", "under house arrest"),
        "hospital": translate("Liberty", "in compulsory hospital care"),
        "imprisonment": translate("Liberty", "serving imprisonment"),
    }.get(kind, kind)


def tried_words(attempt: "AttemptTold", now: datetime) -> str:
    """An attempt to keep a right: when, by whom, with what result."""
    at = moment_words(wall(attempt.at), now) if attempt.at else "—"
    pattern = translate("Liberty", "tried {at}, {by}: {result}")
    return pattern.format(at=at, by=attempt.by or "—", result=attempt.result)


def struck_words(struck: "StruckTold", now: datetime) -> tuple[str, str]:
    """What an annulled record said of liberty, and the annulment."""
    span = moment_words(wall(struck.began), now)
    if struck.kind:
        end = struck.ended or struck.until
        span = f"{kind_words(struck.kind)}: {span} – {moment_words(wall(end), now) if end else '…'}"
    pattern = translate("Liberty", "does not count, annulled {at} ({by}): {reason}")
    at = moment_words(wall(struck.annulled_at), now)
    return f"{struck.label}, {span}", pattern.format(at=at, by=struck.by or "—", reason=struck.reason)
