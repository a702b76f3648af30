"""Invented people: Kyrgyz, Russian, Uzbek and Dungan names, ages, papers; nobody of them exists."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from random import Random
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SURNAMES: Final = _words(
    "Абдыкадыров Асанов Бакиров Бекмуратов Дүйшеев Жапаров Жумабаев Ибраимов Исаков Калыков Кулуев "
    "Маматов Мырзаев Нурланов Омуралиев Осмонов Өмүров Өсөров Садыков Саматов Сүйүнбаев Тагаев "
    "Токтогулов Турдубаев Үсөнов Чотонов Шаршеев Ыманкулов Эркинов Эсенбаев"
)
MEN: Final = _words(
    "Азамат Айбек Акылбек Бакыт Бектур Данияр Жаныбек Жеңишбек Канат Кубанычбек Максат Мирлан Нурлан "
    "Өмүрбек Руслан Самат Талант Тилек Улан Үсөн Чынгыз Эмил Эрлан"
)
WOMEN: Final = _words(
    "Айгүл Айжан Айнура Асель Бермет Гүлзат Гүлмира Динара Жаңыл Жылдыз Каныкей Мээрим Назгүл "
    "Нургүл Перизат Сайкал Сүйүмкан Чолпон Ширин Эльмира"
)
RUSSIAN_SURNAMES: Final = _words(
    "Волков Гаврилов Данилов Егоров Зайцев Карпов Ковалёв Кузнецов Лебедев Мельников Никитин Петров "
    "Романов Семёнов Соколов Фёдоров Чернов Щербаков"
)
RUSSIAN_MEN: Final = _words("Алексей Андрей Артём Виктор Денис Дмитрий Игорь Илья Михаил Сергей Юрий")
RUSSIAN_WOMEN: Final = _words("Алёна Анна Елена Ирина Марина Наталья Ольга Светлана Татьяна Юлия")
UZBEK_SURNAMES: Final = _words("Абдуллаев Ахмедов Каримов Мирзаев Рахимов Турсунов Юлдашев Юсупов")
UZBEK_MEN: Final = _words("Алишер Бахтиёр Ботир Дилшод Жамшид Сардор Шерзод")
UZBEK_WOMEN: Final = _words("Гулнора Дилноза Зулфия Мохира Наргиза Саодат Шахноза")

_RUSSIAN_SPELLING: Final = str.maketrans("ңөүҢӨҮ", "ноуНОУ")
_OCCUPATIONS: Final = (
    ("уборщица", "водитель", "продавец", "учитель", "строитель", "пенсионер", "не работает"),
    ("айдоочу", "сатуучу", "мугалим", "курулушчу", "пенсионер", "малчы", "иштебейт"),
)


@dataclass(frozen=True, slots=True)
class Human:
    """An invented person: values of a `person` record, the age on the day, and the language spoken."""

    values: dict[str, object]
    age: int
    language: str

    @property
    def full_name(self) -> str:
        """Surname, name and patronymic."""
        parts = (self.values.get(each) for each in ("surname", "name", "patronymic"))
        return " ".join(str(each) for each in parts if each)

    @property
    def child(self) -> bool:
        """Whether the person is under eighteen."""
        return self.age < 18


def human(random: Random, day: datetime.date, region: str, *, woman: bool, ages: tuple[int, int]) -> Human:
    """A person of this region whose age on the day lies within `ages`, both ends included."""
    people = random.choices(("kyrgyz", "russian", "uzbek"), (78, 10, 12))[0]
    language = {"kyrgyz": "ky", "russian": "ru", "uzbek": "uz"}[people]
    age = random.randint(*ages)
    born = day - datetime.timedelta(days=round(age * 365.25) + random.randint(1, 364))
    names = _names(random, people, woman)
    values: dict[str, object] = {
        **names,
        "sex": "female" if woman else "male",
        "citizenship": random.choices(("KG", _ABROAD[people]), (_AT_HOME[people], 100 - _AT_HOME[people]))[0],
        "languages": sorted({language, random.choice(("ky", "ru"))}),
        "interpreter_needed": "no" if language != "uz" else random.choice(("yes", "no", "no")),
        "region": region,
        "actual_address": f"{random.choice(_STREETS)} к., {random.randint(1, 140)}",
    }
    if random.random() < 0.85:
        values |= {"birth_date": born.isoformat(), "birth_basis": "document"}
        values["pin"] = _number(random, born, woman=woman)
    else:
        values |= {"birth_year": born.year, "birth_basis": "stated"}
    if born.day > 1:  # of one in thirty it is not written down
        values["birth_place"] = _BORN_IN[born.day % len(_BORN_IN)]
    if age >= 18:
        values["occupation"] = random.choice(_OCCUPATIONS[language == "ky"])
        values["marital_status"] = random.choice(("single", "married", "married", "divorced"))
        values["dependants"] = random.choices((0, 1, 2, 3, 4), (40, 20, 20, 14, 6))[0]
        values["education"] = random.choice(("secondary", "vocational", "basic", "higher"))
    if woman and 18 <= age <= 42:
        values["pregnancy"] = random.choices(("no", "yes", "not_asked"), (80, 6, 14))[0]
    if random.random() < 0.04:
        values |= {"disability": "yes", "disability_kind": "кулагы начар угат"}
    if random.random() < 0.6:
        values["phones"] = [f"+996 000 {random.randint(0, 999999):06d}"]
    variant = spelling(values)
    if variant:
        values["name_variants"] = [variant]
    return Human(values, age, language)


_ABROAD: Final = {"kyrgyz": "KZ", "russian": "RU", "uzbek": "UZ"}
_AT_HOME: Final = {"kyrgyz": 98, "russian": 85, "uzbek": 75}
_BORN_IN: Final = ("Бишкек ш.", "Ош ш.", "Нарын ш.", "Талас ш.", "Каракол ш.", "Баткен ш.", "Жалал-Абад ш.")
_STREETS: Final = ("Ленин", "Токтогул", "Манас", "Жибек Жолу", "Советская", "Өзгөн", "Ала-Тоо")


def _names(random: Random, people: str, woman: bool) -> dict[str, object]:
    if people == "russian":
        father = random.choice(RUSSIAN_MEN)
        surname = random.choice(RUSSIAN_SURNAMES)
        name = random.choice(RUSSIAN_WOMEN if woman else RUSSIAN_MEN)
        return _named(surname + "а" * woman, name, _patronymic(father, woman))
    if people == "uzbek":
        surname = random.choice(UZBEK_SURNAMES)
        name = random.choice(UZBEK_WOMEN if woman else UZBEK_MEN)
        return _named(surname + "а" * woman, name, _patronymic(random.choice(UZBEK_MEN), woman))
    name = random.choice(WOMEN if woman else MEN)
    father = random.choice(MEN)
    if random.random() < 0.25:
        return _named(f"{father} {'кызы' if woman else 'уулу'}", name, "")
    patronymic = _patronymic(father, woman) if random.random() < 0.8 else ""
    return _named(random.choice(SURNAMES) + "а" * woman, name, patronymic)


def _named(surname: str, name: str, patronymic: str) -> dict[str, object]:
    values: dict[str, object] = {"surname": surname, "name": name}
    return values | ({"patronymic": patronymic} if patronymic else {})


def _patronymic(father: str, woman: bool) -> str:
    stem = {"Илья": "Ильи"}.get(father, father)
    if stem[-1] in "йь":
        return stem[:-1] + ("евна" if woman else "евич")
    if stem[-1] in "аеиы":
        return stem[:-1] + ("инична" if woman else "ич")
    return stem + ("овна" if woman else "ович")


def spelling(values: dict[str, object]) -> str:
    """How another office might have written the name: Kyrgyz letters as Russian ones, Ж as Дж."""
    written = f"{values['surname']} {values['name']}"
    other = written.translate(_RUSSIAN_SPELLING).replace("Жа", "Джа").replace("Жы", "Джи")
    return other if other != written else ""


def _number(random: Random, born: datetime.date, *, woman: bool) -> str:
    """Shaped like a personal number, of a month that no calendar has: it can be nobody's."""
    day = f"{born.day:02d}{born.month + 20:02d}{born.year}"
    return f"{1 if woman else 2}{day}{random.randint(0, 99999):05d}"
