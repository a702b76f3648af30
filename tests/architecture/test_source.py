"""The habits of this code that no linter knows: size, names, waiting, SQL, addresses."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGES, ROOT, project_files, python_files, tree_of

MOST_LINES = 400
VAGUE_NAME = re.compile(r"(^|_)(common|helpers?|managers?|misc|utils?)(_|$)")
VAGUE_CLASS = re.compile(r"(Helper|Manager|Utils?)$")
SQL_TEXT = re.compile(r"\s*(ALTER|CREATE|DELETE|DROP|INSERT|PRAGMA|SELECT|UPDATE)\s+[\w*\"']", re.ASCII)
SQL_PLACES = ("projections", "projections.py", "store")
# file -> why it may wait or turn the event loop by itself; this list only shrinks
MAY_WAIT: dict[str, str] = {
    "benchmarks/steps.py": "some peers order changes by whole seconds",
}
MACHINE_TRACES = re.compile(
    r"(py[p]i\.org|pythonhoste[d]\.org|registry\.np[m]js|(deb|security)\.debia[n]\.org"
    r"|archive\.ubunt[u]\.com|/simpl[e]/[a-z]|(?<![\w.~}])/(home|root|work|workspace|Users)/[\w.])"
)


def test_files_have_one_subject() -> None:
    sizes = {path: len((ROOT / path).read_bytes().splitlines()) for path in python_files()}
    assert sizes
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}


def test_files_and_classes_say_what_they_are() -> None:
    vague = [path for path in python_files() if any(map(VAGUE_NAME.search, path.with_suffix("").parts))]
    assert vague == []
    assert [name for path in python_files() for name in vague_classes(tree_of(path))] == []


def test_nothing_sleeps_or_turns_the_event_loop() -> None:
    found = {str(path): waits(tree_of(path)) for path in python_files()}
    assert {path: lines for path, lines in found.items() if lines and path not in MAY_WAIT} == {}
    assert [path for path in MAY_WAIT if not found.get(path)] == [], "no longer needed"


def test_sql_is_written_in_the_stores_only() -> None:
    found = {
        str(path): sql_texts(tree_of(path)) for path in python_files(*PACKAGES) if not set(path.parts) & set(SQL_PLACES)
    }
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_every_package_says_what_it_is_for() -> None:
    folders = {path.parent for path in python_files(*PACKAGES)}
    silent = [folder for folder in folders if not package_docstring(folder)]
    assert sorted(silent) == []


def test_no_file_tells_of_a_machine() -> None:
    found = [f"{path}: {trace}" for path in project_files() for trace in traces(ROOT / path)]
    assert found == []


def test_the_checks_see_what_they_look_for() -> None:
    bad = ast.parse(
        "import time\nfrom time import sleep\ntime.sleep(1)\napp.processEvents()\n"
        "qtbot.wait(50)\nclass CaseManager: ...\nquery = 'SELECT * FROM cases'\n"
    )
    assert waits(bad) == [2, 3, 4, 5]
    assert sql_texts(bad) == [7]
    assert vague_classes(bad) == ["CaseManager"]
    assert VAGUE_NAME.search("string_utils")
    assert MACHINE_TRACES.search("see " + Path("/", "home", "someone").as_posix())


def vague_classes(tree: ast.Module) -> list[str]:
    """Names of classes that could hold anything."""
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return [name for name in classes if VAGUE_CLASS.search(name)]


def waits(tree: ast.Module) -> list[int]:
    """Lines that wait for a time instead of a condition, or run other events in the middle."""
    return sorted(node.lineno for node in ast.walk(tree) if isinstance(node, ast.expr | ast.stmt) and is_wait(node))


def is_wait(node: ast.expr | ast.stmt) -> bool:
    """Tell whether this node is `time.sleep`, its import, `processEvents` or `qtbot.wait`."""
    if isinstance(node, ast.ImportFrom):
        return node.module == "time" and any(alias.name == "sleep" for alias in node.names)
    if not isinstance(node, ast.Attribute):
        return False
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    return node.attr == "processEvents" or (owner, node.attr) in {
        ("time", "sleep"),
        ("qtbot", "wait"),
    }


def sql_texts(tree: ast.Module) -> list[int]:
    """Lines of string constants that begin like an SQL statement."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL_TEXT.match(node.value)
    ]


def package_docstring(folder: Path) -> str | None:
    """The docstring of a package, None also where a folder with code is no package."""
    init = folder / "__init__.py"
    return ast.get_docstring(tree_of(init)) if (ROOT / init).is_file() else None


def traces(path: Path) -> Iterator[str]:
    """Registry hosts and folders of somebody's machine in a text file."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    yield from (found.group(0) for found in MACHINE_TRACES.finditer(text))
