"""The OpenAPI 3.1 document, written from the table of routes."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from icjims_sync_server.api.problems import MEDIA_TYPE
from icjims_sync_server.api.routes import TABLE, Answer, Described, failures_of

_SIGNATURE: Final = (
    "RFC 9421 with label sig1 over @method, @target-uri and, with a body, content-digest (RFC 9530) and content-type; "
    "Ed25519; parameters created, nonce, keyid, alg, tag. See docs/protocol.md."
)

_AUTHOR: Final = (
    "The author's key, a full stop, and that key's Ed25519 signature over the device's key, nonce and time of "
    "this request with its method and address. See docs/protocol.md."
)


def document() -> dict[str, object]:
    """The document as plain values."""
    schemas = _schemas()
    paths: dict[str, dict[str, object]] = {}
    for described in TABLE:
        path = re.sub(r":int\}", "}", described.path)
        paths.setdefault(path, {})[described.method.lower()] = _operation(described)
    return {
        "openapi": "3.1.0",
        "info": {"title": "ICJIMS centre", "version": "1", "description": "Sync of case records: docs/protocol.md."},
        "paths": paths,
        "components": {
            "schemas": schemas | {"Problem": _PROBLEM},
            "securitySchemes": {
                "signature": {"type": "apiKey", "in": "header", "name": "Signature", "description": _SIGNATURE},
                "author": {"type": "apiKey", "in": "header", "name": "Icjims-Author", "description": _AUTHOR},
            },
        },
    }


_PROBLEM: Final[dict[str, object]] = {
    "type": "object",
    "description": "RFC 9457",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "params": {"type": "object"},
    },
    "required": ["code", "params", "status", "title", "type"],
}


def _bodies() -> list[type[msgspec.Struct]]:
    return [each.body for each in TABLE if isinstance(each.body, type)]


def _schemas() -> dict[str, object]:
    _, components = msgspec.json.schema_components(_bodies(), ref_template="#/components/schemas/{name}")
    return dict(components)


def _operation(described: Described) -> dict[str, object]:
    operation: dict[str, object] = {
        "summary": described.summary,
        "operationId": described.handler.__name__,
        "responses": {
            "200": {"description": "Done", "content": _content(described.answer)},
            **{
                str(status): {
                    "description": "Problem",
                    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                }
                for status in failures_of(described)
            },
        },
    }
    if parameters := _parameters(described):
        operation["parameters"] = parameters
    if isinstance(described.body, Answer):
        operation["requestBody"] = {"required": True, "content": _content(described.body)}
    elif described.body is not None:
        schema = {"$ref": f"#/components/schemas/{described.body.__name__}"}
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    if described.signed:
        operation["security"] = [{"signature": [], "author": []} if described.authored else {"signature": []}]
    return operation


def _parameters(described: Described) -> list[dict[str, object]]:
    found: list[dict[str, object]] = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer", "minimum": 0, "maximum": 255} if whole else {"type": "string"},
        }
        for name, whole in re.findall(r"\{(\w+)(:int)?\}", described.path)
    ]
    return found + [
        {"name": name, "in": "query", "required": False, "schema": schema} for name, schema in described.query
    ]


def _content(answer: Answer) -> dict[str, object]:
    return {answer.media_type: {"schema": answer.schema}}
