"""Publication from the centre's command to the form of a workstation: two workstations, HTTP, both engines."""

from __future__ import annotations

import io
import random
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib import resources
from pathlib import Path

import pytest
from sqlalchemy import event

from icjims_core import codes
from icjims_core.codes.published import PublishedLists
from icjims_core.deadlines import calendar
from icjims_core.directory import PublicationEntry, Signed, sign
from icjims_core.problem import Broken, Refused
from icjims_core.publishing import publications
from icjims_desktop.services.exchange.enrolment import CENTRE_AUTHORITY, CENTRE_URL
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log import directory
from icjims_desktop.sync import bundle
from icjims_sync_server.services.administration import people, publishing
from icjims_sync_server.services.exchange import sessions
from icjims_sync_server.services.safekeeping import verification
from tests.sync.district import District, Workstation, district

WAYS = "contact_attempt_way"


@pytest.fixture(scope="module")
def town(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[District]:
    """One centre for the module, on each engine."""
    with district(tmp_path_factory.mktemp("district"), database=database_url) as made:
        yield made


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    yield
    codes.install(PublishedLists())
    calendar.install(None)


def shipped(name: str) -> str:
    return (resources.files("icjims_core.codes.lists") / f"{name}.toml").read_text(encoding="utf-8")


def edition(text: str, number: str, *rows: str, **renamed: str) -> str:
    """The next edition of a shipped list: more rows, and other Russian labels."""
    first, *rest = text.splitlines()
    assert first.startswith("edition")
    lines = [f'edition = "{number}"', *rest]
    assert lines[-1] == "]"
    lines[-1:] = [*(f"    {{ {row} }}," for row in rows), "]"]
    for code, label in renamed.items():
        at = next(at for at, line in enumerate(lines) if f'code = "{code}"' in line)
        before = tomllib.loads(f"x = [{lines[at]}]")["x"][0]["ru"]
        lines[at] = lines[at].replace(before, label)
    return "\n".join(lines)


PIGEON = 'code = "pigeon", ky = "көгүчкөн менен", ru = "голубем", en = "by pigeon"'


def newest(town: District, name: str) -> str:
    """The number of an edition that is newer than all of this list, whatever other tests have published."""
    held = [each["edition"] for each in publishing.listed(town.centre) if each["name"] == name]
    return f"2030-{len(held) + 1}"


def attempt(workspace: Workspace, case: bytes, *stated: str) -> bytes:
    values = ["service=relative", "called_at=2026-03-01 10:00", "result=told", *stated]
    return workspace.records.new("contact_attempt", assignments.parse(values), case=case).record


def synced(station: Workstation, workspace: Workspace) -> None:
    """A session as the window and the command line have it."""
    centre = station.centre
    station.store.state_facts({CENTRE_URL: centre.url.encode(), CENTRE_AUTHORITY: centre.authority.encode()})
    assert workspace.syncing.synchronise().result.equal


Opens = Callable[[Workstation], Workspace]


@pytest.fixture
def opens() -> Iterator[Opens]:
    """A workspace over a workstation's store, closed at the end."""
    with ExitStack() as stack:

        def open_one(station: Workstation) -> Workspace:
            workspace = Workspace(station.store)
            stack.callback(workspace.close)
            return workspace

        yield open_one


@pytest.fixture
def pair(town: District, request: pytest.FixtureRequest) -> tuple[Workstation, Workstation]:
    name = str(abs(hash(request.node.nodeid)))
    return town.workstation("77", f"one{name}"), town.workstation("77", f"two{name}")


def test_a_published_code_reaches_both_workstations_and_its_records_count(
    town: District, pair: tuple[Workstation, Workstation], opens: Opens
) -> None:
    one, two = pair
    first = opens(one)
    case = first.records.new("case", assignments.parse(["summary=Кража"])).record
    synced(one, first)
    with pytest.raises(Refused, match="invalid"):
        attempt(first, case, "way=dove")
    dove = PIGEON.replace('"pigeon"', '"dove"')
    publishing.publish(town.centre, "list", WAYS, edition(shipped(WAYS), newest(town, WAYS), dove))
    codes.install(PublishedLists())
    synced(one, first)
    made = attempt(first, case, "way=dove")
    result = one.sync()
    assert (result.refused, result.quarantined, result.equal) == ((), (), True)

    second = opens(two)
    synced(two, second)
    shown = second.records.show(made)
    assert shown["fields"]["way"] == {"value": "dove"}  # type: ignore[index]
    assert codes.code_list(WAYS).label("dove", "en") == "by pigeon"
    assert attempt(second, case, "way=dove")
    assert verification.verify(town.centre).wrong == []


def test_a_record_shows_the_label_of_the_edition_it_was_written_with(
    town: District, pair: tuple[Workstation, Workstation], opens: Opens
) -> None:
    one, _ = pair
    workspace = opens(one)
    synced(one, workspace)
    case = workspace.records.new("case", assignments.parse(["summary=Кража"])).record
    text = codes.code_list(WAYS).label("letter", "ru")
    by_letter = attempt(workspace, case, "way=letter")
    numbers = [newest(town, WAYS)]
    rows = [
        PIGEON.replace('"pigeon"', f'"{each}"') for each in codes.code_list(WAYS).entries if each in ("dove", "pigeon")
    ]
    publishing.publish(town.centre, "list", WAYS, edition(shipped(WAYS), numbers[0], *rows, letter="почтой"))
    synced(one, workspace)
    by_post = attempt(workspace, case, "way=letter")
    numbers.append(newest(town, WAYS))
    ended = edition(shipped(WAYS), numbers[1], *rows, letter="отправлением")
    ended = ended.replace('code = "letter",', 'code = "letter", valid_to = "2026-01-31",')
    publishing.publish(town.centre, "list", WAYS, ended)
    synced(one, workspace)
    by_mail = attempt(workspace, case, "way=letter")

    labels = [workspace.records.show(each).get("labels") for each in (by_letter, by_post, by_mail)]
    assert labels[0][WAYS]["letter"]["ru"] == text  # type: ignore[index]
    assert labels[1][WAYS]["letter"] == {  # type: ignore[index]
        "edition": numbers[0], "ru": "почтой", "ky": "кат менен", "en": "by letter",
    }  # fmt: skip
    assert labels[2] is None
    histories = [workspace.records.history(each)["revisions"][0].get("editions") for each in (by_post, by_mail)]  # type: ignore[index]
    assert histories == [{WAYS: each} for each in numbers]
    assert "$editions" not in workspace.records.show(by_post)["fields"]  # type: ignore[operator]
    assert not codes.code_list(WAYS).entries["letter"].in_force("2026-03-01")
    assert codes.code_list(WAYS).label("letter", "ru") == "отправлением"


def test_publications_are_read_when_a_store_is_opened(
    town: District, pair: tuple[Workstation, Workstation], opens: Opens
) -> None:
    one, _ = pair
    publishing.publish(town.centre, "list", "weather", edition(shipped("weather"), newest(town, "weather"), PIGEON))
    one.sync()
    codes.install(PublishedLists())
    assert "pigeon" not in codes.code_list("weather")
    opens(one)
    assert "pigeon" in codes.code_list("weather")


def test_a_session_without_news_asks_nothing_of_the_directory_twice(
    town: District, pair: tuple[Workstation, Workstation], opens: Opens
) -> None:
    one, _ = pair
    workspace = opens(one)
    publishing.publish(town.centre, "list", "weather", edition(shipped("weather"), newest(town, "weather"), PIGEON))
    synced(one, workspace)
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    engine = one.store.database._reader
    event.listen(engine, "before_cursor_execute", note)
    workspace.desk.publications.refresh()
    assert asked == []
    publishing.publish(town.centre, "list", "weather", edition(shipped("weather"), newest(town, "weather"), PIGEON))
    one.sync()
    asked.clear()
    workspace.desk.publications.refresh()
    event.remove(engine, "before_cursor_execute", note)
    assert 1 <= len([each for each in asked if "directory" in each]) <= 2


def test_older_forged_and_foreign_editions_are_refused(town: District, pair: tuple[Workstation, Workstation]) -> None:
    one, _ = pair
    number = newest(town, "weather")
    text = edition(shipped("weather"), number, PIGEON)
    publishing.publish(town.centre, "list", "weather", text)
    for again in (text, edition(shipped("weather"), "2026-9", PIGEON)):
        with pytest.raises(Refused) as caught:
            publishing.publish(town.centre, "list", "weather", again)
        assert caught.value.params["rule"] == "older"
    with pytest.raises(Refused) as caught:
        publishing.publish(town.centre, "list", "weather", edition(shipped("weather"), f"{number}-1"))
    assert (caught.value.params["rule"], caught.value.params["code"]) == ("removed", "pigeon")
    one.sync()
    with one.store.database.read() as connection:
        position = directory.position(connection)
    body = publications.pack(edition(shipped("weather"), "2099-1", PIGEON))
    entry = PublicationEntry(position + 1, "list", "weather", "2099-1", body)
    forged = sign(entry, one.store.device.signing)
    signed_for_another = Signed(forged.body, sign(entry, town.centre.keys.signing).signature[::-1])
    for each in (forged, signed_for_another):
        with pytest.raises(Broken, match="bad_signature"):
            one.store.journal.take_directory([each])
    assert one.store.journal.take_directory([sign(entry, town.centre.keys.signing)]) == 1


def test_large_editions_are_paged_and_travel_on_a_stick(tmp_path: Path) -> None:
    with district(tmp_path) as town:
        one, two = town.workstation("77", "one"), town.workstation("77", "two")
        one.sync()
        incompressible = [
            PublicationEntry(1, "of_a_newer_program", str(at), "1", random.Random(at).randbytes(publications.MAX_BODY))
            for at in range(20)
        ]
        town.centre.database.write(lambda connection: people.publish(connection, town.centre, incompressible))
        with town.centre.database.read() as connection:
            top = people.newest_position(connection)
            assert [len(sessions._directory(connection, top - at)) for at in (1, 4, 20)] == [1, 3, 3]
        assert one.sync().equal
        with one.store.database.read() as connection:
            assert directory.position(connection) == top
            assert directory.publications(connection) == []
        file = io.BytesIO()
        bundle.write(one.store.journal, file, ["77"], now=1, random=one.store.around.random)
        file.seek(0)
        bundle.read(two.store.journal, file, two.store.device.sealing)
        with two.store.database.read() as connection:
            assert directory.position(connection) == top


def test_a_publication_travels_on_a_stick(
    town: District, pair: tuple[Workstation, Workstation], tmp_path: Path, opens: Opens
) -> None:
    one, two = pair
    two.sync()
    codes.install(PublishedLists())
    workspace = opens(two)
    number = newest(town, "weather")
    publishing.publish(town.centre, "list", "weather", edition(shipped("weather"), number, PIGEON))
    first = opens(one)
    synced(one, first)
    first.syncing.export_bundle(tmp_path / "stick")
    codes.install(PublishedLists())
    workspace.syncing.import_bundle(tmp_path / "stick")
    assert codes.code_list("weather").edition == number
