"""Appeal: complaint or representation, term and its restoration, notices, hearing, result, sending back (P61)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
FILING = Section("filing", Label("Даттануу же сунуштама", "Жалоба или представление", "Appeal"), cpc("397–400, 406"))
_FILING_FIELDS = FILING.of(
    Field("appealed_act", Kind.CODE, Label("Эмне даттанылды", "Что обжаловано", "What is appealed"), required=True,
        codes="appealed_act", source=cpc("398, 401, 402")),
    Field("filed_at", Kind.TIMESTAMP, Label("Сотко түшкөн убакыт", "Поступила в суд", "Filed at"), required=True,
        not_future=True, source=cpc("399(1), 400(1)")),
    Field("handed_over_at", Kind.TIMESTAMP, Label("Почтага же кармоо жайына тапшырылды",
        "Сдана на почту или администрации места содержания", "Handed to post or place of detention at"),
        not_future=True, source=cpc("137(3)"),
        help=Label("Мөөнөт ушул убакыт боюнча сакталат.", "Срок считается соблюдённым по этому времени.",
            "The term is kept by this time.")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person",
        source=cpc("409(1)")),
    Field("appellant", Kind.CODE, Label("Ким даттанды", "Кем подана", "Filed by"), unit="filed_by",
        codes="appellant", source=cpc("397(2), 406(1)(2)")),
    Field("appellant_name", Kind.TEXT, Label("Даттануучунун аты-жөнү", "ФИО подавшего", "Name of the appellant"),
        unit="filed_by", max_length=200, searchable=True, source=cpc("406(1)(2)")),
    Field("verdict", Kind.REF, Label("Өкүм", "Приговор", "Verdict"), target="verdict", source=cpc("406(1)(3)")),
    Field("ruling", Kind.TEXT, Label("Даттанылган токтом", "Обжалуемое постановление", "Ruling appealed"),
        unit="appealed_ruling", max_length=300, source=cpc("406(1)(3)")),
    Field("act_at", Kind.TIMESTAMP, Label("Даттанылган акт чыгарылды", "Обжалуемый акт вынесен",
        "The act was given at"), unit="appealed_ruling", not_future=True, source=cpc("400(1), 401(4)")),
    Field("copy_received_at", Kind.TIMESTAMP, Label("Кармоодогу адам көчүрмөнү алды",
        "Копия вручена содержащемуся под стражей", "The detained person received the copy at"), not_future=True,
        source=cpc("400(1)")),
    Field("grounds", Kind.CODE, Label("Негиздери", "Основания", "Grounds"), merge=Merge.SET, codes="appeal_ground",
        source=cpc("406(1)(4), 418")),
    Field("arguments", Kind.RICH, Label("Жүйөлөрү", "Доводы", "Arguments"), max_length=50_000,
        assertion=Assertion.ASSESSMENT, source=cpc("406(1)(4)")),
)

TERM = Section("term", Label("Мөөнөттү калыбына келтирүү", "Восстановление срока", "Restoration of the term"),
    cpc("403"))
_TERM_FIELDS = TERM.of(
    Field("restoration_asked_at", Kind.TIMESTAMP, Label("Калыбына келтирүү суралды", "Ходатайство о восстановлении",
        "Restoration asked at"), unit="restoration", not_future=True, source=cpc("403(1), 403(2)")),
    Field("restoration_ground", Kind.CODE, Label("Себеби", "Причина пропуска", "Why the term was missed"),
        unit="restoration", codes="restoration_ground", required_when=Filled("restoration_asked_at"),
        source=cpc("403(1), 403(3)")),
    Field("restoration_decision", Kind.CODE, Label("Калыбына келтирүү боюнча чечим", "Решение о восстановлении",
        "Decision on restoration"), unit="restoration_ruling", codes="petition_decision", source=cpc("403(4)")),
    Field("restoration_decided_at", Kind.TIMESTAMP, Label("Калыбына келтирүү чечилди", "Восстановление решено",
        "Restoration decided at"), unit="restoration_ruling", not_future=True, source=cpc("403(4)")),
)

COURSE = Section("course", Label("Жөнөтүү жана дайындоо", "Направление и назначение", "Sending and setting"),
    cpc("404–407, 411"))
_COURSE_FIELDS = COURSE.of(
    Field("parties_told_at", Kind.TIMESTAMP, Label("Тараптарга билдирилип, көчүрмөлөрү жөнөтүлдү",
        "Стороны извещены, копии направлены", "Parties told and copies sent at"), not_future=True,
        source=cpc("404(1), 404(2)")),
    Field("returned_for_redraft_at", Kind.TIMESTAMP, Label("Кайра түзүүгө кайтарылды", "Возвращена на пересоставление",
        "Returned to be redrawn at"), unit="redraft", not_future=True, source=cpc("406(2)")),
    Field("redraft_until", Kind.DATE, Label("Кайра түзүү мөөнөтү", "Срок пересоставления", "To be redrawn until"),
        unit="redraft", required_when=Filled("returned_for_redraft_at"), source=cpc("406(2)")),
    Field("objections", Kind.RICH, Label("Каршы пикирлер", "Возражения другой стороны", "Objections"),
        max_length=20_000, source=cpc("404(3)")),
    Field("sent_at", Kind.TIMESTAMP, Label("Апелляциялык сотко жөнөтүлдү", "Направлено в апелляционную инстанцию",
        "Sent to the court of appeal at"), not_future=True, source=cpc("405(2)")),
    Field("received_at", Kind.TIMESTAMP, Label("Апелляциялык сотко түштү", "Поступило в апелляционную инстанцию",
        "Received by the court of appeal at"), not_future=True, source=cpc("410(2), 411(1)")),
    Field("court", Kind.TEXT, Label("Апелляциялык сот", "Суд апелляционной инстанции", "Court of appeal"),
        max_length=200, searchable=True, source=cpc("406(1)(1)")),
    Field("court_number", Kind.TEXT, Label("Соттогу иштин номери", "Номер дела в суде", "Court registry number"),
        max_length=60, searchable=True),
    Field("panel", Kind.TEXT, Label("Судьялар", "Судьи", "Judges"), merge=Merge.SET, max_length=200,
        source=cpc("410(1)")),
    Field("rapporteur", Kind.TEXT, Label("Баяндамачы судья", "Судья-докладчик", "Judge-rapporteur"), max_length=200,
        source=cpc("411(1)")),
    Field("set_at", Kind.TIMESTAMP, Label("Жыйын дайындоо аныктамасы", "Определение о назначении заседания",
        "Ruling that sets the hearing at"), unit="setting", not_future=True, source=cpc("411(1)")),
    Field("scheduled_at", Kind.TIMESTAMP, Label("Дайындалган убакыт", "Назначено на", "Set for"), unit="setting",
        source=cpc("411(1)")),
    Field("new_evidence", Kind.TRI, Label("Жаңы далилдер изилденет", "Исследуются новые доказательства",
        "New evidence to be heard"), source=cpc("410(3)")),
    Field("extended_until", Kind.DATE, Label("Мөөнөт качанга узартылды", "Срок рассмотрения продлён до",
        "Term extended until"), source=cpc("410(4)")),
    Field("withdrawn_at", Kind.TIMESTAMP, Label("Даттануу чакыртып алынды", "Жалоба отозвана", "Withdrawn at"),
        unit="withdrawal", not_future=True, source=cpc("405(3)")),
    Field("withdrawn_by", Kind.TEXT, Label("Ким чакыртып алды", "Кем отозвана", "Withdrawn by"), unit="withdrawal",
        max_length=200, required_when=Filled("withdrawn_at"), source=cpc("405(3), 405(4)")),
)

RESULT = Section("result", Label("Апелляциялык инстанциянын чечими", "Решение апелляционной инстанции", "Result"),
    cpc("416, 417"))
_RESULT_FIELDS = RESULT.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="appeal_ruling", codes="appeal_result",
        source=cpc("417(1)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим жарыяланды", "Решение провозглашено", "Decided at"),
        unit="appeal_ruling", not_future=True, source=cpc("416")),
    Field("reasons", Kind.RICH, Label("Чечимдин негиздери", "Основания решения", "Grounds of the decision"),
        max_length=50_000, source=cpc("416(3), 418")),
    Field("quashing_grounds", Kind.CODE, Label("Жокко чыгаруунун же өзгөртүүнүн негиздери",
        "Основания отмены или изменения", "Grounds of quashing or change"), merge=Merge.SET, codes="appeal_ground",
        source=cpc("418")),
    Field("changes", Kind.RICH, Label("Эмне өзгөртүлдү", "Что изменено", "What was changed"), max_length=20_000,
        required_when=Equals("decision", "verdict_changed"), source=cpc("417(1)(3), 422")),
    Field("new_verdict", Kind.REF, Label("Жаңы өкүм", "Новый приговор", "New verdict"), target="verdict",
        source=cpc("416(2)")),
    Field("dissent", Kind.TRI, Label("Судьянын өзгөчө пикири бар", "Есть особое мнение судьи", "A judge dissented"),
        source=cpc("416(6)")),
    Field("full_text_at", Kind.TIMESTAMP, Label("Жүйөлөнгөн чечим даяр", "Мотивированное решение готово",
        "Reasoned decision ready at"), not_future=True, source=cpc("416(7)"), stays_open=True),
    Field("release_told_at", Kind.TIMESTAMP, Label("Бошотуу жөнүндө кармоо жайына жөнөтүлдү",
        "Копия об освобождении направлена администрации", "Order of release sent to the facility at"),
        not_future=True, source=cpc("424(2)"), stays_open=True),
    Field("sent_for_execution_at", Kind.TIMESTAMP, Label("Иш биринчи инстанцияга жөнөтүлдү",
        "Дело направлено в суд первой инстанции", "Sent back for execution at"), not_future=True,
        source=cpc("424(1)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

APPEAL = RecordType(
    "appeal",
    1,
    Label("Апелляция", "Апелляция", "Appeal"),
    Archetype.ORDER,
    (*_FILING_FIELDS, *_TERM_FIELDS, *_COURSE_FIELDS, *_RESULT_FIELDS, *order_header("appeal")),
    roles=("court_clerk", "judge", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Апелляция: {appealed_act}, {filed_at}[, {person}][, {appellant}][ — {decision}, {decided_at}]",
        "Апелляция: {appealed_act}, {filed_at}[, {person}][, {appellant}][ — {decision}, {decided_at}]",
        "Appeal: {appealed_act}, {filed_at}[, {person}][, {appellant}][ — {decision}, {decided_at}]",
    ),
    sections=(FILING, TERM, COURSE, RESULT, HEADER),
    columns=("appealed_act", "filed_at", "person", "appellant", "verdict", "received_at", "court", "scheduled_at",
        "decision", "decided_at", "sent_for_execution_at"),
    moment="filed_at",
    source=cpc("397–425"),
    steps=("P61",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (APPEAL,)
