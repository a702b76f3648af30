"""Password slots: hostile files, costs, wrong passwords, several users, crashes while a slot is replaced."""

from __future__ import annotations

import contextlib
import json
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from icjims_core.problem import Broken, Locked, Problem, Refused
from icjims_desktop.store.keys import passwords, slots
from icjims_desktop.store.keys.passwords import FLOOR, Cost
from icjims_desktop.store.keys.slots import Person
from icjims_desktop.store.store import Store, users_of
from tests.store.workstation import PASSWORD, Workstation, enrolled_as, write

OTHER = "second officer 2"


def slot_path(workstation: Workstation, login: str = "asanov") -> Path:
    [name] = [card.slot for card in users_of(workstation.data) if card.login == login]
    return workstation.data / "slots" / f"{name}.json"


def with_second_user(workstation: Workstation) -> Store:
    store = workstation.enrolled()
    added = store.users.add(Person("bekova", "Бекова", "clerk", "00101"), OTHER)
    store.describe(added, enrolled_as("bekova"))
    return store


def header(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(slot: dict[str, Any]) -> None:
        slot["header"][name] = value

    return change


def flip_tag(slot: dict[str, Any]) -> None:
    slot["wrapped"] = ("A" if slot["wrapped"][0] != "A" else "B") + slot["wrapped"][1:]


def add_field(slot: dict[str, Any]) -> None:
    slot["header"]["admin"] = True


@pytest.mark.parametrize(
    "change",
    [
        header("memory", 8 << 10),
        header("memory", 4 << 30),
        header("passes", 1),
        header("passes", 1 << 20),
        header("lanes", 10**6),
        header("salt", "00"),
        header("salt", "00" * 16),
        header("login", "baketova"),
        header("name", "Другой"),
        header("role", "head"),
        header("device", "00" * 32),
        header("version", 9),
        flip_tag,
        add_field,
    ],
)
def test_a_changed_slot_is_damaged_and_others_work(
    workstation: Workstation, change: Callable[[dict[str, Any]], None]
) -> None:
    with_second_user(workstation).close()
    path = slot_path(workstation)
    slot = json.loads(path.read_bytes())
    change(slot)
    path.write_text(json.dumps(slot))
    started = time.monotonic()
    with pytest.raises(Broken, match="slot_damaged"):
        workstation.unlock("asanov")
    assert time.monotonic() - started < 2
    assert workstation.unlock("bekova", OTHER).session_user.login == "bekova"


@pytest.mark.parametrize("name", ["memory", "passes", "lanes"])
@pytest.mark.parametrize("value", [0, 1 << 40])
def test_a_cost_outside_the_limits_is_not_even_tried(workstation: Workstation, name: str, value: int) -> None:
    """Whoever changes the cost can also write a check sum that fits."""
    workstation.enrolled().close()
    path = slot_path(workstation)
    slot = slots.read(path)
    changed = msgspec.structs.replace(slot.header, **{name: value})
    path.write_bytes(slots.written(slots.assembled(changed, slot.wrapped, slot.database_keys)))
    for _ in range(6):
        with pytest.raises(Broken, match="slot_unsafe"):
            workstation.unlock()


def test_a_slot_whose_header_was_changed_with_care_opens_nothing(workstation: Workstation) -> None:
    workstation.enrolled().close()
    path = slot_path(workstation)
    slot = slots.read(path)
    changed = msgspec.structs.replace(slot.header, role="head")
    path.write_bytes(slots.written(slots.assembled(changed, slot.wrapped, slot.database_keys)))
    with pytest.raises(Locked, match="wrong_password"):
        workstation.unlock()


@pytest.mark.parametrize("content", [b"", b"{", b"null", b"[]", b"\xff\xfe", b"[" * 100_000, b" " * 10_000_000])
def test_a_file_that_is_no_slot_is_damaged(workstation: Workstation, content: bytes) -> None:
    with_second_user(workstation).close()
    slot_path(workstation).write_bytes(content)
    with pytest.raises(Broken, match="slot_damaged"):
        workstation.unlock("asanov")
    workstation.unlock("bekova", OTHER).close()


def test_a_cut_slot_is_damaged_at_every_length(workstation: Workstation) -> None:
    workstation.enrolled().close()
    path = slot_path(workstation)
    whole = path.read_bytes()
    for length in range(len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(Broken, match="slot_damaged"):
            slots.read(path)


def test_another_workstations_slot_does_not_open_this_store(workstation: Workstation, tmp_path: Path) -> None:
    workstation.enrolled().close()
    other = Workstation(tmp_path / "other")
    other.create("alien").close()
    source = slot_path(other, "alien")
    (workstation.data / "slots" / source.name).write_bytes(source.read_bytes())
    with pytest.raises(Broken, match="store_damaged"):
        workstation.unlock("alien")
    workstation.unlock("asanov").close()


def test_the_previous_copy_serves_when_the_slot_was_lost(workstation: Workstation) -> None:
    workstation.enrolled().close()
    path = slot_path(workstation)
    path.rename(path.with_name(path.name + ".previous"))
    workstation.unlock().close()
    assert path.exists()
    assert not path.with_name(path.name + ".previous").exists()


@pytest.mark.usefixtures("shipped_passwords")
def test_a_store_and_a_further_user_pay_the_shipped_cost(workstation: Workstation) -> None:
    store = with_second_user(workstation)
    store.users.change_password(PASSWORD, OTHER + "!", cost=Cost(1024, 1, 1))
    costs = [slots.read(slot_path(workstation, login)).header.cost for login in ("asanov", "bekova")]
    assert costs == [FLOOR, FLOOR] == [Cost(64 << 10, 3, 4)] * 2
    store.close()
    workstation.unlock("bekova", OTHER).close()


@pytest.mark.usefixtures("shipped_passwords")
def test_no_cost_below_the_floor_is_written() -> None:
    made = slots.create(
        Person("a"),
        PASSWORD,
        device=bytes(32),
        database_key=bytes(32),
        cost=Cost(1024, 1, 1),
        random=bytes,
    )
    assert made.header.cost == FLOOR
    assert made.with_password(OTHER, Cost(1024, 1, 1), bytes).header.cost == FLOOR


@pytest.mark.usefixtures("shipped_passwords")
@pytest.mark.parametrize(("step", "memory"), [(10.0, 64), (0.25, 128), (0.05, 256)])
def test_calibration_aims_at_half_a_second_and_never_below_the_floor(step: float, memory: int) -> None:
    times = iter([0.0, step])
    assert passwords.calibrated(lambda: next(times)) == Cost(memory << 10, 3, 4)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password_too_short"),
        ("a" * 11, "password_too_short"),
        ("й" * 11, "password_too_short"),
        ("a" * 257, "password_too_long"),
        ("a" * 10_000_000, "password_too_long"),
        ("\udce4" * 12, "password_not_text"),
    ],
)
def test_passwords_that_cannot_be_chosen(workstation: Workstation, password: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        workstation.create(password=password)
    assert caught.value.code == code
    assert not workstation.data.exists()


@pytest.mark.parametrize("password", ["a" * 12, " " * 12, "й" * 256, "\0" * 12, "<b>'; DROP\n😀🇰🇬", "12345678901ё"])
def test_any_characters_will_do_composed_or_not(workstation: Workstation, password: str) -> None:
    workstation.create(password=password).close()
    workstation.unlock(password=unicodedata.normalize("NFD", password)).close()


def test_a_trailing_space_is_another_password(workstation: Workstation) -> None:
    workstation.create().close()
    with pytest.raises(Locked, match="wrong_password"):
        workstation.unlock(password=PASSWORD + " ")


def wrong(workstation: Workstation, login: str = "asanov") -> Problem:
    with pytest.raises(Locked) as caught:
        workstation.unlock(login, "wrong password!")
    return caught.value


def test_five_wrong_tries_lock_that_user_for_ten_minutes(workstation: Workstation) -> None:
    with_second_user(workstation).close()
    assert [wrong(workstation).params.get("attempts_left") for _ in range(4)] == [4, 3, 2, 1]
    assert (wrong(workstation).code, wrong(workstation).code) == ("locked_out", "locked_out")
    with pytest.raises(Locked) as caught:
        workstation.unlock("asanov")
    assert (caught.value.code, caught.value.params) == ("locked_out", {"minutes": 10})
    workstation.unlock("bekova", OTHER).close()
    workstation.time += 9 * 60_000 + 1
    with pytest.raises(Locked) as caught:
        workstation.unlock("asanov")
    assert caught.value.params == {"minutes": 1}
    workstation.time += 60_000
    workstation.unlock("asanov").close()


def test_a_right_password_begins_the_count_anew(workstation: Workstation) -> None:
    workstation.enrolled().close()
    for _ in range(4):
        wrong(workstation)
    workstation.unlock().close()
    assert wrong(workstation).params == {"attempts_left": 4}


def test_a_clock_set_back_does_not_shorten_the_lock(workstation: Workstation) -> None:
    workstation.enrolled().close()
    for _ in range(5):
        wrong(workstation)
    workstation.time -= 3_600_000
    with pytest.raises(Locked) as caught:
        workstation.unlock()
    assert caught.value.params == {"minutes": 10}


def test_a_try_is_counted_before_it_is_made(workstation: Workstation, monkeypatch: pytest.MonkeyPatch) -> None:
    workstation.enrolled().close()

    def power_cut(*_: object) -> bytes:
        raise KeyboardInterrupt

    for _ in range(5):
        with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
            patch.setattr(passwords, "derive", power_cut)
            workstation.unlock()
    with pytest.raises(Locked, match="locked_out"):
        workstation.unlock()


def test_refused_tries_reach_the_audit_stream_once(workstation: Workstation) -> None:
    workstation.enrolled().close()
    wrong(workstation)
    wrong(workstation)
    store = workstation.unlock()
    assert store.journal.replica.audit.counter == 1
    store.close()
    assert workstation.unlock().journal.replica.audit.counter == 1
    assert "wrong password!" not in (workstation.data / "attempts.json").read_text()


def test_a_changed_password_replaces_the_old_one(workstation: Workstation) -> None:
    store = with_second_user(workstation)
    key = store.database.key
    store.users.change_password(PASSWORD, "a new password 1")
    assert store.database.key == key
    store.close()
    with pytest.raises(Locked, match="wrong_password"):
        workstation.unlock("asanov")
    workstation.unlock("asanov", "a new password 1").close()
    workstation.unlock("bekova", OTHER).close()
    assert not list((workstation.data / "slots").glob("*.previous"))


def test_a_change_needs_the_old_password_and_a_good_new_one(workstation: Workstation) -> None:
    store = workstation.enrolled()
    with pytest.raises(Locked, match="wrong_password"):
        store.users.change_password("something else 1", "a new password 1")
    with pytest.raises(Refused, match="password_too_short"):
        store.users.change_password(PASSWORD, "short")
    store.close()
    workstation.unlock().close()


def test_users_see_their_own_keys(workstation: Workstation) -> None:
    store = with_second_user(workstation)
    first = store.session_user.author_key
    store.close()
    store = workstation.unlock("BEKOVA", OTHER)
    assert store.session_user.author_key != first
    assert store.journal.author.public == store.session_user.author_key
    write(store, {"text": "x"})


@pytest.mark.parametrize(("login", "code"), [(None, "user_needed"), ("nobody", "unknown_user")])
def test_whose_password_it_is_must_be_known(workstation: Workstation, login: str | None, code: str) -> None:
    with_second_user(workstation).close()
    with pytest.raises(Problem) as caught:
        workstation.unlock(login)
    assert caught.value.code == code


def test_a_login_is_taken_once(workstation: Workstation) -> None:
    store = with_second_user(workstation)
    with pytest.raises(Refused, match="user_exists"):
        store.users.add(Person(" Bekova "), OTHER)


def test_a_disabled_user_is_gone_and_the_key_changes(workstation: Workstation) -> None:
    store = with_second_user(workstation)
    key = store.database.key
    record = write(store, {"text": "kept"})
    path = slot_path(workstation, "bekova")
    store.users.disable("bekova")
    assert not path.exists()
    store.close()
    with pytest.raises(Locked, match="unknown_user"):
        workstation.unlock("bekova", OTHER)
    store = workstation.unlock("asanov")
    assert store.database.key != key
    assert record in store.journal.load([record])
    assert store.warnings == []
    key = store.database.key
    store.close()
    assert workstation.unlock("asanov").database.key == key


def test_the_last_user_stays_while_work_is_unsent(workstation: Workstation) -> None:
    store = workstation.enrolled()
    write(store, {"text": "unsent"})
    with pytest.raises(Refused, match="last_user"):
        store.users.disable("asanov")
