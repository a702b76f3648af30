"""Who reads what is sealed, cell by cell: written from the law's words, not from the rules."""

from __future__ import annotations

from datetime import date

import pytest

from icjims_core import codes
from icjims_core.compartments import (
    Circle,
    Naming,
    Officer,
    Person,
    Sending,
    Supervision,
    assigned,
    compartments,
    readers,
)
from icjims_core.modules import registry

POLICE, OTHER_POLICE, PROSECUTION, HIGHER, COURT, SECURITY = "001", "002", "P01", "P00", "C01", "N01"
DAY = date(2026, 3, 7)
SUPERVISION = [
    Supervision(POLICE, PROSECUTION, "2026-01-01", None),
    Supervision(OTHER_POLICE, HIGHER, "2026-01-01", None),
]


def officer(login: str, role: str, office: str) -> Officer:
    return Officer(login.encode().ljust(16, b"."), login, role, office, (login.encode().ljust(32, b"."),))


RECORDER = officer("recorder", "duty_officer", POLICE)
PEOPLE = [
    RECORDER,
    officer("clerk", "clerk", POLICE),
    officer("head", "head", POLICE),
    officer("own-investigator", "investigator", POLICE),
    officer("idle-investigator", "investigator", POLICE),
    officer("prosecutor", "prosecutor", PROSECUTION),
    officer("prosecutors-clerk", "clerk", PROSECUTION),
    officer("other-prosecutor", "prosecutor", HIGHER),
    officer("judge", "judge", COURT),
    officer("security", "investigator", SECURITY),
    officer("security-idle", "investigator", SECURITY),
    officer("auditor", "auditor", HIGHER),
    officer("administrator", "administrator", HIGHER),
]
ID = {each.login: each.id for each in PEOPLE}


def names(compartment: str, *, barred: frozenset[str] = frozenset(), court: bool = False, taken: str = "") -> set[str]:
    circle = Circle(
        office=POLICE,
        recorder=RECORDER.id,
        offices=frozenset({POLICE, *([COURT] if court else ())}),
        assigned=frozenset({ID["own-investigator"], *([ID[taken]] if taken else ())}),
        barred=barred,
    )
    return {each.login for each in readers(compartment, circle, PEOPLE, SUPERVISION, DAY)}


def test_an_allegation_is_read_by_its_recorder_the_supervising_prosecutor_and_who_took_the_case_elsewhere() -> None:
    assert names("torture_allegation") == {"recorder", "prosecutor"}
    assert names("torture_allegation", taken="security") == {"recorder", "prosecutor", "security"}
    assert names("torture_allegation", court=True) == {"recorder", "prosecutor"}


@pytest.mark.parametrize("office", [POLICE, PROSECUTION, SECURITY])
def test_an_office_complained_of_reads_nothing_beyond_the_recorder(office: str) -> None:
    found = names("torture_allegation", barred=frozenset({office}), taken="security")
    assert found == {"recorder", "prosecutor", "security"} - {
        each.login for each in PEOPLE if each.office == office and each is not RECORDER
    }


@pytest.mark.parametrize("compartment", ["protected_identity", "special_action"])
def test_investigator_prosecutor_and_court_of_the_case_read_the_rest(compartment: str) -> None:
    assert names(compartment) == {"recorder", "own-investigator", "prosecutor"}
    assert names(compartment, court=True) == {"recorder", "own-investigator", "prosecutor", "judge"}


def test_the_recorder_comes_first_then_by_login() -> None:
    circle = Circle(POLICE, RECORDER.id)
    assert [each.login for each in readers("torture_allegation", circle, PEOPLE, SUPERVISION, DAY)] == [
        "recorder",
        "prosecutor",
    ]


def test_who_supervised_it_before_or_will_later_does_not_read_it_now() -> None:
    circle = Circle(POLICE, RECORDER.id)
    for since, until in (("2025-01-01", "2026-01-01"), ("2026-06-01", None)):
        other = [Supervision(POLICE, PROSECUTION, since, until)]
        assert readers("torture_allegation", circle, PEOPLE, other, DAY) == [RECORDER]


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        ("2026-03-07", None, True),
        ("2026-03-08", None, False),
        ("2026-01-01", "2026-03-07", False),
        ("2026-01-01", "2026-03-08", True),
    ],
)
def test_supervision_holds_from_its_first_day_to_the_day_before_its_end(
    since: str, until: str | None, holds: bool
) -> None:
    assert Supervision(POLICE, PROSECUTION, since, until).in_force(DAY) is holds


def person(login: str, role: str, office: str) -> Person:
    return Person(login.encode().ljust(16, b"."), login, role, office)


HEAD, OWN, COLLEAGUE = (
    person(*each) for each in (("h", "head", POLICE), ("o", "investigator", POLICE), ("c", "investigator", POLICE))
)
THEIRS, THEIR_HEAD = person("t", "investigator", SECURITY), person("th", "head", SECURITY)
PROSECUTOR, STRANGER = person("p", "prosecutor", PROSECUTION), person("s", "prosecutor", HIGHER)
EVERYBODY = [HEAD, OWN, COLLEAGUE, THEIRS, THEIR_HEAD, PROSECUTOR, STRANGER]


@pytest.mark.parametrize(
    ("author", "named", "sent", "overseers", "ties"),
    [
        (OWN, OWN, [], [PROSECUTION], False),
        (COLLEAGUE, OWN, [], [PROSECUTION], False),
        (HEAD, OWN, [], [PROSECUTION], True),
        (HEAD, HEAD, [], [PROSECUTION], False),
        (PROSECUTOR, OWN, [], [PROSECUTION], True),
        (PROSECUTOR, PROSECUTOR, [], [PROSECUTION], False),
        (STRANGER, OWN, [], [PROSECUTION], False),
        (STRANGER, OWN, [], [], True),
        (PROSECUTOR, THEIRS, [], [PROSECUTION], True),
        (HEAD, THEIRS, [(HEAD, SECURITY)], [PROSECUTION], False),
        (THEIR_HEAD, THEIRS, [], [PROSECUTION], False),
        (THEIR_HEAD, THEIRS, [(OWN, SECURITY)], [PROSECUTION], True),
        (THEIRS, THEIRS, [], [PROSECUTION], False),
        (THEIRS, THEIRS, [(THEIRS, SECURITY)], [PROSECUTION], False),
        (THEIRS, THEIRS, [(STRANGER, SECURITY)], [PROSECUTION], False),
        (THEIRS, THEIRS, [(PROSECUTOR, SECURITY)], [PROSECUTION], True),
        (THEIRS, THEIRS, [(PROSECUTOR, "X"), (person("x", "clerk", "X"), SECURITY)], [PROSECUTION], True),
        (THEIRS, THEIRS, [(person("x", "clerk", "X"), SECURITY)], [PROSECUTION], False),
        (OWN, OWN, [(PROSECUTOR, POLICE)], [PROSECUTION], False),
        (THEIR_HEAD, OWN, [(PROSECUTOR, SECURITY)], [PROSECUTION], False),
    ],
)
def test_a_case_is_had_by_somebody_elses_decision(
    author: Person, named: Person, sent: list[tuple[Person, str]], overseers: list[str], ties: bool
) -> None:
    sendings = [Sending(*each, "sent") for each in sent]
    naming = Naming(author, named.login, handovers=frozenset({"sent"}))
    found = assigned(POLICE, overseers, EVERYBODY, [naming], sendings)
    assert found == ({named.id} if ties else set())


@pytest.mark.parametrize("seen", [[], ["another"], ["back"]])
def test_who_had_not_seen_the_hand_over_to_his_office_did_not_take_the_case(seen: list[str]) -> None:
    sendings = [Sending(PROSECUTOR, SECURITY, "sent"), Sending(THEIRS, POLICE, "back")]
    naming = Naming(THEIRS, THEIRS.login, handovers=frozenset(seen))
    assert assigned(POLICE, [PROSECUTION], EVERYBODY, [naming], sendings) == set()
    knowing = Naming(THEIRS, THEIRS.login, handovers=frozenset({*seen, "sent"}))
    assert assigned(POLICE, [PROSECUTION], EVERYBODY, [naming, knowing], sendings) == {THEIRS.id}


def test_every_compartment_of_the_list_has_its_rule_and_every_rule_its_roles_and_fields() -> None:
    rules = compartments()
    assert set(rules) == set(codes.code_list("compartment").entries)
    assert {declared.sealed for declared in registry().values()} - {""} == set(rules)
    roles = codes.code_list("role")
    for rule in rules.values():
        assert all(each.role in roles for each in rule.readers)
        declared = [each for each in registry().values() if each.sealed == rule.code]
        for name in (rule.never_office, rule.through):
            assert not name or any(name in each.by_name for each in declared)
