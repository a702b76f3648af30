"""A record that gives cases to a login which nobody has says so when it is saved."""

from __future__ import annotations

import pytest

from tests.services.bureau import new_case
from tests.services.offices import District, make


@pytest.mark.parametrize(
    ("type_", "words", "told"),
    [
        ("substitution", ("officer=aida of 001", "substitute=Nemo"), {"officer": "aida", "substitute": "—"}),
        ("acceptance", ("kind=single", "officer=А", "login=adia", "accepted_at=2026-09-01 09:00"), {"login": "aida"}),
        ("acceptance", ("kind=single", "officer=А", "login=aida", "accepted_at=2026-09-01 09:00"), {}),
    ],
)
def test_a_login_that_nobody_has_is_told(
    district: District, type_: str, words: tuple[str, ...], told: dict[str, str]
) -> None:
    aida, head = district.open("aida", "investigator"), district.open("head", "head")
    case = None if type_ == "substitution" else new_case(head)
    period = ("valid_from=2026-09-01 09:00",) if type_ == "substitution" else ()
    made = make(head, type_, case, *words, *period)
    advice = head.advice.after_saving(made, "en", made=True)
    found = {str(each.params["field"]): str(each.params["nearest"]) for each in advice if each.code == "login_unknown"}
    assert {field: near.split(", ")[0] for field, near in found.items()} == told
    assert aida.me.name == "aida of 001"
