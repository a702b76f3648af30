"""What a person reads of a result at the centre's terminal: labels, codes in words, times of Bishkek, tables."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from icjims_core import codes
from icjims_core.declarations.sentence import MISSING, date_words
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.declarations.words import Label
from icjims_core.modules import registry

Row = Mapping[str, object]
_YES: Final = ("no", "yes")

LABELS: Final[Mapping[str, Label]] = {
    "active": Label("иштейт", "действует", "active"),
    "acts": Label("актылар", "актов журнала", "acts"),
    "address": Label("дареги", "адрес", "address"),
    "by": Label("ким", "кто", "by"),
    "bytes": Label("байт", "байт", "bytes"),
    "case": Label("иш", "дело", "case"),
    "cases": Label("иштер", "дела", "cases"),
    "changed": Label("өзгөрдү", "изменено", "changed"),
    "checked": Label("текшерилди", "проверено", "checked"),
    "code": Label("коду", "код", "code"),
    "conflicts": Label("карама-каршылыктар", "разногласия", "conflicts"),
    "counter": Label("катар саны", "счётчик", "counter"),
    "created": Label("түзүлдү", "создано", "created"),
    "data_dir": Label("маалымат папкасы", "папка данных", "data folder"),
    "device": Label("компьютер", "компьютер", "workstation"),
    "devices": Label("компьютерлер", "компьютеры", "workstations"),
    "digest": Label("дайджест", "дайджест", "digest"),
    "digests": Label("дайджесттер", "дайджесты", "digests"),
    "doubtful_clocks": Label("сааты шектүү компьютерлер", "компьютеров с сомнительными часами", "doubtful clocks"),
    "doubtful_numbers": Label("КБРдин шектүү номерлери", "сомнительных номеров ЕРП", "doubtful Register numbers"),
    "doubts": Label("шектүү номерлер", "сомнения в номерах", "doubts"),
    "due": Label("мөөнөтү", "срок", "due"),
    "edition": Label("редакция", "редакция", "edition"),
    "enrolled_at": Label("катталган", "подключён", "enrolled"),
    "entries": Label("жазуулар", "записей", "entries"),
    "entry": Label("катары", "запись", "entry"),
    "epoch": Label("доор", "эпоха", "epoch"),
    "error_count": Label("каталар", "ошибок", "mistakes"),
    "errors": Label("каталар", "ошибки", "mistakes"),
    "feed": Label("агым", "поток", "feed"),
    "field": Label("талаа", "поле", "field"),
    "file": Label("файл", "файл", "file"),
    "file_digest": Label("файлдын дайджести", "дайджест файла", "digest of the file"),
    "forked": Label("экиге бөлүнгөндөр", "раздвоившиеся", "forked"),
    "from_office": Label("кимден", "от кого", "from"),
    "handovers": Label("ырасталбаган өткөрүүлөр", "неподтверждённые передачи", "hand-overs not confirmed"),
    "heads": Label("акыркылары", "последние", "heads"),
    "id": Label("белгиси", "код", "id"),
    "imported": Label("кабыл алынды", "принято", "imported"),
    "in_force": Label("күчүндө", "в силе", "in force"),
    "key": Label("ачкыч", "ключ", "key"),
    "keys": Label("ишенимдүү ачкычтар", "доверенные ключи", "trusted keys"),
    "kind": Label("түрү", "вид", "kind"),
    "last_seen": Label("акыркы жолу", "последний раз", "last seen"),
    "login": Label("логин", "логин", "login"),
    "lost_handovers": Label("жолдо жоголгон өткөрүүлөр", "передач без подтверждения в срок", "hand-overs lost"),
    "name": Label("аты", "название", "name"),
    "number": Label("номер", "номер", "number"),
    "office": Label("мекеме", "орган", "office"),
    "offices": Label("мекемелер", "органы", "offices"),
    "ok": Label("баары ордунда", "всё в порядке", "sound"),
    "overdue": Label("мөөнөтү өттү", "просрочено", "overdue"),
    "position": Label("орду", "место", "position"),
    "projection": Label("проекциялар", "проекции", "projections"),
    "prosecutor": Label("прокуратура", "прокуратура", "prosecutor"),
    "publications": Label("жарыяланган редакциялар", "опубликованные редакции", "publications"),
    "quarantined": Label("карантинде", "в карантине", "quarantined"),
    "queued": Label("кезекте", "в очереди", "queued"),
    "record": Label("жазуу", "запись", "record"),
    "recorded_at": Label("жазылган", "записано", "recorded"),
    "records": Label("жазуулар", "записи", "records"),
    "refused": Label("кабыл алынган эмес", "не принято", "refused"),
    "register_number": Label("КБР номери", "номер ЕРП", "Register number"),
    "replica": Label("реплика", "реплика", "replica"),
    "revisions": Label("ревизиялар", "ревизий", "revisions"),
    "role": Label("роль", "роль", "role"),
    "rule": Label("эреже", "правило", "rule"),
    "sent_at": Label("жөнөтүлгөн", "отправлено", "sent"),
    "since": Label("качандан", "с какого времени", "since"),
    "state": Label("абалы", "состояние", "state"),
    "stream": Label("агым", "поток", "stream"),
    "supervision": Label("көзөмөл", "надзор", "supervision"),
    "text": Label("түшүндүрмө", "пояснение", "explanation"),
    "ticket": Label("билет", "билет", "ticket"),
    "to_office": Label("кимге", "кому", "to"),
    "type": Label("түрү", "вид", "kind"),
    "unchanged": Label("өзгөрүүсүз", "без изменений", "unchanged"),
    "until": Label("качанга чейин", "по какое время", "until"),
    "user": Label("колдонуучу", "пользователь", "user"),
    "users": Label("колдонуучулар", "пользователи", "users"),
    "waiting": Label("күтөт", "ждёт", "waiting"),
    "what": Label("эмне", "что", "what"),
    "wrong": Label("туура эмес", "неверно", "wrong"),
}
"""What each member of a result is called."""

STATES: Final[Mapping[str, Label]] = {
    "pending": Label("уруксат күтөт", "ждёт разрешения", "pending"),
    "active": Label("иштейт", "действует", "active"),
    "suspended": Label("токтотулган", "приостановлен", "suspended"),
    "revoked": Label("кайтарылган", "отозван", "revoked"),
}
STREAMS: Final[Mapping[str, Label]] = {
    "act": Label("жазуулар", "записи", "records"),
    "audit": Label("кайрылуулар", "обращения", "audit"),
}
KINDS: Final[Mapping[str, Label]] = {
    "list": Label("тизме", "список", "list"),
    "calendar": Label("календарь", "календарь", "calendar"),
    "contacts": Label("байланыштар", "контакты", "contacts"),
    "deadlines": Label("мөөнөттөрдүн эрежелери", "правила сроков", "rules of deadlines"),
}
REASONS: Final[Mapping[str, Label]] = {
    "case_withdrawn": Label("иш бөлүмдөн кайтарып алынган", "дело у органа отозвано", "the case was withdrawn"),
    "user_disabled": Label("колдонуучу өчүрүлгөн", "пользователь отключён", "the user was disabled"),
    "device_revoked": Label(
        "компьютердин уруксаты кайтарылган", "доступ компьютера отозван", "the workstation was revoked"
    ),
    "equivocation": Label(
        "бир номерде эки башка мазмун", "под одним номером два содержания", "one number has two contents"
    ),
}
"""Why work is in quarantine."""


def lines(document: Row, language: str) -> Iterator[str]:
    """A result, a line for each member; lists of several members as tables."""
    for name, value in document.items():
        head = _label(name, language)
        if isinstance(value, Mapping):
            yield f"{head}:"
            yield from (f"  {_label(key, language)}: {cell(key, each, language)}" for key, each in value.items())
        elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
            yield f"{head}:"
            yield from (f"  {line}" for line in _table(value, language))
        else:
            yield f"{head}: {cell(name, value, language)}"


def cell(name: str, value: object, language: str) -> str:
    """A value of a member in words."""
    if isinstance(value, bool):
        return codes.code_list("bool").label(_YES[value], language)
    if value is None or value in ("", [], {}):
        return MISSING
    if isinstance(value, Mapping):
        return " ".join(cell(key, each, language) for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(cell(name, each, language) for each in value)
    read = _READERS.get(name)
    return read(value, language) if read else str(value)


def _label(name: str, language: str) -> str:
    known = LABELS.get(name)
    return known.text(language) if known else name


def _table(rows: Iterable[Row], language: str) -> Iterator[str]:
    held = list(rows)
    names = list(dict.fromkeys(name for row in held for name in row))
    cells = [[_label(name, language) for name in names]]
    cells += [[cell(name, row.get(name), language) for name in names] for row in held]
    widths = [max(len(each) for each in column) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(f"{each:{width}}" for each, width in zip(row, widths, strict=True)).rstrip()


def _moment(value: object, _language: str) -> str:
    """Milliseconds since 1970 UTC, a stored time or a day."""
    if not isinstance(value, int):
        return date_words(str(value))
    try:
        return date_words(moment_of(datetime.datetime.fromtimestamp(value // 1000, datetime.UTC))[:16])
    except (OverflowError, ValueError, OSError):
        return str(value)


def _of(known: Mapping[str, Label]) -> Callable[[object, str], str]:
    def read(value: object, language: str) -> str:
        found = known.get(str(value))
        return found.text(language) if found else str(value)

    return read


def _kind(value: object, language: str) -> str:
    """The kind of a publication, or else of a hand-over."""
    found = KINDS.get(str(value))
    return found.text(language) if found else codes.code_list("handover_kind").label(str(value), language)


def _code(value: object, language: str) -> str:
    """A doubt about a number, or why work is in quarantine; any other code as it is."""
    reason = REASONS.get(str(value))
    if reason is not None:
        return reason.text(language)
    return codes.code_list("number_doubt").label(str(value), language)


def _type(value: object, language: str) -> str:
    declared = registry().get(str(value))
    return declared.label.text(language) if declared else str(value)


def _role(value: object, language: str) -> str:
    return codes.code_list("role").label(str(value), language)


_READERS: Final[Mapping[str, Callable[[object, str], str]]] = {
    **dict.fromkeys(("due", "enrolled_at", "last_seen", "recorded_at", "sent_at", "since", "until"), _moment),
    "code": _code,
    "kind": _kind,
    "role": _role,
    "state": _of(STATES),
    "stream": _of(STREAMS),
    "type": _type,
}
