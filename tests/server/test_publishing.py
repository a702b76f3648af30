"""Publication at the centre: the command, what is refused, verification, a restored centre, and limits of a Welcome."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete

from icjims_core import codes
from icjims_core.codes.published import PublishedLists
from icjims_core.deadlines import calendar, rules
from icjims_core.directory import PublicationEntry, read_entry
from icjims_core.problem import Refused
from icjims_core.publishing import publications
from icjims_sync_server.services.administration import people, publishing
from icjims_sync_server.services.exchange import sessions
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.store import settings
from icjims_sync_server.store.tables import directory_table, setting_table
from tests.server.console import Console
from tests.server.town import Town
from tests.server.workstation import read_answer

LISTS = "icjims_core.codes.lists"


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    yield
    codes.install(PublishedLists())
    calendar.install(None)
    rules.install(None)


def weather(edition: str) -> str:
    text = (resources.files(LISTS) / "weather.toml").read_text(encoding="utf-8")
    first, rest = text.split("\n", 1)
    assert first.startswith("edition")
    return f'edition = "{edition}"\n{rest}'


def calendar_text(edition: str) -> str:
    folder = resources.files("icjims_core.deadlines.calendars")
    fixed = (folder / "fixed.toml").read_text(encoding="utf-8").replace('edition = "2026-1"', f'edition = "{edition}"')
    years = sorted(each.name for each in folder.iterdir() if each.name.startswith("20"))
    texts = [(folder / name).read_text(encoding="utf-8") for name in years]
    return fixed + "".join(f"\n[[year]]\n{text}" for text in texts)


def test_the_command_publishes_lists_calendar_and_contacts(console: Console, tmp_path: Path) -> None:
    for name, text in (("weather.toml", weather("2030-1")), ("days.toml", calendar_text("2030-1"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    table = "id,service,name,languages,region,phone\na,lawyer,Асанов,ky ru,41711,0555 1\n"
    (tmp_path / "lawyers.csv").write_text("\ufeff" + table, encoding="utf-8")
    done = console.do("publish", "list", str(tmp_path / "weather.toml"))
    assert (done["kind"], done["name"], done["edition"]) == ("list", "weather", "2030-1")
    assert console.do("publish", "calendar", str(tmp_path / "days.toml"))["name"] == "working_days"
    done = console.do("publish", "contacts", str(tmp_path / "lawyers.csv"), "--edition", "2030-1", "--source", "Реестр")
    assert (done["name"], done["entries"]) == ("lawyers", 1)
    told = console.do("publications")["publications"]
    assert isinstance(told, list)
    assert [(each["kind"], each["edition"], each["in_force"]) for each in told] == [
        ("list", "2030-1", True), ("calendar", "2030-1", True), ("contacts", "2030-1", True),
    ]  # fmt: skip
    assert console.do("verify")["wrong"] == []


def rule_text(edition: str, name: str = "07_special") -> str:
    text = (resources.files("icjims_core.deadlines.rules") / f"{name}.toml").read_text(encoding="utf-8")
    return text.replace('edition = "2026-1"', f'edition = "{edition}"', 1)


def test_the_command_publishes_rules_of_deadlines_and_refuses_what_cannot_be_counted_by(
    console: Console, tmp_path: Path
) -> None:
    file = tmp_path / "07_special.toml"
    file.write_text(rule_text("2030-1"), encoding="utf-8")
    done = console.do("publish", "deadlines", str(file))
    assert (done["kind"], done["name"], done["edition"]) == ("deadlines", "07_special", "2030-1")
    assert done["entries"] == len(rules.shipped_rules().files["07_special"].rule)
    file.write_text(
        rule_text("2030-2").replace('ru = "', 'ru = "! ', 1).replace('at = "', 'at = "x', 1), encoding="utf-8"
    )
    code, told = console.run("publish", "deadlines", str(file))
    problem = told["problem"]
    assert isinstance(problem, dict)
    assert (code, problem["params"]["rule"]) == (3, "unknown_name")
    assert problem["params"]["code"] in problem["text"]
    file.write_text(rule_text("2030-2").replace('id = "D107.1"', 'id = "D207.1"'), encoding="utf-8")
    assert console.run("publish", "deadlines", str(file))[1]["problem"]["params"]["code"] == "D107.1"  # type: ignore[index]
    assert [each["edition"] for each in console.do("publications")["publications"]] == ["2030-1"]  # type: ignore[attr-defined]
    assert console.do("verify")["wrong"] == []


def test_what_breaks_a_rule_is_refused_with_its_reason(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "weather.toml"
    file.write_text(weather("2030-1"), encoding="utf-8")
    console.do("publish", "list", str(file))
    code, told = console.run("publish", "list", str(file))
    problem = told["problem"]
    assert isinstance(problem, dict)
    assert (code, problem["code"], problem["params"]["rule"]) == (3, "bad_publication", "older")
    assert "2030-1" in problem["text"]
    for name, data in (("weather.toml", b"\xff"), ("days.toml", b"x ="), ("lawyers.csv", b"id\n")):
        (tmp_path / name).write_bytes(data)
    for kind, name in (("list", "weather.toml"), ("calendar", "days.toml"), ("contacts", "lawyers.csv")):
        code, told = console.run("publish", kind, str(tmp_path / name))
        assert (code, told["problem"]["code"]) == (3, "bad_publication"), json.dumps(told)  # type: ignore[index]
    assert console.run("publish", "list", str(tmp_path / "none.toml"))[1]["problem"]["code"] == "no_such_file"  # type: ignore[index]
    assert len(console.do("publications")["publications"]) == 1  # type: ignore[arg-type]


def test_a_backup_holds_what_was_published(console: Console, tmp_path: Path) -> None:
    (tmp_path / "weather.toml").write_text(weather("2030-1"), encoding="utf-8")
    console.do("publish", "list", str(tmp_path / "weather.toml"))
    told = console.do("publications")
    console.do("backup", str(tmp_path / "backup.icjims"))
    restored = Console(tmp_path / "restored")
    restored.do("restore", str(tmp_path / "backup.icjims"))
    assert restored.do("publications") == told
    assert restored.do("verify")["wrong"] == []
    (tmp_path / "weather.toml").write_text(weather("2029-9"), encoding="utf-8")
    assert restored.run("publish", "list", str(tmp_path / "weather.toml"))[0] == 3


def test_parents_are_looked_up_in_what_is_published_too(town: Town) -> None:
    text = (resources.files(LISTS) / "region.toml").read_text(encoding="utf-8")
    text = text.replace('edition = "СОАТЕ"', 'edition = "2030-1"')
    new = '    { code = "41799", ky = "Жаңы облус", ru = "Новая область", en = "New oblast" },\n]'
    offices = (resources.files(LISTS) / "office.toml").read_text(encoding="utf-8")
    first = offices.splitlines()[0]
    offices = offices.replace(first, 'edition = "2030-1"').rstrip().removesuffix("]")
    offices += '    { code = "999", parent = "41799", ky = "Жаңы РИИБ", ru = "Новый РОВД", en = "New office" },\n]'
    with pytest.raises(Refused) as caught:
        publishing.publish(town.centre, "list", "office", offices)
    assert caught.value.params["rule"] == "parent"
    publishing.publish(town.centre, "list", "region", text.rstrip().removesuffix("]") + new)
    publishing.publish(town.centre, "list", "office", offices)


def test_a_refused_edition_leaves_nothing_behind(town: Town) -> None:
    with town.centre.database.read() as connection:
        before = people.newest_position(connection)
    with pytest.raises(Refused):
        publishing.publish(town.centre, "list", "weather", weather("1999-1"))
    with town.centre.database.read() as connection:
        assert people.newest_position(connection) == before


def test_the_whole_directory_states_the_newest_editions_once(town: Town) -> None:
    publishing.publish(town.centre, "list", "sex", _next("sex", "2040-1"))
    publishing.publish(town.centre, "list", "sex", _next("sex", "2040-2"))
    with town.centre.database.read() as connection:
        stated = [each for each in people.everything(connection) if isinstance(each, PublicationEntry)]
    assert [each.edition for each in stated if each.name == "sex"] == ["2040-2"]


def _next(name: str, edition: str) -> str:
    text = (resources.files(LISTS) / f"{name}.toml").read_text(encoding="utf-8")
    return f'edition = "{edition}"\n' + text.split("\n", 1)[1]


def forget_restoration(connection: Connection) -> None:
    """As if no backup had ever been restored: the module's centre serves other tests too."""
    connection.execute(delete(setting_table).where(setting_table.c.key == settings.RESTORED))


def test_a_restored_centre_states_publications_anew_and_fills_with_small_entries(town: Town) -> None:
    station = town.station(town.office())
    publishing.publish(town.centre, "list", "seal_state", _next("seal_state", "2040-1"))
    answer = station.sync()
    ahead = station.directory + 25
    town.centre.database.write(lambda connection: settings.put(connection, settings.RESTORED, b"1"))
    station.directory = ahead
    answer = station.sync()
    entries = [read_entry(each, town.centre.keys.public) for each in answer.welcome.directory]
    assert [each.name for each in entries if isinstance(each, PublicationEntry)].count("seal_state") == 1
    assert entries[0].position == ahead + 1
    with town.centre.database.read() as connection:
        found = connection.execute(directory_table.select().where(directory_table.c.position <= ahead)).all()
        filled = [row for row in found if row.position > ahead - 25 and row.body[:2] == b"\x96\x07"]
    assert filled == []
    town.centre.database.write(forget_restoration)
    assert verification.verify(town.centre).wrong == []


def test_a_welcome_holds_few_large_entries_and_the_rest_follows(town: Town) -> None:
    station = town.station(town.office())
    station.sync()
    body = random.Random(1).randbytes(publications.MAX_BODY)
    large = [PublicationEntry(1, "future", str(at), "1", body) for at in range(9)]
    town.centre.database.write(lambda connection: people.publish(connection, town.centre, large))
    station.raw.clear()
    station.sync()
    welcomes = [read_answer(each).welcome for each in station.raw]
    rounds = [len(each.directory) for each in welcomes]
    assert all(sum(len(each.body) for each in one.directory) <= sessions.MAX_DIRECTORY_BYTES for one in welcomes)
    assert rounds == [3, 3, 3]


def test_verification_names_a_publication_that_cannot_be_read(town: Town) -> None:
    bad = [
        PublicationEntry(1, "list", "weather", "2050-1", b"no frame"),
        PublicationEntry(1, "list", "weather", "2050-2", publications.pack(weather("2050-1"))),
    ]
    town.centre.database.write(lambda connection: people.publish(connection, town.centre, bad))
    with town.centre.database.read() as connection:
        top = people.newest_position(connection)
    wrong = verification.verify(town.centre).wrong
    assert ("malformed", f"directory {top - 1}") in wrong
    assert ("bad_publication", f"directory {top}") in wrong
    publishing.install(town.centre)
    assert codes.code_list("weather").edition == "2050-1"
