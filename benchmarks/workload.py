"""The seeded workload: invented records of a store of criminal cases, edits of them, and when two sides agree.

Twenty fields, mixed Cyrillic text, dates, codes; 720 to 1,260 bytes as JSON, five times less after zstd.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import random
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

Record = dict[str, str | int]
Edit = dict[str, object]

SEED: Final = 20240611
WAVES: Final = 3
EDITS: Final = 200
CONFLICTS: Final = 1000
FIELDS: Final = (
    *("id", "case_no", "office", "kind", "article", "stage", "status", "registered_at", "deadline_at"),
    *("next_action_at", "suspect", "victim", "investigator", "prosecutor", "judge", "place", "fabula", "measure"),
    *("damage", "note"),
)
_PUSHED_FROM: Final = 10_000_000
_CHUNK: Final = 10_000

_vocabulary: Final = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _words_of(name: str) -> tuple[str, ...]:
    listed = _vocabulary[name]
    return tuple(listed.split() if isinstance(listed, str) else listed)


_SURNAMES: Final = _words_of("surnames")
_NAMES: Final = _words_of("names")
_PATRONYMICS: Final = _words_of("patronymics")
_KINDS: Final = _words_of("kinds")
_STAGES: Final = _words_of("stages")
_STATUSES: Final = _words_of("statuses")
_MEASURES: Final = _words_of("measures")
_WORDS: Final = _words_of("words")
_SYLLABLES: Final = _words_of("syllables")


def record(number: int) -> Record:
    """The invented record of this number."""
    r = random.Random((SEED << 24) ^ number)
    return {
        "id": _id(r, number),
        "case_no": f"УД-{r.randint(1, 99):02d}-{r.randint(100, 999)}-{number:07d}",
        "office": f"KG-{r.randint(1, 9):02d}-{r.randint(1, 320):03d}",
        "kind": r.choice(_KINDS),
        "article": f"ст. {r.randint(120, 410)} ч. {r.randint(1, 4)} п. {r.randint(1, 9)} УК",
        "stage": r.choice(_STAGES),
        "status": r.choice(_STATUSES),
        "registered_at": _moment(r),
        "deadline_at": _moment(r)[:10],
        "next_action_at": _moment(r) if r.random() < 0.6 else "",
        "suspect": _person(r) if r.random() < 0.7 else "не установлен",
        "victim": _person(r),
        "investigator": _person(r),
        "prosecutor": _person(r),
        "judge": _person(r) if r.random() < 0.4 else "",
        "place": f"с. {_village(r).capitalize()}, ул. {r.choice(_SURNAMES)}а, {r.randint(1, 240)}",
        "fabula": _text(r, 30, 160),
        "measure": r.choice(_MEASURES),
        "damage": r.randint(0, 4_000_000),
        "note": _text(r, 10, 60) if r.random() < 0.5 else "",
    }


def edit(record_id: str, number: int, author: str, wave: int) -> Edit:
    """One edit of three fields. `A` and `B` touch `status` and `note` alike and one field of their own each."""
    r = random.Random(f"{SEED}/{author}/{wave}/{number}")
    changed = {
        "status": f"{r.choice(_STATUSES)} ({author}{wave})",
        "note": f"{author}{wave}: {_text(r, 20, 60)}",
    }
    changed["judge" if author == "B" else "next_action_at"] = _person(r) if author == "B" else _moment(r)
    return {"id": record_id, "set": changed}


def _id(r: random.Random, number: int) -> str:
    noise = f"{r.getrandbits(128):032x}"
    moment = f"{1_700_000_000_000 + number * 61_003:012x}"
    return f"{moment[:8]}-{moment[8:12]}-7{noise[1:4]}-a{noise[5:8]}-{noise[8:20]}"


def _person(r: random.Random) -> str:
    return f"{r.choice(_SURNAMES)} {r.choice(_NAMES)} {r.choice(_PATRONYMICS)}"


def _village(r: random.Random) -> str:
    return "".join(r.choice(_SYLLABLES) for _ in range(r.randint(2, 4)))


def _moment(r: random.Random) -> str:
    day = f"202{r.randint(1, 5)}-{r.randint(1, 12):02d}-{r.randint(1, 28):02d}"
    return f"{day}T{r.randint(7, 19):02d}:{r.randint(0, 59):02d}:{r.randint(0, 59):02d}+06:00"


def _text(r: random.Random, shortest: int, longest: int) -> str:
    wanted = r.randint(shortest, longest)
    words: list[str] = []
    length = 0
    while length < wanted:
        words.append(_word(r))
        length += len(words[-1]) + 1
    text = " ".join(words)[:wanted].strip()
    return text[:1].upper() + text[1:] + "."


def _word(r: random.Random) -> str:
    rank = min(int(r.paretovariate(0.6)) - 1, 1_000_000)
    kind = r.random()
    if kind < 0.05:
        return _person(r)
    if kind < 0.13:
        return str(r.randint(1, 99_999))
    if kind < 0.17:
        return _village(r)
    return _WORDS[rank] if rank < len(_WORDS) and r.random() < 0.25 else r.choice(_WORDS)


# --- files ------------------------------------------------------------------------------------------------------------


def build(folder: Path, small: int, big: int) -> None:
    """Write the files of the steps: records, records to push, edits of both sides, conflicting edits."""
    folder.mkdir(parents=True, exist_ok=True)
    base = [record(number) for number in range(max(small, big))]
    write(folder / "base_small.jsonl", base[:small])
    write(folder / "base_big.jsonl", base[:big])
    write(folder / "push.jsonl", (record(_PUSHED_FROM + number) for number in range(small)))
    r = random.Random(SEED)
    for tag, size in (("small", small), ("big", big)):
        for wave in range(WAVES if size else 0):
            chosen = r.sample(range(size), min(2 * EDITS, size))
            for side, numbers in (("server", chosen[: len(chosen) // 2]), ("client", chosen[len(chosen) // 2 :])):
                edits = (edit(str(base[at]["id"]), at, side[0].upper(), wave) for at in numbers)
                write(folder / f"edits_{tag}_{side}_{wave}.jsonl", edits)
    chosen = r.sample(range(small), min(CONFLICTS, small))
    for author in "AB":
        write(folder / f"conflicts_{author}.jsonl", (edit(str(base[at]["id"]), at, author, 9) for at in chosen))


def write(path: Path, rows: Iterable[Record | Edit]) -> None:
    """One JSON document per line."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def read(path: Path) -> Iterator[dict[str, object]]:
    """The documents of `write`."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


# --- agreement --------------------------------------------------------------------------------------------------------


def canonical(fields: dict[str, object]) -> str:
    """A record as both sides must have it: every value as text, keys sorted."""
    values = {name: str(fields.get(name, "")) for name in FIELDS}
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(records: Iterable[dict[str, object]]) -> tuple[int, str]:
    """Count and SHA-256 of the sorted canonical records; sorted in pieces on disk, so that memory stays flat."""
    lines = map(canonical, records)
    with tempfile.TemporaryDirectory() as folder:
        pieces: list[Path] = []
        while piece := sorted(islice(lines, _CHUNK)):
            pieces.append(Path(folder, str(len(pieces))))
            pieces[-1].write_text("\n".join(piece) + "\n", encoding="utf-8")
        return _digest_of_sorted(heapq.merge(*map(_lines_of, pieces)))


def _lines_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _digest_of_sorted(lines: Iterable[bytes]) -> tuple[int, str]:
    whole, count = hashlib.sha256(), 0
    for line in lines:
        whole.update(line)
        count += 1
    return count, whole.hexdigest()
