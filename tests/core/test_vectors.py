"""The test vectors say what the code does, and docs/protocol.md alone is enough to say the same."""

from __future__ import annotations

import ast
import base64
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from icjims_core import acts, bundle, compartments, directory, encoding, merge, request_signature, sealing, wire
from icjims_core.acts import Act
from icjims_core.encoding import Value
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken
from tests.core import stranger, stranger_boxes, vectors
from tests.core.histories import History, histories

unhex = bytes.fromhex


def load(name: str) -> Any:
    return json.loads((vectors.FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def without_frames(document: Any) -> Any:
    """Messages without the frames around them: another release of zstd may pack the same bytes otherwise."""
    return [{name: each for name, each in one.items() if name != "frame"} for one in document]


# --- the code and the files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(vectors.MAKERS))
def test_the_files_are_what_the_code_makes(name: str) -> None:
    made, kept = json.loads(json.dumps(vectors.MAKERS[name]())), load(name)
    if name == "wire":
        made, kept = without_frames(made), without_frames(kept)
    assert made == kept


def test_no_other_file_passes_for_a_vector() -> None:
    assert {path.name for path in vectors.FOLDER.iterdir()} == {f"{name}.json" for name in vectors.MAKERS}


def test_the_code_reads_what_the_files_hold() -> None:
    document = load("act")
    forms = [document["whole"], *document["partial"].values(), document["next"], document["packed"], document["audit"]]
    for form in forms:
        source: Act = encoding.decode(unhex(form["act"]), Act)  # type: ignore[arg-type]
        opened = OpenAct(source)
        acts.verify_signature(opened.header, source.header, source.signature)
        assert opened.act_id == unhex(form["act_id"])
    for one in load("wire"):
        read = wire.read_request if one["name"] in ("hello", "push") else wire.read_answer
        assert encoding.encode(read(unhex(one["frame"])[4:])) == unhex(one["message"])
    listed = load("directory")
    for signed in listed["entries"]:
        directory.read_entry(
            directory.Signed(unhex(signed["body"]), unhex(signed["signature"])), unhex(listed["centre"])
        )


def test_the_code_refuses_what_is_malformed() -> None:
    for one in load("encoding")["malformed"]:
        with pytest.raises(Broken, match="malformed"):
            encoding.decode(unhex(one["hex"]), Value)  # type: ignore[arg-type]


def test_the_code_opens_the_boxes() -> None:
    document = load("sealing")
    box, unit = document["box"], document["unit"]
    private = X25519PrivateKey.from_private_bytes(unhex(box["private"]))
    assert sealing.open_box(private, unhex(box["box"]), unhex(box["purpose"])) == unhex(box["plain"])
    opened = sealing.open_unit(unit["sealed"], key=unhex(unit["key"]), record=unhex(unit["record"]), unit=unit["unit"])
    assert opened == unit["value"]


def test_the_code_opens_the_sealed_record() -> None:
    document = load("sealing")["record"]
    private = X25519PrivateKey.from_private_bytes(unhex(document["reader_private"]))
    record = unhex(document["record"])
    known: dict[bytes, bytes] = {}
    for each, told in zip(reversed(document["revisions"]), reversed(document["contents"]), strict=True):
        revision = acts.Revision(1, record, "sealed_record", 1, None, (), 0, each["changes"], None)
        opened = compartments.open_contents(revision, private, known)
        assert opened is not None
        found = opened.contents
        assert {"type": found.type, "changes": found.changes, "reason": found.reason} == told
        without_key = compartments.open_contents(revision, X25519PrivateKey.generate(), known)
        assert (without_key is not None) == bool(known), "a later revision hands over the keys of the earlier ones"
        known |= dict(found.earlier)


def test_the_code_accepts_the_signed_requests() -> None:
    document = load("request")
    body = unhex(document["post"]["body"])
    got = request_signature.check(document["get"]["headers"], method="GET", url=document["url"])
    posted = request_signature.check(document["post"]["headers"], method="POST", url=document["url"], body=body)
    assert {got.key, posted.key} == {unhex(document["key"])}
    word = document["time"]
    centre = unhex(load("directory")["centre"])
    request_signature.check_time(centre, unhex(document["nonce"]), word["now"], word["proof"])


# --- the text alone ---------------------------------------------------------------------------------------------------


def test_the_stranger_is_one() -> None:
    imported: set[str | None] = set()
    for file in (stranger.__file__, stranger_boxes.__file__):
        tree = ast.parse(Path(str(file)).read_text(encoding="utf-8"))
        imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        imported |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported.remove("tests.core.stranger")
    assert not any(str(module).startswith(("icjims", "msgspec", "tests")) for module in imported)


def test_a_stranger_encodes_alike() -> None:
    document = load("encoding")
    for one in document["values"]:
        assert stranger.encode(one["value"]).hex() == one["hex"]
        assert stranger.decode(unhex(one["hex"])) == one["value"]


@pytest.mark.parametrize("one", load("encoding")["malformed"], ids=lambda one: one["why"])
def test_a_stranger_refuses_what_is_malformed(one: dict[str, str]) -> None:
    with pytest.raises(stranger.Malformed):
        stranger.decode_value(unhex(one["hex"]))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-encoding.MAX_INTEGER, encoding.MAX_INTEGER) | st.text(),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(), inner, max_size=20),
    max_leaves=30,
)


@given(VALUES)
def test_a_stranger_encodes_anything_alike(value: Any) -> None:
    data = encoding.encode(value)

    assert stranger.encode(value) == data
    assert stranger.decode(data) == value


@given(st.binary(max_size=24))
def test_a_stranger_refuses_the_same_bytes(data: bytes) -> None:
    try:
        mine: object = encoding.decode(data, Value)  # type: ignore[arg-type]
    except Broken:
        mine = Broken
    try:
        theirs = stranger.decode_value(data)
    except stranger.Malformed:
        theirs = Broken
    assert mine == theirs


def dot_of(text: str) -> stranger.Dot:
    replica, counter = text.split(":")
    return unhex(replica), int(counter)


def test_a_stranger_builds_the_same_tree() -> None:
    document = load("merkle")
    leaves = [stranger.sha256(bytes([at])) for at in range(13)]
    for one in document["roots"]:
        assert stranger.root(leaves[: one["count"]]).hex() == one["root"]
    for one in document["missing"]:
        count, disclosed = one["count"], one["disclosed"]
        hashes = list(stranger.missing(leaves[:count], 0, count, disclosed))
        assert [each.hex() for each in hashes] == one["hashes"]
        assert stranger.whole(0, count, {at: leaves[at] for at in disclosed}, hashes) == stranger.root(leaves[:count])
        assert hashes == []


def test_a_stranger_makes_the_same_act() -> None:
    document = load("act")
    author = Ed25519PrivateKey.from_private_bytes(unhex(document["author_private"]))
    seed, form = unhex(document["seed"]), document["whole"]
    bodies = [stranger.encode(_with_bytes(each)) for each in document["revisions"]]
    assert [body.hex() for body in bodies] == list(form["bodies"].values())
    leaves = [stranger.leaf(stranger.salt(seed, at), body) for at, body in enumerate(bodies)]
    birth = [b"D" * 16, None, 0, None]
    key = author.public_key().public_bytes_raw()
    header = stranger.encode(
        [1, 0, b"\x0a" * 16, 1, bytes(32), key, 1_764_000_000_000, len(bodies), stranger.root(leaves), birth]
    )
    signature = author.sign(b"icjims-act-v1\0" + header)
    act = stranger.encode([0, header, signature, seed, b"\0" + stranger.encode(bodies)])
    assert act.hex() == form["act"]
    assert stranger.sha256(header).hex() == form["act_id"]
    for at in range(3):
        assert leaves[at].hex() == form["leaves"][str(at)]


def _with_bytes(revision: list[Any]) -> list[Any]:
    """The revision of its JSON form: record, case and replicas are bytes."""
    format_, record, type_, module, case, context, *rest = revision
    vector = [[unhex(replica), counter] for replica, counter in context]
    return [format_, unhex(record), type_, module, unhex(case), vector, *rest]


def test_a_stranger_checks_every_form_of_an_act() -> None:
    document = load("act")
    forms = [document["whole"], *document["partial"].values(), document["next"], document["packed"], document["audit"]]
    for form in forms:
        act_id, _, bodies, leaves = stranger.open_act(unhex(form["act"]))
        assert act_id.hex() == form["act_id"]
        assert {str(at): body.hex() for at, body in bodies.items()} == form["bodies"]
        assert {str(at): leaf.hex() for at, leaf in leaves.items()} == form["leaves"]
    spoilt = bytearray(unhex(document["partial"]["1"]["act"]))
    spoilt[-1] ^= 1
    with pytest.raises(stranger.Malformed, match="root"):
        stranger.open_act(bytes(spoilt))


def test_a_stranger_finds_the_origin_of_what_was_written_again() -> None:
    document = load("act")
    revision = stranger.decode(unhex(document["reissued"]))
    act_id, _, bodies, _ = stranger.open_act(revision[9])
    assert act_id.hex() == document["whole"]["act_id"]
    assert [body.hex() for body in bodies.values()] == [document["whole"]["bodies"]["0"]]


@pytest.mark.parametrize("one", load("merge"), ids=lambda one: one["name"])
def test_a_stranger_merges_alike(one: dict[str, Any]) -> None:
    held = {dot_of(dot) for dot in one["held"]}
    revisions = {dot_of(each["dot"]): stranger.decode(unhex(each["body"])) for each in one["revisions"]}
    _, vector, waiting = stranger.admit(revisions, held)
    assert {replica.hex(): counter for replica, counter in sorted(vector.items())} == one["vector"]
    assert [f"{replica.hex()}:{counter}" for replica, counter in waiting] == one["waiting"]
    assert stranger.state_digest(unhex(one["record"]), revisions, held).hex() == one["digest"]


@given(histories(), st.data())
def test_a_stranger_merges_any_history_alike(history: History, data: st.DataObject) -> None:
    known = history.revisions
    chosen = data.draw(st.sets(st.sampled_from(sorted(known))))
    held = data.draw(st.sets(st.sampled_from(sorted(known)), max_size=2))
    counted = {dot: known[dot] for dot in chosen - held}
    mine = merge.fold(b"R" * 16, counted, held)
    theirs: dict[stranger.Dot, list[Any]] = {
        dot: stranger.decode(encoding.encode(each)) for dot, each in counted.items()
    }
    assert stranger.state_digest(b"R" * 16, theirs, held) == mine.digest()


def test_a_stranger_checks_the_directory_and_verdicts() -> None:
    document = load("directory")
    for one in (*document["entries"], document["verdict"]):
        body, signature = stranger.decode(unhex(one["signed"]))
        assert (body.hex(), signature.hex()) == (one["body"], one["signature"])
        stranger.verify(unhex(document["centre"]), signature, b"icjims-centre-v1\0" + body)
    entries = [stranger.decode(unhex(one["body"])) for one in document["entries"]]
    assert [entry[0] for entry in entries] == [1, 2, 3, 4, 5, 6, 6, 7]
    assert [entry[1] for entry in entries] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [entry[5] for entry in entries if entry[0] == 6] == [None, "2026-01-01"]
    assert stranger.decode(unhex(document["verdict"]["body"]))[6:8] == [1, "role_may_not_write"]


def test_a_stranger_reads_the_messages() -> None:
    document = load("wire")
    body = b"".join(unhex(one["frame"]) for one in document)
    read = list(stranger.frames(body))
    assert [stranger.encode(message).hex() for message in read] == [one["message"] for one in document]
    hello, push, welcome, results, page, closing, failure = read
    act = load("act")["whole"]
    assert hello[1:5] == [1, b"\x0a" * 16, [1, unhex(act["act_id"])], [0, bytes(32)]]
    assert stranger.encode(push[1][0]).hex() == act["act"]
    assert [message[0] for message in read] == [1, 2, 10, 11, 12, 13, 14]
    assert welcome[3] == "ok"
    assert results[3][0][1:] == ["stored", ""]
    assert [part[:2] for part in page[5]] == [[4, 1], [1, 2], [2, 3], [3, 4], [5, 5]]
    assert closing[1][0][3] == stranger.tally([unhex(leaf) for leaf in act["leaves"].values()])
    assert failure[1] == "internal"


def test_a_stranger_counts_fingerprints_alike() -> None:
    document = load("fingerprint")
    for one in document["sets"]:
        tally = stranger.tally([unhex(leaf) for leaf in one["leaves"]])
        assert (tally.hex(), stranger.sha256(tally).hex()) == (one["tally"], one["digest"])
    feeds = {name: unhex(digest) for name, digest in document["feeds"].items()}
    assert stranger.combined(feeds).hex() == document["combined"]
    assert stranger.combined({"office:001": feeds["office:001"]}).hex() == document["combined_of_one"]


def test_a_stranger_seals_and_opens() -> None:
    document = load("sealing")
    box, unit = document["box"], document["unit"]
    private = X25519PrivateKey.from_private_bytes(unhex(box["private"]))
    ephemeral = X25519PrivateKey.from_private_bytes(unhex(box["ephemeral_private"]))
    made = stranger_boxes.seal_to(unhex(box["public"]), unhex(box["plain"]), unhex(box["purpose"]), ephemeral)
    assert made.hex() == box["box"]
    assert stranger_boxes.open_box(private, made, unhex(box["purpose"])) == unhex(box["plain"])
    bound = stranger.encode([unit["sealed"]["compartment"], unhex(unit["record"]), unit["unit"]])
    sealed = base64.urlsafe_b64decode(unit["sealed"]["$sealed"])
    assert stranger.decode(stranger_boxes.decrypt(unhex(unit["key"]), sealed, bound)) == unit["value"]


def test_a_stranger_opens_the_sealed_record() -> None:
    document = load("sealing")["record"]
    private = X25519PrivateKey.from_private_bytes(unhex(document["reader_private"]))
    record = unhex(document["record"])
    for each, told in zip(document["revisions"], document["contents"], strict=True):
        appended = each["changes"]["append"]
        box = base64.urlsafe_b64decode(appended["content"][0]["$sealed"])
        key_id = stranger.sha256(box)[:16]
        purpose = b"icjims-sealed-record-v1\0" + record + key_id
        row = appended["keys"][0]
        assert (len(row) % 8, row) == (0, sorted(row))
        keys = [_opened(private, base64.urlsafe_b64decode(one), purpose) for one in row]
        (key,) = [one for one in keys if one]
        plain = stranger_boxes.decrypt(key, box, stranger.encode(["sealed", record, "content"]))
        assert len(plain) == 2048
        content = stranger.decode(plain[4 : 4 + int.from_bytes(plain[:4], "big")])
        assert [content[at] for at in (2, 4, 5)] == [told["type"], told["changes"], told["reason"]]


def _opened(private: X25519PrivateKey, box: bytes, purpose: bytes) -> bytes:
    try:
        return stranger_boxes.open_box(private, box, purpose)
    except InvalidTag:
        return b""


def test_a_stranger_opens_a_bundle() -> None:
    document = load("bundle")
    centre = X25519PrivateKey.from_private_bytes(unhex(document["centre_sealing_private"]))
    device = X25519PrivateKey.from_private_bytes(unhex(document["device_sealing_private"]))
    data = unhex(document["file"])
    cover, to_centre, keys, part = stranger_boxes.bundle_frames(data)
    assert [cover[0], to_centre[0], keys[0], part[0]] == [1, 2, 3, 4]
    push = stranger_boxes.unseal(centre, to_centre[1], to_centre[2], b"icjims-bundle-centre-v1")
    assert stranger.encode(push[1][0]).hex() == load("act")["whole"]["act"]
    ((recipient, key),) = keys[3]
    assert recipient.hex() == document["device"]
    content = stranger_boxes.unseal(device, key, part[2], b"icjims-bundle-office-v1\0" + keys[2])
    assert stranger.encode(content[0][0]).hex() == load("act")["partial"]["0"]["act"]
    assert [len(each) for each in content] == [1, 1, 4]
    with pytest.raises(stranger.Malformed):
        stranger_boxes.bundle_frames(data[:-1] + bytes([data[-1] ^ 1]))


def test_the_code_opens_the_bundle() -> None:
    document = load("bundle")
    _, to_centre, keys, part = stranger_boxes.bundle_frames(unhex(document["file"]))
    centre = X25519PrivateKey.from_private_bytes(unhex(document["centre_sealing_private"]))
    device = X25519PrivateKey.from_private_bytes(unhex(document["device_sealing_private"]))
    push = bundle.open_centre_box(centre, stranger.encode(to_centre))
    assert encoding.encode(push.acts[0]).hex() == load("act")["whole"]["act"]
    key = bundle.section_key(device, keys[2], keys[3][0][1])
    content = bundle.open_office_box(key, bundle.OfficeBox(part[1], part[2]))
    assert (len(content.acts), len(content.verdicts), len(content.directory)) == (1, 1, 4)


def test_a_stranger_signs_requests_alike() -> None:
    document = load("request")
    private = Ed25519PrivateKey.from_private_bytes(unhex(document["private"]))
    nonce = base64.urlsafe_b64encode(unhex(document["nonce"])).rstrip(b"=").decode()
    keyid = base64.urlsafe_b64encode(unhex(document["key"])).rstrip(b"=").decode()
    tail = f';created={document["created"]};nonce="{nonce}";keyid="{keyid}";alg="ed25519";tag="icjims-1"'
    body = unhex(document["post"]["body"])
    digest = f"sha-256=:{base64.b64encode(stranger.sha256(body)).decode()}:"
    lines = {"@method": "GET", "@target-uri": document["url"]}
    assert _signed(private, lines, tail) == document["get"]["headers"]
    lines = {
        "@method": "POST",
        "@target-uri": document["url"],
        "content-digest": digest,
        "content-type": "application/vnd.icjims.frames",
    }
    extra = {name: lines[name] for name in ("content-digest", "content-type")}
    assert _signed(private, lines, tail) | extra == document["post"]["headers"]


def _signed(private: Ed25519PrivateKey, lines: dict[str, str], tail: str) -> dict[str, str]:
    parameters = f"({' '.join(json.dumps(name) for name in lines)}){tail}"
    base = [f'"{name}": {value}' for name, value in lines.items()]
    base.append(f'"@signature-params": {parameters}')
    signature = private.sign("\n".join(base).encode())
    return {"signature-input": f"sig1={parameters}", "signature": f"sig1=:{base64.b64encode(signature).decode()}:"}
