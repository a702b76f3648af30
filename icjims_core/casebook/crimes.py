"""Kinds of crime that an office of the police meets, with their articles and plain stories."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final


@dataclass(frozen=True, slots=True)
class Crime:
    """A kind of crime: how often it is met, what it is called in law, how it is told.

    `damage` is a range in som; `victim` says who suffers (`woman`, `child`, `any`, `none`); `known`
    is the chance that a suspect is found; `relation` the relation of victim and suspect.
    """

    weight: int
    article: str
    parts: tuple[str, ...]
    ru: str
    ky: str
    marks: tuple[str, ...] = ()
    damage: tuple[int, int] | None = None
    victim: str = "any"
    known: float = 0.5
    relation: str = "stranger"


CRIMES: Final = (
    Crime(
        24,
        "205",
        ("1", "2", "2", "3"),
        "Неустановленное лицо проникло в {place} и тайно похитило {thing}.",
        "Белгисиз адам {place} кирип, {thing} уурдап кеткен.",
        damage=(3_000, 180_000),
        known=0.4,
    ),
    Crime(
        9,
        "205-1",
        ("1", "2"),
        "С пастбища похищено {number} голов скота.",
        "Жайыттан {number} баш мал уурдалган.",
        marks=("livestock",),
        damage=(40_000, 900_000),
        known=0.35,
    ),
    Crime(
        14,
        "209",
        ("1", "2", "3"),
        "Обманным путём под предлогом {lure} завладел деньгами потерпевшего.",
        "{lure} деген шылтоо менен алдап, жабырлануучунун акчасын алган.",
        marks=("cyber",),
        damage=(5_000, 1_500_000),
    ),
    Crime(
        6,
        "206",
        ("1", "2"),
        "Открыто похитил {thing} возле {place}.",
        "{place} жанында {thing} ачык тартып алган.",
        damage=(2_000, 60_000),
    ),
    Crime(
        3,
        "207",
        ("1", "2"),
        "Угрожая ножом, отобрал {thing} у прохожего.",
        "Бычак менен коркутуп, жүргүнчүнүн {thing} тартып алган.",
        marks=("weapon",),
        damage=(2_000, 90_000),
    ),
    Crime(
        8,
        "177",
        ("1",),
        "В ходе ссоры дома избил члена семьи, причинив телесные повреждения.",
        "Үйдөгү чатакта үй-бүлө мүчөсүн сабап, денесине жаракат келтирген.",
        marks=("family_violence", "gender_based"),
        victim="woman",
        known=0.98,
        relation="spouse",
    ),
    Crime(
        5,
        "138",
        ("1", "2"),
        "Систематически избивал потерпевшую по месту жительства.",
        "Жабырлануучуну жашаган жеринде тынымсыз сабап келген.",
        marks=("family_violence",),
        victim="woman",
        known=0.95,
        relation="former_spouse",
    ),
    Crime(
        5,
        "130",
        ("1", "2"),
        "В драке нанёс удар ножом, причинив тяжкий вред здоровью.",
        "Мушташта бычак сайып, ден соолугуна оор зыян келтирген.",
        marks=("weapon",),
        known=0.8,
        relation="neighbour",
    ),
    Crime(
        5,
        "280",
        ("1", "2"),
        "В общественном месте нарушил порядок, разбил витрину.",
        "Коомдук жайда тартип бузуп, айнек талкалаган.",
        damage=(5_000, 70_000),
        known=0.7,
    ),
    Crime(
        6,
        "312",
        ("1", "2"),
        "Водитель, не справившись с управлением, совершил наезд на пешехода.",
        "Айдоочу башкара албай, жөө жүргүнчүнү сүзүп кеткен.",
        marks=("road_traffic",),
        known=0.95,
    ),
    Crime(
        5,
        "283",
        ("1", "2"),
        "При личном досмотре изъято вещество растительного происхождения.",
        "Жеке текшерүүдө өсүмдүк тектүү зат алынган.",
        marks=("drugs",),
        victim="none",
        known=1.0,
    ),
    Crime(
        2,
        "172",
        ("1", "2"),
        "Похитил девушку против её воли с целью вступления в брак.",
        "Кызды макулдугусуз үйлөнүү максатында ала качкан.",
        marks=("gender_based",),
        victim="woman",
        known=0.97,
        relation="known_other",
    ),
    Crime(
        2,
        "158",
        ("1",),
        "Совершил развратные действия в отношении ребёнка.",
        "Балага карата адепсиз аракеттерди жасаган.",
        marks=("sexual_violence", "child_victim"),
        victim="child",
        known=0.9,
        relation="neighbour",
    ),
    Crime(
        1,
        "122",
        ("1", "2"),
        "В доме обнаружен труп с признаками насильственной смерти.",
        "Үйдөн зордук менен өлтүрүлгөн белгилери бар өлүк табылган.",
        known=0.85,
        relation="friend",
    ),
)

_PLACES: Final = {
    "ru": ("дом", "магазин", "квартиру", "склад"),
    "ky": ("үйгө", "дүкөнгө", "батирге", "кампага"),
}
_NEAR: Final = {"ru": ("рынка", "школы", "остановки"), "ky": ("базардын", "мектептин", "аялдаманын")}
_THINGS: Final = {
    "ru": ("мобильный телефон", "деньги и украшения", "телевизор", "сумку с документами"),
    "ky": ("уюлдук телефонун", "акчасын жана жасалгаларын", "сыналгысын", "документтүү сумкасын"),
}
_LURES: Final = {
    "ru": ("продажи автомобиля", "выгодного вклада", "трудоустройства за рубежом"),
    "ky": ("Машине сатам", "Пайдалуу салым", "Чет өлкөгө ишке жиберем"),
}


def choose(random: Random, article: str = "") -> Crime:
    """A kind of crime, the common ones often; of the article where one is named."""
    named = [each for each in CRIMES if each.article == article] or CRIMES
    return random.choices(named, [each.weight for each in named])[0]


def story(random: Random, crime: Crime, language: str) -> str:
    """The summary of the event in Kyrgyz or Russian."""
    places = _NEAR if crime.article == "206" else _PLACES
    return getattr(crime, language).format(  # type: ignore[no-any-return]
        place=random.choice(places[language]),
        thing=random.choice(_THINGS[language]),
        lure=random.choice(_LURES[language]),
        number=random.randint(1, 12),
    )
