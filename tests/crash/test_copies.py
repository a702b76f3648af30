"""Stores that are copied, rolled back or restored, and a centre that comes back from a backup: no work is lost."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.programs import Program, Starter, starters
from tests.crash.town import Office, Town, enrol, town

SEED = 20


@pytest.fixture(scope="module")
def started() -> Iterator[tuple[Starter, Starter]]:
    with starters() as found:
        yield found


@pytest.fixture
def made(tmp_path: Path, started: tuple[Starter, Starter]) -> Iterator[Town]:
    with town(tmp_path / "town", started, SEED) as found:
        yield found


def at_work(made: Town) -> Office:
    """The first office with work that the centre has and work that it has not."""
    made.first.write_all(6)
    made.sync_whole(made.first)
    made.first.write_all(4)
    return made.first


def twin_of(office: Office, state: Path, *, copied: bool = True) -> Office:
    """Another workstation of the office; its store as `cp -r` copies it, or none yet."""
    folder = office.folder.with_name("twin")
    if copied:
        shutil.copytree(office.folder, folder)
    chance = random.Random(SEED)
    twin = dataclasses.replace(office, folder=folder, state=state, chance=chance, shell=None, unanswered=[])
    twin.people, twin.cases, twin.prefix = list(office.people), list(office.cases), "twin"
    return twin


@pytest.mark.parametrize("first", ["original", "copy"])
@pytest.mark.parametrize("machine", ["same", "other"])
def test_both_copies_of_a_store_work_on(made: Town, machine: str, first: str) -> None:
    """What neither had sent when they parted counts once, whoever comes to the centre first with it."""
    office = at_work(made)
    office.close()
    state = office.state
    if machine == "other":
        state = office.state.with_name("twin-state")
        shutil.copytree(office.state, state)
    twin = twin_of(office, state)
    with contextlib.closing(twin):
        twin.open(expect=("copied",))
        office.open()
        for each in (twin, office):
            each.write_all(5)
        for each in (office, twin) if first == "original" else (twin, office):
            made.sync(each)
            each.write_all(2)
        made.finish_values(twin)
        assert made.centre.run("status")["forked"] == []
        assert twin.replica_now != office.replica_now


def test_copies_of_a_copy_bring_what_all_of_them_hold_once(made: Town) -> None:
    office = at_work(made)
    office.close()
    copies: list[Office] = []
    with contextlib.ExitStack() as stack:
        for at in range(3):
            before = copies[-1] if copies else office
            folder = office.folder.with_name(f"copy-{at}")
            shutil.copytree(before.folder, folder)
            copy = dataclasses.replace(before, folder=folder, shell=None, chance=random.Random(at), unanswered=[])
            copy.people, copy.prefix = list(before.people), f"copy{at}"
            stack.enter_context(contextlib.closing(copy)).open(expect=("copied",))
            copy.write_all(3)
            copy.close()
            copies.append(copy)
        for each in reversed(copies):
            each.open()
            made.sync(each)
            each.write_all(1)
        office.open()
        office.write_all(2)
        made.sync(office)
        made.finish_values(*copies)
        assert made.centre.run("status")["forked"] == []


def test_a_stick_that_was_given_away_and_a_machine_put_back_bring_the_same_once(made: Town) -> None:
    taker = twin_of(made.first, made.first.state.with_name("colleague"), copied=False)
    with contextlib.closing(taker):
        enrol(made.centre, taker, "colleague")
        office = at_work(made)
        office.close()
        older = office.folder.with_name("older")
        shutil.copytree(office.folder, older)
        office.open()
        office.write_all(3)
        file = office.folder.with_name("bundle")
        office.ask("bundle", "export", str(file))
        office.close()
        shutil.rmtree(office.folder)
        shutil.copytree(older, office.folder)
        office.open(expect=("older_copy",))
        office.write_all(3)
        made.sync(office)
        taker.ask("bundle", "import", str(file))
        made.sync(taker)
        made.finish_values(taker)
        assert made.centre.run("status")["forked"] == []


def snapshot(office: Office) -> dict[Path, bytes]:
    """Every file of a machine."""
    folders = (office.folder, office.state)
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def put_back(office: Office, files: dict[Path, bytes]) -> None:
    """The machine as it was, down to the places of its files on the disk: nothing on it tells."""
    for path in snapshot(office):
        if path not in files:
            path.unlink()
    for path, data in files.items():
        with path.open("r+b" if path.exists() else "wb") as file:
            file.truncate()
            file.write(data)


def test_a_machine_put_back_to_a_snapshot_is_found_out_at_its_next_session(made: Town) -> None:
    office = at_work(made)
    office.close()
    before = snapshot(office)
    office.open()
    replica = office.replica_now
    office.write_all(6)
    made.sync_whole(office)
    office.close()
    later = snapshot(office)
    put_back(office, before)
    office.open()
    office.write_all(9)
    done = made.sync(office)
    assert [each["code"] for each in done["warnings"]] == ["copied"]
    assert office.replica_now != replica
    made.sync(made.second)
    office.close()
    put_back(office, later)  # and the other one of the two machines works on
    office.open()
    office.write_all(5)
    made.sync(office)
    made.finish_values()
    made.centre.dots()


def test_copies_of_a_store_that_has_forked_write_the_same_again_once(made: Town) -> None:
    office = at_work(made)
    office.close()
    before = snapshot(office)
    office.open()
    office.write_all(6)
    made.sync_whole(office)
    office.close()
    put_back(office, before)  # nothing tells, so it writes under counters that the centre has otherwise
    office.open()
    office.write_all(7)
    office.close()
    twin = twin_of(office, office.state)
    with contextlib.closing(twin):
        twin.open(expect=("copied",))
        office.open()
        for each in (twin, office):
            each.write_all(4)
        for each in (office, twin):
            made.sync(each)
            each.write_all(2)
        made.finish_values(twin)
        assert made.centre.run("status")["forked"] == []


def test_an_older_copy_of_a_store_is_found_out_when_it_is_opened(made: Town) -> None:
    office = at_work(made)
    made.sync_whole(office)
    office.close()
    older = office.folder.with_name("older")
    shutil.copytree(office.folder, older)
    office.open()
    office.write_all(6)
    made.sync_whole(office)
    office.close()
    shutil.rmtree(office.folder)
    shutil.copytree(older, office.folder)
    office.open(expect=("older_copy",))
    office.write_all(6)
    made.finish_values()


def test_a_kill_while_a_store_is_restored_leaves_the_former_or_the_restored_one(made: Town, trials: int) -> None:
    office = at_work(made)
    file = office.folder.with_name("office.backup")
    office.ask("backup", str(file))
    office.write_all(6)
    made.sync_whole(office)
    lasted, chance, seen = 0.0, random.Random(SEED), set()
    for at in range(max(5, min(trials // 2, 60))):
        office.close()
        began = time.perf_counter()
        program = Program.start(office.warm, "icjims", ["restore", str(file)], office.variables, office.log)
        if at:
            program.line(chance.uniform(0, lasted))
            program.kill()
        else:
            program.end()
            lasted = time.perf_counter() - began
        warnings = office.start().run("check").get("warnings", [])
        seen.add(",".join(each["code"] for each in warnings))
        made.sync(office)
        office.check_values()
        office.write_all(1)
        made.sync(office)
    assert "restored" in seen
    assert seen <= {"restored", ""}
    made.finish_values()


def test_a_kill_while_a_bundle_is_taken_in(made: Town, trials: int) -> None:
    """Work goes by a stick to another workstation of the office, which carries it to the centre."""
    sender = made.first
    taker = twin_of(sender, sender.state.with_name("colleague"), copied=False)
    with contextlib.closing(taker):
        enrol(made.centre, taker, "colleague")
        for each in (taker, sender):
            made.sync_whole(each)  # so that the sender knows for whom to seal
        lasted, chance, cut = 0.0, random.Random(SEED), 0
        for at in itertools.count():
            if cut >= max(3, min(trials // 3, 60)):
                break
            sender.write_all(8)
            file = sender.folder.with_name(f"{at}.bundle")
            sender.ask("bundle", "export", str(file))
            shell, began = taker.shell or taker.open(), time.perf_counter()
            shell.send(("bundle", "import", str(file)), lambda _: None)
            shell.take(chance.uniform(0, lasted) if at else None)
            lasted = lasted or time.perf_counter() - began
            cut += taker.kill() > 0
            taker.open()
            taker.ask("bundle", "import", str(file))
            for record in sender.recent:
                made.ledger.check(taker.ask("history", record), record, held_of=[sender.code])
            assert taker.ask("bundle", "import", str(file))["pulled"] == 0
            if at % 3 == 1:
                made.sync(taker)
                made.all_at_centre()
                made.sync_whole(sender)
        made.sync(taker)
        taker.verify()
        made.finish()


def test_a_centre_of_yesterday_is_healed_by_its_offices(made: Town) -> None:
    """Also by an office that only read what another one wrote, whose machine may be gone."""
    at_work(made)
    made.second.write_all(3)
    made.sync_both()
    file = made.folder / "centre.backup"
    made.centre.run("backup", str(file))
    for office in (made.first, made.second):
        office.write_all(6)
    made.sync_both()
    made.sync_both()
    newest = made.centre.newest(made.first.replica)
    made.first.write_all(3)  # not sent when the centre breaks down
    made.centre.kill()
    made.centre.folder = made.folder / "restored"
    for device in made.centre.run("restore", str(file))["devices"]:
        made.centre.run("device", "approve", device["device"])
    made.centre.serve()
    made.sync_whole(made.second)
    assert made.centre.newest(made.first.replica) == newest
    for office in (made.first, made.second):
        made.sync_whole(office)
    made.finish()
    made.centre.run("withdraw", made.second.cases[0], "--office", made.second.code)
    made.sync_whole(made.second)  # what leaves is counted as often as it was counted
