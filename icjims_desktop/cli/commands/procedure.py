"""Commands on what the law says of a case: course, next, safeguards, custody, deadlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from icjims_core.codes import code_list
from icjims_core.declarations.sentence import date_words
from icjims_core.declarations.words import Label
from icjims_core.law.references import cited
from icjims_core.modules import record_type
from icjims_core.officers import author_words
from icjims_desktop.cli import reading, stated
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session

_STATUS = {
    "met": Label("сакталды", "соблюдено", "met"),
    "missing": Label("жок", "нет отметки", "missing"),
    "explained": Label("себеби жазылган", "причина записана", "explained"),
    "not_applicable": Label("тиешеси жок", "не применимо", "not applicable"),
    "before_takeover": Label("кабыл алганга чейин", "до принятия дела", "before take-over"),
    "annulled": Label("жокко чыгарылган", "аннулировано", "annulled"),
}
_SEGMENT = {
    "apprehension": Label("кармалган", "задержание", "apprehended"),
    "custody": Label("камакта", "под стражей", "in custody"),
    "house_arrest": Label("үй камагында", "под домашним арестом", "under house arrest"),
    "hospital": Label("мажбурлап дарылоодо", "в принудительном стационаре", "in compulsory hospital care"),
    "imprisonment": Label("жазасын өтөөдө", "отбывает лишение свободы", "serving imprisonment"),
}
_DUE_STATE = {
    "running": Label("жүрүп жатат", "течёт", "running"),
    "missed": Label("ӨТКӨРҮЛДҮ", "ПРОПУЩЕН", "MISSED"),
    "uncertain": Label("так эмес", "неясно", "uncertain"),
    "met": Label("сакталды", "соблюдён", "met"),
    "explained": Label("себеби жазылган", "причина записана", "explained"),
    "before_takeover": Label("кабыл алганга чейин", "до принятия дела", "before take-over"),
    "suspended": Label("токтотулган", "приостановлен", "suspended"),
    "lifted": Label("алынган", "отпал", "lifted"),
    "ended": Label("аяктады", "истёк", "ended"),
}
_OWN = Label("Сиздин мөөнөттөр", "Ваши сроки", "Your due dates")
_OTHERS = Label("Башкалардын мөөнөттөрү", "Сроки других", "Due dates of others")
_ONLY = Label("мында гана", "только", "only")
_HELD = Label("азыр кармалууда", "содержится сейчас", "held now")
_TRIED = Label("аракет:", "попытка:", "tried:")
_RESTATED = Label(
    "{label}, «{field}»: адегенде {first}, кийин {stated} деп айтылган ({by})",
    "{label}, «{field}»: сначала {first}, позже указано {stated} ({by})",
    "{label}, “{field}”: first {first}, later stated {stated} ({by})",
)
_ADDED = Label(
    "{label}, «{field}»: кол коюлгандан кийин {at} кошулган ({by})",
    "{label}, «{field}»: дописано после подписи {at} ({by})",
    "{label}, “{field}”: added after the signature {at} ({by})",
)
_VOID = Label(
    "{label}: {at} жокко чыгарылган ({by}): {reason}",
    "{label}: аннулировано {at} ({by}): {reason}",
    "{label}: annulled {at} ({by}): {reason}",
)
_IDLE = Label(
    "{label}: {at} жокко чыгарылган ({by}), бирок күчүнө кирбейт: {reason}",
    "{label}: аннулировано {at} ({by}), что не имеет силы: {reason}",
    "{label}: annulled {at} ({by}), which takes no effect: {reason}",
)
_ANNULLED = Label("эсепке алынбайт, жокко чыгарылган", "не считается, аннулировано", "does not count, annulled")
_OF_HOURS = Label("{used} саат, чеги {limit} саат", "{used} ч, предел {limit} ч", "{used} h of at most {limit} h")
_OF_MONTHS = Label(
    "{used} күн, чеги {limit} ай", "{used} дн., предел {limit} мес.", "{used} days of at most {limit} months"
)
_HOURS_OF_A_DAY = 24
_FREE = Label("азыр эркиндикте", "сейчас на свободе", "at liberty now")


def course(session: Session, parsed: Parsed) -> Answer:
    """Show the state of a case and of each person in it."""
    return _answer(session.workspace.procedure.course(_case(session, parsed), session.language), _course_lines)


def next_steps(session: Session, parsed: Parsed) -> Answer:
    """Show what may be recorded next, and why not what may not."""
    return _answer(session.workspace.procedure.next(_case(session, parsed), session.language), _next_lines)


def safeguards(session: Session, parsed: Parsed) -> Answer:
    """Show the safeguard passport of each person."""
    document = session.workspace.procedure.safeguards(_case(session, parsed), session.language)
    return _answer(document, _safeguard_lines)


def custody(session: Session, parsed: Parsed) -> Answer:
    """Show the ledger of custody of each person."""
    return _answer(session.workspace.procedure.custody(_case(session, parsed), session.language), _custody_lines)


def deadlines(session: Session, parsed: Parsed) -> Answer:
    """Show what runs out, in a case or in all."""
    case = _case(session, parsed) if parsed.text("case") else None
    document = session.workspace.procedure.deadlines(case, session.language, every=parsed.on("all"))
    return _answer(document, _deadline_lines)


def _case(session: Session, parsed: Parsed) -> bytes:
    """The case that is asked about; a purpose holds for all that is read of it."""
    case, purpose = stated.record(parsed, "case"), parsed.text("purpose")
    if purpose is not None:
        session.workspace.state_purpose(case, purpose)
    return case


def _deadline_lines(document: reading.Document, language: str) -> Iterable[str]:
    """What the reader keeps, the most urgent first, then what others keep."""
    found = document["deadlines"]
    if not found:
        yield reading.NOTHING.text(language)
    groups = [(_OWN, [each for each in found if each["own"]]), (_OTHERS, [each for each in found if not each["own"]])]
    for head, several in groups:
        if several:
            yield head.text(language)
        for each in several:
            yield from _deadline(each, language)


def _deadline(each: reading.Document, language: str) -> Iterable[str]:
    due = date_words(each["due"]) if each["due"] else "—"
    state = _DUE_STATE[each["state"]].text(language)
    yield f"  {due}  {state}: {each['label']} ({each['article']}) {each['name'] or ''}".rstrip()
    where = (reading.CASE, each["case"]) if each["case"] else (reading.RECORD, each["record"])
    yield f"    {where[0].text(language)}: {where[1]}"
    yield from (f"    {line}" for line in each["explanation"])


def _answer(document: Document, lines: Callable[[reading.Document, str], Iterable[str]]) -> Answer:
    return Answer(document, partial(lines, document))


def _course_lines(document: reading.Document, _language: str) -> Iterable[str]:
    yield document["label"]
    yield from (f"  ! {each['text']}" for each in document.get("findings", ()))
    for person in document["persons"]:
        yield f"  {person['name']}: {person['label']}"
        yield from (f"    ! {each['text']}" for each in person.get("findings", ()))


def _next_lines(document: reading.Document, language: str) -> Iterable[str]:
    for each in document["steps"]:
        if each["available"] and each["by_law"]:
            names = ", ".join(person["name"] for person in each.get("persons", ()))
            yield f"+ {each['label']} ({each['type']})" + (f" — {names}" if names else "")
            yield from (f"    {_ONLY.text(language)}: {one['text']}" for one in each.get("only", ()))
    for each in document["steps"]:
        if not each["available"]:
            yield f"- {each['label']} ({each['type']}): {_why_not(each['reasons'])}"


def _why_not(reasons: Sequence[reading.Document]) -> str:
    """Why a step may not be recorded; to whom it is not open anyway, that alone."""
    told = reasons[:1] if reasons[0]["code"] == "other_role" else reasons
    return " ".join(each["text"] for each in told)


def _safeguard_lines(document: reading.Document, language: str) -> Iterable[str]:
    for person in document["persons"]:
        yield person["name"]
        rows = [
            (_STATUS[each["status"]].text(language), each["label"], cited(each["article"], language))
            for each in person["safeguards"]
        ]
        for line, mark in zip(reading.table(rows), person["safeguards"], strict=True):
            yield f"  {line}"
            yield from (f"    {_tried_words(each, language)}" for each in mark.get("attempts", ()))
    yield from (f"! {_alert_words(each, language)}" for each in document["alerts"])
    yield from (f"! {each['text']}" for each in (*document["warnings"], *document["contents"]))


def _alert_words(alert: reading.Document, language: str) -> str:
    """A time that was stated otherwise later, an annulment of what is on liberty or safeguards, or what was added."""
    declared = record_type(alert["type"])
    label = declared.label.text(language)
    if "annulled" in alert:
        by, at = author_words(alert, language), date_words(alert["annulled"])
        return (
            (_VOID if alert["effective"] else _IDLE)
            .text(language)
            .format(label=label, at=at, by=by, reason=alert["reason"])
        )
    if "added" in alert:
        by, at = author_words(alert, language), date_words(alert["added"])
        fields = declared.unit_fields(alert["unit"])
        named = fields[0].label.text(language) if fields else alert["unit"]
        return _ADDED.text(language).format(label=label, field=named, at=at, by=by)
    source = code_list("time_source").label(alert["source"], language) if alert["source"] else ""
    by = ", ".join(part for part in (source, alert["by"]) if part)
    field = declared.by_name[alert["field"]].label.text(language)
    first, stated = date_words(alert["first"]), date_words(alert["stated"])
    return _RESTATED.text(language).format(label=label, field=field, first=first, stated=stated, by=by or "—")


def _tried_words(attempt: reading.Document, language: str) -> str:
    """An attempt to keep a right: when, by whom, with what result."""
    at = date_words(attempt["at"]) if attempt["at"] else "—"
    return f"{_TRIED.text(language)} {at}, {attempt['by'] or '—'}: {attempt['text']}"


def _struck_words(struck: reading.Document, language: str) -> str:
    """What an annulled record said of liberty, and that it does not count."""
    what = _SEGMENT[struck["kind"]] if struck["kind"] else record_type(struck["type"]).label
    span = date_words(struck["began"])
    if struck["kind"]:
        span = f"{span} – {date_words(struck['ended'] or struck['until'] or '…')}"
    by = author_words(struck, language)
    annulled = f"{_ANNULLED.text(language)} {date_words(struck['annulled'])}, {by}: {struck['reason']}"
    return f"✗ {what.text(language)}: {span}; {annulled}"


def _limit_words(limit: reading.Document, language: str) -> str:
    """How much of the limit that binds now is used up, and its article."""
    pattern, used, most = _OF_HOURS, limit["used_hours"], limit["hours"]
    if limit["months"]:
        pattern, used, most = _OF_MONTHS, used // _HOURS_OF_A_DAY, limit["months"]
    return f"{pattern.text(language).format(used=used, limit=most)} ({cited(limit['article'], language)})"


def _custody_lines(document: reading.Document, language: str) -> Iterable[str]:
    yield from reading.warned(document)
    for person in document["persons"]:
        yield f"{person['name']}: {(_HELD if person['held_now'] else _FREE).text(language)}"
        yield from (
            f"  {_SEGMENT[each['kind']].text(language)}: {date_words(each['began'])} – "
            f"{date_words(each['ended'] or each['until'] or '…')}"
            for each in person["segments"]
        )
        if person["limit"]:
            yield f"  {_limit_words(person['limit'], language)}"
        yield from (f"  ! {each['text']}" for each in person["findings"])
        yield from (f"  {_struck_words(each, language)}" for each in person["annulled"])
