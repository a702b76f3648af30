"""How far an act has come and who has signed it, in words; runs on a worker."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, cast

from icjims_core.declarations.schema import RecordType
from icjims_core.officers import author_words
from icjims_core.problem import Refused
from icjims_core.problem_texts import problem_parts
from icjims_core.signing import Standing
from icjims_desktop.ui.wording import code_words, moment_words, stored_moment

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

Document = Mapping[str, object]
CAPACITIES = "signing_capacity"


@dataclass(frozen=True, slots=True)
class ActState:
    """How far an act has come and what the user may do with it."""

    standing: Standing = Standing.DRAFT
    signed: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()
    may_supersede: bool = False


def act_state(workspace: "Workspace", declared: RecordType, record: bytes, language: str, now: datetime) -> ActState:
    """The state of an act that an officer signs; raises `Refused("not_found")`."""
    told = workspace.signing.standing(record)
    standing = Standing(str(told["status"]))
    corrected = standing in (Standing.SIGNED, Standing.CHANGED, Standing.REGISTERED)
    return ActState(
        standing,
        tuple(_signed(each, language, now) for each in cast("list[Document]", told["signed"])),
        workspace.signing.capacities(record) if standing is not Standing.SUPERSEDED else (),
        may_supersede=corrected and workspace.me.role in declared.roles,
    )


def _signed(signature: Document, language: str, now: datetime) -> str:
    """`Сыдыков Азамат · составивший акт · 09:12`, with what is wrong with it."""
    at = stored_moment(str(signature["signed_at"]))
    parts = [
        author_words(signature, language),
        code_words(CAPACITIES, str(signature["capacity"]), language),
        moment_words(at, now) if at else "",
    ]
    if not signature["valid"]:
        parts.append(problem_parts(Refused("bad_signature"), language).happened)
    return " · ".join(part for part in parts if part)
