"""Routes, sections and headings: what the source says of the documents, and the documents of the source, exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from icjims_sync_server.api.routes import TABLE

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SECTION = re.compile(r"docs/([\w.]+\.md) §([0-9]+(?:\.[0-9]+)*)")
NAMED = re.compile(r"docs/([\w/.-]+\.(?:md|json))")
HEADING = re.compile(r"^#+ ([0-9]+(?:\.[0-9]+)*)\.? ", re.MULTILINE)
ANCHOR = re.compile(r"\]\(([\w/.-]*)#([\w-]+)\)")


def headings(name: str) -> set[str]:
    return set(HEADING.findall((DOCS / name).read_text(encoding="utf-8")))


def sources() -> list[Path]:
    folders = ("icjims_core", "icjims_desktop", "icjims_sync_server", "tests")
    return [path for folder in folders for path in (ROOT / folder).rglob("*.py") if path != Path(__file__)]


@pytest.mark.parametrize("described", TABLE, ids=lambda each: f"{each.method} {each.path}")
def test_every_route_is_specified(described: object) -> None:
    method, path = getattr(described, "method", ""), re.sub(r"\{bucket:int\}", "{n}", getattr(described, "path", ""))

    assert f"| `{method} {path}` |" in (DOCS / "protocol.md").read_text(encoding="utf-8")


def test_sections_that_the_source_refers_to_exist() -> None:
    named = {
        (path.relative_to(ROOT), *found) for path in sources() for found in SECTION.findall(path.read_text("utf-8"))
    }
    assert any(name == "protocol.md" and number == "4" for _, name, number in named)
    assert [each for each in sorted(named) if each[2] not in headings(each[1])] == []


def test_documents_that_the_source_names_exist() -> None:
    named = {(path.relative_to(ROOT), name) for path in sources() for name in NAMED.findall(path.read_text("utf-8"))}
    assert [each for each in sorted(named) if not (DOCS / each[1]).exists()] == []


def test_sections_that_the_protocol_refers_to_exist() -> None:
    text = (DOCS / "protocol.md").read_text(encoding="utf-8")
    outside = re.sub(r"RFC [0-9]+ §[0-9.]+", "", text)
    named = set(re.findall(r"§([0-9]+(?:\.[0-9]+)*)", outside)) | set(re.findall(r"\(([0-9]+\.[0-9]+)\)", outside))
    assert named - headings("protocol.md") == set()


def test_anchors_in_the_documents_exist() -> None:
    dead = []
    for path in sorted(DOCS.rglob("*.md")):
        for target, anchor in ANCHOR.findall(path.read_text(encoding="utf-8")):
            text = (path.parent / target if target else path).read_text(encoding="utf-8")
            if anchor not in {_anchor(line) for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}:
                dead.append(f"{path.name}: {target}#{anchor}")
    assert dead == []


def _anchor(heading: str) -> str:
    """The anchor that GitHub and GitLab give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
PLACE = re.compile(r"`((?:icjims_core|icjims_desktop|icjims_sync_server|resources|tests|benchmarks|docs)/[\w/.-]*)`")


def test_tests_that_the_documents_name_exist() -> None:
    named = {found for path in DOCS.rglob("*.md") for found in TEST.findall(path.read_text(encoding="utf-8"))}
    assert len(named) > 20
    absent = []
    for file, test in sorted(named):
        path = ROOT / file
        if not path.exists() or (test and f"def {test}(" not in path.read_text(encoding="utf-8")):
            absent.append(f"{file}::{test}")
    assert absent == []


def test_files_that_the_documents_name_exist() -> None:
    named = {found for path in DOCS.rglob("*.md") for found in PLACE.findall(path.read_text(encoding="utf-8"))}
    assert [each for each in sorted(named) if not (ROOT / each).exists()] == []


def test_every_folder_of_the_product_has_a_place_in_the_tree() -> None:
    tree = (DOCS / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {
        path.parent.relative_to(ROOT).as_posix()
        for package in ("icjims_core", "icjims_desktop", "icjims_sync_server")
        for path in (ROOT / package).glob("*/__init__.py")
    }
    assert [each for each in sorted(folders) if f"`{each}/`" not in tree] == []
