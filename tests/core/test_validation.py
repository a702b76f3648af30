"""Values have one stored form; what cannot be stored is refused by field and rule."""

from __future__ import annotations

import datetime
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core.codes import code_list
from icjims_core.codes.nearest import nearest
from icjims_core.declarations.schema import Field, Kind, Merge
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.declarations.validation import check, field_of, normalise, normalise_members, read_values, validate
from icjims_core.declarations.words import Label, Words
from icjims_core.encoding import MAX_INTEGER, decode, encode
from icjims_core.modules import record_type, registry
from icjims_core.problem import Refused
from icjims_core.problem_texts import problem_text

CASE = record_type("case")
PERSON = record_type("person")
NOW = datetime.datetime(2026, 3, 7, 12, 0, tzinfo=LOCAL)
WORDS = Words(Label("а", "а", "a"))


def field(kind: Kind, **options: object) -> Field:
    return Field("x", kind, WORDS, **options)  # type: ignore[arg-type]


def rule_of(declared: Field, raw: object) -> object:
    with pytest.raises(Refused) as refused:
        normalise(declared, raw)
    assert refused.value.code == "invalid"
    assert refused.value.params["field"] == declared.name
    return refused.value.params["rule"]


@pytest.mark.parametrize(
    ("kind", "raw", "stored"),
    [
        (Kind.TEXT, "Айгүл  ", "Айгүл  "),
        (Kind.TEXT, unicodedata.normalize("NFD", "йё"), "йё"),
        (Kind.TEXT, "🙂 👨‍👩‍👧", "🙂 👨‍👩‍👧"),
        (Kind.TEXT, "a\u00a0b", "a\u00a0b"),
        (Kind.TEXT, "   ", None),
        (Kind.TEXT, "", None),
        (Kind.TEXT, None, None),
        (Kind.RICH, "a\r\nb\rc\u2028d\te", "a\nb\nc\nd\te"),
        (Kind.INT, 7, 7),
        (Kind.INT, " -7 ", -7),
        (Kind.INT, MAX_INTEGER, MAX_INTEGER),
        (Kind.MONEY, "150000", 150000),
        (Kind.BOOL, True, True),
        (Kind.BOOL, "no", False),
        (Kind.TRI, "not_asked", "not_asked"),
        (Kind.DATE, "2024-02-29", "2024-02-29"),
        (Kind.TIMESTAMP, "2026-03-07T23:40", "2026-03-07T23:40+06:00"),
        (Kind.TIMESTAMP, "2026-03-07 23:40:00", "2026-03-07T23:40+06:00"),
        (Kind.TIMESTAMP, "2026-03-07T17:40:00.000Z", "2026-03-07T23:40+06:00"),
        (Kind.TIMESTAMP, "2026-03-07T17:40:31-01:00", "2026-03-08T00:40:31+06:00"),
        (Kind.PIN, "2010 1199 0123 45", "20101199012345"),
        (Kind.GEO, "42.8746, 74.57", {"lat": 42874600, "lon": 74570000}),
        (Kind.GEO, {"lon": -1, "lat": 5}, {"lat": 5, "lon": -1}),
        (Kind.STATEMENT, "2026-03-07 23:40", {"at": "2026-03-07T23:40+06:00", "source": "not_stated"}),
        (
            Kind.STATEMENT,
            {"at": "2026-03-07 23:40", "source": "person", "by": " Асанов "},
            {"at": "2026-03-07T23:40+06:00", "source": "person", "by": "Асанов"},
        ),
        (Kind.SIGNATURE, {"method": "wet_ink", "reason": ""}, {"method": "wet_ink"}),
        (
            Kind.FILE,
            {"name": "протокол.pdf", "size": 7, "mime": "application/pdf", "sha256": "0f" * 32},
            {"name": "протокол.pdf", "size": 7, "mime": "application/pdf", "sha256": "0f" * 32},
        ),
    ],
)
def test_a_value_has_one_stored_form(kind: Kind, raw: object, stored: object) -> None:
    assert normalise(field(kind), raw) == stored
    assert normalise(field(kind), stored) == stored


@pytest.mark.parametrize(
    ("kind", "raw", "rule"),
    [
        (Kind.TEXT, 5, "text"),
        (Kind.TEXT, ["a"], "text"),
        (Kind.TEXT, "a\nb", "control_character"),
        (Kind.TEXT, "a\x00b", "control_character"),
        (Kind.TEXT, "a\ud800", "control_character"),
        (Kind.TEXT, "a\u2028b", "control_character"),
        (Kind.TEXT, "x" * 1001, "too_long"),
        (Kind.RICH, "a\x07", "control_character"),
        (Kind.RICH, "x" * 1_000_000, "too_long"),
        (Kind.INT, True, "int"),
        (Kind.INT, 1.0, "int"),
        (Kind.INT, "1.0", "int"),
        (Kind.INT, "١٢", "int"),
        (Kind.INT, "9" * 40, "int"),
        (Kind.INT, MAX_INTEGER + 1, "maximum"),
        (Kind.INT, -MAX_INTEGER - 1, "maximum"),
        (Kind.MONEY, "10.50", "money"),
        (Kind.BOOL, 1, "bool"),
        (Kind.BOOL, "maybe", "bool"),
        (Kind.TRI, True, "tri"),
        (Kind.TRI, "maybe", "tri"),
        (Kind.DATE, "2023-02-29", "date"),
        (Kind.DATE, "20240101", "date"),
        (Kind.DATE, "2024-1-1", "date"),
        (Kind.DATE, 20240101, "date"),
        (Kind.TIMESTAMP, "2026-03-07", "timestamp"),
        (Kind.TIMESTAMP, "2026-03-07T24:10", "timestamp"),
        (Kind.TIMESTAMP, "2026-03-07T10:00:00.5", "timestamp"),
        (Kind.TIMESTAMP, "0001-01-01T00:00+14:00", "timestamp"),
        (Kind.TIMESTAMP, "9999-12-31T23:59Z", "timestamp"),
        (Kind.PIN, "123", "pin"),
        (Kind.STATEMENT, {"source": "person"}, "statement"),
        (Kind.STATEMENT, {"at": "2026-03-07 23:40", "source": "rumour"}, "code"),
        (Kind.STATEMENT, {"at": "2026-03-07 23:40", "who": "x"}, "statement"),
        (Kind.SIGNATURE, {"at": "2026-03-07 23:40"}, "signature"),
        (Kind.SIGNATURE, {"method": "refused"}, "reason_of_refusal"),
        (Kind.FILE, {"name": "a", "size": 7, "mime": "text", "sha256": "0f" * 32}, "file"),
        (Kind.FILE, {"name": "a", "size": -1, "mime": "text/plain", "sha256": "0f" * 32}, "file"),
        (Kind.FILE, {"name": "a", "size": 1, "mime": "text/plain", "sha256": "0F" * 32}, "file"),
        (Kind.PIN, 20101199012345, "pin"),
        (Kind.PIN, "١" * 14, "pin"),
        (Kind.GEO, "91,0", "geo"),
        (Kind.GEO, "0,181", "geo"),
        (Kind.GEO, {"lat": 1}, "geo"),
        (Kind.GEO, {"lat": True, "lon": 1}, "geo"),
        (Kind.GEO, {"lat": 1.5, "lon": 1}, "geo"),
        (Kind.GEO, "here", "geo"),
        (Kind.REF, "123", "ref"),
        (Kind.REF, "{0190a0e6-5b3c-7aaa-b111-0123456789ab}", "ref"),
    ],
)
def test_what_is_no_value_of_its_kind_is_refused(kind: Kind, raw: object, rule: str) -> None:
    assert rule_of(field(kind), raw) == rule


def test_a_reference_is_canonical_uuid_text() -> None:
    canonical = "0190a0e6-5b3c-7aaa-b111-0123456789ab"
    declared = field(Kind.REF, target="person")
    for raw in (canonical, canonical.upper(), canonical.replace("-", ""), f" {canonical}"):
        assert normalise(declared, raw) == canonical


def test_a_code_must_stand_in_its_list() -> None:
    assert normalise(CASE.by_name["article"], "205-1") == "205-1"
    assert normalise(CASE.by_name["body"], "300") == "300", "old records keep their codes"
    assert rule_of(CASE.by_name["article"], "999") == "code"
    assert rule_of(CASE.by_name["article"], 205) == "code"


@pytest.mark.parametrize(
    ("type_name", "name"),
    [
        ("scheduling", "probation_office"),
        ("deregistration", "new_office"),
        ("travel_permission", "new_office"),
        ("conditional_release", "probation_office"),
        ("entry_into_force", "addressee_office"),
        ("correspondence", "office_concerned"),
    ],
)
def test_a_court_or_a_probation_body_can_be_named_which_no_list_of_the_state_has(type_name: str, name: str) -> None:
    asked = record_type(type_name).by_name[name]
    assert normalise(asked, "PB-41708222") == "PB-41708222"
    assert normalise(asked, "009") == "009"
    assert asked.picked_from == "office"
    assert rule_of(asked, "пробация") == "pattern"


def test_limits_of_a_declaration_hold() -> None:
    assert rule_of(PERSON.by_name["estimated_age"], 131) == "maximum"
    assert rule_of(PERSON.by_name["estimated_age"], "-1") == "minimum"
    assert rule_of(CASE.by_name["part"], "1a") == "pattern"
    assert rule_of(field(Kind.TEXT, max_length=3), "абвг") == "too_long"
    assert normalise(field(Kind.TEXT, max_length=3), "абв") == "абв"
    decomposed = unicodedata.normalize("NFD", "ййй")
    assert normalise(field(Kind.TEXT, max_length=3), decomposed) == "ййй"


def test_the_members_of_a_set_stand_once_and_in_one_order() -> None:
    marks = CASE.by_name["marks"]
    assert normalise_members(marks, ["weapon", "cyber", "weapon"]) == ["cyber", "weapon"]
    assert normalise_members(marks, []) == []
    for raw, rule in ((["weapon", ""], "empty"), ("weapon", "list"), (["?"], "code"), (5, "list")):
        with pytest.raises(Refused) as refused:
            normalise_members(marks, raw)
        assert refused.value.params["rule"] == rule
    with pytest.raises(Refused) as refused:
        normalise_members(marks, ["weapon"] * 1001)
    assert refused.value.params["rule"] == "too_many"


def test_the_entries_of_an_append_stay_as_they_were_given() -> None:
    assert normalise_members(CASE.by_name["notes"], ["б", "а", "а"]) == ["б", "а", "а"]


def test_a_field_that_nobody_declared_or_that_is_computed_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        field_of(CASE, "nonsense")
    assert refused.value.params == {"field": "nonsense", "rule": "unknown_field", "type": "case"}
    with pytest.raises(Refused) as refused:
        read_values(CASE, {"nonsense": 1})
    assert refused.value.params["rule"] == "unknown_field"
    assert not field(Kind.INT, merge=Merge.DERIVED).writable


def test_values_are_read_by_the_merge_of_their_field() -> None:
    raw = {"summary": "Кража", "marks": ["weapon", "cyber"], "notes": ["а"], "damage": "100"}
    stored = read_values(CASE, raw)
    assert stored == {**raw, "marks": ["cyber", "weapon"], "damage": 100}


def test_a_required_field_is_missed_when_all_is_looked_at() -> None:
    assert [(each.field, each.rule) for each in validate(CASE, {}, now=NOW)] == [("summary", "required")]
    assert validate(CASE, {}, now=NOW, partial=True) == []
    assert validate(CASE, {"marks": ["cyber"]}, now=NOW, partial=True) == []
    emptied = validate(CASE, {"summary": None}, now=NOW, partial=True)
    assert [(each.field, each.rule) for each in emptied] == [("summary", "required")]


def test_a_field_is_required_when_its_condition_holds() -> None:
    when = "2026-03-06T10:00+06:00"
    values: dict[str, object] = {"target_type": "refusal", "decision": "annul", "decided_at": when}
    declared = record_type("prosecutor_act")
    assert {each.field for each in validate(declared, values, now=NOW)} == {"reasons"}
    assert validate(declared, values | {"decision": "approve"}, now=NOW) == []


def test_what_is_asked_of_a_person_is_stated_or_its_absence_explained() -> None:
    participant = record_type("participant")
    values: dict[str, object] = {"person": "0190f3a0-0000-7000-8000-000000000001", "role": "victim"}
    asked = {"sex", "age_at_act", "disability", "family_violence", "relation_to_accused"}
    assert {each.field for each in validate(participant, values, now=NOW)} == asked
    reasons = {"sex_reason", "age_reason", "disability_reason", "family_violence_reason", "relation_reason"}
    assert validate(participant, values | dict.fromkeys(reasons, "refused"), now=NOW) == []
    unasked = values | dict.fromkeys(reasons - {"disability_reason"}, "refused") | {"disability": "not_asked"}
    assert [each.field for each in validate(participant, unasked, now=NOW)] == ["disability_reason"]
    assert validate(participant, values | {"role": "lawyer"}, now=NOW) == []
    reasoned = values | dict.fromkeys(reasons - {"sex_reason"}, "refused") | {"sex": "not_stated"}
    assert [each.field for each in validate(participant, reasoned, now=NOW)] == ["sex_reason"]
    assert validate(participant, reasoned | {"sex_reason": "refused"}, now=NOW) == []


@pytest.mark.parametrize("role", ["protected_witness", "civil_respondent", "witness", "applicant", "mentioned"])
def test_whoever_is_concerned_by_a_case_is_asked_who_he_is(role: str) -> None:
    values = {"person": "0190f3a0-0000-7000-8000-000000000001", "role": role, "pseudonym": "Береза"}
    asked = {each.field for each in validate(record_type("participant"), values, now=NOW)}
    assert asked == {"sex", "age_at_act", "disability"}


def test_an_interrogation_says_in_which_capacity_the_person_was_asked() -> None:
    values = {"person": "0190f3a0-0000-7000-8000-000000000001", "started_at": "2026-03-06T10:00+06:00"}
    assert [each.field for each in validate(record_type("interrogation"), values, now=NOW)] == ["capacity"]


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ("2026-03-07T12:00+06:00", None),
        ("2026-03-07T12:00:01+06:00", "future"),
        ("2026-03-08T00:00+06:00", "future"),
        ("2020-01-01T00:00+06:00", None),
    ],
)
def test_a_past_event_cannot_lie_in_the_future(given: str, rule: str | None) -> None:
    values = {"summary": "а", "registered_at": given}
    assert [each.rule for each in validate(CASE, values, now=NOW)] == ([rule] if rule else [])


def test_today_is_judged_by_the_calendar_of_bishkek() -> None:
    late = datetime.datetime(2026, 3, 7, 19, 0, tzinfo=datetime.UTC)
    values = {"surname": "а", "birth_date": "2026-03-08"}
    assert validate(PERSON, values, now=late) == []
    assert validate(PERSON, values, now=late - datetime.timedelta(hours=2))[0].rule == "future"


@pytest.mark.parametrize(
    ("earlier", "later", "wrong"),
    [
        ("2026-03-07T10:00+06:00", "2026-03-07T10:00+06:00", False),
        ("2026-03-07T10:00:30+06:00", "2026-03-07T10:00+06:00", True),
        ("2026-03-07T10:00+06:00", "2026-03-07T09:59+06:00", True),
        ("2026-03-06T10:00+06:00", "2026-03-07T09:59+06:00", False),
    ],
)
def test_an_end_is_not_before_its_beginning(earlier: str, later: str, wrong: bool) -> None:
    values = {"summary": "а", "event_from": earlier, "event_to": later}
    flaws = validate(CASE, values, now=NOW)
    assert [(each.rule, dict(each.params)) for each in flaws] == (
        [("before", {"other": "event_from"})] if wrong else []
    )


def test_check_raises_the_first_flaw_with_its_type() -> None:
    with pytest.raises(Refused) as refused:
        check(CASE, {"registered_at": "2030-01-01T00:00+06:00"}, now=NOW, partial=True)
    expected = {"field": "registered_at", "rule": "future", "type": "case"}
    assert refused.value.params == expected
    check(CASE, {"summary": "а"}, now=NOW)


SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=40), st.binary(max_size=9))
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
EVERY_FIELD = [each for declared in registry().values() for each in declared.fields]


@given(st.sampled_from(EVERY_FIELD), ANYTHING)
def test_whatever_is_given_is_refused_or_stored_canonically(declared: Field, raw: object) -> None:
    try:
        stored = normalise(declared, raw)
    except Refused as refused:
        named = refused.params["field"]
    else:
        named = declared.name
        assert normalise(declared, stored) == stored
        assert decode(encode(stored), object) == stored
    assert named == declared.name


def test_a_code_of_a_statement_that_is_not_listed_names_the_field_the_member_and_the_nearest_codes() -> None:
    field = Field("actual_times", Kind.STATEMENT, merge=Merge.APPEND)
    with pytest.raises(Refused) as problem:
        normalise(field, {"at": "2026-03-07 23:40", "source": "protokol"})
    told = problem.value.params
    assert (told["field"], told["member"], told["list"]) == ("actual_times", "source", "time_source")
    assert "protocol" in str(told["nearest"])
    for language in ("ky", "ru", "en"):
        text = problem_text(Refused("invalid", **{**told, "type": "apprehension"}), language)
        label = registry()["apprehension"].by_name["actual_times"].label.text(language)
        assert f"{label}: source" in text
        assert "protocol" in text


def test_the_nearest_codes_are_found_by_label_too_and_of_a_long_list_none_are_made_up() -> None:
    assert nearest(code_list("role"), "Прокурор") == ("prosecutor",)
    assert nearest(code_list("office"), "qqqqq") == ()
    assert set(nearest(code_list("tri"), "qqqqq")) == set(code_list("tri").entries)


@pytest.mark.parametrize(
    "further",
    [
        {"ground": "wanted"},
        {"force_used": "yes"},
        {"released_at": "2026-03-07T11:00+06:00"},
    ],
)
def test_whom_and_when_is_enough_to_record_an_apprehension_and_a_release(further: dict[str, object]) -> None:
    times = [{"value": "2026-03-07T10:00+06:00", "source": "officer"}]
    values = {"person": "01900000-0000-7000-8000-000000000001", "actual_times": times, **further}
    assert list(validate(record_type("apprehension"), values, now=NOW)) == []
