"""The words of every form stand in its file, in three languages, for just what is declared; faults are told plainly."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from icjims_core.declarations.schema import Field, Kind, Section
from icjims_core.declarations.words import RECORD, SHARED_HELP, WordsBeside, words_in
from icjims_core.modules import registry
from icjims_core.paper.printed import printed
from tests.architecture.source import ROOT

FORM = """\
[record]
ky = "Кармоо"
ru = "Задержание"
en = "Apprehension"
sentence.ky = "{place}"
sentence.ru = "{place}"
sentence.en = "{place}"

[order]
ky = "Токтом"
ru = "Постановление"
en = "Order"

[order.place]
ky = "Жери"
ru = "Место"
en = "Place"
help.ky = "Кайда"
help.ru = "Где"
help.en = "Where"
"""


def written() -> set[str]:
    """The modules beside which a file of words stands."""
    folders = (ROOT / "icjims_core" / name for name in ("modules", "declarations"))
    files = {
        ".".join(each.relative_to(ROOT).with_suffix("").parts) for folder in folders for each in folder.glob("*.toml")
    }
    return files - {SHARED_HELP}


def declared() -> dict[str, set[tuple[str, str]]]:
    """For each file the entries that forms take from it: (section, name), the record and headings under no section."""
    found: dict[str, set[tuple[str, str]]] = {}

    def takes(source: object, section: str, name: str) -> None:
        if isinstance(source, WordsBeside):
            found.setdefault(source.module, set()).add((section, name))

    for each in registry().values():
        takes(each.words, "", RECORD)
        for part in each.sections:
            takes(part.words, "", part.name)
        for field in each.fields:
            takes(field.words, getattr(field.words, "section", ""), field.name)
    return found


DECLARED = declared()


def test_every_file_is_of_a_module_that_takes_its_words() -> None:
    assert written() == DECLARED.keys()


@pytest.mark.parametrize("module", sorted(DECLARED))
def test_a_file_has_words_for_what_is_declared_and_for_nothing_else(module: str) -> None:
    assert {(section, name) for section, names in words_in(module).items() for name in names} == DECLARED[module]


def test_every_shared_help_is_shown_by_several_fields() -> None:
    shown = [field.help for each in registry().values() for field in each.fields]
    for name, words in words_in(SHARED_HELP)[""].items():
        assert shown.count(words.label) > 1, name


PRINTED = [(part, name) for part, names in words_in("icjims_core.paper.printed").items() if part for name in names]


@pytest.mark.parametrize(("part", "name"), PRINTED)
def test_a_printed_word_is_printed_and_takes_the_same_values_in_every_language(part: str, name: str) -> None:
    folders = (ROOT / "icjims_core" / "paper", ROOT / "icjims_desktop" / "services")
    sources = (each.read_text(encoding="utf-8") for folder in folders for each in folder.rglob("*.py"))
    assert any(f'printed("{part}")' in source and re.search(rf"[\"\']{name}[\"\']", source) for source in sources)
    assert len({frozenset(re.findall(r"{\w+}", text)) for text in printed(part)[name]}) == 1


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of words beside a module `office_forms.form`."""
    (tmp_path / "office_forms").mkdir()
    (tmp_path / "office_forms" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "office_forms", raising=False)
    words_in.cache_clear()
    yield tmp_path / "office_forms" / "form.toml"
    words_in.cache_clear()


def labels() -> list[str]:
    """What a form with one section and one field says in English; reads the file."""
    section = Section("order", WordsBeside("office_forms.form"))
    (field,) = section.of(Field("place", Kind.TEXT))
    record = section.words.within("", [RECORD, section.name]).of(RECORD)
    return [record.label.en, record.sentence.en, section.label.en, field.label.en, field.help.en if field.help else ""]


def test_a_form_says_what_its_file_says(form: Path) -> None:
    form.write_text(FORM.replace("Where", "Which town"), encoding="utf-8")
    assert labels() == ["Apprehension", "{place}", "Order", "Place", "Which town"]


def test_a_help_may_be_left_out_or_be_a_shared_one(form: Path) -> None:
    form.write_text(re.sub(r"help.*\n", "", FORM), encoding="utf-8")
    assert labels()[-1] == ""
    words_in.cache_clear()
    form.write_text(re.sub(r"help.*\n", "", FORM) + 'help = "sealed_apart"\n', encoding="utf-8")
    assert labels()[-1] == words_in(SHARED_HELP)[""]["sealed_apart"].label.en


FAULTS = {
    "a language is missing": (
        'ky = "Жери"\n',
        "",
        "[order.place]: нет текста на кыргызском языке / no text in Kyrgyz (ky)",
    ),
    "a text is blank": ('"Order"', '" "', "[order]: нет текста на английском языке / no text in English (en)"),
    "the help lacks one": ('help.ru = "Где"\n', "", "[order.place.help]: нет текста на русском языке"),
    "the sentence lacks one": ('sentence.en = "{place}"\n', "", "[record.sentence]: нет текста на английском языке"),
    "a language is unknown": ('ky = "Жери"', 'kg = "Жери"', "[order.place]: лишнее / superfluous: kg"),
    "a field is missing": ("[order.place]", "[order.palce]", "[order.place]: нет записи / is missing"),
    "a field is superfluous": (
        "[order.place]",
        "[order.palce]",
        "[order.palce]: в форме такого нет / is not in the form",
    ),
    "a section is superfluous": (
        "[order.place]",
        "[search]\nky = 'а'\nru = 'б'\nen = 'c'\n[order.place]",
        "[search]: в форме",
    ),
    "the record is missing": ("[record]", "[recrod]", "[record]: нет записи / is missing"),
    "an entry is a text": ("[record]", 'title = "Кармоо"\n[record]', "[title]: это не запись / is no entry"),
    "the shared help is unknown": (
        "help.ky = ",
        'help = "sealed"\n#',
        "shared_help.toml: [sealed]: нет записи / is missing",
    ),
    "a quote is not closed": ('"Order"', '"Order', "(at line 12, column"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_with_a_file_is_told_with_its_place(form: Path, fault: str) -> None:
    old, new, told = FAULTS[fault]
    text = FORM.replace(old, new)
    assert text != FORM
    if "shared" in fault:
        text = re.sub(r"help\.(ru|en).*\n", "", text)
    form.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"office_forms/form\.toml: ") as raised:
        labels()
    assert told in str(raised.value)
