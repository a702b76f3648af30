"""Draws nine screens of a real store into docs/screens: a district of two workstations with a morning's work.

python -m tests.app.make_screens [--to DIR]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from icjims_desktop.app.application import Application, Surroundings, dress
from icjims_desktop.app.screenshots import Photographer
from icjims_desktop.app.settings import Settings
from icjims_desktop.services.reading.casefile import Step
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.theme import start_theme
from icjims_desktop.ui.wording import local
from tests.app.station import Station, edit, enrolled, new_case
from tests.sync.district import PASSWORD, District, district, now_ms

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
KEPT = {
    "ru_light": ("unlock", "today", "cases", "case", "form", "conflict", "sync"),
    "ky_dark": ("case", "conflict"),
}
SETTINGS = {"ru_light": Settings("ru", "light"), "ky_dark": Settings("ky", "dark")}
COLOURS, NEAR = 256, 14


def _tried(here: Workspace) -> str:
    """A case of the book that has been before the court."""
    cases = [line.step.id for line in here.cases.lines(here.cases.numbers(), "ru")]
    return next(each for each in cases if any(step.type == "hearing" for step in _steps(here, each)))


def _steps(here: Workspace, case: str) -> Sequence[Step]:
    return here.cases.file(uuid.UUID(case).bytes, "ru").steps


def _apprehend(here: Workspace, case: bytes) -> None:
    """A person held since yesterday, of whose safeguards not all are recorded."""

    def ago(hours: float) -> str:
        return f"{local(now_ms() - int(hours * 3_600_000)):%Y-%m-%d %H:%M}"

    def new(type_: str, *words: str) -> bytes:
        return here.records.new(type_, assignments.parse(words), case=case).record

    person = uuid.UUID(bytes=new("person", "surname=Асанов", "name=Эрмек", "patronymic=Жолдошевич"))
    times = f'actual_times:={{"at": "{ago(20.3)}", "source": "officer"}}'
    told = (f"told_suspicion_at={ago(20)}", f"rights_explained_at={ago(20)}", f"lawyer_notified_at={ago(19.8)}")
    sent = (f"order_at={ago(18.5)}", f"copy_to_prosecutor_at={ago(14)}", "relatives_missing_reason=Телефон не отвечает")
    new("apprehension", f"person={person}", times, *told, *sent)


def morning(town: District) -> Station:
    """A case book; one case in dispute with a colleague, and two changes that are not sent yet."""
    mine = enrolled(town, "n.jumabaeva", "Жумабаева Нургүл")
    theirs = enrolled(town, "a.japarov", "Жапаров Азамат")
    with mine.open() as here, theirs.open() as there:
        here.keeping.demo_data(14, 2026)
        told = _tried(here)
        case = new_case(here, "place=с. Сокулук, автостанция", "responsible=Жумабаева Нургүл")
        _apprehend(here, case)
        here.syncing.synchronise()
        there.syncing.synchronise()
        edit(there, case, "summary=С автостанции открыто похищена сумка тёмно-синего цвета, внутри телефон Samsung.")
        edit(there, uuid.UUID(told).bytes, "place=с. Сокулук, ул. Фрунзе", "damage=1500000")
        there.syncing.synchronise()
        edit(here, case, "summary=С автостанции похищена сумка чёрного цвета; внутри телефон и документы.")
        edit(here, uuid.UUID(told).bytes, "place=с. Сокулук, автостанция", "damage=1800000")
        here.syncing.synchronise()
        edit(here, case, "notes=Запрошена видеозапись камеры автостанции.")
        edit(here, case, "language=ru")
    return mine


def draw(station: Station, name: str, folder: Path) -> int:
    """All screens of a store in one language and theme, into a folder of their own."""
    dress(SETTINGS[name])
    around = Surroundings(station.data_dir, folder, now_ms, time.monotonic, os.urandom)
    application = Application(around, SETTINGS[name])
    application.start()
    photographer = Photographer(application, folder / name, PASSWORD)
    photographer.start()
    QApplication.exec()
    application.end()
    application.window.hide()
    return photographer.exit_code


def small(image: QImage) -> QImage:
    """The picture in 256 of its colours, the frequent ones that differ most; each other one as the nearest of them."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("I")
    counts = Counter(pixels)
    table: list[int] = []
    for colour, _ in counts.most_common():
        if len(table) < COLOURS and all(_distance(colour, each) > NEAR for each in table):
            table.append(colour)
    places = {colour: place for place, colour in enumerate(table)}
    for colour in counts:
        if colour not in places:
            places[colour] = min((_distance(each, colour), at) for at, each in enumerate(table))[1]
    found = QImage(plain.width(), plain.height(), QImage.Format.Format_Indexed8)
    found.setColorTable(table)
    memoryview(found.bits())[:] = bytes(
        places[pixels[y * plain.width() + x]] if x < plain.width() else 0
        for y in range(plain.height())
        for x in range(found.bytesPerLine())
    )
    return found


def _distance(one: int, other: int) -> int:
    return sum(abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) for shift in (0, 8, 16))


def main() -> int:
    """Draw what docs/screens holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=FOLDER)
    target = parser.parse_args().to
    target.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    start_theme(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["ICJIMS_STATE_DIR"] = str(folder / "state")
        with district(folder) as town:
            station = morning(town)
            for look, screens in KEPT.items():
                code = draw(station, look, folder)
                if code:
                    return code
                for screen in screens:
                    image = small(QImage(str(folder / look / f"{screen}.png")))
                    image.save(str(target / f"{screen}_{look}.png"), quality=0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
