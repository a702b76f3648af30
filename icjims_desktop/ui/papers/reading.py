"""Papers between the store and the screens; runs on a worker."""

import uuid
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from icjims_core.codes import code_list
from icjims_core.modules import record_type
from icjims_desktop.ui.papers.data import Checked, Journal, Printable, Recipient, Shown
from icjims_desktop.ui.record_form.reading import names_of
from icjims_desktop.ui.wording import case_number, fields_of

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

MOST_MISTAKES = 200
Work = Callable[["Workspace"], int]
"""Writes a paper; how many pages."""


def printable(workspace: "Workspace", record: str, language: str) -> Printable:
    """An act with those of its case on whom a copy may be served; raises `Refused("not_found")`."""
    step = workspace.cases.step(uuid.UUID(record).bytes, language)
    document = workspace.records.show(uuid.UUID(record).bytes)
    case = document["case"]
    if case is None or document.get("sealed"):
        return Printable(record, step.sentence)
    found = workspace.cases.file(uuid.UUID(str(case)).bytes, language).participants
    people = {each.person: Recipient(each.person, each.name, each.role) for each in found if each.person}
    concerned = str(fields_of(document).get("person") or "")
    if concerned and concerned not in people:  # a copy is theirs even where no part in the case is recorded
        name = names_of(workspace, record_type(str(document["type"])), (fields_of(document),), language).get(concerned)
        people = {concerned: Recipient(concerned, name or "—", "")} | people
    return Printable(record, step.sentence, tuple(people.values()))


def name_of(workspace: "Workspace", record: str, language: str) -> str:
    """What the file of a paper is called by default; of what is sealed a number that says nothing."""
    document = workspace.records.show(uuid.UUID(record).bytes)
    if document.get("sealed"):
        return record[:8]
    case = document["case"]
    number = case_number(fields_of(workspace.records.show(uuid.UUID(str(case)).bytes))) if case else ""
    label = record_type(str(document["type"])).label.text(language)
    return " ".join(part for part in (label, number.partition(" · ")[0].replace("/", "-")) if part)


def preview(workspace: "Workspace", record: str, language: str, served_to: str) -> Shown:
    """What would stand on the paper; raises what `Workspace.paper_preview` raises."""
    act = uuid.UUID(record).bytes
    return Shown(record, served_to, workspace.paper_preview(act, language, served_to=served_to))


def print_act(workspace: "Workspace", record: str, target: Path, language: str, served_to: str, digest: str) -> int:
    """Write the paper of an act as it was shown; how many pages. Raises what `Workspace.act_paper` raises.

    `digest`: of what was shown, and read where it is served.
    """
    act = uuid.UUID(record).bytes
    return workspace.act_paper(act, target, language, served_to=served_to, checked=digest)


def print_letter(workspace: "Workspace", record: str, target: Path) -> int:
    """Write the letter that goes with a record; how many pages. Raises what `Letters.write` raises."""
    return workspace.letters.write(uuid.UUID(record).bytes, target)


def print_inventory(workspace: "Workspace", case: str, target: Path, language: str) -> int:
    """Write the inventory of a case; how many pages. Raises what it raises."""
    return workspace.printing.inventory(uuid.UUID(case).bytes, target, language).pages


def print_journal(workspace: "Workspace", code: str, target: Path, language: str, begin: date, end: date) -> int:
    """Write a journal of the office; how many pages. Raises what it raises."""
    return workspace.printing.journal(code, target, language, begin=begin, end=end).pages


def journals(workspace: "Workspace", language: str) -> tuple[Journal, ...]:
    """Everything that can be printed as a journal, by name."""
    del workspace
    from icjims_desktop.services.paper import printing  # noqa: PLC0415 - loads the maker of pages

    lists = [code_list(printing.JOURNALS), code_list(printing.DIRECTIONS)]

    def name(code: str) -> str:
        words = next(each.label(code, language) for each in lists if code in each.entries)
        return words[:1].upper() + words[1:]

    return tuple(Journal(code, name(code)) for code in printing.journals())


def template(workspace: "Workspace", target: Path) -> str:
    """Write an empty workbook for cases on paper; its name. Raises `Refused("file_failed")`."""
    workspace.takeover.template(target)
    return target.name


def check_workbook(workspace: "Workspace", path: Path, language: str) -> Checked:
    """Say what a workbook comes to, and record nothing; raises what `Takeover.take` raises."""
    return _checked(workspace, path, language, recorded=False)


def take_workbook(workspace: "Workspace", path: Path, language: str) -> Checked:
    """Record what a workbook lists, all of it or nothing; raises what `Takeover.take` raises."""
    return _checked(workspace, path, language, recorded=True)


def _checked(workspace: "Workspace", path: Path, language: str, *, recorded: bool) -> Checked:
    told = workspace.takeover.take(path, dry_run=not recorded).document(language)
    mistakes = cast("list[dict[str, object]]", told["errors"])[:MOST_MISTAKES]
    cases, persons, unchanged = (int(str(told[name])) for name in ("cases", "persons", "unchanged"))
    return Checked(
        path.name,
        cases,
        persons,
        unchanged,
        mistakes=tuple(
            (f"{each['sheet']} {each['column'] or ''}{each['row']}", str(each["text"])) for each in mistakes
        ),
        mistake_count=int(str(told["error_count"])),
        recorded=recorded,
    )
