"""Entries of the published directory, and offices, as candidates for what a form asks; runs on a worker."""

from typing import TYPE_CHECKING, cast

from icjims_core.publishing import publications
from icjims_desktop.ui.fields.base import Candidate
from icjims_desktop.ui.fields.matching import fold

if TYPE_CHECKING:
    from icjims_desktop.services.documents import Document
    from icjims_desktop.services.workspace import Workspace

DIRECTORY = publications.CONTACTS
"""As the target of a search: the published directory."""
OFFICE = "office"
"""As the target of a search: every office."""
MOST = 60


def candidates(workspace: "Workspace", typed: str, language: str) -> tuple[Candidate, ...]:
    """Entries that hold every typed word, nearest place first; picking one fills the fields of a call."""
    words = fold(typed).split()
    found: list[Candidate] = []
    for each in cast("list[Document]", workspace.contacts.listed(language)["contacts"]):
        told = _told(each)
        if all(word in fold(" ".join(told)) for word in words):
            values = workspace.contacts.prepared(workspace.contacts.find(str(each["id"])))
            found.append(Candidate(str(each["id"]), *told, values))
            if len(found) == MOST:
                break
    return tuple(found)


def offices(workspace: "Workspace", typed: str, language: str) -> tuple[Candidate, ...]:
    """Offices by name, place or code, those that exchange with the centre first."""
    return tuple(
        Candidate(each.code, each.name, ", ".join(part for part in (each.code, each.place) if part))
        for each in workspace.offices.found(typed, language)
    )


def _told(entry: "Document") -> tuple[str, str, str]:
    """The name; service, languages and place; telephone and when it answers."""
    languages = ", ".join(cast("list[str]", entry["language_labels"]))
    remark = [str(entry["kind_label"]), languages, str(entry["place_label"])]
    state = [str(entry["phone"]), str(entry["available"])]
    return str(entry["name"]), ", ".join(each for each in remark if each), " ".join(each for each in state if each)
