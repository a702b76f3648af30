"""A question that the court decides in the execution of a verdict: the kinds of CPC 431, deferral by 433 (P65)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cpc, pec

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", Label("Сунуштама же өтүнүч", "Представление или ходатайство", "Request"), cpc("431–437"))
_REQUEST_FIELDS = REQUEST.of(
    Field("question", Kind.CODE, Label("Маселе", "Вопрос", "Question"), required=True, codes="execution_question",
        source=cpc("431, 433")),
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"), required=True,
        target="person"),
    Field("filed_at", Kind.TIMESTAMP, Label("Сотко берилди", "Подано в суд", "Filed with the court at"),
        required=True, not_future=True),
    Field("applicant", Kind.CODE, Label("Ким кайрылды", "Кто обратился", "Who applied"), unit="filed_by",
        codes="execution_applicant", source=cpc("433(2), 434(1), 435(1), 436(2)")),
    Field("applicant_name", Kind.TEXT, Label("Кайрылган органдын же адамдын аталышы", "Наименование обратившегося",
        "Name of the applicant"), unit="filed_by", max_length=300, searchable=True),
    Field("verdict", Kind.REF, Label("Өкүм", "Приговор", "Verdict"), target="verdict"),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT),
    Field("served_part", Kind.TEXT, Label("Өтөлгөн жана өтөлбөгөн бөлүгү", "Отбытая и неотбытая часть",
        "Part served and not served"), max_length=300),
    Field("medical_conclusion", Kind.TEXT, Label("Медициналык комиссиянын корутундусу",
        "Заключение медицинской комиссии", "Conclusion of the medical commission"), max_length=500,
        required_when=OneOf("question", ("illness", "medical")), sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("434(1), 492(1)")),
    Field("breaches", Kind.RICH, Label("Бир жыл ичиндеги бузуулар", "Нарушения в течение года",
        "Breaches within a year"), max_length=10_000, required_when=Equals("question", "cancel_supervision"),
        source=cpc("436(3)")),
    Field("papers", Kind.TEXT, Label("Тиркелген материалдар", "Приложенные материалы", "Papers attached"),
        merge=Merge.SET, max_length=300),
)

COURT = Section("court", Label("Сот", "Суд", "Court"), cpc("432, 438"))
_COURT_FIELDS = COURT.of(
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), max_length=200, searchable=True, source=cpc("432")),
    Field("court_number", Kind.TEXT, Label("Соттогу материалдын номери", "Номер материала в суде",
        "Court registry number"), max_length=60, searchable=True),
    Field("received_at", Kind.TIMESTAMP, Label("Сотко түштү", "Поступило в суд", "Received by the court at"),
        not_future=True),
    Field("scheduled_at", Kind.TIMESTAMP, Label("Дайындалган убакыт", "Назначено на", "Set for")),
    Field("notified_at", Kind.TIMESTAMP, Label("Прокурорго жана соттолгонго билдирилди",
        "Прокурор и осуждённый извещены", "Prosecutor and convicted person notified at"), not_future=True,
        source=cpc("438(2)")),
    Field("victim_called", Kind.TRI, Label("Жабырлануучу чакырылды", "Вызван потерпевший", "Victim called"),
        source=cpc("438(2)")),
    Field("person_present", Kind.TRI, Label("Соттолгон катышты", "Осуждённый участвовал",
        "The convicted person took part"), source=cpc("438(2), 438(3), 438(5)")),
    Field("lawyer_name", Kind.TEXT, Label("Адвокат", "Адвокат", "Lawyer"), max_length=200),
    Field("prosecutor", Kind.TEXT, Label("Прокурор", "Прокурор", "Prosecutor"), max_length=200,
        source=cpc("432(5), 438(1)")),
    Field("person_said", Kind.RICH, Label("Соттолгондун пикири", "Мнение осуждённого",
        "What the convicted person said"), max_length=10_000),
)

DECISION = Section("decision", Label("Чечим", "Решение", "Decision"), cpc("438(6)"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="court_ruling",
        codes="execution_decision", source=cpc("438(6)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Токтом жарыяланды", "Постановление оглашено", "Decided at"),
        unit="court_ruling", not_future=True, not_before="filed_at", source=cpc("438(6)")),
    Field("decision_reasons", Kind.RICH, Label("Чечимдин жүйөлөрү", "Мотивы решения", "Reasons of the decision"),
        unit="court_ruling", max_length=20_000),
    Field("new_punishment", Kind.CODE, Label("Кайсы жаза менен алмаштырылды", "Чем заменено наказание",
        "Replaced by which punishment"), unit="replacement", codes="punishment", source=cpc("431(1)")),
    Field("new_term", Kind.TEXT, Label("Жаңы жазанын өлчөмү", "Размер нового наказания", "Size of the new punishment"),
        unit="replacement", max_length=300),
    Field("obligations_added", Kind.CODE, Label("Кошулган милдеттер", "Дополнительные обязанности",
        "Obligations added"), merge=Merge.SET, codes="probation_obligation", source=cpc("431(10), 436(2)")),
    Field("obligations_lifted", Kind.CODE, Label("Алынып салынган милдеттер", "Отменённые обязанности",
        "Obligations lifted"), merge=Merge.SET, codes="probation_obligation", source=cpc("431(10), 436(2)")),
    Field("facility_kind", Kind.CODE, Label("Мекеменин жаңы түрү", "Новый вид учреждения", "New kind of facility"),
        codes="correctional_facility", source=cpc("431(3)")),
    Field("credited_days", Kind.INT, Label("Эсепке алынган күндөр", "Зачтено дней", "Days credited"), minimum=0,
        source=cpc("431(14)")),
    Field("deferred_until", Kind.DATE, Label("Качанга калтырылды", "Отсрочено до", "Deferred until"),
        source=cpc("433(1)")),
    Field("retry_from", Kind.DATE, Label("Кайра кайрылууга болот", "Повторное обращение возможно с",
        "May be asked again from"), source=pec("160(4), 167(3)")),
)

AFTER = Section("after", Label("Тапшыруу жана даттануу", "Вручение и обжалование", "Service and appeal"),
    cpc("438(6), 438(7)"))
_AFTER_FIELDS = AFTER.of(
    Field("copy_sent_at", Kind.TIMESTAMP, Label("Соттолгонго көчүрмөсү жөнөтүлдү", "Копия направлена осуждённому",
        "Copy sent to the convicted person at"), not_future=True, source=cpc("438(6)"), stays_open=True),
    Field("body_copy_sent_at", Kind.TIMESTAMP, Label("Кайрылган органга көчүрмөсү жөнөтүлдү",
        "Копия направлена обратившемуся органу", "Copy sent to the body that applied at"), not_future=True,
        source=cpc("438(6)"), stays_open=True),
    Field("victim_copy_sent_at", Kind.TIMESTAMP, Label("Жабырлануучуга көчүрмөсү жөнөтүлдү",
        "Копия направлена потерпевшему", "Copy sent to the victim at"), not_future=True, source=cpc("438(6)"),
        stays_open=True),
    Field("appealed_at", Kind.TIMESTAMP, Label("Токтом даттанылды", "Постановление обжаловано", "Appealed at"),
        not_future=True, source=cpc("438(7)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

EXECUTION_QUESTION = RecordType(
    "execution_question",
    1,
    Label("Өкүмдү аткаруудагы маселе", "Вопрос исполнения приговора", "Question of execution"),
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_COURT_FIELDS, *_DECISION_FIELDS, *_AFTER_FIELDS, *order_header("execution_question")),
    roles=("court_clerk", "judge", "prosecutor", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "{person}: {question}, {filed_at}[, {applicant}][ — {decision}, {decided_at}]",
        "{person}: {question}, {filed_at}[, {applicant}][ — {decision}, {decided_at}]",
        "{person}: {question}, {filed_at}[, {applicant}][ — {decision}, {decided_at}]",
    ),
    sections=(REQUEST, COURT, DECISION, AFTER, HEADER),
    columns=("question", "person", "filed_at", "applicant", "court", "scheduled_at", "decision", "decided_at",
        "copy_sent_at"),
    moment="filed_at",
    source=cpc("431–438"),
    steps=("P65",),
    signing=Signing("2026-1", ("judge",)),
    purpose="execution_of_sentences",
)

TYPES = (EXECUTION_QUESTION,)
