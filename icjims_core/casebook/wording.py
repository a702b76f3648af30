"""What the acts of a case book say besides their course: what the law demands of them, in plain words, with gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from icjims_core.casebook.planned import Planned
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.encoding import Value

Say = Callable[[str, str], str]
GAP: Final = 6
"""Each so many entries one of the words is left out: what papers are like."""
_OFFICE: Final = ("РИИБдин имараты", "Здание РОВД")
_COURT: Final = ("Сот залы", "Зал суда")
_NONE: Final = ("Жок.", "Нет.")

_WORDS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "initiation": {"place": _OFFICE},
    "apprehension": {
        "order_place": _OFFICE,
        "motive": ("Качып кетиши мүмкүн.", "Может скрыться от следствия."),
        "place": ("Окуя болгон жердин жаны", "Рядом с местом происшествия"),
        "personal_search": ("Тыюу салынган буюм табылган жок.", "Запрещённых предметов не обнаружено."),
    },
    "interrogation": {"place": _OFFICE},
    "confrontation": {"place": _OFFICE},
    "identification": {
        "place": _OFFICE,
        "lookalikes_described": ("Курагы, сырткы көрүнүшү окшош адамдар.", "Лица сходного возраста и внешности."),
    },
    "inspection": {
        "place": ("Окуя болгон жер", "Место происшествия"),
        "witness_of_entry": ("Жергиликтүү бийликтин өкүлү", "Представитель органа местного самоуправления"),
    },
    "search": {
        "place": ("Жашаган үйү", "По месту жительства"),
        "residents_present": ("Үй ээси", "Хозяин дома"),
        "items_listed": ("Буюмдар тизме боюнча алынды.", "Предметы изъяты по описи."),
    },
    "verification": {
        "place": ("Окуя болгон жер", "Место происшествия"),
        "purpose": ("Көрсөтмөлөрдү текшерүү.", "Проверить показания."),
        "reconstructed": _NONE,
        "start_point": _OFFICE,
        "route": ("Кызматтык унаа менен.", "На служебном автомобиле."),
        "end_point": ("Окуя болгон жер", "Место происшествия"),
        "found": ("Эч нерсе табылган жок.", "Ничего не обнаружено."),
    },
    "protocol": {
        "place": _OFFICE,
        "description": ("Аракет толук жүргүзүлдү.", "Действие проведено в полном объёме."),
    },
    "expert_examination": {
        "reasons": ("Атайын билим керек.", "Требуются специальные познания."),
        "organisation": ("Мамлекеттик сот-эксперттик кызмат", "Государственная судебно-экспертная служба"),
        "objects_listed": ("Иштин материалдары.", "Материалы дела."),
    },
    "charge": {
        "order_place": _OFFICE,
        "committed_place": ("Окуя болгон жер", "Место происшествия"),
        "motive": ("Пайда көрүү ниети.", "Корыстные побуждения."),
        "consequences": ("Жабырлануучуга зыян келтирилген.", "Причинён вред потерпевшему."),
        "other_circumstances": ("Иштин материалдарында баяндалган.", "Изложены в материалах дела."),
        "reasons": ("Суракка алуулар, кароо, экспертизалар.", "Допросы, осмотр, заключения экспертов."),
    },
    "restraint": {"reasons": ("Качып кетүү коркунучу.", "Опасность, что скроется.")},
    "familiarisation": {
        "materials": ("Иштин бардык томдору.", "Все тома дела."),
        "motions": ("Өтүнүчтөр болгон жок.", "Ходатайств не заявлено."),
    },
    "termination": {
        "circumstances": ("Иштин жагдайлары аныкталды.", "Обстоятельства дела установлены."),
        "evidence_decision": ("Ээсине кайтарылсын.", "Возвратить владельцу."),
        "measures_lifted": ("Бардык чаралар алынсын.", "Все меры отменить."),
    },
    "indictment": {
        "drawn_place": _OFFICE,
        "evidence": ("Көрсөтмөлөр, кароо, экспертиза.", "Показания, осмотр, заключение эксперта."),
        "damages_secured": ("Талап кылынган жок.", "Не потребовались."),
        "confiscation_evidence": _NONE,
        "folio_references": ("1-том, 1–120-барактар", "Том 1, листы 1–120"),
        "statement_folios": ("1-том, 20–60-барактар", "Том 1, листы 20–60"),
        "measures": ("Ишке караңыз.", "См. материалы дела."),
        "physical_evidence": _NONE,
    },
    "verdict": {
        "pronounced_place": _COURT,
        "secretary": ("Сот катчысы", "Секретарь суда"),
        "evidence": ("Көрсөтмөлөр, корутундулар.", "Показания, заключения."),
        "reasons": ("Иштин жагдайлары эске алынды.", "Учтены обстоятельства дела."),
        "claim_decision": ("Доо арыз берилген эмес.", "Иск не заявлен."),
        "evidence_decision": ("Ээсине кайтарылсын.", "Возвратить владельцу."),
        "costs": ("Мамлекеттин эсебинен.", "За счёт государства."),
    },
    "probation_report": {
        "personality": ("Мүнөзү тынч, иштейт.", "Характеризуется спокойно, работает."),
        "circumstances": ("Материалдык кыйынчылык.", "Материальные затруднения."),
    },
}
_WHEN: Final[Mapping[tuple[str, str, object], Mapping[str, tuple[str, str]]]] = {
    ("protocol", "kind", "samples"): {
        "purpose": ("Салыштыруу үчүн.", "Для сравнительного исследования."),
        "methods": ("Жугунду", "Смыв"),
    },
    ("verdict", "kind", "guilty_punishment"): {"credit_rule": ("Мыйзамга ылайык.", "По правилам закона.")},
    ("verdict", "kind", "acquitted"): {"charge_substance": ("Коюлган айып.", "Предъявленное обвинение.")},
}

_GRANTED: Final = ("Жагдайлар сотто текшерилди.", "Обстоятельства проверены в суде.")


def said(type_name: str, stated: Mapping[str, object], entries: Iterable[Planned], say: Say) -> dict[str, object]:
    """What a new act says besides what is stated; nothing of it is drawn by lot."""
    before = list(entries)
    found: dict[str, object] = {name: say(*words) for name, words in _WORDS.get(type_name, {}).items()}
    for (of, field, value), texts in _WHEN.items():
        if of == type_name and stated.get(field) == value:
            found |= {name: say(*words) for name, words in texts.items()}
    found |= dict(_facts(type_name, stated, before, say))
    left = [name for name in found if name not in stated]
    if left and len(before) % GAP == 0:
        del found[left[len(before) // GAP % len(left)]]
    return found


def _facts(
    type_name: str, stated: Mapping[str, object], before: list[Planned], say: Say
) -> Iterator[tuple[str, object]]:
    if type_name == "interrogation" and stated.get("capacity") == "suspect":
        yield "criminal_record_asked", "yes"
    if type_name == "restraint" and stated.get("decision") == "granted":
        yield "decision_reasons", say(*_GRANTED)
    if type_name in ("indictment", "verdict"):
        yield from ((f"none_{each}", "yes") for each in ("mitigating", "aggravating") if not stated.get(each))
    if type_name == "indictment":
        yield from _accused(stated, before, say)


def _accused(stated: Mapping[str, object], before: list[Planned], say: Say) -> Iterator[tuple[str, object]]:
    if not stated.get("victims"):
        yield "no_victims", "yes"
    if "damage_amount" not in stated:
        yield "damage", say("Иште көрсөтүлгөн.", "Указан в деле.")
        yield "damage_amount", "0"
    began = next((each.moment for each in before if each.type == "initiation"), None)
    if began is not None:
        yield "investigation_from", began.astimezone(LOCAL).date().isoformat()
        yield "investigation_until", before[-1].moment.astimezone(LOCAL).date().isoformat()
    yield "costs", "0"
    called = [_heard(each) for each in before if each.type == "participant"]
    if any(called):
        yield "called_by_prosecution", [each for each in called if each]


def _heard(part: Planned) -> Value:
    """The person whom a participant is, if the prosecution calls him."""
    return part.values.get("person") if part.values.get("role") in ("victim", "witness") else None
