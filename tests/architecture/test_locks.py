"""The locks are complete, hashed, free of addresses, and agree with pyproject.toml."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


def pins(text: str) -> dict[str, str]:
    """Version by normalised name."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in PIN.findall(text)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_pinned_and_hashed(lock: Path) -> None:
    text = lock.read_text(encoding="ascii")
    entries = [entry for entry in re.split(r"\n(?=\S)", text.strip()) if entry]
    assert entries
    assert [entry for entry in entries if not PIN.match(entry)] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_no_address_stands_in_a_lock(lock: Path) -> None:
    text = lock.read_text(encoding="ascii")
    assert re.findall(r"\S*(?://|@|--index|--find-links)\S*", text) == []


def test_the_full_lock_is_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    locked = pins((ROOT / "requirements" / "dev.txt").read_text(encoding="ascii"))
    wanted = pins("\n".join(asked))
    assert len(wanted) > 20
    assert {name: locked.get(name) for name in wanted} == wanted


def test_smaller_locks_hold_the_same_versions() -> None:
    held = {lock.stem: pins(lock.read_text(encoding="ascii")) for lock in LOCKS}
    everything = held.pop("dev")
    assert held
    for name, smaller in held.items():
        assert smaller.items() <= everything.items(), name
