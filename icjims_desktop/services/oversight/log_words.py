"""The log of looking in words, on the command line and in the window: what was done, why, and whose log it is."""

from __future__ import annotations

from typing import Any, Final

from icjims_core import codes
from icjims_core.declarations.words import Label

WORKSTATION, CENTRE = "workstation", "centre"
WHOSE: Final = {
    WORKSTATION: Label(
        "Бул жумуш ордунун гана журналы: башка жумуш орундарындагысы борбордун журналында",
        "Журнал только этого рабочего места: что было на других, показывает журнал центра",
        "The log of this workstation only: what was done on others is in the log of the centre",
    ),
    CENTRE: Label(
        "Борбордун журналы: бардык жумуш орундары, жөнөтүлгөнү",
        "Журнал центра: все рабочие места, сколько они отправили",
        "The log of the centre: every workstation, as far as it has sent",
    ),
}
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
    "centre": Label("борбордо", "в центре", "at the centre"),
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


def label(known: dict[str, Label], code: str, language: str) -> str:
    """The label of a code; one that this version does not know stands for itself."""
    found = known.get(code)
    return found.text(language) if found else code


def of_list(name: str, code: object, language: str) -> str:
    """The label of a code of a list."""
    return codes.code_list(name).label(str(code), language) if code else ""


def purpose(event: dict[str, Any], language: str) -> str:
    """Why somebody looked: the label of the purpose with the words after it."""
    told = (of_list("purpose", event.get("purpose"), language), str(event.get("purpose_text") or ""))
    return ": ".join(each for each in told if each)


def done(event: dict[str, Any], language: str) -> str:
    """What an event of the log says was done, and with which file or kind of records."""
    kind, action = str(event.get("event", "")), str(event.get("action", ""))
    words = label(EVENTS, kind, language)
    return f"{words}: {label(ACTIONS, action, language)}" if action and action != kind else words
