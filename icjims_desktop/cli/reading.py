"""Answers as text for a person at a terminal, in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.declarations.sentence import MISSING, date_words, sentence, som
from icjims_core.declarations.sentence import words as sentence_words
from icjims_core.declarations.words import Label
from icjims_core.merge import ANNULLED as ANNULMENT
from icjims_core.modules import registry
from icjims_core.officers import author_words
from icjims_core.paper.numbers import mark
from icjims_desktop.cli import words

Document = Mapping[str, Any]
Former = Mapping[str, Mapping[str, Mapping[str, str]]]
"""`labels` of a record: list → code → language → label."""
NOTHING_FORMER: Final[Former] = {}

ANNULLED: Final = Label("ЖОККО ЧЫГАРЫЛГАН", "АННУЛИРОВАНО", "ANNULLED")
WITHOUT_KEY: Final = Label(
    "Азырынча окуй албайт (ачкычы жок): {users}",
    "Пока не могут прочитать (нет ключа): {users}",
    "Cannot read it yet (no key): {users}",
)
SAVED: Final = Label("Сакталды", "Сохранено", "Saved")
NOTHING: Final = Label("Эч нерсе табылган жок.", "Ничего не найдено.", "Nothing was found.")
MORE: Final = Label("Андан ары: --after", "Дальше: --after", "More: --after")
BRIEF: Final = Label(
    "Өзүнүкү эмес иштерден табууга керектүү гана көрсөтүлдү; калганын жазууну максаты менен ачып көрөт (--purpose).",
    "Из чужих дел показано лишь то, по чему запись находят; остальное видно, если назвать цель (--purpose).",
    "Of cases not one’s own only what finds a record is shown; the rest once a purpose is stated (--purpose).",
)
STATUS: Final = Label("Абалы", "Статус", "Status")
SIGNED_BY: Final = Label("Кол койгон", "Подписал", "Signed by")
EDITION: Final = Label("бланктын редакциясы {edition}", "редакция бланка {edition}", "edition {edition} of the form")
INVALID: Final = Label("КОЛТАМГА ТУУРА ЭМЕС", "ПОДПИСЬ НЕДЕЙСТВИТЕЛЬНА", "THE SIGNATURE DOES NOT HOLD")
SUPERSEDED_BY: Final = Label("Анын ордунда", "Вместо него", "In its place")
REASON: Final = Label("себеби", "причина", "reason")
CASE: Final = Label("Иш", "Дело", "Case")
RECORD: Final = Label("Жазуу", "Запись", "Record")
NUMBER: Final = Label("Номери", "Номер", "Number")
OFFICE: Final = Label("Бөлүм", "Подразделение", "Office")
DISPUTED: Final = Label("бир нече маани турат", "расходится", "disputed")
DECIDES: Final = Label("чечет", "решает", "decided by")


def label_of(type_: str, language: str) -> str:
    """What records of a type are called."""
    declared = registry().get(type_)
    return declared.label.text(language) if declared else type_


def table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows in columns as wide as their widest cell; the last one is left ragged."""
    held = [list(row) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*held, strict=True)] if held else []
    for row in held:
        yield "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def warned(document: Document) -> Iterator[str]:
    """What is not to be overlooked in a result, a line each."""
    yield from (f"! {each['text']}" for each in document["warnings"])


def value_words(
    declared: RecordType | None, name: str, value: Any, language: str, former: Former = NOTHING_FORMER
) -> str:
    """A stored value as a person reads it; `former`: `labels` of its record, where codes read otherwise today."""
    field = declared.by_name.get(name) if declared else None
    if value in (None, "", []):
        return MISSING
    if isinstance(value, list):
        return "; ".join(value_words(declared, name, each, language, former) for each in value)
    if isinstance(value, dict):
        if {"dot", "author", "recorded_at"} <= value.keys():
            text = value_words(declared, name, value.get("text", value.get("value")), language, former)
            return f"{text} ({author_words(value, language)}, {words.moment(value['recorded_at'])})"
        return _words(field, value, language, former) if field else _members(value)
    return _words(field, value, language, former) if field else str(value)


def _words(field: Field, value: Any, language: str, former: Former) -> str:
    from icjims_core import codes  # noqa: PLC0415 - the lists are read only where a code is shown

    if field.kind is Kind.BOOL:
        return codes.code_list("bool").label("yes" if value else "no", language)
    if field.kind is Kind.MONEY:
        return som(value) if isinstance(value, int) else str(value)
    if isinstance(value, dict):
        return _composed(field, value, language, former)
    if not isinstance(value, str):
        return str(value)
    match field.kind:
        case Kind.CODE:
            return f"{_code_label(field.codes or '', value, language, former)} [{value}]"
        case Kind.TRI:
            return codes.code_list("tri").label(value, language)
        case Kind.DATE | Kind.TIMESTAMP:
            return date_words(value)
    return str(value)


def _composed(field: Field, value: Document, language: str, former: Former) -> str:
    """A value of several members: a place in degrees, a file, signature or stated time as everywhere."""
    if field.kind is Kind.GEO and value.keys() == {"lat", "lon"}:
        return f"{value['lat'] / 1_000_000:.6f}, {value['lon'] / 1_000_000:.6f}"
    if field.kind in (Kind.FILE, Kind.SIGNATURE, Kind.STATEMENT):
        return sentence_words(field, value, language, str, partial(_code_label, former=former))
    return _members(value)


def _members(value: Document) -> str:
    return ", ".join(f"{key}: {each}" for key, each in value.items())


def record_line(document: Document, language: str) -> str:
    """A record as one line."""
    declared = registry().get(document["type"])
    if declared is None:
        return str(document["type"])
    values = {name: _plain(each["value"]) for name, each in document["fields"].items() if "value" in each}
    if "number" in document and not document["number"]["provisional"]:
        values.pop("provisional_number", None)
    labels = partial(_code_label, former=document.get("labels", NOTHING_FORMER))
    line = sentence(declared, values, language, lambda each: each[:8], labels)
    return f"{ANNULLED.text(language)}: {line}" if "annulled" in document else line


def _plain(value: Any) -> Any:
    """Entries of an append as their texts."""
    if isinstance(value, list):
        return [each.get("text", each.get("value")) if isinstance(each, dict) else each for each in value]
    return value


def _code_label(list_: str, code: str, language: str, former: Former) -> str:
    from icjims_core import codes  # noqa: PLC0415 - as above

    then = former.get(list_, {}).get(code)
    if then is not None:
        return then.get(language, then["ru"])
    return codes.code_list(list_).label(code, language)


def record_lines(document: Document, language: str) -> Iterator[str]:
    """A whole record, a line for each field."""
    declared = registry().get(document["type"])
    yield f"{label_of(document['type'], language)}  {document['id']}"
    if document["case"]:
        yield f"{CASE.text(language)}: {document['case']}"
    if document.get("number", {}).get("value"):
        told = f" ({mark(document['number']['value']).text(language)})" if document["number"]["provisional"] else ""
        yield f"{NUMBER.text(language)}: {document['number']['value']}{told}"
    yield f"{OFFICE.text(language)}: {document['office']}"
    if "annulled" in document:
        gone = document["annulled"]
        by, at = author_words(gone, language), words.moment(gone["recorded_at"])
        yield f"{ANNULLED.text(language)}: {gone['reason']} ({by}, {at})"
    if "status" in document:
        yield from _standing_lines(document, language)
    for name, content in document["fields"].items():
        yield from _field_lines(declared, name, content, language, document.get("labels", NOTHING_FORMER))


def _standing_lines(document: Document, language: str) -> Iterator[str]:
    """How far an act has come, who signed it, and what stands in its place."""
    yield f"{STATUS.text(language)}: {_code_label('act_status', document['status'], language, NOTHING_FORMER)}"
    yield from (f"{SIGNED_BY.text(language)}: {signature_line(each, language)}" for each in document["signed"])
    yield from (f"{SUPERSEDED_BY.text(language)}: {each}" for each in document.get("superseded_by", ()))


def signature_line(signature: Document, language: str) -> str:
    """Who signed an act, in what capacity, when, by which edition of its form, and whether it holds."""
    parts = [
        author_words(signature, language),
        _code_label("signing_capacity", signature["capacity"], language, NOTHING_FORMER),
        words.moment(signature["signed_at"]),
        EDITION.text(language).format(edition=signature["edition"]),
    ]
    return " · ".join([*parts, *([] if signature["valid"] else [INVALID.text(language)])])


def _field_lines(
    declared: RecordType | None, name: str, content: Document, language: str, former: Former
) -> Iterator[str]:
    field = declared.by_name.get(name) if declared else None
    label = field.label.text(language) if field else name
    if "value" in content:
        yield f"  {label}: {value_words(declared, name, content['value'], language, former)}"
        return
    yield f"  {label}: {DISPUTED.text(language)}"
    for each in content["siblings"]:
        yield f"    - {value_words(declared, name, each['value'], language, former)} ({written_by(each, language)})"


def written_by(written: Document, language: str) -> str:
    """Who wrote something, where and when, with the dot by which it is taken."""
    at = words.moment(written["recorded_at"])
    return f"{author_words(written, language)}, {written['office']}, {at}, {written['dot']}"


def list_lines(document: Document, language: str) -> Iterator[str]:
    """Records as lines, and how to go on."""
    records = document["records"]
    if not records:
        yield NOTHING.text(language)
    yield from table((each["id"], label_of(each["type"], language), record_line(each, language)) for each in records)
    if any("brief" in each for each in records):
        yield BRIEF.text(language)
    if "next" in document:
        yield f"{MORE.text(language)} {document['next']}"


def history_lines(type_: str, document: Document, language: str) -> Iterator[str]:
    """The history of a record of a type, oldest first."""
    declared = registry().get(type_)
    for each in document["revisions"]:
        marks = [words.label(words.SIGNATURES, each["signature"], language)]
        marks += [_verdict_words(each["verdict"], language)] if "verdict" in each else []
        yield f"{written_by(each, language)}  [{', '.join(marks)}]"
        for name, value in each["changes"].items():
            yield f"    {_field_label(declared, name, language)}: {_change_words(declared, name, value, language)}"
        if each["reason"]:
            yield f"    {REASON.text(language)}: {each['reason']}"


def _verdict_words(verdict: Document, language: str) -> str:
    return f"{words.label(words.DECISIONS, verdict['decision'], language)}: {verdict['code']}"


def _field_label(declared: RecordType | None, name: str, language: str) -> str:
    if name == ANNULMENT:
        return ANNULLED.text(language)
    return declared.by_name[name].label.text(language) if declared and name in declared.by_name else name


def _change_words(declared: RecordType | None, name: str, value: Any, language: str) -> str:
    if isinstance(value, dict) and value.keys() <= {"add", "remove"}:
        told = [("+", each) for each in value.get("add", ())] + [("−", each) for each in value.get("remove", ())]
        return "; ".join(f"{sign}{value_words(declared, name, each, language)}" for sign, each in told)
    return value_words(declared, name, value, language)


def conflict_lines(document: Document, language: str) -> Iterator[str]:
    """Conflicts, each with its siblings."""
    if not document["conflicts"]:
        yield NOTHING.text(language)
    for each in document["conflicts"]:
        declared = registry().get(each["type"])
        unit = _unit_words(declared, each["fields"], language) or each["unit"]
        yield f"{label_of(each['type'], language)}  {each['id']}  {each['unit']}: {unit}"
        for sibling in each["siblings"]:
            values = "; ".join(value_words(declared, name, v, language) for name, v in sibling["values"].items())
            yield f"    - {values} ({written_by(sibling, language)})"
        for explained in each.get("explanations", ()):
            yield f"    {author_words(explained, language)}, {explained['office']}: {explained['text']}"
        if each.get("decided_by"):
            yield f"    {DECIDES.text(language)}: {_code_label('role', each['decided_by'], language, NOTHING_FORMER)}"


def _unit_words(declared: RecordType | None, fields: Iterable[str], language: str) -> str:
    return ", ".join(_field_label(declared, each, language) for each in fields)


def saved_lines(document: Document, language: str) -> Iterator[str]:
    """What was saved."""
    yield f"{SAVED.text(language)}: {document['id']}  ({document['dot']})"
    if document.get("without_key"):
        yield WITHOUT_KEY.text(language).format(users=", ".join(document["without_key"]))
