"""An officer is told by name and post, and by login only where the name is not known."""

from __future__ import annotations

import pytest

from icjims_core.officers import NOBODY, Officer, author_words


@pytest.mark.parametrize(
    ("officer", "words"),
    [
        (Officer("sydykov", "Сыдыков Азамат", "investigator", "001"), "Сыдыков Азамат, следователь"),
        (Officer("sydykov", "Сыдыков Азамат"), "Сыдыков Азамат"),
        (Officer("sydykov", "", "investigator"), "следователь (sydykov)"),
        (Officer("sydykov"), "(sydykov)"),
        (NOBODY, ""),
    ],
)
def test_name_and_post_else_the_login_in_brackets(officer: Officer, words: str) -> None:
    assert officer.words("ru") == words
    told = {"author": officer.login, "name": officer.name, "role": officer.role}
    assert author_words(told, "ru") == (words or "—")


def test_the_post_is_told_in_three_languages() -> None:
    officer = Officer("sydykov", "Сыдыков Азамат", "investigator")
    assert [officer.words(each) for each in ("ky", "ru", "en")] == [
        "Сыдыков Азамат, тергөөчү",
        "Сыдыков Азамат, следователь",
        "Сыдыков Азамат, investigator",
    ]
