"""The one door of the project: makes its environment, then runs the demonstration, tests and tools.

Needs Python 3.11 and nothing else; `python3 run.py` alone lists what it can do.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = ENVIRONMENT / "made-from.sha256"
WINDOWS = sys.platform == "win32"
PROGRAMS = ENVIRONMENT / ("Scripts" if WINDOWS else "bin")
PYTHON = str(PROGRAMS / "python")
# Set by an activated environment or a personal pip configuration; they would reach into ours.
FOREIGN_VARIABLES = (
    "PIP_PREFIX",
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_TARGET",
    "PYTHONHOME",
    "PYTHONPATH",
    "VIRTUAL_ENV",
)

USAGE = """\
python3 run.py VERB [arguments]

  demo     show the system at work on this computer
  test     all checks, then the tests (arguments go to pytest)
  check    formatting, rules, types and layers, without the tests
  desktop  open the application
  soak     the long trials: run.py soak --size 200
  bench    measure
  screens  picture the screens on a store of this morning
  package  build the programs as folders that need no Python
"""

# The library file that is looked for, and the Debian or Ubuntu package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def say(text: str) -> None:
    """Print at once, so that lines of children never overtake ours."""
    print(text, flush=True)


def child_environment() -> dict[str, str]:
    """Give the variables for everything started here: ours alone, UTF-8, no questions."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN_VARIABLES}
    own = {"PIP_NO_INPUT": "1", "PIP_USER": "0", "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1"}
    own["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return kept | own


def run(command: list[str]) -> int:
    """Run a program in the project's folder with the output as it is; return its exit code."""
    stdin = subprocess.DEVNULL if sys.stdin is None else None
    done = subprocess.run(command, cwd=ROOT, env=child_environment(), stdin=stdin, check=False)
    return done.returncode


def run_quietly(command: list[str], **variables: str) -> bool:
    """Run an installer; show only the end of its words, without addresses, when it fails."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=child_environment() | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        words = re.sub(r"\w+://\S+|(?<=host=)\S+|(?<=resolve )\S+|(?<=resolving )\S+", "(address)", done.stdout)
        lines = [line for line in words.splitlines() if "markers" not in line and "Retry(" not in line]
        say("\n".join("    " + line for line in lines[-15:]))
    return done.returncode == 0


def is_administrator() -> bool:
    """Tell whether packages of the system may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def provide_packages(packages: list[str], purpose: str) -> bool:
    """Install packages of Debian or Ubuntu as root; otherwise print the exact line to do so."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if is_administrator() and shutil.which("apt-get"):
        say(f"Installing {purpose} ({', '.join(packages)}) ...")
        run_quietly(["apt-get", "update"])
        if run_quietly(install, DEBIAN_FRONTEND="noninteractive"):
            return True
        say("That did not succeed; the lines above tell why. Once it can, this line brings them:")
        say("    " + " ".join(install))
        return False
    say(f"This computer lacks {purpose}. On Debian and Ubuntu this line brings it:")
    say("    sudo apt-get install " + " ".join(packages))
    return False


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """List the packages of those libraries that cannot be loaded."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def provide_qt_libraries() -> bool:
    """See that Qt finds what it links to; what only a screen needs is asked for where one is."""
    if not sys.platform.startswith("linux"):
        return True
    packages = missing_packages(QT_LIBRARIES)
    if "DISPLAY" in os.environ or is_administrator():
        packages += missing_packages(SCREEN_LIBRARIES)
    return not packages or provide_packages(packages, "libraries that the windows need")


def provide_postgresql() -> None:
    """See that the tests can start a PostgreSQL; without one they say so and use SQLite alone."""
    installed = any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb")
    if not installed and not WINDOWS:
        provide_packages(["postgresql"], "the PostgreSQL server for half of the centre's tests")


def environment_stamp() -> str:
    """Name the state that the environment must be in: lock, project file, place and Python."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    parts += [str(ROOT).encode(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def environment_is_current() -> bool:
    """Tell whether the environment was made from this very lock, and its Python still starts."""
    if not STAMP.is_file() or STAMP.read_text(encoding="ascii") != environment_stamp():
        return False
    try:
        return run([PYTHON, "-c", ""]) == 0
    except OSError:
        return False


def make_environment() -> bool:
    """Make .venv afresh from the lock, every file checked against its hash."""
    pip = [PYTHON, "-m", "pip", "install", "--no-deps"]
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not provide_packages([package], "Python's own tool for environments"):
            return False
    say("[1/3] Making the environment in .venv ...")
    if not run_quietly([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]):
        return False
    say("[2/3] Installing the locked packages; the first time this takes a minute or two ...")
    locked = ["--only-binary=:all:", "--require-hashes", "--requirement", str(LOCK)]
    if not run_quietly(pip + locked):
        say("Packages come from the registry that pip is set up to use here; is it within reach?")
        return False
    say("[3/3] Installing this project ...")
    if not run_quietly([*pip, "--no-index", "--no-build-isolation", "--editable", str(ROOT)]):
        return False
    STAMP.write_text(environment_stamp(), encoding="ascii")
    return True


def run_checks() -> int:
    """Run every check of the source, also after one failed; return the first failure's code."""
    checks = {
        "rules": [str(PROGRAMS / "ruff"), "check", "--output-format=concise", "."],
        "format": [str(PROGRAMS / "ruff"), "format", "--check", "--output-format=concise", "."],
        "types": [PYTHON, "-m", "mypy"],
        "layers": [str(PROGRAMS / "lint-imports"), "--no-logo"],
    }
    codes = {}
    for name, command in checks.items():
        say(f"--- {name}")
        codes[name] = run(command)
    failed = [name for name, code in codes.items() if code]
    say(f"--- checks failed: {', '.join(failed)}" if failed else "--- all checks passed")
    return next((code for code in codes.values() if code), 0)


def run_tests(arguments: list[str]) -> int:
    """Run the checks, then the tests on every core; return the first failure's code."""
    failed_check = run_checks()
    spread = ["--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder"]
    failed_test = run([PYTHON, "-m", "pytest", *spread, *arguments])
    return failed_check or failed_test


def build_packages(arguments: list[str]) -> int:
    """Build the folders of the workstation and of the centre in dist/; return the first failure's code."""
    places = ["--noconfirm", "--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    for name in ("desktop", "server"):
        spec = str(ROOT / "packaging" / f"{name}.spec")
        code = run([PYTHON, "-m", "PyInstaller", "--log-level=WARN", *places, *arguments, spec])
        if code:
            return code
        say(f"Built: {ROOT / 'dist' / f'icjims-{name}'}")
    return 0


def carry_out(verb: str, arguments: list[str]) -> int:
    """Do what one verb stands for, in the environment that is ready; return the exit code."""
    if verb == "test":
        return run_tests(arguments)
    if verb == "check":
        return run_checks()
    if verb == "package":
        return build_packages(arguments)
    modules = {
        "demo": ["icjims_desktop.demo"],
        "desktop": ["icjims_desktop"],
        "soak": ["pytest", "-m", "long", "--timeout=0"],
        "bench": ["benchmarks"],
        "screens": ["tests.app.make_screens"],
    }
    return run([PYTHON, "-m", *modules[verb], *arguments])


def main(words: list[str]) -> int:
    """Check the ground, make the environment where it is not current, carry out the verb."""
    if sys.version_info < (3, 11):  # noqa: UP036  # the point is to tell owners of an older one
        say(f"ICJIMS needs Python 3.11 or newer; this one is {sys.version.split()[0]}.")
        return 1
    if not words or words[0] not in re.findall(r"^  (\w+)", USAGE, re.MULTILINE):
        say(USAGE)
        return 0 if words in (["help"], ["--help"], ["-h"]) else 2
    verb, *arguments = words
    if not provide_qt_libraries():
        return 1
    if verb in ("test", "soak"):
        provide_postgresql()
    if not environment_is_current() and not make_environment():
        say("The environment could not be made; the lines above tell why.")
        return 1
    return carry_out(verb, arguments)


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
