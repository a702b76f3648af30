"""Who takes part in a case: persons by their names, with the role that the case gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from icjims_core.codes import code_list
from icjims_core.declarations.sentence import MISSING
from icjims_core.modules import registry
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values

PARTICIPANT, PERSON, CATEGORIES = "participant", "person", "person_category"


@dataclass(frozen=True, slots=True)
class Participation:
    """A record of participation: its id, the name of the person, the role in words, and the id of the person.

    `category`: a code of `person_category` (Directive (EU) 2016/680, art. 6), `category_label` the same in words; empty
    where the role is not agreed.
    """

    id: str
    name: str
    role: str
    person: str = ""
    category: str = ""
    category_label: str = ""


def of_case(records: Sequence[Record], language: str) -> tuple[Participation, ...]:
    """The participants among the records of a case, in their order; annulled ones are left out."""
    names = {identifiers.to_text(each.row.id): name_of(each) for each in records if each.row.type == PERSON}
    found = []
    for each in records:
        if each.row.type == PARTICIPANT and not each.state.annulments:
            values = agreed_values(registry()[PARTICIPANT], each.state)
            role = str(values.get("role") or "")
            roles = code_list(registry()[PARTICIPANT].by_name["role"].codes or "")
            words, entry = roles.label(role, language), roles.entries.get(role)
            category = (entry.parent or "") if entry else ""
            name = names.get(str(values.get("person")), MISSING)
            person = str(values.get("person") or "")
            label = code_list(CATEGORIES).label(category, language) if category else ""
            found.append(
                Participation(identifiers.to_text(each.row.id), name, words or MISSING, person, category, label)
            )
    return tuple(found)


def name_of(person: Record) -> str:
    """Surname, name and patronymic of a person's record as far as they are agreed."""
    values = agreed_values(registry()[PERSON], person.state)
    parts = (values.get(name) for name in ("surname", "name", "patronymic"))
    return " ".join(str(part) for part in parts if part) or MISSING
