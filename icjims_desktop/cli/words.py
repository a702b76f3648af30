"""Words for codes and times that documents carry as programs read them: events of the log, roles, offices, moments."""

from __future__ import annotations

import datetime
from typing import Any, Final

from icjims_core import codes
from icjims_core.declarations.sentence import MISSING, date_words
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.declarations.words import Label

EVENTS: Final = {
    "consultation": Label("көрүү", "просмотр", "looked at"),
    "search": Label("издөө", "поиск", "search"),
    "export": Label("файлга чыгаруу", "выгрузка в файл", "export to a file"),
    "import": Label("файлдан киргизүү", "загрузка из файла", "import from a file"),
    "print": Label("басып чыгаруу", "печать", "print"),
    "letter": Label("кат", "письмо", "letter"),
    "attachment": Label("тиркемени ачуу", "открытие приложения", "attachment opened"),
    "bundle": Label("мөөр басылган пакет", "запечатанный пакет", "sealed bundle"),
    "backup": Label("камдык көчүрмө", "резервная копия", "backup"),
    "handover": Label("өткөрүп берүү", "передача", "hand-over"),
    "log": Label("журналды окуу", "чтение журнала", "log read"),
    "combination": Label("жазууларды байланыштыруу", "связывание записей о лице", "person records linked"),
    "user_added": Label("колдонуучу кошулду", "добавлен пользователь", "user added"),
    "password_changed": Label("сырсөз алмашты", "сменён пароль", "password changed"),
    "refused_unlock": Label("кирүү четке кагылды", "отказ во входе", "unlocking refused"),
    "clock_confirmed": Label("саат ырасталды", "часы подтверждены", "clock confirmed"),
}
ACTIONS: Final = {
    "show": Label("жазуу", "запись", "record"),
    "list": Label("тизме", "список", "list"),
    "case": Label("иш", "дело", "case"),
    "history": Label("тарых", "история", "history"),
    "conflicts": Label("карама-каршылыктар", "разногласия", "conflicts"),
    "export": Label("файлга чыгаруу", "выгрузка", "export"),
    "print": Label("басып чыгаруу", "печать", "print"),
    "attachment": Label("тиркеме", "приложение", "attached file"),
    "group": Label("адамдын жазуулары", "записи лица", "records of a person"),
    "candidates": Label("окшош адамдар", "похожие лица", "candidates"),
    "deadlines": Label("мөөнөттөр", "сроки", "due dates"),
    "course": Label("иштин жүрүшү", "ход дела", "course"),
    "next": Label("кийинки кадамдар", "следующие шаги", "next steps"),
    "safeguards": Label("кепилдиктер", "гарантии", "safeguards"),
    "custody": Label("кармоо эсеби", "учёт содержания", "custody"),
    "liberty": Label("эркиндик", "свобода", "liberty"),
    "held": Label("кармалгандар", "содержащиеся", "held persons"),
    "occupancy": Label("жайлардагы адамдардын саны", "заполненность мест содержания", "occupancy"),
    "retention": Label("сактоо мөөнөттөрү", "сроки хранения", "retention"),
    "out_of_place": Label("кадамдын орду", "место шага", "place of a step"),
    "handovers": Label("өткөрүүлөр", "передачи", "hand-overs"),
    "register": Label("КБР номерлери", "номера ЕРП", "Register numbers"),
    "disclosures": Label("кимге берилген", "кому передано", "disclosures"),
    "person_link": Label("адамдын жазууларын байланыштыруу", "связь записей о лице", "link of person records"),
}
RETENTION: Final = {
    "review": Label("кароо керек", "пересмотреть", "look through"),
    "archive": Label("архивге өткөрүү", "передать в архив", "to the archive"),
    "erase": Label("өчүрүү", "стереть", "erase"),
    "anonymise": Label("атсыздоо", "обезличить", "anonymise"),
    "keep": Label("сактоо", "хранить", "keep"),
}
SIGNATURES: Final = {
    "valid": Label("кол туура", "подпись верна", "signature valid"),
    "unknown_author": Label(
        "автору борбордо ырастала элек", "автор центром ещё не заверен", "author not certified yet"
    ),
    "invalid": Label("КОЛ ТУУРА ЭМЕС", "ПОДПИСЬ НЕВЕРНА", "SIGNATURE INVALID"),
}
DECISIONS: Final = {
    "accepted": Label("кабыл алынган", "принято", "accepted"),
    "refused": Label("борбор кабыл алган жок", "центром не принято", "refused by the centre"),
    "quarantined": Label("карантинде", "в карантине", "quarantined"),
}


def label(known: dict[str, Label], code: str, language: str) -> str:
    """The label of a code; one that this version does not know stands for itself."""
    found = known.get(code)
    return found.text(language) if found else code


def of_list(name: str, code: object, language: str) -> str:
    """The label of a code of a list."""
    return codes.code_list(name).label(str(code), language) if code else ""


def moment(text: object) -> str:
    """A time with its zone as `DD.MM.YYYY HH:MM` of Bishkek; a day as such; nothing as a dash."""
    if not text:
        return MISSING
    try:
        found = datetime.datetime.fromisoformat(str(text))
    except ValueError:
        return str(text)
    return date_words(str(text) if found.tzinfo is None else moment_of(found)[:16])


def purpose(event: dict[str, Any], language: str) -> str:
    """Why somebody looked: the label of the purpose with the words after it."""
    told = (of_list("purpose", event.get("purpose"), language), str(event.get("purpose_text") or ""))
    return ": ".join(each for each in told if each)


def done(event: dict[str, Any], language: str) -> str:
    """What an event of the log says was done, and with which file or kind of records."""
    kind, action = str(event.get("event", "")), str(event.get("action", ""))
    words = label(EVENTS, kind, language)
    return f"{words}: {label(ACTIONS, action, language)}" if action and action != kind else words
