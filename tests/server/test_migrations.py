"""Migrations of a centre: today's tables on both engines, never changed once made, and old cases come through whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, MetaData, Table, create_engine, inspect, text

from icjims_core.problem import Broken
from icjims_sync_server.services.administration.installation import Place, init, open_centre
from icjims_sync_server.services.safekeeping import backup, verification
from icjims_sync_server.services.safekeeping.projector import Projector
from icjims_sync_server.services.scope import scopes, supervision
from icjims_sync_server.store import bodies, feeds, schema
from icjims_sync_server.store.database import Database
from icjims_sync_server.store.migrating import scripts
from icjims_sync_server.store.tables import CORE_TABLES, metadata
from tests import frozen_migrations
from tests.server.console import PASSWORD
from tests.server.test_private_files import ALL, OPEN, Case, types
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id


def structure(connection: Connection, place: str | None = None) -> dict[str, object]:
    """Table → its columns, keys and indexes as the engine tells them; list tables and Alembic's own left out."""
    seen: Any = inspect(connection)

    def told(table: str) -> object:
        columns = [
            {**each, "type": str(each["type"]), "default": str(each["default"]).replace(f"{place}.", "")}
            for each in seen.get_columns(table, place)
        ]
        keys = [
            {**each, "referred_schema": None}
            for each in (seen.get_pk_constraint(table, place), *seen.get_foreign_keys(table, place))
        ]
        unique = sorted(map(str, seen.get_unique_constraints(table, place)))
        return columns, keys, unique, sorted(map(str, seen.get_indexes(table, place)))

    names = [each for each in seen.get_table_names(place) if not each.startswith(("list_", "alembic_"))]
    return {name: told(name) for name in sorted(names)}


def declared(connection: Connection) -> dict[str, object]:
    """The same of the tables that the program declares, made anew on the same engine."""
    tables = MetaData()
    for table in (*CORE_TABLES, *metadata.sorted_tables):
        table.to_metadata(tables)
    if connection.dialect.name == "sqlite":
        engine = create_engine("sqlite://")
        with engine.begin() as beside:
            tables.create_all(beside)
            found = structure(beside)
        engine.dispose()
        return found
    connection.execute(text("CREATE SCHEMA declared"))
    tables.create_all(connection.execution_options(schema_translate_map={None: "declared"}))
    return structure(connection, "declared")


def test_migrations_make_the_tables_that_the_program_declares(town: Town) -> None:
    database = town.centre.database
    with database.read() as connection:
        made = structure(connection)
    assert made == database.trial(declared)
    assert list(schema.VERSIONS) == [script.revision for script in scripts()][::-1]


def test_a_migration_that_has_run_somewhere_is_never_changed() -> None:
    texts = frozen_migrations.of_centre()
    assert frozen_migrations.kept(texts) == texts


def as_at_3(town: Town) -> None:
    """Give the database the form of version 0003, in which every feed of a case was given all of it."""

    def work(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE case_feed DROP COLUMN whole"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))

    town.centre.database.write(work)


def migrated(town: Town) -> None:
    """Let an administrator bring the centre up to date."""
    town.centre.database.close()
    assert not init(town.place)
    town.centre = open_centre(town.place, clock=town.clock)


def test_a_migration_that_is_broken_off_has_not_begun_and_is_finished_later(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    with town.centre.database.read() as connection:
        newest = structure(connection)
    as_at_3(town)
    with town.centre.database.read() as connection:
        before = structure(connection)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "follow_declarations", broken_off)
        with pytest.raises(KeyboardInterrupt):
            migrated(town)
    database = Database(town.place.address)
    with database.read() as connection:
        assert structure(connection) == before
        with pytest.raises(Broken, match="older_schema"):
            schema.check_version(connection)
    database.close()
    migrated(town)
    with town.centre.database.read() as connection:
        assert structure(connection) == newest


def test_a_centre_of_a_newer_program_is_left_alone(town: Town) -> None:
    def give(version: str) -> None:
        number = text("UPDATE alembic_version SET version_num = :version")
        town.centre.database.write(lambda connection: connection.execute(number, {"version": version}))

    give("9999")
    with pytest.raises(Broken, match="newer_schema"):
        init(town.place)
    give(schema.VERSIONS[-1])


def broken_off(_: Connection) -> bool:
    """As if the program ended here."""
    raise KeyboardInterrupt


class OldCase(Case):
    """A case of the time when every feed was given all of it, and of everybody to whom it could be given."""

    def __init__(self, town: Town) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(bodies, "admitted", lambda *_: True)
            patch.setattr(bodies, "keeps_its_own", lambda *_: True)
            super().__init__(town)
            scopes.assign(town.centre, self.id, office=self.court, login=None, until=None)
            self.overseer = town.office()
            self.prosecutor_of_probation = town.station(self.overseer, role="prosecutor")
            supervision.declare(town.centre, self.probation, self.overseer, since=None, until=None)
            self.prosecutor_of_others = self.given("prosecutor")
            self.somewhere = town.office()
            self.chancery = self.given("clerk", self.somewhere)
            mixed = town.office()
            town.station(mixed, role="judge")
            self.investigator_at_court = self.given("investigator", mixed, in_person=True)
        self.admitted = (self.helper, self.judge, self.prosecutor, self.prosecutor_of_probation)
        self.others = (self.officer, self.prosecutor_of_others, self.chancery, self.investigator_at_court)

    def given(self, role: str, office: str = "", *, in_person: bool = False) -> Workstation:
        office = office or self.town.office()
        login = f"{role}-{office}"
        station = self.town.station(office, login=login, role=role)
        to = login if in_person else None
        scopes.assign(self.town.centre, self.id, office=office, login=to, until=None)
        return station

    def check(self) -> None:
        for each in (*self.admitted, *self.others):
            assert each.agrees(each.sync())
        super().check()


def test_an_old_case_that_nobody_supervises_stays_open_to_the_prosecutor_who_was_given_it(town: Town) -> None:
    officer = town.station(town.office())
    helper = town.station(probation := town.office(), role="probation_officer")
    prosecutor = town.station(prosecution := town.office(), role="prosecutor")
    case = officer.new_case()
    officer.sync()
    for office in (probation, prosecution):
        scopes.assign(town.centre, case, office=office, login=None, until=None)
    as_at_3(town)
    migrated(town)
    helper.sync()
    helper.act(helper.revision(new_id(), type="contact", case=case, put={"explanation": "hers"}))
    helper.sync()
    for each, held in ((helper, ["case", "contact"]), (prosecutor, ["case", "contact"]), (officer, ["case"])):
        assert each.agrees(each.sync())
        assert types(each) == held


def test_an_old_case_without_a_file_is_closed_to_all_who_are_not_admitted(town: Town) -> None:
    case = OldCase(town)
    case.check()
    as_at_3(town)
    migrated(town)
    case.keep()
    case.check()
    assert [types(each) for each in case.admitted] == [ALL] * 4
    assert [types(each) for each in case.others] == [OPEN] * 4


def test_an_old_file_stays_with_whoever_has_it_until_the_case_is_withdrawn(town: Town) -> None:
    case = OldCase(town)
    case.keep()
    case.check()
    as_at_3(town)
    migrated(town)
    case.check()
    assert [types(each) for each in (*case.admitted, *case.others)] == [ALL] * 8
    newcomer = case.given("investigator")
    newcomer.sync()
    assert types(newcomer) == OPEN
    for office in (case.police, case.somewhere):
        scopes.withdraw(town.centre, case.id, office=office, login=None)
    case.check()
    assert types(case.officer) == types(case.chancery) == []


def test_an_office_of_which_only_the_chancery_is_known_keeps_the_file_of_its_own_case(town: Town) -> None:
    clerk = town.station(town.office(), role="clerk")
    case = clerk.new_case()
    clerk.sync()
    as_at_3(town)
    migrated(town)
    clerk.act(clerk.revision(new_id(), type="contact", case=case, put={"explanation": "mine"}))
    assert clerk.sync().codes == [("stored", "")]
    assert clerk.agrees(clerk.sync())
    assert types(clerk) == ["case", "contact"]


@pytest.mark.parametrize("told", [False, True])
def test_a_backup_of_version_3_becomes_a_centre_of_today(town: Town, tmp_path: Path, told: bool) -> None:
    """Until version 0005 a backup did not say of what version it was."""
    case = OldCase(town)
    as_at_3(town)
    with town.centre.database.read() as connection:
        held = [Table(each.name, MetaData(), autoload_with=connection) for each in backup.tables()]
    chunks = backup._chunks
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup, "tables", lambda: held)
        if not told:
            patch.setattr(backup, "_chunks", lambda *of: (each for each in chunks(*of) if each[0] != "$schema"))
        backup.backup(town.centre, town.place, tmp_path / "old", PASSWORD)
    migrated(town)
    restored = backup.restore(Place(tmp_path / "restored"), tmp_path / "old", PASSWORD)
    Projector(restored).run()
    assert verification.verify(restored).wrong == []
    with restored.database.read() as connection:
        found = feeds.whole_in(connection, [case.id])[case.id]
        admitted = [feeds.office_feed(each) for each in (case.probation, case.court, case.prosecution, case.overseer)]
        assert found == frozenset(feeds.numbers(connection, admitted).values())
    restored.database.close()
