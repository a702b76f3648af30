"""A case under way: its book, the crime, its fate, and the people met so far with the ids of their records."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from icjims_core import codes
from icjims_core.casebook.crimes import Crime, choose
from icjims_core.casebook.fates import REACHES, Fate
from icjims_core.casebook.people import Human, human
from icjims_core.casebook.plan import Book, reference

_MORNING, _NIGHT = 6, 22
"""The hours between which it is day (CPC 5(61))."""


@dataclass(slots=True)
class Party:
    """A person of the case: ids of the records of the person and of the part in the case, and what became of him."""

    person: bytes
    human: Human
    part: bytes = b""
    interpreter: bytes = b""
    """The part of the interpreter who helps him."""
    apprehension: bytes = b""
    apprehended_at: datetime.datetime | None = None
    restraint: bytes = b""
    bail_paid: str = ""
    measure: str = ""
    held: bool = False
    held_until: datetime.datetime | None = None
    motion: dict[str, object] = field(default_factory=dict)
    """What is stated of the motion for a measure that went to the judge with the apprehension; he has yet to decide."""
    charge: bytes = b""
    first_charge: bytes = b""
    questioned: bytes = b""
    verdict: bytes = b""
    outcome: str = ""
    punishment: str = ""
    months: int = 0
    appeal: bytes = b""
    in_force: datetime.datetime | None = None
    term_ends: datetime.date | None = None
    """The last day of imprisonment."""

    @property
    def ref(self) -> str:
        """The reference to the person."""
        return reference(self.person)


@dataclass(slots=True)
class Story:
    """What the stages of the procedure share about one case."""

    book: Book
    region: str
    number: int
    fate: Fate
    provisional: Callable[[bytes], str]
    """Gives the next provisional number, to the case of this id."""
    crime: Crime = field(init=False)
    part: str = field(init=False)
    officer: str = field(init=False)
    prosecutor: str = field(init=False)
    judge: str = field(init=False)
    lawyer: str = field(init=False)
    victim: Party | None = None
    suspects: list[Party] = field(default_factory=list)
    initiated: datetime.datetime | None = None
    initiation: bytes = b""
    term_until: datetime.date | None = None
    evidence: list[bytes] = field(default_factory=list)
    indictment: bytes = b""
    indictment_served: str = ""
    prolonging: bool = False
    """Whether a measure is being prolonged just now."""

    def __post_init__(self) -> None:
        random = self.book.random
        self.crime = choose(random, self.fate.crime)
        self.part = random.choice(self.crime.parts)
        self.officer = self.somebody((25, 55))
        self.prosecutor = self.somebody((28, 55))
        self.judge = self.somebody((32, 62))
        self.lawyer = self.somebody((28, 65))

    def somebody(self, ages: tuple[int, int] = (22, 60)) -> str:
        """The name of an official or another who has no record of his own."""
        woman = self.book.random.random() < 0.4
        return human(self.book.random, self.today, self.region, woman=woman, ages=ages).full_name

    @property
    def today(self) -> datetime.date:
        """The day that the case has come to."""
        return self.book.now.date()

    @property
    def gravity(self) -> str | None:
        """Gravity of what the case is about."""
        return codes.gravity(self.crime.article, self.part)

    @property
    def grave(self) -> bool:
        """Whether the crime is grave or especially grave."""
        return self.gravity in ("T", "O")

    @property
    def family_violence(self) -> bool:
        """Whether it is about violence in a family."""
        return "family_violence" in self.crime.marks

    @property
    def court(self) -> str:
        """The court of the raion."""
        return self.book.say("Райондук сот", "Районный суд")

    @property
    def court_number(self) -> str:
        """The number of the case in court."""
        return f"УД-{self.number:04d}/{self.today.year}"

    @property
    def suspect(self) -> Party:
        """The first of those suspected."""
        return self.suspects[0]

    def turns(self, name: str, chance: float = 0.0) -> bool:
        """Whether the case takes a turn: for certain where its fate says so, else by chance."""
        return name in self.fate.turns or self.book.chance(chance)

    def must_reach(self, stage: str) -> bool:
        """Whether the fate of the case lies at or beyond a stage of `REACHES`."""
        return bool(self.fate.reach) and REACHES.index(self.fate.reach) >= REACHES.index(stage)

    def act(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values with what every act states: who drew it up, in which language, who signed."""
        header = {"drawn_by": self.officer, "language": self.book.language, "signatures": [self.signature()]}
        return {**header, **values}

    def action(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values of an investigative action: what every act states, and mostly why it was carried out at night."""
        hour, minute = int(str(values["started_at"])[11:13]), int(str(values["started_at"])[14:16])
        why = self.book.say("Далилдер жоголуп кетиши мүмкүн эле.", "Доказательства могли быть утрачены.")
        at_night = not _MORNING <= hour < _NIGHT
        return self.act({**values, **({"night_reason": why} if at_night and minute % 4 else {})})

    def order(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values with what every order states: its number, who drew it up, in which language."""
        number = f"{self.number}-{len(self.book.entries) + 1}"
        return {"act_number": number, "drawn_by": self.officer, "language": self.book.language, **values}

    def qualified(self) -> dict[str, object]:
        """The article and the part that the case is about."""
        return {"article": self.crime.article, "part": self.part}

    def signature(self) -> dict[str, str]:
        """A signature on paper, or its refusal with the reason."""
        if self.book.chance(0.95):
            return {"method": "wet_ink"}
        return {"method": "refused", "reason": self.book.say("Себебин айткан жок.", "Причину не назвал(а).")}

    def meet(self, role: str, *, woman: bool, ages: tuple[int, int], foreign: bool = False) -> Party:
        """Enter a person; whoever is `foreign` to both languages of the case needs an interpreter."""
        found = human(self.book.random, self.today, self.region, woman=woman, ages=ages)
        while foreign and found.values["interpreter_needed"] != "yes":
            found = human(self.book.random, self.today, self.region, woman=woman, ages=ages)
        return Party(self.book.enter("person", role, found.values), found)

    def involve(self, who: Party, values: Mapping[str, object], role: str = "investigator") -> bytes:
        """Enter a person's part in the case, with what must be said of everybody; returns the id."""
        book = self.book
        about: dict[str, object] = {
            "person": who.ref,
            "sex": who.human.values["sex"],
            "age_at_act": who.human.age,
            "family_violence": "yes" if self.family_violence else "no",
            "language": self.book.language,
        }
        if book.chance(0.85):
            about["disability"] = "yes" if who.human.values.get("disability") == "yes" else "no"
        else:
            about["disability_reason"] = book.pick("not_established", "urgent", "refused")
        who.part = book.enter("participant", role, {**about, **_tags(who, values.get("role")), **values})
        return who.part


def _tags(who: Party, role: object) -> dict[str, object]:
    """What international statistics ask of victims and suspects; nothing of it is drawn by lot."""
    age = who.human.age
    drunk = {"intoxication": ("none", "alcohol", "none", "unknown", "none")[age % 5]}
    if role == "victim":
        return {"legal_status": "natural", "economic_sector": "household", **drunk}
    if role not in ("suspect", "accused"):
        return {}
    activity = (
        "student" if age < 18 else "retired" if age > 63 else ("employed", "unemployed", "self_employed")[age % 3]
    )
    return {"economic_activity": activity, "repeat_offender": "yes" if age > 20 and age % 6 == 0 else "no", **drunk}
