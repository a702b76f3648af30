"""Whose word a number of the Register is: an officer's from its paper, or the centre's own from a signed file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from icjims_core.acts import Changes
from icjims_core.clocks import Dot
from icjims_core.projections.records import Written

TYPE: Final = "register_entry"
SIGNED_FILE: Final = "signed_file"
CODE: Final = "register_alone"
"""Of the refusal, wherever it is said."""
LOGIN: Final = "register"
"""How the logins begin by which the centre writes what the Register's files say: `register.OFFICE`."""
_UNIT: Final = "taken_from"


def is_service(login: str) -> bool:
    """Whether it is the login of the centre's own author for the Register; no person is given one."""
    return login.startswith(f"{LOGIN}.")


def forges(type_: str, changes: Changes, login: str) -> bool:
    """Whether somebody of this login, not being the centre, says that a number came in a signed file."""
    stated = changes.get("put", {}).get(_UNIT)
    claims = type_ == TYPE and isinstance(stated, dict) and stated.get("source") == SIGNED_FILE
    return claims and not is_service(login)


def is_centres(written: Iterable[Written], login_of: Callable[[bytes], str]) -> bool:
    """Whether the centre began a record out of a signed file; `login_of`: whose an author's key is, empty if unknown.

    The record is then nobody's else to change, annul or decide on.
    """
    return any(
        each.revision.type == TYPE and not each.revision.context and is_service(login_of(each.act.header.author))
        for each in written
    )


def forged(written: Iterable[Written], login_of: Callable[[bytes], str]) -> frozenset[Dot]:
    """Which revisions of a record speak for the Register and are not the centre's: a function of the set alone."""
    of_type = [each for each in written if each.revision.type == TYPE]
    strange = [each for each in of_type if not is_service(login_of(each.act.header.author))]
    if len(strange) < len(of_type) and is_centres(of_type, login_of):
        return frozenset(each.dot for each in strange)
    return frozenset(each.dot for each in strange if forges(TYPE, each.revision.changes, ""))
