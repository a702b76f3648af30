"""What a built folder holds of others: no package that its lock does not name, and the licence of each that it has."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
OWN: Final = "icjims-desktop"
CATALOGUES: Final = ("icjims_", "qtbase_ky", "qtbase_ru")
LICENCE: Final = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
QT: Final = """\
Qt and PySide6 are used under the GNU Lesser General Public License, version 3, which follows with the
General Public License that it refers to. They are the unchanged libraries of the published packages
and lie as files of their own in `_internal/PySide6` and `_internal/shiboken6`: whoever likes may put
other builds of the same versions in their place. Their source is published by The Qt Company.
"""

Entries = Iterable[tuple[str, str, str]]
"""Lines of PyInstaller's tables: place in the folder, source, kind."""


def strangers(lock: str) -> list[str]:
    """Import names of all that is installed and not named by `requirements/{lock}.txt`, and of building tools."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="ascii")
    known = {OWN, *re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}
    owners = metadata.packages_distributions().items()
    return ["setuptools", "tkinter", *(name for name, theirs in owners if known.isdisjoint(map(_plain, theirs)))]


def needed(entries: Entries) -> list[tuple[str, str, str]]:
    """These without sources of translations, Qt's texts in other languages, and what would load the system's GTK."""
    places = ((Path(each[0]), each) for each in entries)
    return [each for place, each in places if _is_shown(place) and place.stem != "libqgtk3"]


def write_licences(folder: Path, entries: Entries) -> None:
    """Write THIRD-PARTY.txt into a built folder: whose work it holds, and under which licence."""
    sources = {Path(source).resolve() for _, source, _ in entries if source}
    parts = [("Python " + sys.version.split()[0], _python_licence())]
    for package in sorted(metadata.distributions(), key=lambda each: _plain(each.name)):
        files = {Path(str(package.locate_file(file))).resolve(): file for file in package.files or ()}
        if _plain(package.name) != OWN and not sources.isdisjoint(files):
            parts.append((f"{package.name} {package.version}", "\n".join(_words_of(package, files))))
            sources.difference_update(files)
    parts.extend(_of_the_system(sources))
    line = "=" * 100
    text = "".join(f"{line}\n{title}\n{line}\n\n{words.strip()}\n\n" for title, words in parts)
    (folder / "THIRD-PARTY.txt").write_text(text, encoding="utf-8")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_shown(place: Path) -> bool:
    return place.parent.name != "translations" or (place.suffix == ".qm" and place.name.startswith(CATALOGUES))


def _python_licence() -> str:
    """Python's licence where it lies beside the library; Debian's own Python is among the packages of the system."""
    places = [Path(os.__file__).with_name("LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt")]
    return next((place.read_text(encoding="utf-8") for place in places if place.is_file()), "PSF-2.0")


def _words_of(package: metadata.Distribution, files: dict[Path, metadata.PackagePath]) -> Iterator[str]:
    stated = [text for key in ("License-Expression", "License") for text in package.metadata.get_all(key) or []]
    yield f"Licence: {[*stated, 'see below'][0]}\n"
    for path, file in files.items():
        if file.parts[0].endswith(".dist-info") and LICENCE.search(path.name):
            yield path.read_text(encoding="utf-8", errors="replace")
    if _plain(package.name) == "pyside6-essentials":
        yield QT
        for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
            yield (ROOT / "packaging" / "licences" / name).read_text(encoding="utf-8")


def _of_the_system(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Debian's and Ubuntu's packages that these files came from, each with its copyright file."""
    tool = shutil.which("dpkg-query")
    if tool is None:
        return
    paths = sorted(str(file) for file in files if not file.is_relative_to(ROOT))
    # Some packages still name their files as in the time before /lib was a link into /usr.
    asked = [tool, "--search", *paths, *(path.removeprefix("/usr") for path in paths)]
    found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603  # fixed program
    for package in sorted({line.partition(":")[0] for line in found.splitlines()}):
        words = Path("/usr/share/doc", package, "copyright")
        if words.is_file():
            yield f"{package} (package of the system)", words.read_text(encoding="utf-8", errors="replace")
