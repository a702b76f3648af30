"""Signing of an act by the officer, with consent of the prosecutor and approval of the head as countersignatures."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, RecordType, Section
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
SIGNATURE = Section("signature", Label("Кол тамга", "Подпись", "Signature"), cpc("170(7)"))
_SIGNATURE_FIELDS = SIGNATURE.of(
    Field("act", Kind.REF, Label("Кол коюлган акт", "Подписанный акт", "Act signed"), required=True,
        unit="signed_statement"),
    Field("act_type", Kind.TEXT, Label("Актынын түрү", "Вид акта", "Kind of act"), unit="signed_statement",
        max_length=64),
    Field("edition", Kind.TEXT, Label("Бланктын редакциясы", "Редакция бланка", "Edition of the form"),
        unit="signed_statement", max_length=40),
    Field("content", Kind.TEXT, Label("Мазмундун SHA-256", "SHA-256 содержания", "SHA-256 of the content"),
        unit="signed_statement", max_length=64, pattern="[0-9a-f]{64}"),
    Field("capacity", Kind.CODE, Label("Кандай укукта", "В каком качестве", "In what capacity"), required=True,
        unit="signed_statement", codes="signing_capacity"),
    Field("signed_at", Kind.TIMESTAMP, Label("Кол коюлган убакыт", "Время подписания", "Signed at"), required=True,
        unit="signed_statement", not_future=True),
    Field("key", Kind.TEXT, Label("Кызмат адамынын ачкычы", "Ключ должностного лица", "Key of the officer"),
        unit="signed_statement", max_length=64, pattern="[0-9a-f]{64}"),
    Field("signature", Kind.TEXT, Label("Кол тамганын өзү", "Сама подпись", "The signature itself"),
        unit="signed_statement", max_length=128, pattern="[0-9a-f]{128}"),
    Field("remarks", Kind.TEXT, Label("Эскертүүлөр", "Примечания", "Remarks"), merge=Merge.APPEND, max_length=1_000),
)

SIGNING = RecordType(
    "signing",
    1,
    Label("Актыга кол коюу", "Подписание акта", "Signing of an act"),
    Archetype.EVENT,
    _SIGNATURE_FIELDS,
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "head"),
    sentence=Label(
        "Кол коюлду: {act}[, {capacity}][, {signed_at}]",
        "Подписано: {act}[, {capacity}][, {signed_at}]",
        "Signed: {act}[, {capacity}][, {signed_at}]",
    ),
    sections=(SIGNATURE,),
    columns=("act", "capacity", "signed_at"),
    moment="signed_at",
    command="sign",
    source=cpc("170(7)"),
)

TYPES = (SIGNING,)
