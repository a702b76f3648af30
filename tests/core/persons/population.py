"""A made-up population of which it is known who is who, entered by several offices with the mistakes of practice."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from icjims_core.persons.profile import Profile, of_values

NAMES = {
    key: line.split()
    for key, line in tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8")).items()
}
DAY = datetime.date(2026, 9, 1)
Values = dict[str, object]
_RUSSIAN = str.maketrans("өүңёӨҮҢЁ", "оунеОУНЕ")
_LATIN = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхыэ", "abvgdejziyklmnoprstufhye", strict=True))
    | {
        "ө": "o",
        "ү": "u",
        "ң": "n",
        "ё": "e",
        "ч": "ch",
        "ц": "ts",
        "ш": "sh",
        "щ": "shch",
        "ю": "yu",
        "я": "ya",
        "ь": "",
    }
)
_NAMES = ("surname", "name", "patronymic")


@dataclass(frozen=True, slots=True)
class Entered:
    """A record, and the number of the person whom it truly speaks of."""

    truth: int
    values: Values

    @property
    def profile(self) -> Profile:
        return of_values({name: each if isinstance(each, list) else [each] for name, each in self.values.items()})


def population(seed: int, people: int, repeated: float) -> list[Entered]:
    """So many persons, each once, and this share of them once more with mistakes."""
    random = Random(seed)
    found: list[Entered] = []
    for truth in range(people):
        values = somebody(random)
        found.append(Entered(truth, values))
        if random.random() < repeated:
            found.append(Entered(truth, mistaken(random, values)))
    random.shuffle(found)
    return found


def somebody(random: Random) -> Values:
    """A person with names, sex, birth and region; most with a day of birth and a personal number."""
    woman = random.random() < 0.4
    born = DAY - datetime.timedelta(days=random.randint(14 * 365, 70 * 365))
    values: Values = {**_named(random, woman=woman), "sex": "female" if woman else "male", "region": "41708"}
    if random.random() < 0.85:
        number = f"{born.day:02d}{born.month + 20:02d}{born.year}{random.randint(0, 99_999):05d}"
        return values | {"birth_date": born.isoformat(), "pin": f"{1 if woman else 2}{number}"}
    return values | {"birth_year": born.year}


def _named(random: Random, *, woman: bool) -> Values:
    people = random.choices(("", "russian_", "uzbek_"), (78, 10, 12))[0]
    father = random.choice(NAMES[f"{people}men"])
    given = random.choice(NAMES[f"{people}women" if woman else f"{people}men"])
    if not people and random.random() < 0.25:
        return {"surname": f"{father} {'кызы' if woman else 'уулу'}", "name": given}
    found: Values = {"surname": random.choice(NAMES[f"{people}surnames"]) + "а" * woman, "name": given}
    if people or random.random() < 0.8:
        stem, soft = (father[:-1], "е") if father[-1] in "йьяа" else (father, "о")
        found["patronymic"] = f"{stem}{soft}{'вна' if woman else 'вич'}"
    return found


def mistaken(random: Random, values: Values) -> Values:
    """The same person as another office enters him: one to three things are otherwise."""
    other = dict(values)
    other.pop("pin", None) if random.random() < 0.5 else None
    for slip in random.sample(SLIPS, random.randint(1, 3)):
        slip(random, other)
    return other


def _other_script(_random: Random, values: Values) -> None:
    for each in _NAMES:
        if each in values:
            values[each] = str(values[each]).casefold().translate(_LATIN).title()


def _russian_letters(_random: Random, values: Values) -> None:
    for each in _NAMES:
        if each in values:
            values[each] = str(values[each]).translate(_RUSSIAN).replace("Жа", "Джа").replace("Жы", "Джи")


def _no_patronymic(_random: Random, values: Values) -> None:
    values.pop("patronymic", None)


def _swapped_names(_random: Random, values: Values) -> None:
    values["surname"], values["name"] = values["name"], values["surname"]


def _one_letter(random: Random, values: Values) -> None:
    field = random.choice(("surname", "name"))
    text = str(values[field])
    at = random.randrange(1, len(text) - 1)
    values[field] = text[:at] + text[at + 1 :]


def _day_and_month(_random: Random, values: Values) -> None:
    born = str(values.get("birth_date", ""))
    if born and born[8:] <= "12":
        values["birth_date"] = f"{born[:4]}-{born[8:]}-{born[5:7]}"


def _one_digit(random: Random, values: Values) -> None:
    born = str(values.get("birth_date", ""))
    if born:
        values["birth_date"] = f"{born[:3]}{random.choice('0123456789')}{born[4:]}"


def _year_only(_random: Random, values: Values) -> None:
    born = str(values.pop("birth_date", ""))
    if born:
        values["birth_year"] = int(born[:4])


def _other_region(_random: Random, values: Values) -> None:
    values["region"] = "41703"


def _pin_digit(random: Random, values: Values) -> None:
    pin = str(values.get("pin", ""))
    if pin:
        values["pin"] = pin[:-1] + random.choice("0123456789")


def _feminine(_random: Random, values: Values) -> None:
    values["surname"] = str(values["surname"]).removesuffix("а")


SLIPS: list[Callable[[Random, Values], None]] = [
    _other_script,
    _russian_letters,
    _no_patronymic,
    _swapped_names,
    _one_letter,
    _day_and_month,
    _one_digit,
    _year_only,
    _other_region,
    _pin_digit,
    _feminine,
]
