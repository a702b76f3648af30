"""A centre that comes back from a backup gets what it lost in the first session of each office, cut or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from icjims_sync_server.api.app import application
from icjims_sync_server.api.host import Host
from icjims_sync_server.services.administration import authority, people
from icjims_sync_server.services.administration.installation import Place
from icjims_sync_server.services.safekeeping import backup
from tests.laws.world import UNITS, World
from tests.sync.memory import Fault

PASSWORD = "correct horse battery"


def restore(world: World, file: Path, place: Place) -> None:
    """The centre of the backup in the place of the one that broke down."""
    town = world.town
    town.centre.database.close()
    town.place, town.centre = place, backup.restore(place, file, PASSWORD)
    town.centre.database.write(
        lambda connection: [
            people.set_device_state(connection, town.centre, device, "active") for device in people.devices(connection)
        ]
    )
    world.app = application(Host(town.centre, authority.ca_certificate(place.keys)))


@pytest.mark.parametrize(
    "faults",
    [(), *[(Fault("cut", at),) for at in (1, 2, 3)], *[(Fault(), Fault("cut", at)) for at in (1, 2, 3)]],
    ids=lambda faults: "-".join(f"{each.kind}{each.at}" for each in faults) or "whole",
)
def test_what_a_restored_centre_lost_is_there_after_one_session(
    world: World, urls: tuple[str, str], tmp_path: Path, faults: tuple[Fault, ...]
) -> None:
    world.begin()
    world.begin_case(world.offices[0])
    case = world.cases[0]
    world.sync(world.offices[0])
    for office in world.offices[1:]:
        world.assign(case, office)
    write_and_sync(world, case)
    file = tmp_path / "backup"
    backup.backup(world.town.centre, world.town.place, file, PASSWORD)
    write_and_sync(world, case)
    for office in world.offices[2:]:  # found out as copies when they had sent everything
        office.journal.start_replica()
    write_and_sync(world, case)
    restore(world, file, Place(tmp_path / "restored", urls[1]))
    for office in reversed(world.offices):
        result = world.sync(office, faults)
        assert result is not None
        assert result.equal
        assert office.journal.outbox_count() == 0
    world.settle()
    world.check()


def write_and_sync(world: World, case: bytes) -> None:
    """Everybody writes; everybody has what all have written."""
    for office in world.offices:
        world.sync(office)
        world.write(office, case, frozenset(UNITS), old_screen=False)
    for office in [*world.offices, *world.offices]:
        world.sync(office)


def test_what_a_former_replica_wrote_and_nobody_else_holds_goes_to_a_restored_centre(
    world: World, urls: tuple[str, str], tmp_path: Path
) -> None:
    world.begin()
    office = world.offices[3]
    world.begin_case(office)
    world.sync(office)
    file = tmp_path / "backup"
    backup.backup(world.town.centre, world.town.place, file, PASSWORD)
    for _ in range(3):
        world.write(office, world.cases[0], frozenset(UNITS), old_screen=False)
    world.sync(office)
    office.journal.start_replica()
    world.forget_screens(office)
    restore(world, file, Place(tmp_path / "restored", urls[1]))
    result = world.sync(office)
    assert result is not None
    assert result.equal
    assert office.journal.outbox_count() == 0
    world.settle()
    world.check()
