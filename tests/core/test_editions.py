"""A value keeps the edition that it was written with, by its own dot."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest

from icjims_core import codes, signing
from icjims_core.clocks import Dot
from icjims_core.codes.published import PublishedLists
from icjims_core.declarations import editions
from icjims_core.declarations.editions import EDITIONS
from icjims_core.directory import PublicationEntry
from icjims_core.merge import Entry, State
from icjims_core.modules import record_type, registry
from icjims_core.publishing import publications

ONE, TWO, THREE = (Dot(bytes([each]) * 16, 1) for each in (1, 2, 3))
WAYS = "contact_attempt_way"


@pytest.fixture
def published() -> Iterator[None]:
    """Two editions of the ways of calling and one of the languages, each with other Russian words."""
    entries = []
    for at, (name, edition, before, after) in enumerate(
        [
            (WAYS, "2030-1", "письмом", "почтой"),
            (WAYS, "2030-2", "письмом", "отправлением"),
            ("language", "2030-1", "узбекский", "узбекский язык"),
            ("time_source", "2030-1", "ru = ", "ru = "),
        ],
        start=1,
    ):
        text = (resources.files("icjims_core.codes.lists") / f"{name}.toml").read_text(encoding="utf-8")
        text = f'edition = "{edition}"\n' + text.split("\n", 1)[1].replace(before, after)
        entries.append(PublicationEntry(at, "list", name, edition, publications.pack(text)))
    codes.install(PublishedLists(entries))
    yield
    codes.install(PublishedLists())


def attempt(way: dict[Dot, object], notes: dict[Dot, dict[str, str]], language: object = None) -> State:
    state = State(b"r" * 16, "contact_attempt", 1, None)
    state.registers["way"] = dict(way)  # type: ignore[arg-type]
    if language:
        state.registers["language"] = {THREE: language}  # type: ignore[dict-item]
    state.appends[EDITIONS] = [Entry(dot, note) for dot, note in notes.items()]  # type: ignore[arg-type]
    return state


def label(state: State, name: str, code: str) -> str:
    words = editions.code_words(editions.written_with(record_type("contact_attempt"), state))
    return words(name, code, "ru")


def test_nothing_is_noted_while_nothing_is_published() -> None:
    changes = {"put": {"way": "letter"}}
    assert editions.stamped("contact_attempt", changes) is changes  # type: ignore[arg-type]
    assert editions.written_with(record_type("contact_attempt"), attempt({ONE: "letter"}, {})) == {}


@pytest.mark.usefixtures("published")
def test_a_revision_notes_the_published_lists_of_the_units_that_it_writes() -> None:
    noted = editions.stamped("contact_attempt", {"put": {"way": "letter", "language": "uz", "service": "lawyer"}})
    assert noted["append"] == {EDITIONS: [{"language": "2030-1", WAYS: "2030-2"}]}
    assert noted["put"] == {"way": "letter", "language": "uz", "service": "lawyer"}
    assert "append" not in editions.stamped("contact_attempt", {"put": {"service": "lawyer"}})
    entry = editions.stamped("contact_attempt", {"put": {"way": "phone"}, "append": {"notes": ["x"]}})
    assert entry["append"] == {"notes": ["x"], EDITIONS: [{WAYS: "2030-2"}]}
    assert "append" not in editions.stamped("of_a_newer_program", {"put": {"way": "letter"}})


@pytest.mark.usefixtures("published")
def test_statements_note_the_list_of_their_sources_and_sealed_types_note_nothing() -> None:
    declared = next(each for each in registry().values() if any(f.kind.value == "statement" for f in each.fields))
    unit = next(each for each in declared.fields if each.kind.value == "statement")
    operation = "append" if unit.merge.value == "append" else "put"
    noted = editions.stamped(declared.name, {operation: {unit.unit: [{"at": "x", "source": "record"}]}})  # type: ignore[dict-item]
    assert noted["append"][EDITIONS][0]["time_source"] == "2030-1"  # type: ignore[call-overload, index]
    sealed = next(each for each in registry().values() if each.sealed)
    coded = {each.unit: "x" for each in sealed.fields}
    assert "append" not in editions.stamped(sealed.name, {"put": coded})  # type: ignore[dict-item]
    state = State(b"r" * 16, sealed.name, 1, None)
    field = next(each for each in sealed.fields if each.kind.value == "code" and each.codes)
    codes.install(PublishedLists([PublicationEntry(1, "list", field.codes or "", "2030-1", b"")]))
    state.registers[field.unit] = {ONE: {field.name: "x"} if field.unit != field.name else "x"}
    assert editions.written_with(sealed, state) == {}


@pytest.mark.usefixtures("published")
def test_each_value_reads_as_in_its_own_edition() -> None:
    assert label(attempt({ONE: "letter"}, {}), WAYS, "letter") == "письмом"
    assert label(attempt({ONE: "letter"}, {ONE: {WAYS: "2030-1"}}), WAYS, "letter") == "почтой"
    assert label(attempt({TWO: "letter"}, {ONE: {WAYS: "2030-1"}}), WAYS, "letter") == "письмом"
    assert label(attempt({ONE: "letter"}, {ONE: {WAYS: "2031-1"}}), WAYS, "letter") == "отправлением"
    both = attempt({ONE: "letter", TWO: "letter"}, {ONE: {WAYS: "2030-2"}, TWO: {WAYS: "2030-1"}})
    assert label(both, WAYS, "letter") == "отправлением"
    other = attempt({ONE: "letter"}, {ONE: {WAYS: "2030-1"}}, language="uz")
    assert label(other, "language", "uz") == "узбекский"
    assert label(other, WAYS, "phone") == "по телефону"


@pytest.mark.usefixtures("published")
def test_former_labels_are_told_only_where_they_differ() -> None:
    declared = record_type("contact_attempt")
    old = editions.former_labels(editions.written_with(declared, attempt({ONE: "letter"}, {})))
    assert old == {WAYS: {"letter": {"edition": "2026-1", "ky": "кат менен", "ru": "письмом", "en": "by letter"}}}
    assert editions.former_labels(editions.written_with(declared, attempt({ONE: "phone"}, {}))) == {}
    now = attempt({ONE: "letter"}, {ONE: {WAYS: "2030-2"}})
    assert editions.former_labels(editions.written_with(declared, now)) == {}


@pytest.mark.usefixtures("published")
def test_members_of_a_set_read_as_when_they_were_added() -> None:
    declared = next(
        each for each in registry().values() for f in each.fields if f.codes == "language" and f.merge.value == "set"
    )
    field = next(each for each in declared.fields if each.codes == "language" and each.merge.value == "set")
    state = State(b"r" * 16, declared.name, 1, None)
    state.sets[field.unit] = {b"uz": ("uz", frozenset({ONE})), b"ky": ("ky", frozenset({TWO}))}
    state.appends[EDITIONS] = [Entry(TWO, {"language": "2030-1"})]
    assert editions.written_with(declared, state) == {("language", "uz"): "", ("language", "ky"): "2030-1"}


def test_a_note_is_no_part_of_what_an_officer_signs() -> None:
    declared = next(each for each in registry().values() if each.signing is not None)
    state = State(b"r" * 16, declared.name, 1, None)
    before = signing.content(declared, state)
    state.appends[EDITIONS] = [Entry(ONE, {"language": "2030-1"})]
    assert signing.content(declared, state) == before
    state.appends["of_a_newer_program"] = [Entry(ONE, "x")]
    assert signing.content(declared, state) != before
