"""Officers as they are told to people: by name and post; by login only where the name is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from icjims_core import codes


@dataclass(frozen=True, slots=True)
class Officer:
    """Who wrote something, as far as the directory tells: login, name, code of the role, code of the office."""

    login: str = ""
    name: str = ""
    role: str = ""
    office: str = ""

    def words(self, language: str) -> str:
        """`Сыдыков Азамат, следователь`; `следователь (sydykov)` where the name is not known; empty for nobody."""
        return officer_words(self.name, self.role, self.login, language)


NOBODY: Final = Officer()


def officer_words(name: str, role: str, login: str, language: str) -> str:
    """The same of its parts."""
    post = codes.code_list("role").label(role, language) if role else ""
    if name:
        return f"{name}, {post}" if post else name
    named = f"({login})" if login else ""
    return " ".join(part for part in (post, named) if part)


def author_words(written: Mapping[str, object], language: str) -> str:
    """The author that a document tells (`author` or `by`, `name`, `role`); a dash where nobody is known."""
    login = written.get("author") or written.get("by") or ""
    return officer_words(str(written["name"]), str(written["role"]), str(login), language) or "—"
