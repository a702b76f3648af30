"""Who seems to be the person of the form: asked after each pause of typing, on a worker; what follows from a choice."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from icjims_core.encoding import Value
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.record_form.likely import LikelyCard, LikelyPerson
from icjims_desktop.ui.record_form.reading import Opened
from icjims_desktop.ui.record_form.referring import parted
from icjims_desktop.ui.workplace import Place, Workplace

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

PERSON, PARTICIPANT, LINK = "person", "participant", "person_link"
REASONS = 4
ASKED = (
    *("surname", "name", "patronymic", "name_variants", "aliases"),
    *("surname_ky", "name_ky", "patronymic_ky", "surname_ru", "name_ru", "patronymic_ru"),
    *("sex", "birth_date", "birth_year", "birth_place", "pin", "document_number", "other_documents", "region"),
)
"""The fields that persons are compared by."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the form, what it then held, and in which language the answer is to be."""

    opened: Opened
    values: Mapping[str, object]
    language: str


class Likeness(QObject):
    """Follows the form of a person; `forget` makes the form let go of what is typed."""

    def __init__(self, workplace: Workplace, card: LikelyCard, forget: Callable[[], None]) -> None:
        super().__init__()
        self._workplace, self._card, self._forget = workplace, card, forget
        self._asked: Asked | None = None
        self._task: Task | None = None
        card.opened.connect(self._on_open)
        card.chosen.connect(self._on_chosen)

    def begin(self, opened: Opened, raw: Mapping[str, object]) -> None:
        """Another form is open."""
        if self._task is not None:
            self._task.cancel()
        self._asked = None
        self._card.show_persons((), known=False)
        self.follow(opened, raw)

    def follow(self, opened: Opened, raw: Mapping[str, object]) -> None:
        """Ask again where something changed by which persons are compared."""
        if opened.type != PERSON:
            return
        values = {name: raw[name] for name in ASKED if raw.get(name) not in (None, "", [])}
        asked = Asked(opened, values, self._workplace.language)
        if asked == self._asked:
            return
        self._asked = asked
        self._task = self._workplace.read(
            "likely", partial(likely_persons, asked), self, self._on_found, instead_of=self._task
        )

    def _on_found(self, found: tuple[LikelyPerson, ...]) -> None:
        if self._asked is not None:
            self._card.show_persons(found, known=self._asked.opened.seen is not None)

    def _on_open(self, person: LikelyPerson) -> None:
        self._workplace.go(Place("form", PERSON, person.record_id, person.case_id))

    def _on_chosen(self, person: LikelyPerson) -> None:
        asked = self._asked
        if asked is None:
            return
        if asked.opened.seen is None:
            self._forget()
        self._workplace.write("likely", partial(chosen, asked.opened, person), self, self._workplace.go)


def likely_persons(asked: Asked, workspace: "Workspace") -> tuple[LikelyPerson, ...]:
    """Records said to be of this person, then those that may be, the best first; runs on a worker."""
    opened, language = asked.opened, asked.language
    linked: list[LikelyPerson] = []
    if opened.seen is not None:
        group = cast("list[dict[str, str]]", workspace.persons.group(opened.record, language)["group"])
        linked = [LikelyPerson(each["id"], each["case"] or "", *parted(each["text"]), linked=True) for each in group]
    known = {each.record_id for each in linked}
    found = [
        LikelyPerson(
            str(uuid.UUID(bytes=each.record)),
            str(uuid.UUID(bytes=each.case)) if each.case else "",
            *parted(each.line),
            score=each.score.percent,
            likely=each.score.grade == "likely",
            reasons=each.reasons(language)[:REASONS],
        )
        for each in workspace.persons.before_making(asked.values, language, record=opened.record)
    ]
    return (*linked, *(each for each in found if each.record_id not in known))


def chosen(opened: Opened, person: LikelyPerson, workspace: "Workspace") -> Place:
    """Where a choice leads. Runs on the writer.

    From a new form: its draft is dropped, and the person takes part in the case by the record that exists. From a known
    record: a statement that both are of one person is prepared; the officer gives reasons and records it, or does not.
    """
    other = uuid.UUID(person.record_id).bytes
    if opened.seen is None:
        workspace.drafts.discard(opened.key)
        if opened.case is None:
            return Place("form", PERSON, person.record_id, person.case_id)
        return _prepared(workspace, PARTICIPANT, opened.case, {"person": person.record_id})
    if opened.case is None:
        return Place("form", PERSON, person.record_id, person.case_id)
    return _prepared(workspace, LINK, opened.case, workspace.persons.prepared(opened.record, other))


def _prepared(workspace: "Workspace", type_: str, case: bytes, values: Mapping[str, object]) -> Place:
    """The form of a new record, with these values as if they had been typed, over a draft that is there already."""
    from icjims_desktop.store.drafts import DraftKey  # noqa: PLC0415 - the store is not loaded before the unlock

    begun = next((each for each in workspace.drafts.all() if (each.key.type, each.key.case) == (type_, case)), None)
    unfinished = begun if begun is not None and not begun.context else None
    key = unfinished.key if unfinished else DraftKey(type_, workspace.new_id(), case)
    typed = dict(unfinished.values) if unfinished else {}
    typed |= cast("Mapping[str, Value]", values)
    workspace.drafts.keep(key, typed, {}, now=workspace.desk.now())
    return Place("form", type_, case=str(uuid.UUID(bytes=case)))
