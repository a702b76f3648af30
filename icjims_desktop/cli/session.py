"""What commands work with: the surroundings of the process, the user's choices, and the store once it is unlocked."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from icjims_core.problem import Locked
from icjims_core.signing import FRESH_MS
from icjims_desktop.cli.grammar import Parsed, Usage

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

LANGUAGES: Final = ("ky", "ru", "en")
_LONGEST_PASSWORD: Final = 8192


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The process around a command: variables, standard streams, and the prompt for a password."""

    environment: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    ask: Callable[[str], str]


@dataclass(slots=True)
class Session:
    """One run of the program: `parsed` is the command line that started it."""

    around: Surroundings
    parsed: Parsed
    opened: Workspace | None = None
    locked: bool = False
    _password: str | None = field(default=None, repr=False)
    _entered_at: int = 0

    @property
    def language(self) -> str:
        """`ky`, `ru` or `en`: by option, `ICJIMS_LANGUAGE`, then the locale."""
        return language_of(self.parsed.text("language"), self.around.environment)

    @property
    def data_dir(self) -> Path:
        """The folder of the store."""
        chosen = self.parsed.text("data-dir")
        if chosen:
            return Path(chosen)
        from icjims_desktop.platform.paths import data_directory  # noqa: PLC0415 - not needed where one is named

        return data_directory(self.around.environment)

    @property
    def login(self) -> str | None:
        """The login of the user who unlocks, where one was named."""
        return self.parsed.text("user") or self.around.environment.get("ICJIMS_USER") or None

    @property
    def workspace(self) -> Workspace:
        """The open store; unlocked when it is first asked for. Raises `Locked`, `Broken`."""
        if self.locked:
            raise Locked("locked")
        if self.opened is None:
            self.opened = self._unlock(checked=True)
        return self.opened

    def unchecked(self) -> Workspace:
        """The open store without the check at opening, for `verify`."""
        if self.opened is None and not self.locked:
            self.opened = self._unlock(checked=False)
        return self.workspace

    def _unlock(self, *, checked: bool) -> Workspace:
        from icjims_desktop.services.workspace import Workspace  # noqa: PLC0415 - help must not wait for a database

        return Workspace.unlock(
            self.data_dir, self.login, self.password(), now=now, random=secrets.token_bytes, checked=checked
        )

    def password(self) -> str:
        """The password that unlocks: from `--password-fd`, `ICJIMS_PASSWORD` or a prompt. Raises `Locked`."""
        if self._password is None:
            self._password = self._read_password()
            self._entered_at = now()
        return self._password

    def password_afresh(self) -> str:
        """The password for a signature: asked for again when it was entered more than five minutes ago."""
        if not 0 <= now() - self._entered_at <= FRESH_MS:
            self._password = None
        return self.password()

    def _read_password(self) -> str:
        descriptor = self.parsed.text("password-fd")
        if descriptor is not None:
            return _from_descriptor(descriptor)
        given = self.around.environment.get("ICJIMS_PASSWORD")
        return given if given is not None else self._ask(_PASSWORD)

    def new_password(self) -> str:
        """A password to be chosen: from `ICJIMS_NEW_PASSWORD` or asked for twice. Raises `Locked`."""
        given = self.around.environment.get("ICJIMS_NEW_PASSWORD")
        if given is not None:
            return given
        return self._ask_twice()

    def _ask_twice(self) -> str:
        first = self._ask(_NEW_PASSWORD)
        if self._ask(_AGAIN) != first:
            raise Locked("passwords_differ")
        return first

    def first_password(self) -> str:
        """The password of a store that may have to be made: as `password`, asked for twice where it is new."""
        from icjims_desktop.platform.paths import DataDirectory  # noqa: PLC0415 - not needed otherwise

        given = self.parsed.text("password-fd") or "ICJIMS_PASSWORD" in self.around.environment
        if given or DataDirectory(self.data_dir).has_store:
            return self.password()
        return self._ask_twice()

    def keep_password(self, password: str) -> None:
        """Go on with a password that was changed."""
        self._password, self._entered_at = password, now()

    def lock(self) -> None:
        """Close the store; nothing opens it again in this session."""
        self.close()
        self.locked = True

    def _ask(self, prompts: Mapping[str, str]) -> str:
        try:
            return self.around.ask(prompts[self.language])
        except EOFError:
            raise Locked("password_needed") from None

    def close(self) -> None:
        """Lock the store if it was opened."""
        if self.opened is not None:
            self.opened.close()
            self.opened = None


_PASSWORD: Final = {"ky": "Сырсөз: ", "ru": "Пароль: ", "en": "Password: "}
_NEW_PASSWORD: Final = {"ky": "Жаңы сырсөз: ", "ru": "Новый пароль: ", "en": "New password: "}
_AGAIN: Final = {"ky": "Дагы бир жолу: ", "ru": "Ещё раз: ", "en": "Once more: "}


def language_of(chosen: str | None, environment: Mapping[str, str]) -> str:
    """The language of the answers; what names none of the three is passed over, and Russian is the last."""
    variables = ("ICJIMS_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    for each in (chosen, *(environment.get(name) for name in variables)):
        if each and each[:2].lower() in LANGUAGES:
            return each[:2].lower()
    return "ru"


def now() -> int:
    """The clock of this computer, in milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000


def _from_descriptor(text: str) -> str:
    """The first line of what an open file descriptor gives."""
    if not (text.isascii() and text.isdigit()):
        raise Usage("bad_number", option="--password-fd", value=text[:100])
    try:
        with os.fdopen(int(text), "rb", closefd=True) as file:
            data = file.read(_LONGEST_PASSWORD)
        return data.split(b"\n", 1)[0].removesuffix(b"\r").decode()
    except (OSError, OverflowError, UnicodeDecodeError):
        raise Locked("password_needed") from None


def prompt(text: str) -> str:
    """Ask at the terminal without echo; raises `EOFError` where there is none."""
    import getpass  # noqa: PLC0415 - most runs ask nothing
    import warnings  # noqa: PLC0415 - as above

    with warnings.catch_warnings():
        # Without a terminal getpass would read the commands of the shell and show what is typed.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(text)
        except getpass.GetPassWarning:
            raise EOFError from None
