"""The rules of deadlines as data, one file for each part of the procedure, and how they are read.

A file is TOML that a lawyer edits; each says at its top how. Everything refers to `type.field` of the declarations.
The centre publishes whole files: of each the newest edition that this program can use is in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Final

import msgspec

from icjims_core.deadlines.rules.checks import flaws
from icjims_core.deadlines.rules.model import RuleFile
from icjims_core.deadlines.rules.table import Rules, events_of, types_of
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Broken, Problem
from icjims_core.publishing.publications import DEADLINES, data_of, edition_order, newest, unpack

__all__ = [
    "Rules", "events_of", "flaws", "install", "published", "read_file", "read_rules", "rules_in_force", "rules_of",
    "shipped_files", "shipped_rules", "types_of",
]  # fmt: skip

_FOLDER: Final = "icjims_core.deadlines.rules"
_FACTS: Final = "facts"


def read_file(name: str, document: Mapping[str, object]) -> RuleFile:
    """The file of this name, without its ending; raises `Broken("deadline_rules_malformed")`."""
    try:
        found = msgspec.convert(_with_defaults(document), RuleFile)
    except msgspec.ValidationError as error:
        raise Broken("deadline_rules_malformed", file=name, reason=str(error)[:300]) from error
    if bool(found.fact) is not (name == _FACTS) or bool(found.rule) is (name == _FACTS):
        raise Broken("deadline_rules_malformed", file=name, reason="rule, fact")
    return found


def _parsed(name: str, text: str) -> RuleFile:
    try:
        return read_file(name, data_of(text))
    except ValueError as error:
        raise Broken("deadline_rules_malformed", file=name, reason=str(error)[:300]) from error


def rules_of(files: Mapping[str, RuleFile], choices: Mapping[str, str] | None = None) -> Rules:
    """The rules of all these files together, not yet checked."""
    names = sorted(files)
    rules = tuple(each for name in names for each in files[name].rule)
    facts = {each.id: each for name in names for each in files[name].fact}
    return Rules(rules, facts, choices or {}, files)


def read_rules(files: Mapping[str, str], choices: Mapping[str, str] | None = None) -> Rules:
    """The rules of these texts by file name, `facts` among them; raises `Broken("deadline_rules_malformed")`."""
    return checked(rules_of({name: _parsed(name, text) for name, text in files.items()}, choices))


def checked(rules: Rules) -> Rules:
    """These rules; raises `Broken("deadline_rules_malformed")` for the first flaw of them."""
    for flaw in flaws(rules):
        raise Broken("deadline_rules_malformed", file=flaw.rule, reason=f"{flaw.what} {flaw.value}".strip())
    return rules


def _with_defaults(document: Mapping[str, object]) -> dict[str, object]:
    """The rules of a file with what its `defaults` say of those that do not say it themselves, and with its edition."""
    read = {name: each for name, each in document.items() if name != "defaults"}
    defaults, rules, own = document.get("defaults", {}), read.get("rule"), {"issue": read.get("edition")}
    if isinstance(defaults, dict) and isinstance(rules, list):
        read["rule"] = [{**defaults, **each, **own} if isinstance(each, dict) else each for each in rules]
    return read


def shipped_files() -> dict[str, str]:
    """The texts of the files that come with the program, by name without ending."""
    found = (each for each in resources.files(_FOLDER).iterdir() if each.name.endswith(".toml"))
    return {each.name.removesuffix(".toml"): each.read_text(encoding="utf-8") for each in found}


@cache
def shipped() -> Mapping[str, RuleFile]:
    """The files that come with the program."""
    return {name: _parsed(name, text) for name, text in shipped_files().items()}


@cache
def shipped_rules() -> Rules:
    """The rules that come with the program."""
    return rules_of(shipped())


_published: Rules | None = None


def published(entries: Iterable[PublicationEntry]) -> tuple[Rules | None, tuple[Problem, ...]]:
    """The rules with the published editions laid over the shipped files; `None` where nothing published is used.

    Together with what is wrong with each edition that this program cannot use, and the one before stays in force.
    """
    several = sorted((each for each in entries if each.kind == DEADLINES), key=_by_edition)
    if not several:
        return None, ()
    try:
        return checked(rules_of(_with(shipped(), *newest(several)))), ()
    except Problem:
        return _usable(several)


def _usable(waiting: list[PublicationEntry]) -> tuple[Rules, tuple[Problem, ...]]:
    """What passes, the older editions first; what was refused is tried again until nothing more passes.

    The files of one edition, which may need each other, are tried together and then each by itself.
    """
    files: Mapping[str, RuleFile] = shipped()
    wrong: dict[PublicationEntry, Problem] = {}
    while waiting:
        together = [tuple(same) for _, same in groupby(waiting, key=lambda each: edition_order(each.edition))]
        taken: set[PublicationEntry] = set()
        for several in (*together, *((each,) for each in waiting)):
            try:
                found = _with(files, *several)
                checked(rules_of(found))
            except Problem as problem:
                wrong |= dict.fromkeys(several, problem)
            else:
                files, taken = found, taken.union(several)
        if not taken:
            break
        waiting = [each for each in waiting if each not in taken]
    return rules_of(files), tuple(wrong[each] for each in waiting)


def _by_edition(entry: PublicationEntry) -> tuple[object, str, bytes]:
    return edition_order(entry.edition), entry.name, entry.body


def _with(files: Mapping[str, RuleFile], *entries: PublicationEntry) -> dict[str, RuleFile]:
    """The files with these editions in the places of older ones; a file that this program does not know is left out."""
    found = dict(files)
    for each in entries:
        if each.name in found and edition_order(each.edition) > edition_order(found[each.name].edition):
            found[each.name] = read_file(each.name, unpack(each.body))
    return found


def install(rules: Rules | None) -> None:
    """Make these the rules of the process, in place of those before; `None`: those of the program."""
    global _published  # noqa: PLW0603 - one name, replaced at once
    _published = rules


def rules_in_force() -> Rules:
    """The rules that deadlines are counted by."""
    return _published or shipped_rules()
