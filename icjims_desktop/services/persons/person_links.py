"""Statements that two records of persons are of one, as far as the user may see them: read without opening a record."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Final

from sqlalchemy import ColumnElement, or_, select

from icjims_core.persons.groups import Link, group_of
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.tables import list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.scope import View

PERSON_LINK: Final = "person_link"
SAME: Final = "same"
DIFFERENT: Final = "different"
_MOST_STEPS: Final = 50


def of(view: View, persons: Iterable[str]) -> tuple[Link, ...]:
    """Standing links that name one of these persons (ids as text); a decision in conflict stands for nothing."""
    asked = sorted(set(persons))
    table = list_table(PERSON_LINK)
    return _standing(view, or_(table.c.person.in_(asked), table.c.other_person.in_(asked)))


def _standing(view: View, *conditions: ColumnElement[bool]) -> tuple[Link, ...]:
    table = list_table(PERSON_LINK)
    statement = (
        select(record_table.c.id, table.c.person, table.c.other_person, table.c.decision)
        .join(table, table.c.number == record_table.c.number)
        .where(*conditions)
        .where(table.c.decision.in_((SAME, DIFFERENT)), view.condition())
        .where(record_table.c.number.not_in(view.annulled(PERSON_LINK)))
        .order_by(record_table.c.id)
    )
    return tuple(
        Link(identifiers.to_text(row.id), row.person, row.other_person, same=row.decision == SAME)
        for row in view.connection.execute(statement)
        if row.person and row.other_person
    )


def standing(view: View) -> tuple[Link, ...]:
    """Every standing link, the earliest first."""
    return _standing(view)


def decided(view: View) -> frozenset[frozenset[bytes]]:
    """Pairs of persons of whom a standing link says that they are one, if only through others, or are not."""
    links = _standing(view)
    groups = {group_of(each.one, links) for each in links if each.same}
    joined = (pair for group in groups for pair in combinations(sorted(group), 2))
    apart = ((each.one, each.other) for each in links if not each.same)
    return frozenset(frozenset(map(identifiers.parse, pair)) for pair in (*joined, *apart))


def around(view: View, person: str) -> tuple[frozenset[str], tuple[Link, ...]]:
    """Everybody who is said to be this person, through however many links, and the links that name one of them."""
    group = frozenset((person,))
    links = of(view, group)
    for _ in range(_MOST_STEPS):
        wider = group_of(person, links)
        if wider == group:
            break
        group, links = wider, of(view, wider)
    return group, links


def of_cases(view: View, cases: Iterable[bytes]) -> dict[bytes, list[str]]:
    """Each of these cases → everybody who is said to be one of its persons, through however many links."""
    found: dict[bytes, list[str]] = {case: [] for case in cases}
    links = standing(view) if found else ()
    named = sorted({each for link in links if link.same for each in (link.one, link.other)})
    columns = ("id", "case_id")
    for row in rows_in(view.connection, record_table, columns, "id", identifiers.named(named)):
        if row[1] in found:
            found[row[1]] += sorted(group_of(identifiers.to_text(row[0]), links))
    return {case: sorted(people) for case, people in found.items()}


def between(view: View, one: str, other: str) -> tuple[Link, ...]:
    """The standing links of exactly these two."""
    return tuple(each for each in of(view, (one,)) if other in (each.one, each.other))
