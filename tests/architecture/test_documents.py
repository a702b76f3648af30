"""The documents point at things that exist, and name the commands that run.py has."""

import re
import subprocess
import sys

from tests.architecture.source import ROOT, project_files

LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#]+)")


def test_links_lead_somewhere() -> None:
    documents = [path for path in project_files() if path.suffix == ".md"]
    assert documents
    dead = [
        f"{path}: {target}"
        for path in documents
        for target in LINK.findall((ROOT / path).read_text(encoding="utf-8"))
        if not (ROOT / path.parent / target).exists()
    ]
    assert dead == []


def test_documents_name_verbs_that_exist() -> None:
    usage = subprocess.run(
        [sys.executable, "run.py", "--help"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    verbs = set(re.findall(r"^  (\w+)", usage, re.MULTILINE))
    named = {
        verb
        for name in ("README.md", "CONTRIBUTING.md", ".ci/run")
        for verb in re.findall(r"run\.py (\w+)", (ROOT / name).read_text(encoding="utf-8"))
    }
    assert {"demo", "test"} <= named <= verbs
