"""Commands on the store as a whole: backup, restore, check, verify, rebuild, repair, demo-data."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from icjims_core.declarations.words import Label
from icjims_core.problem import Broken
from icjims_core.problem_texts import problem_text
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed, Usage
from icjims_desktop.cli.progress import share
from icjims_desktop.cli.session import Session, now
from icjims_desktop.services.identifiers import moment_text
from icjims_desktop.store.safekeeping.verify import Finding

_BACKED_UP = Label("Көчүрмө сакталды: {file}", "Копия сохранена: {file}", "Backed up: {file}")
_RESTORED = Label(
    "Көчүрмөдөн калыбына келтирилди ({created_at}). Мурдагысы aside папкасында.",
    "Восстановлено из копии ({created_at}). Прежнее хранилище отложено в папку aside.",
    "Restored from the backup of {created_at}. The former store was put into the folder aside.",
)
_SOUND = Label("Баары ордунда.", "Всё в порядке.", "Everything is sound.")
_VERIFIED = Label("Текшерилген аракеттер: {acts}", "Проверено актов журнала: {acts}", "Acts of the log checked: {acts}")
_MADE = Label(
    "Жаңы иштер: {cases}, жазуулар: {records}",
    "Новых дел: {cases}, записей: {records}",
    "New cases: {cases}, records: {records}",
)
_REBUILT = Label(
    "Тизмелер, издөө жана мөөнөттөр журналдан кайра түзүлдү; жазуулар: {records}",
    "Списки, поиск и сроки построены заново из журнала; записей: {records}",
    "Lists, search and due dates were made again from the log; records: {records}",
)
_REPAIRED = Label(
    "Сактагыч оңдолду; окулган аракеттер: {acts}. Бузулганы aside папкасында. Синхрондоштуруңуз.",
    "Хранилище восстановлено; прочитано актов журнала: {acts}. Повреждённое отложено в папку aside. Синхронизируйте.",
    "The store was repaired; acts of the log that were read: {acts}. The damaged one is in the folder aside. "
    "Synchronise.",
)
_LOST = Label(
    "Өзүңүздүн окулбай калган аракеттериңиз: {lost}; алардын борбордо жогу: {gone}",
    "Не прочитано собственных актов: {lost}; из них нет и в центре: {gone}",
    "Own acts that could not be read: {lost}; of these the centre lacks {gone}",
)
_HEALABLE = Label(
    "борбордон калыбына келет", "восстановится из центра или журнала", "can be healed from the centre or the log"
)


def backup(session: Session, parsed: Parsed) -> Answer:
    """Back the store up."""
    path = Path(parsed.given("file"))
    manifest = session.workspace.keeping.backup(path)
    document: Document = {
        "file": str(path),
        "created_at": moment_text(manifest.created_at),
        "replica": manifest.replica,
        "counter": manifest.act_counter,
    }
    return _told(_BACKED_UP, document)


def restore(session: Session, parsed: Parsed) -> Answer:
    """Restore the store from a backup."""
    from icjims_desktop.services import keeping  # noqa: PLC0415 - loads the store

    manifest = keeping.restore(
        session.data_dir,
        Path(parsed.given("file")),
        session.login,
        session.password(),
        now=now,
        random=secrets.token_bytes,
    )
    document: Document = {"restored": True, "created_at": moment_text(manifest.created_at)}
    return _told(_RESTORED, document)


def check(session: Session, _parsed: Parsed) -> Answer:
    """The quick check: that of every opening."""
    healed = [each.code for each in session.workspace.warnings]
    return _told(_SOUND, {"sound": True, "noticed": healed})


def verify(session: Session, _parsed: Parsed) -> Answer:
    """Check everything."""
    found = session.unchecked().keeping.verify(share(session))
    findings = [_finding(each, session.language) for each in found.findings]
    document: Document = {
        "sound": found.sound,
        "acts": found.acts,
        "withdrawn": found.withdrawn,
        "erased": found.erased,
        "findings": findings,
    }
    return Answer(document, partial(_verified, document, findings), 0 if found.sound else Broken.exit_code)


def _finding(finding: Finding, language: str) -> Document:
    return {
        "code": finding.code,
        "params": dict(finding.params),
        "text": problem_text(Broken(finding.code, **finding.params), language),
        "healable": finding.healable,
    }


def _verified(document: Document, findings: list[Document], language: str) -> Iterable[str]:
    yield _VERIFIED.text(language).format_map(document)
    for each in findings:
        yield f"{each['text']} [{each['code']}]" + (f" — {_HEALABLE.text(language)}" if each["healable"] else "")
    if not findings:
        yield _SOUND.text(language)


def rebuild(session: Session, _parsed: Parsed) -> Answer:
    """Make what follows from the log again."""
    return _told(_REBUILT, {"rebuilt": True, "records": session.unchecked().keeping.rebuild()})


def repair(session: Session, _parsed: Parsed) -> Answer:
    """Repair a damaged store."""
    from icjims_desktop.services import keeping  # noqa: PLC0415 - loads the store

    done = keeping.repair(session.data_dir, session.login, session.password(), now=now, random=secrets.token_bytes)
    lost: list[object] = [
        {"replica": replica, "stream": stream, "counter": counter, "at_centre": sent}
        for replica, stream, counter, sent in done.lost
    ]
    document: Document = {
        "acts": done.acts,
        "reissued": done.reissued,
        "lost": lost,
        "unreadable": dict(done.unreadable),
    }

    def lines(language: str) -> Iterable[str]:
        yield _REPAIRED.text(language).format_map(document)
        if lost:
            yield _LOST.text(language).format(lost=len(lost), gone=done.lost_for_good)

    return Answer(document, lines)


def demo_data(session: Session, parsed: Parsed) -> Answer:
    """Make up cases for training."""
    seed = parsed.given("seed")
    if not (seed.isascii() and seed.removeprefix("-").isdigit()) or len(seed) > 18:
        raise Usage("bad_number", option="--seed", value=seed[:100])
    cases, records = session.workspace.keeping.demo_data(parsed.number("cases") or 0, int(seed), share(session))
    return _told(_MADE, {"cases": cases, "records": records})


def _told(label: Label, document: Document) -> Answer:
    return Answer(document, lambda language: [label.text(language).format_map(document)])
