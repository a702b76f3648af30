"""What a command line states about a record: ids, values, vectors and files, read from its arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from icjims_core import clocks
from icjims_core.clocks import Vector
from icjims_core.problem import Refused
from icjims_desktop.cli.grammar import Parsed, Usage
from icjims_desktop.services import identifiers
from icjims_desktop.services.import_export.files import file_problem
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.recording.assignments import Assignment


def record(parsed: Parsed, key: str = "record") -> bytes:
    """The record that an argument names; raises `Refused("not_found")`."""
    return identifiers.parse(parsed.given(key))


def target(parsed: Parsed, key: str = "file") -> Path:
    """The file that a command writes; one that is there is replaced only with `--force`, raises `file_exists`."""
    path = Path(parsed.given(key))
    if path.is_file() and not parsed.on("force"):
        raise Refused("file_exists", file=str(path)[:300], rule="force")
    return path


def case(parsed: Parsed) -> bytes | None:
    """The case of `--case`."""
    text = parsed.text("case")
    return None if text is None else identifiers.parse(text)


def values(parsed: Parsed) -> list[Assignment]:
    """The statements of `--from`, then those of the command line; raises `Usage` where one cannot be read."""
    found: list[Assignment] = []
    source = parsed.text("from")
    if source is not None:
        path = Path(source)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise file_problem(error, path) from error
        found += assignments.of_object(assignments.json_object(data, path.name))
    try:
        return found + assignments.parse(parsed.many("values"))
    except Refused as problem:
        if problem.code == "bad_assignment":
            raise Usage(problem.code, **problem.params) from None
        raise


def seen(parsed: Parsed) -> Vector | None:
    """The vector of `--seen`: the JSON object of `show`, or dots `replica:counter` set apart by commas."""
    text = parsed.text("seen")
    if text is None:
        return None
    if not text.lstrip().startswith("{"):
        dots = [clocks.parse_dot(each.strip()) for each in text.split(",") if each.strip()]
        return {dot.replica: dot.counter for dot in dots}
    stated: dict[str, Any] = assignments.json_object(text.encode(errors="replace"), "seen")
    if not all(type(counter) is int for counter in stated.values()):
        raise Refused("bad_vector", value=text[:100])
    return clocks.from_text(stated)
