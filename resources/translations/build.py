"""Brings the catalogues up to date with the sources and compiles them.

python resources/translations/build.py            update icjims_*.ts, write *.qm
python resources/translations/build.py --check    exit 1 if a string is missing, stale or unfinished
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LANGUAGES = {"ky": "ky_KG", "ru": "ru_RU", "en": "en_GB"}


def sources() -> list[str]:
    """Every Python file of the screens and the application, in a stable order."""
    folders = (ROOT / "icjims_desktop" / name for name in ("app", "ui"))
    return sorted(str(path.relative_to(ROOT)) for folder in folders for path in folder.rglob("*.py"))


def update(folder: Path) -> None:
    """Let lupdate merge the strings of the sources into the catalogues of `folder`."""
    for name, locale in LANGUAGES.items():
        target = folder / f"icjims_{name}.ts"
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en_US"]
        _run("lupdate", *options, "-target-language", locale, *sources(), "-ts", str(target))


def compile_all(folder: Path) -> None:
    """Write a .qm beside every .ts."""
    for path in sorted(folder.glob("*.ts")):
        _run("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))


def unfinished(path: Path) -> list[str]:
    """Sources without a finished translation."""
    return [
        message.findtext("source", "")
        for message in ET.parse(path).iter("message")  # noqa: S314 - our own file
        if (found := message.find("translation")) is None or found.get("type") is not None or not _filled(found)
    ]


def check() -> list[str]:
    """What is wrong with the catalogues, as sentences."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in HERE.glob("*.ts"):
            shutil.copy(path, folder)
        update(folder)
        compile_all(folder)
        for path in sorted(HERE.glob("*.ts")):
            fresh = folder / path.name
            wrong += [f"{path.name}: unfinished: {text}" for text in unfinished(fresh)]
            if _messages(fresh) != _messages(path):
                wrong.append(f"{path.name}: stale, run resources/translations/build.py")
            compiled = path.with_suffix(".qm")
            if not compiled.exists() or compiled.read_bytes() != fresh.with_suffix(".qm").read_bytes():
                wrong.append(f"{compiled.name}: not compiled from {path.name}")
    return wrong


def _filled(translation: ET.Element) -> bool:
    forms = translation.findall("numerusform")
    return all(form.text for form in forms) if forms else bool(translation.text)


def _messages(path: Path) -> list[tuple[str, str]]:
    tree = ET.parse(path)  # noqa: S314 - our own file
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(f"pyside6-{tool}")
    command = [str(beside) if beside.exists() else f"pyside6-{tool}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        raise SystemExit(f"{tool}: {done.stdout}{done.stderr}")


def main() -> int:
    """Update and compile, or check."""
    if "--check" in sys.argv:
        wrong = check()
        sys.stdout.writelines(f"{line}\n" for line in wrong)
        return 1 if wrong else 0
    update(HERE)
    compile_all(HERE)
    for path in sorted(HERE.glob("*.ts")):
        sys.stdout.writelines(f"{path.name}: unfinished: {text}\n" for text in unfinished(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
