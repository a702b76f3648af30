"""Editions of code lists, calendars and contacts: what is checked, and what a published list lies over."""

from __future__ import annotations

import copy
import datetime
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core import codes, packing
from icjims_core.codes.entries import CodeEntry, CodeList, laid_over
from icjims_core.codes.published import PublishedLists
from icjims_core.deadlines import calendar
from icjims_core.deadlines.rules import read_rules
from icjims_core.declarations.words import Label
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Broken, Refused
from icjims_core.publishing import checks as publishing
from icjims_core.publishing import contacts, publications

WAYS = "contact_attempt_way"


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """What a test installs is gone after it."""
    yield
    codes.install(PublishedLists())
    calendar.install(None)


def shipped_document(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("icjims_core.codes.lists") / f"{name}.toml").read_text(encoding="utf-8"))


def document(edition: str = "2026-2", name: str = WAYS, **added: dict[str, Any]) -> dict[str, Any]:
    found = copy.deepcopy(shipped_document(name))
    found["edition"] = edition
    found["entries"] += [{"code": code, **row} for code, row in added.items()]
    return found


def toml(read: dict[str, Any]) -> str:
    """A list document as text; enough of TOML for these tests."""
    lines = [f'edition = "{read["edition"]}"', f'source = "{read["source"]}"']
    for row in read["entries"]:
        lines.append("[[entries]]")
        lines += [f'{key} = "{value}"' for key, value in row.items() if isinstance(value, str)]
    return "\n".join(lines)


def entry(read: dict[str, Any], name: str = WAYS, position: int = 1) -> PublicationEntry:
    return PublicationEntry(position, "list", name, read["edition"], publications.pack(toml(read)))


PIGEON = {"ky": "көгүчкөн менен", "ru": "голубем", "en": "by pigeon"}


def refused_list(read: dict[str, Any], name: str = WAYS) -> tuple[Any, ...]:
    with pytest.raises(Refused) as caught:
        publishing.check_list(name, read, codes.code_list)
    assert caught.value.code == "bad_publication"
    return caught.value.params["rule"], caught.value.params.get("code")


@pytest.mark.parametrize("name", codes.names())
def test_the_shipped_lists_keep_what_a_published_one_must(name: str) -> None:
    listed = codes.shipped_list(name)
    publishing.check_entries(listed, listed, codes.shipped_list)
    publishing.check_continued(listed, listed)


def test_lists_with_parents_are_the_ones_that_are_checked() -> None:
    with_parents = {
        name for name in codes.names() if any(each.parent for each in codes.code_list(name).entries.values())
    }
    assert with_parents == set(publishing.PARENTS)


def test_an_edition_that_adds_renames_and_ends_is_taken() -> None:
    read = document(pigeon=PIGEON)
    read["entries"][0]["ru"] = "телефонным звонком"
    read["entries"][1]["valid_to"] = "2026-06-30"
    found = publishing.check_list(WAYS, read, codes.code_list)
    assert "pigeon" in found
    assert not found.entries["message"].in_force("2026-07-01")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda read: read.update(edition="2026-1"), ("older", None)),
        (lambda read: read.update(edition="2025-12-31"), ("older", None)),
        (lambda read: read.update(edition="new"), ("edition", None)),
        (lambda read: read.update(edition=7), ("malformed", None)),
        (lambda read: read.pop("source"), ("malformed", None)),
        (lambda read: read["entries"][0].update(colour="red"), ("malformed", None)),
        (lambda read: read["entries"].append(read["entries"][0]), ("malformed", None)),
        (lambda read: read["entries"].pop(2), ("removed", "e_mail")),
        (lambda read: read["entries"][0].update(en=""), ("language", "phone")),
        (lambda read: read["entries"][0].update(ky="phone"), ("language", "phone")),
        (lambda read: read["entries"][0].update(en="телефон"), ("language", "phone")),
        (lambda read: read["entries"][0].update(ru=" по телефону"), ("language", "phone")),
        (lambda read: read["entries"][0].update(valid_to="2026-02-30"), ("dates", "phone")),
        (lambda read: read["entries"][0].update(valid_from="2026-02-03", valid_to="2026-02-02"), ("dates", "phone")),
        (lambda read: read["entries"].append({"code": "a b", **PIGEON}), ("code", "a b")),
    ],
)
def test_a_document_that_breaks_a_rule_is_refused(change: Any, expected: tuple[Any, ...]) -> None:
    read = document()
    change(read)
    assert refused_list(read) == expected


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("region", lambda rows: rows[1].update(parent="99999"), ("parent", "41711201")),
        ("region", lambda rows: rows[1].update(parent="41721"), ("changed", "41711201")),
        ("contact_service", lambda rows: rows[0].update(official="CPC 51"), ("changed", "lawyer")),
        ("office", lambda rows: next(r for r in rows if r["code"] == "300").pop("valid_to"), ("changed", "300")),
        ("criminal_code_article", lambda rows: rows[0]["parts"].update({"1": "N"}), ("changed", "122")),
        ("role", lambda rows: rows.append({"code": "friend", **PIGEON}), ("own_words", None)),
        ("role", lambda rows: rows[0].update(valid_to="2026-01-01"), ("changed", "duty_officer")),
    ],
)
def test_no_code_is_given_another_meaning(name: str, change: Any, expected: tuple[Any, ...]) -> None:
    read = document("2099-1", name)
    change(read["entries"])
    assert refused_list(read, name) == expected


def test_an_article_may_get_a_part_and_a_list_that_nobody_uses_is_refused() -> None:
    read = document("2099-1", "criminal_code_article")
    read["entries"][0]["parts"]["9"] = "O"
    assert publishing.check_list("criminal_code_article", read, codes.code_list).entries["122"].parts["9"] == "O"
    assert refused_list(document(), "nonsense") == ("no_such_list", None)


ARTICLES = "criminal_code_article"


def test_a_gravity_that_the_list_calls_unverified_is_corrected_by_an_edition() -> None:
    read = document("2099-1", ARTICLES)
    doubted = next(each for each in read["entries"] if "gravity" in each.get("unverified", ()))
    doubted["parts"]["1"] = "L"
    doubted["unverified"].remove("gravity")
    found = publishing.check_list(ARTICLES, read, codes.code_list).entries[doubted["code"]]
    assert (found.parts["1"], "gravity" in found.unverified) == ("L", False)
    del doubted["parts"]["1"]
    assert refused_list(read, ARTICLES) == ("changed", doubted["code"])


def test_a_part_has_a_gravity_of_the_list() -> None:
    read = document("2099-1", ARTICLES)
    read["entries"][0]["parts"]["9"] = "Z"
    assert refused_list(read, ARTICLES) == ("gravity", "122")


def test_a_published_list_is_in_force_at_once_and_shows_former_labels() -> None:
    first, second = document(pigeon=PIGEON), document("2026-3", pigeon={**PIGEON, "ru": "почтовым голубем"})
    second["entries"][0]["ru"] = "звонком"
    codes.install(PublishedLists([entry(first), entry(second, position=2)]))
    assert codes.code_list(WAYS).label("pigeon", "ru") == "почтовым голубем"
    assert codes.edition_of(WAYS) == "2026-3"
    assert codes.label(WAYS, "2026-2", "pigeon", "ru") == "голубем"
    assert codes.label(WAYS, codes.SHIPPED, "phone", "ru") == "по телефону"
    assert codes.label(WAYS, codes.SHIPPED, "pigeon", "ru") == "почтовым голубем"
    assert codes.label(WAYS, "2030-1", "phone", "ru") == "звонком"
    assert codes.edition_of("language") == codes.SHIPPED


def test_a_newer_program_lays_its_list_over_an_older_edition() -> None:
    older = document("2025-1", pigeon=PIGEON)
    older["entries"][0]["ru"] = "старое название"
    codes.install(PublishedLists([entry(older)]))
    assert codes.code_list(WAYS).label("phone", "ru") == "по телефону"
    assert "pigeon" in codes.code_list(WAYS)
    assert codes.edition_of(WAYS) == codes.SHIPPED


def test_an_edition_that_cannot_be_read_leaves_the_one_before_in_force() -> None:
    bad = PublicationEntry(2, "list", WAYS, "2026-9", b"no zstd")
    worse = PublicationEntry(3, "list", WAYS, "2026-10", publications.pack('edition = "2026-10"'))
    other = PublicationEntry(4, "list", "of_a_newer_program", "2026-1", publications.pack("x = 1"))
    codes.install(PublishedLists([entry(document(pigeon=PIGEON)), bad, worse, other]))
    assert codes.code_list(WAYS).edition == "2026-2"
    with pytest.raises(KeyError):
        codes.code_list("of_a_newer_program")


ENTRIES = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.tuples(st.sampled_from(["один", "два"]), st.sampled_from(["", "2026-01-01"])),
)


def listed(rows: dict[str, tuple[str, str]], edition: str) -> CodeList:
    entries = {code: CodeEntry(code, Label(text, text, text), valid_to=ends) for code, (text, ends) in rows.items()}
    return CodeList("x", edition, "", entries)


@given(ENTRIES, ENTRIES)
def test_laid_over_has_every_code_once_and_the_upper_one_decides(
    upper: dict[str, tuple[str, str]], lower: dict[str, tuple[str, str]]
) -> None:
    above, below = listed(upper, "2"), listed(lower, "1")
    found = laid_over(above, below)
    assert set(found.entries) == set(upper) | set(lower)
    assert list(found.entries)[: len(upper)] == list(upper)
    for code, each in found.entries.items():
        assert each is (above if code in upper else below).entries[code]
    assert laid_over(found, below) == found
    assert laid_over(above, above) == above


@given(st.lists(st.tuples(st.integers(2, 9), st.sampled_from(["а", "б", "в"])), max_size=6))
def test_the_edition_last_in_the_directory_is_in_force_and_each_keeps_its_words(
    published: list[tuple[int, str]],
) -> None:
    entries = []
    for at, (number, word) in enumerate(published, start=1):
        read = document(f"2026-{number}", pigeon={**PIGEON, "ru": word})
        entries.append(entry(read, position=at))
    lists = PublishedLists(entries)
    codes.install(lists)
    try:
        if not published:
            assert codes.code_list(WAYS) == codes.shipped_list(WAYS)
            return
        assert codes.code_list(WAYS).label("pigeon", "ru") == published[-1][1]
        last = {f"2026-{number}": word for number, word in published}
        assert all(codes.label(WAYS, each, "pigeon", "ru") == word for each, word in last.items())
        assert set(codes.shipped_list(WAYS).entries) <= set(codes.code_list(WAYS).entries)
    finally:
        codes.install(PublishedLists())


def test_a_body_is_bounded() -> None:
    bomb = packing.compress(b"#" * (publications.MAX_DOCUMENT + 1))
    with pytest.raises(Broken) as caught:
        publications.unpack(bomb)
    assert caught.value.code == "bomb"
    with pytest.raises(Refused) as refused:
        publications.pack("#" * (publications.MAX_DOCUMENT + 1))
    assert refused.value.params["rule"] == "too_large"


# --- calendar ---------------------------------------------------------------------------------------------------------


def calendar_document() -> dict[str, Any]:
    folder = resources.files("icjims_core.deadlines.calendars")
    found = tomllib.loads((folder / "fixed.toml").read_text(encoding="utf-8"))
    files = sorted(each.name for each in folder.iterdir() if each.name[:2] == "20")
    found["year"] = [tomllib.loads((folder / each).read_text(encoding="utf-8")) for each in files]
    found["edition"] = "2026-2"
    return found


def test_a_published_calendar_decides_from_then_on() -> None:
    read = calendar_document()
    tuesday = datetime.date(2027, 2, 2)
    assert read["year"][-1]["year"] == tuesday.year
    read["year"][-1]["day"] = [{"day": tuesday.isoformat(), "ky": "а", "ru": "б", "en": "c"}]
    found = publishing.check_calendar(read, calendar.shipped())
    assert calendar.in_force().works(tuesday)
    calendar.install(found)
    assert not calendar.in_force().works(tuesday)
    assert calendar.in_force().edition == "2026-2"
    older = msgspec.structs.replace(msgspec.convert(read, calendar.CalendarDocument), edition="2025-9")
    calendar.install(calendar.calendar_of(older))
    assert calendar.in_force() is calendar.shipped()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda read: read.update(edition="2026-1"), "older"),
        (lambda read: read["year"].pop(0), "removed"),
        (lambda read: read["holiday"][0].update(en=" "), "language"),
        (lambda read: read["holiday"][0].update(day="02-30"), "malformed"),
        (lambda read: read["year"][0].update(day=[{"day": "1999-01-01", "ky": "а", "ru": "б", "en": "c"}]), "dates"),
        (lambda read: read["year"].append(read["year"][0]), "twice"),
        (lambda read: read.update(weekend=[8]), "malformed"),
    ],
)
def test_a_calendar_that_breaks_a_rule_is_refused(change: Any, rule: str) -> None:
    read = calendar_document()
    change(read)
    with pytest.raises(Refused) as caught:
        publishing.check_calendar(read, calendar.shipped())
    assert caught.value.params["rule"] == rule


# --- contacts ---------------------------------------------------------------------------------------------------------

CSV = """id,service,name,languages,region,phone,available,valid_to
adv-1,lawyer,"Асанова, Айгүл",ky ru,41711,+996 555 000 001,круглосуточно,
per-1,interpreter,Исаков Тимур,uz tg,41721,+996 555 000 002,,2026-12-31
"""


def contacts_document() -> dict[str, Any]:
    return tomllib.loads(contacts.from_csv(CSV, "2026-1", "Список"))


def test_a_table_becomes_the_document_and_is_taken() -> None:
    found = contacts.check_contacts("lawyers", contacts_document(), None, codes.code_list)
    assert [each.name for each in found.contact] == ["Асанова, Айгүл", "Исаков Тимур"]
    assert found.contact[0].languages == ["ky", "ru"]
    assert found.contact[1].listed_on("2026-12-31")
    assert not found.contact[1].listed_on("2027-01-01")
    assert tomllib.loads(contacts.to_toml("2026-1", "Список", found.contact)) == contacts_document()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda rows: rows[0].update(service="friend"), "unknown_code"),
        (lambda rows: rows[0].update(region="1"), "unknown_code"),
        (lambda rows: rows[0].update(office="zz"), "unknown_code"),
        (lambda rows: rows[0].update(languages=["tlh"]), "unknown_code"),
        (lambda rows: rows[1].update(languages=[]), "unknown_code"),
        (lambda rows: rows[0].update(phone="ask"), "malformed"),
        (lambda rows: rows[0].update(name="а\nб"), "malformed"),
        (lambda rows: rows[0].update(id="A B"), "code"),
        (lambda rows: rows[0].update(valid_to="soon"), "dates"),
        (lambda rows: rows.append(rows[0]), "twice"),
        (lambda rows: rows.pop(0), "removed"),
    ],
)
def test_contacts_that_break_a_rule_are_refused(change: Any, rule: str) -> None:
    before = contacts.read_contacts(contacts_document())
    read = contacts_document()
    change(read["contact"])
    with pytest.raises(Refused) as caught:
        contacts.check_contacts("lawyers", read, before, codes.code_list)
    assert caught.value.params["rule"] == rule


@pytest.mark.parametrize("text", ["", "id,colour\na,b", "id,id\na,b", CSV + "x,y\n", 'id,name\n"a'])
def test_a_table_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        contacts.from_csv(text, "2026-1", "Список")
    assert caught.value.params["rule"] == "malformed"


@pytest.mark.parametrize(
    "text",
    ["edition = " + "9" * 5_000, "a = " + "[" * 100_000, "a = " + "{a=" * 5_000, "edition = "],
    ids=["a number of many digits", "lists in lists", "tables in tables", "nothing"],
)
def test_a_hostile_document_is_malformed_and_no_more(text: str) -> None:
    with pytest.raises(Refused) as caught:
        publishing.parsed(text)
    assert caught.value.params["rule"] == "malformed"
    with pytest.raises(Broken, match="malformed"):
        publications.unpack(publications.pack(text))
    with pytest.raises(Broken, match="deadline_rules_malformed"):
        read_rules({"liberty": text})
