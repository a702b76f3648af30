"""Motions, recusals and complaints: who, how, to whom, what was decided and served (P18)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

FILING = Section("filing", Label("Берилиши", "Подача", "Filing"), cpc("69, 124, 126, 128"))
_FILING_FIELDS = FILING.of(
    Field("kind", Kind.CODE, Label("Кайрылуунун түрү", "Вид обращения", "Kind"), required=True, codes="motion_kind",
        source=cpc("69, 124, 126, 128, 130")),
    Field("person", Kind.REF, Label("Ким берди", "Кем подано", "Filed by"), target="person", source=cpc("125")),
    Field("filed_by_name", Kind.TEXT, Label("Иште жок берүүчү", "Заявитель, не участвующий в деле",
        "Filed by somebody outside the case"), max_length=200, source=cpc("125")),
    Field("in_interest_of", Kind.REF, Label("Кимдин кызыкчылыгында", "В чьих интересах", "In whose interest"),
        target="person", source=cpc("126(3)")),
    Field("channel", Kind.CODE, Label("Кантип келип түштү", "Способ поступления", "How it came"),
        codes="motion_channel", source=cpc("124(1), 126(2), 128(1)")),
    Field("filed_at", Kind.TIMESTAMP, Label("Берилген убакыт", "Время подачи", "Filed at"), not_future=True,
        source=cpc("124(2)")),
    Field("received_at", Kind.TIMESTAMP, Label("Алынган убакыт", "Время получения", "Received at"), required=True,
        not_future=True, not_before="filed_at", source=cpc("76(3), 129(1), 130(2)")),
    Field("received_by", Kind.TEXT, Label("Ким алды", "Кем получено", "Received by"), max_length=200),
    Field("subject", Kind.RICH, Label("Эмнени суранат же эмнеге даттанат", "Предмет обращения", "Subject"),
        required=True, max_length=50_000, searchable=True),
    Field("challenged", Kind.TEXT, Label("Даттанылган чечим же аракет", "Обжалуемое решение или действие",
        "Decision or action challenged"), unit="challenged_act", max_length=500, source=cpc("125")),
    Field("challenged_known_at", Kind.TIMESTAMP, Label("Чечим менен таанышкан же көчүрмөсүн алган убакыт",
        "Ознакомлен с решением или получил копию", "When the decision became known"), unit="challenged_act",
        not_future=True, source=cpc("127")),
    Field("term_restored", Kind.TRI, Label("Даттануу мөөнөтү калыбына келтирилди", "Срок обжалования восстановлен",
        "Time for the complaint restored")),
)

ADDRESSEE = Section("addressee", Label("Ким чечет", "Кто разрешает", "Who decides"), cpc("69, 124, 128–130"))
_ADDRESSEE_FIELDS = ADDRESSEE.of(
    Field("addressee", Kind.CODE, Label("Кимге", "Кому адресовано", "Addressed to"), codes="motion_addressee",
        source=cpc("69(1), 124(3), 129(1), 130(2)")),
    Field("forwarded_at", Kind.TIMESTAMP, Label("Чечүүчүгө жөнөтүлдү", "Направлено на разрешение",
        "Forwarded at"), not_future=True, not_before="received_at", source=cpc("69(2), 128(2)")),
    Field("decider_received_at", Kind.TIMESTAMP, Label("Чечүүчү алды", "Поступило разрешающему",
        "Received by who decides at"), not_future=True, source=cpc("69(2), 129(1), 130(2)")),
    Field("due_at", Kind.TIMESTAMP, Label("Качанга чейин чечилет", "Срок разрешения", "Due at")),
    Field("extended_until", Kind.TIMESTAMP, Label("Мөөнөт качанга чейин узартылды", "Срок продлён до",
        "Term extended until"), unit="extension", source=cpc("129(1)")),
    Field("extension_reason", Kind.TEXT, Label("Узартуунун себеби", "Причина продления", "Reason of the extension"),
        unit="extension", max_length=1_000, required_when=Filled("extended_until"), source=cpc("129(1)")),
    Field("extension_told_at", Kind.TIMESTAMP, Label("Узартуу билдирилди", "Заявитель извещён о продлении",
        "Told of the extension at"), unit="extension", not_future=True, source=cpc("129(1)")),
)

DECISION = Section("decision", Label("Чечим", "Решение", "Decision"), cpc("69, 124, 129, 130"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="decided", codes="petition_decision",
        source=cpc("124(3), 129(2)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечилген убакыт", "Время разрешения", "Decided at"), unit="decided",
        not_future=True, not_before="received_at", required_when=Filled("decision"), source=cpc("124(2)")),
    Field("decided_by", Kind.TEXT, Label("Ким чечти (кызматы)", "Кем разрешено (должность)", "Decided by (post)"),
        unit="decided", max_length=300),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, required_when=OneOf("decision", ("partly", "refused")),
        source=cpc("124(3)")),
    Field("annuls_decision", Kind.TRI, Label("Даттанылган чечим жокко чыгарылды же өзгөртүлдү",
        "Обжалуемое решение отменено или изменено", "Decision challenged annulled or changed"),
        source=cpc("129(2)")),
    Field("withdrawn_by", Kind.TEXT, Label("Ким кайра чакыртып алды", "Кем отозвано", "Withdrawn by"),
        max_length=200, required_when=Equals("decision", "withdrawn"), source=cpc("126(3)")),
)

SERVICE = Section("service", Label("Билдирүү", "Извещение", "Notice"), cpc("124(3), 129(2)"))
_SERVICE_FIELDS = SERVICE.of(
    Field("served_at", Kind.TIMESTAMP, Label("Чечим берүүчүгө билдирилди", "Решение доведено до заявителя",
        "Decision served at"), not_future=True, not_before="decided_at", source=cpc("124(3), 129(2)"),
        stays_open=True),
    Field("appeal_explained", Kind.TRI, Label("Даттануу тартиби түшүндүрүлдү", "Порядок обжалования разъяснён",
        "Right of appeal explained"), source=cpc("69(4), 124(5)"), stays_open=True),
    Field("course", Kind.TEXT, Label("Жүрүшү", "Движение обращения", "Its course"), merge=Merge.APPEND,
        max_length=4_000, stays_open=True),
)

MOTION = RecordType(
    "motion",
    1,
    Label("Өтүнүч, четтетүү, даттануу", "Ходатайство, отвод, жалоба", "Motion, recusal, complaint"),
    Archetype.EVENT,
    (*_FILING_FIELDS, *_ADDRESSEE_FIELDS, *_DECISION_FIELDS, *_SERVICE_FIELDS, *header("motion")),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "prosecutor", "court_clerk",
        "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "{kind}[, берген: {person}], {received_at}: {subject}[; чечим: {decision}]",
        "{kind}[, подал(а): {person}], {received_at}: {subject}[; решение: {decision}]",
        "{kind}[ by {person}], {received_at}: {subject}[; decision: {decision}]",
    ),
    sections=(FILING, ADDRESSEE, DECISION, SERVICE, HEADER),
    columns=("kind", "person", "channel", "filed_at", "received_at", "addressee", "forwarded_at", "due_at",
        "decision", "decided_at", "served_at"),
    moment="received_at",
    source=cpc("69, 124–130"),
    steps=("P18",),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor", "judge", "head")),
)

TYPES = (MOTION,)
