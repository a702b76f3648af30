"""What a field of a record may refer to: what the case itself holds comes first; runs on a worker."""

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from icjims_core.modules import registry
from icjims_desktop.ui.fields.base import Candidate
from icjims_desktop.ui.fields.matching import fold
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.record_form import contacts
from icjims_desktop.ui.wording import case_number

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

PERSON, HANDOVER = "person", "handover"
MOST = 12
LEAST_TYPED = 2
"""So many letters are typed before records of other cases are looked for."""
Hit = tuple[str, bytes | None, str]
"""Id, case and line of a record."""


def candidates(
    workspace: "Workspace", case: bytes | None, target: str, typed: str, language: str
) -> tuple[Candidate, ...]:
    """Entries of the published directory, offices, or records: those of this case first, of others when typed for."""
    if target == contacts.DIRECTORY:
        return contacts.candidates(workspace, typed, language)
    if target == contacts.OFFICE:
        return contacts.offices(workspace, typed, language)
    own = _of_case(workspace, case, target, language) if case is not None and target in registry() else []
    ids = {each for each, _, _ in own}
    found = _found(workspace, target, typed, language) if len(typed.strip()) >= LEAST_TYPED else []
    spelt = {each for each, _, _ in found}
    words = fold(typed).split()
    named = [each for each in own if each[0] in spelt or all(word in fold(each[2]) for word in words)]
    return (*_told(named), *_foreign(workspace, [each for each in found if each[0] not in ids][:MOST]))


def _of_case(workspace: "Workspace", case: bytes, target: str, language: str) -> list[Hit]:
    """The records of the case, the latest first; of hand-overs those that nobody has confirmed."""
    found: list[Hit] = [(each.id, case, each.sentence) for each in workspace.cases.to_refer_to(case, target, language)]
    if target == HANDOVER:
        waiting = workspace.handovers.unconfirmed(case)
        found = [each for each in found if each[0] in waiting]
    return found


def _found(workspace: "Workspace", target: str, typed: str, language: str) -> list[Hit]:
    """Records of any case in which these words are found; persons however their names are spelt."""
    if target == PERSON:
        persons = workspace.persons.find(typed, language, limit=MOST)
        return [(str(uuid.UUID(bytes=each.record)), each.case, each.line) for each in persons]
    if target in registry() and registry()[target].sealed:
        return _sealed(workspace, target, typed, language)
    hits = cast("list[dict[str, str]]", workspace.records.search(typed, language)["hits"])
    wanted = (each for each in hits if each["type"] == target or not target)
    return [(each["id"], uuid.UUID(each["case"]).bytes if each["case"] else None, each["text"]) for each in wanted]


def _sealed(workspace: "Workspace", target: str, typed: str, language: str) -> list[Hit]:
    """What is sealed is in no index: the records that the user reads are looked through."""
    listed = cast("list[dict[str, str]]", workspace.records.list(target)["records"])
    ids = [(each["id"], uuid.UUID(each["case"]).bytes if each["case"] else None) for each in listed]
    lines = [(id_, case, workspace.cases.step(uuid.UUID(id_).bytes, language).sentence) for id_, case in ids]
    return [each for each in lines if fold(typed) in fold(each[2])]


def _told(found: Iterable[Hit]) -> list[Candidate]:
    return [Candidate(record, *parted(line)) for record, _, line in found]


def _foreign(workspace: "Workspace", found: list[Hit]) -> list[Candidate]:
    """Records of other cases, each with the number of its case; a case itself is told by its own line."""
    numbers = workspace.cases.numbers_of([case for record, case, _ in found if case is not None])
    told = []
    for record, case, line in found:
        name, remark = parted(line)
        if case in numbers and record != str(uuid.UUID(bytes=case)):
            other = translate("Referring", "other case: {number}").format(number=case_number(numbers[case]))
            remark = " · ".join(part for part in (other, remark) if part)
        told.append(Candidate(record, name, remark, foreign=True))
    return told


def parted(line: str) -> tuple[str, str]:
    """A person's line: the name, and what tells him from others of that name."""
    name, _, remark = line.partition(", ")
    return name, remark
