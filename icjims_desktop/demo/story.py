"""The day of three offices: a case book offline, a shared case changed by all, the evening sync, the proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from icjims_desktop.demo.link import BreakingLink
from icjims_desktop.demo.programs import Answer, Centre, Failed, Office
from icjims_desktop.demo.texts import TEXTS

OFFICES: Final = (
    ("009", "РОВД Сокулукского района", "n.jumabaeva", "Жумабаева Нургүл"),
    ("109", "Прокуратура Сокулукского района", "e.abdyraeva", "Абдыраева Элнура"),
    ("008", "РОВД Московского района", "d.satarov", "Сатаров Данияр"),
)

ROLES: Final = {"109": "prosecutor"}
"""Who is no clerk: disputes on liberty are decided by the supervising prosecutor alone."""
SUMMARIES: Final = (
    "С автостанции похищена сумка чёрного цвета, внутри телефон Samsung.",
    "С автостанции открыто похищена сумка тёмно-синего цвета; потерпевшая настаивает на уточнении цвета.",
    "Хищение сумки у автостанции; подозреваемый доставлен нарядом, сумка опознана.",
)
NOTES: Final = (
    "Кечинде күбө Сыдыкова суракка алынды.",
    "Надзор: проверить время фактического задержания.",
    "Запрошена видеозапись камеры автостанции.",
)
PLACES: Final = ("с. Сокулук, автостанция", "с. Сокулук, ул. Фрунзе, автостанция", "Сокулук айылы, автобекет")
BREAKS: Final = (9_000, 14_000, 0)
"""After how many bytes the link breaks while each office syncs; 0: it holds."""
UNREACHABLE: Final = 5
CONTACTS: Final = Path(__file__).with_name("contacts.csv")
SOURCE: Final = "Made up for the demonstration"
SUSPECT: Final = "Асанов"
MOTIVE: Final = "Опознан очевидцами на автостанции"
ACTUAL_TIME: Final = 'actual_times:={"at": "2026-03-07 16:20", "source": "officer"}'
RELEASES: Final = {"009": "2026-03-08 10:00", "008": "2026-03-08 18:00"}
"""What two offices say of the time of release."""
EXPLANATION: Final = "Отпущен по постановлению следователя; журнал ИВС заполнен позже."
REASON_OF_RELEASE: Final = "Сверено с журналом ИВС и постановлением об освобождении"
PURPOSE: Final = "criminal_proceedings: Общее дело трёх подразделений"
"""Why the offices to which the case was given look into it."""
REASON: Final = "Цвет уточнён по протоколу осмотра и показаниям потерпевшей"


@dataclass(slots=True)
class Story:
    """The demonstration in one folder; `say` prints a line."""

    folder: Path
    language: str
    cases: int
    seed: int
    say: Callable[[str], None]
    offices: list[Office] = field(default_factory=list)
    writes: list[str] = field(default_factory=list)
    entered: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    arrest: str = ""

    def tell(self, sentence: str, /, **params: object) -> None:
        """Print a sentence."""
        shown = {key: self._plain(value) for key, value in params.items()}
        self.say(TEXTS[sentence].text(self.language).format(**shown))

    def _plain(self, value: object) -> object:
        if isinstance(value, bool):
            return TEXTS["yes" if value else "no"].text(self.language)
        return value

    def run(self) -> bool:
        """Everything; whether nothing was lost. The stores stay in the folder, closed."""
        centre = Centre(self.folder / "centre")
        try:
            self.tell("centre", url=centre.url)
            address = urlsplit(centre.url)
            link = BreakingLink(address.hostname or "127.0.0.1", address.port or 443)
            self._enrol(centre, f"{address.scheme}://127.0.0.1:{link.port}")
            case = self._share(centre)
            self._fill()
            self._work_offline(case)
            self._evening(link)
            self._resolve(case)
            self._prove(centre, case)
            link.close()
        finally:
            for office in self.offices:
                office.close()
            centre.stop()
        self.tell("lost" if self.lost else "nothing_lost")
        return not self.lost

    def _enrol(self, centre: Centre, address: str) -> None:
        centre.run("publish", "contacts", str(CONTACTS), "--edition", "2026-1", "--source", SOURCE)
        for code, name, login, person in OFFICES:
            centre.run("office", "add", code, "--name", name)
            known = ("--office", code, "--user", login, "--role", ROLES.get(code, "clerk"), "--name", person)
            ticket = centre.run("ticket", *known, "--approved")["ticket"]
            directory = self.folder / f"office-{code}"
            directory.mkdir(mode=0o700)
            office = Office(directory, code, name, login)
            office.enrol(ticket, address)
            office.open()
            self.offices.append(office)
            self.tell("enrolled", name=name, code=code)

    def _fill(self) -> None:
        for at, office in enumerate(self.offices):
            done = office.run("demo-data", "--cases", str(self.cases), "--seed", str(self.seed + at))
            self.entered[office.code] = self.entered.get(office.code, 0) + int(done["records"])
            self.tell("book", name=office.name, cases=done["cases"], records=done["records"])

    def _share(self, centre: Centre) -> str:
        """A case of the first office goes to all three."""
        first = self.offices[0]
        made = first.run("new", "case", f"summary={SUMMARIES[0]}", f"place={PLACES[0]}")
        person = first.run("new", "person", f"surname={SUSPECT}", "--case", made["id"])
        held = (f"person={person['id']}", "ground=eyewitness", f"motive={MOTIVE}", ACTUAL_TIME)
        self.arrest = str(first.run("new", "apprehension", *held, "--case", made["id"])["id"])
        self.entered[first.code] = 3
        first.run("sync")
        for office in self.offices[1:]:
            centre.run("assign", made["id"], "--office", office.code)
        for office in self.offices:
            office.run("sync")
        digests = {office.run("show", made["id"], "--purpose", PURPOSE)["digest"] for office in self.offices}
        self.lost += len(digests) - 1
        self.tell("shared", number=first.run("show", made["id"])["number"]["value"])
        return str(made["id"])

    def _work_offline(self, case: str) -> None:
        self.tell("offline")
        for office, summary, place, note in zip(self.offices, SUMMARIES, PLACES, NOTES, strict=True):
            for words in (
                ("edit", case, f"summary={summary} ({office.code})", f"place={place}"),
                ("edit", case, f"notes={note}"),
            ):
                self.writes.append(office.run(*words)["dot"])
            self.tell("wrote", name=office.name, text=summary)
        for code, released in RELEASES.items():
            author = next(each for each in self.offices if each.code == code)
            author.run("edit", self.arrest, f"released_at={released}", "release_ground=not_confirmed")
            self.tell("wrote", name=author.name, text=released)

    def _evening(self, link: BreakingLink) -> None:
        self.tell("evening")
        for office, breaks in zip(self.offices, BREAKS, strict=True):
            if breaks:
                link.break_after(breaks)
            before = link.cuts
            try:
                self._sync(office)
            except Failed as failure:
                if failure.exit_code != UNREACHABLE:
                    raise
                self.tell("cut", name=office.name, code=failure.code)
                self._sync(office)
            else:
                if link.cuts > before:
                    self.tell("mended", name=office.name)
        for office in self.offices:
            self._sync(office)

    def _sync(self, office: Office) -> Answer:
        done = office.run("sync")
        self.tell("synced", name=office.name, **{key: done[key] for key in ("pushed", "pulled", "conflicts", "equal")})
        return done

    def _resolve(self, case: str) -> None:
        prosecutor = self.offices[1]
        self._explain()
        for conflict in prosecutor.run("conflicts")["conflicts"]:
            if conflict["id"] not in (case, self.arrest):
                continue
            self.tell("conflict", field=conflict["unit"])
            for sibling in conflict["siblings"]:
                value = next(iter(sibling["values"].values()))
                self.tell("sibling", author=sibling["author"], office=sibling["office"], value=value)
            own = [each for each in conflict["siblings"] if each["office"] == prosecutor.code]
            chosen, reason = (own or conflict["siblings"])[0], REASON if own else REASON_OF_RELEASE
            taken = ("--take", chosen["dot"], "--reason", reason)
            done = prosecutor.run("resolve", conflict["id"], conflict["unit"], *taken)
            if conflict["id"] == case:
                self.writes.append(done["dot"])
            value = next(iter(chosen["values"].values()))
            self.tell("resolved", name=prosecutor.name, value=value, reason=reason)
        self._sync(prosecutor)
        self.lost += sum(self._sync(office)["conflicts"] for office in self.offices)

    def _explain(self) -> None:
        """An author does not decide about liberty: he is refused, and explains his value."""
        author = self.offices[0]
        found = (each for each in author.run("conflicts")["conflicts"] if each["id"] == self.arrest)
        conflict = next(found)
        take = ("--take", conflict["siblings"][0]["dot"], "--reason", REASON_OF_RELEASE)
        try:
            author.run("resolve", self.arrest, conflict["unit"], *take)
        except Failed as failure:
            if failure.code != "may_not_resolve":
                raise
            self.tell("refused", name=author.name)
        else:
            self.lost += 1
        author.run("explain", self.arrest, conflict["unit"], "--text", EXPLANATION)
        self.entered[author.code] += 1
        self.tell("explained", name=author.name, text=EXPLANATION)
        self._sync(author)
        self._sync(self.offices[1])

    def _prove(self, centre: Centre, case: str) -> None:
        self.tell("proof")
        for office in self.offices:
            status = office.run("status")
            outbox = int(status["outbox"])
            entered = self.entered[office.code]
            self.lost += outbox
            self.tell("entered", name=office.name, entered=entered, waiting=outbox)
        total, arrived = sum(self.entered.values()), int(centre.run("status")["records"])
        self.lost += abs(total - arrived)
        self.tell("arrived", entered=total, arrived=arrived, lost=total - arrived)
        missing = 0
        for office in self.offices:
            held = {revision["dot"] for revision in office.run("history", case, "--purpose", PURPOSE)["revisions"]}
            missing += len(set(self.writes) - held)
        self.lost += missing
        self.tell("seen", writes=len(self.writes), everywhere=not missing)
        for office in self.offices:
            done = office.run("sync")
            self.lost += not done["equal"]
            shown = {"mine": done["digest"][:12], "theirs": done["centre_digest"][:12], "equal": done["equal"]}
            self.tell("digest", name=office.name, **shown)
            wrong = len(office.run("verify", allow=(0, 6)).get("wrong", []))
            self.lost += wrong
            self.tell("verified", name=office.name, wrong=wrong)
        wrong = len(centre.run("verify").get("wrong", []))
        self.lost += wrong
        self.tell("verified", name="icjims-server", wrong=wrong)
