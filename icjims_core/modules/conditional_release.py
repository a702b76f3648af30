"""Conditional early release: eligibility, application, conditions, hearing, term of probation, cancellation (P67)."""

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
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cc, cpc, pec

# Fields read as the lines of a table.
# fmt: off
ELIGIBILITY = Section("eligibility", Label("Укуктун келиши", "Наступление права", "Eligibility"), cc("88, 89, 112"))
_ELIGIBILITY_FIELDS = ELIGIBILITY.of(
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"), required=True,
        target="person"),
    Field("imprisonment", Kind.REF, Label("Жеке иш", "Личное дело", "Admission file"), target="imprisonment"),
    Field("verdict", Kind.REF, Label("Өкүм", "Приговор", "Verdict"), target="verdict"),
    Field("is_child", Kind.TRI, Label("Кылмыш 18 жашка чейин жасалган", "Преступление совершено до 18 лет",
        "Crime committed before 18"), source=cc("112(1)")),
    Field("share", Kind.CODE, Label("Өтөлүүчү бөлүгү", "Подлежащая отбытию часть", "Share to be served"),
        unit="eligible", codes="release_share", source=cc("88(4), 112(2)")),
    Field("eligible_from", Kind.DATE, Label("Укук качан келет", "Право наступает", "Eligible from"),
        unit="eligible", source=cc("88(4), 112(2)")),
    Field("bars", Kind.CODE, Label("Колдонууга тоскоолдуктар", "Препятствия к применению", "Bars"),
        merge=Merge.SET, codes="release_bar", source=cc("89")),
    Field("right_told_at", Kind.TIMESTAMP, Label("Соттолгонго укугу жазуу түрүндө билдирилди",
        "Осуждённый письменно уведомлён о праве", "Told in writing of the right at"), not_future=True,
        source=pec("160(1)")),
)

APPLICATION = Section("application", Label("Арыз же сунуштама", "Заявление или представление", "Application"),
    cpc("435(1), 435(2)"))
_APPLICATION_FIELDS = APPLICATION.of(
    Field("applied_at", Kind.TIMESTAMP, Label("Соттолгон арыз берди", "Осуждённый подал заявление",
        "Application made at"), required=True, not_future=True, source=pec("160(2)")),
    Field("applicant", Kind.CODE, Label("Ким кайрылды", "Кто обратился", "Who applied"), codes="execution_applicant",
        source=cpc("435(1), 435(2)")),
    Field("child_body_joined", Kind.TRI, Label("Балдарды коргоо органы биргелешти",
        "Совместно с органом по защите детей", "Together with the child-protection body"),
        required_when=Equals("is_child", "yes"), source=cpc("435(2)")),
    Field("served_part", Kind.TEXT, Label("Өтөлгөн бөлүгү", "Отбытая часть срока", "Part served"), max_length=200),
    Field("unserved_days", Kind.INT, Label("Өтөлбөгөн бөлүгү, күн", "Неотбытая часть, дней", "Part not served, days"),
        minimum=0, source=cpc("435(4)")),
    Field("behaviour", Kind.RICH, Label("Жүрүм-туруму жана түзөлүүсү", "Поведение и результаты исправления",
        "Conduct and correction"), max_length=20_000, assertion=Assertion.ASSESSMENT,
        source=cc("88(2)(1)")),
    Field("damage_half_paid", Kind.TRI, Label("Зыяндын кеминде жарымы төлөндү", "Возмещено не менее половины ущерба",
        "At least half of the damage paid"), source=cc("88(2)(2)")),
    Field("no_sanction", Kind.TRI, Label("Жоюлбаган тартип чарасы жок", "Нет непогашенного взыскания",
        "No standing sanction"), source=cc("88(2)(3)")),
    Field("work_and_study", Kind.TRI, Label("Эмгекке жана окууга мамилеси ак ниеттүү",
        "Добросовестное отношение к труду и обучению", "Works and studies in good faith"), source=cc("88(2)(4)"),
        assertion=Assertion.ASSESSMENT),
    Field("treatment_done", Kind.TRI, Label("Көз карандылыктан дарыланды", "Прошёл лечение от зависимости",
        "Treated for addiction"), sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cc("88(2)(5)")),
    Field("probation_material", Kind.TRI, Label("Пробация органынын маалыматы тиркелди",
        "Приложены сведения органа пробации", "Material of the probation body attached"), source=pec("160(2)")),
    Field("victim_agreement", Kind.TRI, Label("Медиацияда жабырлануучу менен макулдашкан",
        "Соглашение с потерпевшим при медиации", "Agreement with the victim by mediation"), source=cc("88(4)(3)")),
    Field("papers", Kind.TEXT, Label("Тиркелген документтер", "Приложенные материалы", "Papers attached"),
        merge=Merge.SET, max_length=300, source=pec("160(2)")),
    Field("sent_at", Kind.TIMESTAMP, Label("Сотко жөнөтүлдү", "Направлено в суд", "Sent to the court at"),
        not_future=True, not_before="applied_at", source=pec("160(2)")),
    Field("prosecutor_told_at", Kind.TIMESTAMP, Label("Прокурорго билдирилди", "Прокурор уведомлён",
        "Prosecutor told at"), not_future=True, source=pec("160(2)")),
)

HEARING = Section("hearing", Label("Сотто кароо", "Рассмотрение судом", "Hearing"), cpc("435, 438(3)"))
_HEARING_FIELDS = HEARING.of(
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), max_length=200, searchable=True, source=cpc("435(1)")),
    Field("received_at", Kind.TIMESTAMP, Label("Сотко түштү", "Поступило в суд", "Received by the court at"),
        not_future=True),
    Field("scheduled_at", Kind.TIMESTAMP, Label("Дайындалган убакыт", "Назначено на", "Set for")),
    Field("person_called", Kind.TRI, Label("Соттолгон чакырылды", "Осуждённый вызван",
        "The convicted person was called"), source=cpc("438(3)")),
    Field("prosecutor_view", Kind.TEXT, Label("Прокурордун пикири", "Мнение прокурора", "View of the prosecutor"),
        max_length=1_000, source=cpc("438(1)")),
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="court_ruling",
        codes="execution_decision", source=cpc("435")),
    Field("decided_at", Kind.TIMESTAMP, Label("Токтом жарыяланды", "Постановление оглашено", "Decided at"),
        unit="court_ruling", not_future=True, not_before="applied_at", source=cpc("438(6)")),
    Field("reasons", Kind.RICH, Label("Чечимдин жүйөлөрү", "Мотивы решения", "Reasons of the decision"),
        unit="court_ruling", max_length=20_000),
    Field("retry_from", Kind.DATE, Label("Кайра кайрылууга болот", "Повторное обращение возможно с",
        "May be asked again from"), required_when=Equals("decision", "refused"), source=cpc("435(3)"),
        help=Label("Баш тартуудан 3 айдан кийин.", "Через 3 месяца после отказа.", "3 months after a refusal.")),
)

CONDITIONS = Section("conditions", Label("Сыноо мөөнөтү жана милдеттер", "Испытательный срок и обязанности",
    "Term of probation and obligations"), cpc("435(4), 435(5)"))
_CONDITION_FIELDS = CONDITIONS.of(
    Field("in_force_at", Kind.TIMESTAMP, Label("Токтом күчүнө кирди", "Постановление вступило в силу",
        "The ruling came into force at"), unit="probation_term", source=cc("90(1)")),
    Field("probation_until", Kind.DATE, Label("Сыноо мөөнөтүнүн аягы", "Конец испытательного срока",
        "Term of probation ends"), unit="probation_term",
        required_when=OneOf("decision", ("granted", "partly")), source=cpc("435(4)"),
        help=Label("3 жылдан жана өтөлбөгөн бөлүктөн ашпайт.", "Не более 3 лет и неотбытой части.",
            "Not more than 3 years and the part not served.")),
    Field("requirements", Kind.CODE, Label("Көзөмөл талаптары", "Надзорные требования", "Supervisory requirements"),
        merge=Merge.SET, codes="probation_requirement", source=cpc("435(5)")),
    Field("obligations", Kind.CODE, Label("Пробациялык милдеттер", "Пробационные обязанности",
        "Probation obligations"), merge=Merge.SET, codes="probation_obligation", source=cpc("435(5)")),
    Field("released_at", Kind.TIMESTAMP, Label("Бошотулду", "Освобождён(а)", "Released at"), not_future=True,
        not_before="decided_at", source=pec("159(5)"), stays_open=True),
    Field("probation_office", Kind.CODE, Label("Пробация органы", "Орган пробации", "Probation body"),
        codes="office", source=pec("160(6)")),
    Field("verdict_copy_sent_at", Kind.TIMESTAMP, Label("Өкүмдүн көчүрмөсү пробацияга жөнөтүлдү",
        "Копия приговора направлена в пробацию", "Copy of the verdict sent to probation at"), not_future=True,
        source=pec("160(6)"), stays_open=True),
    Field("undertaking_taken", Kind.TRI, Label("5 күндө келүү тууралуу тил кат алынды",
        "Отобрана подписка о явке в 5 дней", "Undertaking to appear in 5 days taken"), source=pec("160(6)"),
        stays_open=True),
)

CANCELLATION = Section("cancellation", Label("Жокко чыгаруу", "Отмена", "Cancellation"), cc("90(5), 90(6)"))
_CANCELLATION_FIELDS = CANCELLATION.of(
    Field("cancellation_asked_at", Kind.TIMESTAMP, Label("Жокко чыгаруу сунуштамасы", "Представление об отмене",
        "Cancellation asked at"), not_future=True, source=cpc("435(6)"), stays_open=True),
    Field("cancelled_at", Kind.TIMESTAMP, Label("Жокко чыгарылды", "Отменено", "Cancelled at"), unit="cancelled",
        not_future=True, not_before="decided_at", source=cpc("435(6), 435(7)"), stays_open=True),
    Field("cancellation_reason", Kind.RICH, Label("Жокко чыгаруунун себеби", "Причина отмены",
        "Reason of the cancellation"), unit="cancelled", max_length=10_000, required_when=Filled("cancelled_at"),
        source=cc("90(5), 90(6)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

CONDITIONAL_RELEASE = RecordType(
    "conditional_release",
    1,
    Label("Шарттуу-мөөнөтүнөн мурда бошотуу", "Условно-досрочное освобождение", "Conditional early release"),
    Archetype.ORDER,
    (*_ELIGIBILITY_FIELDS, *_APPLICATION_FIELDS, *_HEARING_FIELDS, *_CONDITION_FIELDS, *_CANCELLATION_FIELDS,
        *order_header("conditional_release")),
    roles=("penitentiary_officer", "probation_officer", "court_clerk", "judge", "prosecutor", "clerk", "head"),
    sentence=Label(
        "{person}: ШМБ арызы {applied_at}[ — {decision}, {decided_at}][, сыноо {probation_until} чейин]",
        "{person}: заявление об УДО {applied_at}[ — {decision}, {decided_at}][, испытание до {probation_until}]",
        "{person}: conditional release asked {applied_at}[ — {decision}, {decided_at}][, until {probation_until}]",
    ),
    sections=(ELIGIBILITY, APPLICATION, HEARING, CONDITIONS, CANCELLATION, HEADER),
    columns=("person", "share", "eligible_from", "applied_at", "sent_at", "decision", "decided_at", "retry_from",
        "probation_until", "released_at", "cancelled_at"),
    moment="applied_at",
    source=cpc("435"),
    steps=("P67",),
    signing=Signing("2026-1", ("judge", "penitentiary_officer")),
    purpose="execution_of_sentences",
)

TYPES = (CONDITIONAL_RELEASE,)
