"""Indictment act: its ten items, references to the file, annexes, consent of the head, sending (P52)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header, relies_on
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Gravity,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
ACT = Section("indictment", Label("Айыптоо актысы", "Обвинительный акт", "Indictment act"), cpc("256(1)"))
_ACT_FIELDS = ACT.of(
    Field("drawn_at", Kind.TIMESTAMP, Label("Түзүлгөн убакыт", "Время составления", "Drawn up at"), required=True,
        not_future=True, source=cpc("256(1)(1)")),
    Field("drawn_place", Kind.TEXT, Label("Түзүлгөн жер", "Место составления", "Place"), max_length=300,
        source=cpc("256(1)(1)")),
    Field("accused", Kind.REF, Label("Айыпталуучулар", "Обвиняемые", "Accused persons"), merge=Merge.SET,
        target="person", source=cpc("256(1)(3)")),
    Field("offence", Kind.RICH, Label("Кылмыштын жери, убактысы, ыкмасы, жүйөсү, кесепети",
        "Место, время, способы, мотивы, последствия преступления",
        "Place, time, means, motives and consequences of the offence"), max_length=100_000,
        source=cpc("256(1)(4)")),
    Field("victims", Kind.REF, Label("Жабырлануучулар", "Потерпевшие", "Victims"), merge=Merge.SET, target="person",
        source=cpc("256(1)(5)")),
    Field("no_victims", Kind.TRI, Label("Жабырлануучу жок", "Потерпевших нет", "There is no victim"),
        source=cpc("256(1)(5)")),
    Field("damage", Kind.RICH, Label("Зыяндын мүнөзү", "Характер ущерба", "Nature of the damage"),
        unit="damage_done", max_length=20_000, source=cpc("256(1)(5)")),
    Field("damage_amount", Kind.MONEY, Label("Зыяндын өлчөмү", "Размер ущерба", "Amount of the damage"),
        unit="damage_done", minimum=0, source=cpc("256(1)(5)")),
    Field("mitigating", Kind.CODE, Label("Жеңилдетүүчү жагдайлар", "Смягчающие обстоятельства",
        "Mitigating circumstances"), merge=Merge.SET, codes="mitigating_circumstance", source=cpc("256(1)(6)")),
    Field("aggravating", Kind.CODE, Label("Оордотуучу жагдайлар", "Отягчающие обстоятельства",
        "Aggravating circumstances"), merge=Merge.SET, codes="aggravating_circumstance", source=cpc("256(1)(6)")),
    Field("none_mitigating", Kind.TRI, Label("Жеңилдетүүчү жагдайлар аныкталган жок",
        "Смягчающих обстоятельств не установлено", "No mitigating circumstances were found"), source=cpc("256(1)(6)")),
    Field("none_aggravating", Kind.TRI, Label("Оордотуучу жагдайлар аныкталган жок",
        "Отягчающих обстоятельств не установлено", "No aggravating circumstances were found"), source=cpc("256(1)(6)")),
    Field("evidence", Kind.RICH, Label("Далилдердин тизмеси жана кыскача мазмуну",
        "Перечень доказательств и их краткое содержание", "List of evidence and its summary"),
        max_length=100_000, source=cpc("256(1)(7)")),
    relies_on(),
    Field("article", Kind.CODE, Label("Беренеси", "Статья", "Article"), unit="qualification",
        codes="criminal_code_article", source=cpc("256(1)(8)")),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?", source=cpc("256(1)(8)")),
    Field("point", Kind.TEXT, Label("Пункту", "Пункт", "Point"), unit="qualification", max_length=20,
        source=cpc("256(1)(8)")),
    Field("gravity", Kind.CODE, Label("Оордугу", "Тяжесть", "Gravity"), codes="gravity",
        derived=Gravity("article", "part")),
    Field("further_articles", Kind.CODE, Label("Башка беренелер", "Иные статьи", "Further articles"),
        merge=Merge.SET, codes="criminal_code_article", source=cpc("256(1)(8)")),
    Field("damages_secured", Kind.RICH, Label("Зыянды жана конфискацияны камсыздоо чаралары",
        "Меры по возмещению вреда и конфискации", "Measures for damages and confiscation"), max_length=20_000,
        source=cpc("256(1)(9)")),
    Field("confiscation_evidence", Kind.RICH, Label("Конфискациялануучу мүлк боюнча далилдер",
        "Доказательства об имуществе, подлежащем конфискации", "Evidence on property to be confiscated"),
        max_length=20_000, source=cpc("256(1)(10)")),
    Field("volumes", Kind.INT, Label("Томдор", "Томов", "Volumes"), unit="case_file", minimum=0,
        source=cpc("256(2)")),
    Field("folios", Kind.INT, Label("Барактар", "Листов", "Folios"), unit="case_file", minimum=0,
        source=cpc("256(2)")),
    Field("folio_references", Kind.RICH, Label("Томдорго жана барактарга шилтемелер", "Ссылки на тома и листы",
        "References to volumes and folios"), max_length=50_000, source=cpc("256(2)")),
)

LIST = Section("persons", Label("Сотко чакырылуучулардын тизмеси", "Список лиц, подлежащих вызову",
    "Persons to be called"), cpc("256(3)"))
_LIST_FIELDS = LIST.of(
    Field("called_by_prosecution", Kind.REF, Label("Айыптоо тарабынан", "Со стороны обвинения", "For the prosecution"),
        merge=Merge.SET, target="person", source=cpc("256(3)"),
        help=Label("Даректер айыпталуучуга берилүүчү көчүрмөдө болбойт.",
            "Адреса не печатаются в копии для обвиняемого.",
            "Addresses are never printed on the copy for the accused.")),
    Field("called_by_defence", Kind.REF, Label("Коргоо тарабынан", "Со стороны защиты", "For the defence"),
        merge=Merge.SET, target="person", source=cpc("256(3)")),
    Field("called_pseudonyms", Kind.TEXT, Label("Лакап аттар менен чакырылуучулар", "Вызываемые под псевдонимами",
        "Called under pseudonyms"), merge=Merge.SET, max_length=100, source=cpc("256(3)")),
    Field("statement_folios", Kind.RICH, Label("Көрсөтмөлөр кайсы барактарда", "Листы дела с показаниями",
        "Folios of their statements"), max_length=20_000, source=cpc("256(3)")),
)

CERTIFICATE = Section("certificate", Label("Мөөнөттөр жана чаралар жөнүндө маалымкат", "Справка о сроках и мерах",
    "Certificate of terms and measures"), cpc("256(4)"))
_CERTIFICATE_FIELDS = CERTIFICATE.of(
    Field("investigation_from", Kind.DATE, Label("Иш козголгон күн", "Дело возбуждено", "Case initiated on"),
        unit="investigation_term", source=cpc("256(4)")),
    Field("investigation_until", Kind.DATE, Label("Тергөө аяктаган күн", "Следствие окончено",
        "Investigation ended on"), unit="investigation_term", not_before="investigation_from", source=cpc("256(4)")),
    Field("extensions", Kind.RICH, Label("Узартуулар жана токтотуулар", "Продления и приостановления",
        "Extensions and suspensions"), max_length=10_000, source=cpc("256(4)")),
    Field("measures", Kind.RICH, Label("Бөгөт коюу чаралары", "Меры пресечения", "Measures of restraint"),
        max_length=10_000, source=cpc("256(4)")),
    Field("custody_time", Kind.RICH, Label("Кармоодо болгон убакыт", "Время содержания под стражей",
        "Time in custody"), max_length=5_000, source=cpc("256(4)")),
    Field("house_arrest_time", Kind.RICH, Label("Үй камагында болгон убакыт", "Время домашнего ареста",
        "Time under house arrest"), max_length=5_000, source=cpc("256(4)")),
    Field("physical_evidence", Kind.RICH, Label("Буюм далилдер", "Вещественные доказательства", "Physical evidence"),
        max_length=20_000, source=cpc("256(4)")),
    Field("civil_claims", Kind.MONEY, Label("Доо арыздардын суммасы", "Сумма исков", "Civil claims"), minimum=0),
    Field("costs", Kind.MONEY, Label("Процесстик чыгымдар", "Процессуальные издержки", "Procedural costs"), minimum=0,
        source=cpc("256(4)")),
    Field("fine_secured", Kind.RICH, Label("Айып пулду жана конфискацияны камсыздоо",
        "Обеспечение штрафа и конфискации", "Securing of fine and confiscation"), max_length=10_000,
        source=cpc("256(4)")),
    Field("dependants", Kind.RICH, Label("Багуусундагылардын укугун коргоо чаралары", "Меры в отношении иждивенцев",
        "Measures for dependants"), max_length=10_000, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("256(4)")),
)

IDENTITY = Section("identity", Label("Инсандыкты ырастоочу документтер", "Документы, удостоверяющие личность",
    "Identity documents"), cpc("256(5)"))
_IDENTITY_FIELDS = IDENTITY.of(
    Field("identity_copies", Kind.FILE, Label("Документтердин көчүрмөлөрү", "Копии документов", "Copies of documents"),
        merge=Merge.SET, sensitivity=Sensitivity.CONTACT, source=cpc("256(5)")),
    Field("document_missing", Kind.TRI, Label("Документи жок", "Документ отсутствует", "No identity document"),
        unit="documentation", source=cpc("256(5)")),
    Field("document_asked_at", Kind.TIMESTAMP, Label("Документ берүү суралды",
        "Направлено обращение о документировании", "Issue of a document asked at"), unit="documentation",
        not_future=True, required_when=Equals("document_missing", "yes"), source=cpc("256(5)")),
)

SENDING = Section("sending", Label("Прокурорго жөнөтүү", "Направление прокурору", "Sending to the prosecutor"),
    cpc("256(6)"))
_SENDING_FIELDS = SENDING.of(
    Field("head_consent_at", Kind.TIMESTAMP, Label("Тергөө бөлүгүнүн жетекчиси макул",
        "Согласие руководителя следственного подразделения", "Consent of the head at"), not_future=True,
        source=cpc("256(6)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, Label("Прокурорго жөнөтүлдү", "Направлено прокурору",
        "Sent to the prosecutor at"), not_future=True, not_before="drawn_at", source=cpc("256(6)"), stays_open=True),
    Field("measure_ends_on", Kind.DATE, Label("Бөгөт чарасынын мөөнөтү бүтөт", "Окончание срока меры пресечения",
        "Measure of restraint ends on"), source=cpc("256(6)"), stays_open=True),
    Field("translated_into", Kind.CODE, Label("Кайсы тилдерге которулду", "Переведён на языки", "Translated into"),
        merge=Merge.SET, codes="language", source=cpc("256(6)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

INDICTMENT = RecordType(
    "indictment",
    1,
    Label("Айыптоо актысы", "Обвинительный акт", "Indictment act"),
    Archetype.ORDER,
    (*_ACT_FIELDS, *_LIST_FIELDS, *_CERTIFICATE_FIELDS, *_IDENTITY_FIELDS, *_SENDING_FIELDS,
        *order_header("indictment")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Айыптоо актысы {drawn_at}[, {accused}][, {article#}-берене][; прокурорго {sent_at}]",
        "Обвинительный акт {drawn_at}[, {accused}][, ст. {article#}][; прокурору {sent_at}]",
        "Indictment act {drawn_at}[, {accused}][, art. {article#}][; to the prosecutor {sent_at}]",
    ),
    sections=(ACT, LIST, CERTIFICATE, IDENTITY, SENDING, HEADER),
    columns=("drawn_at", "article", "part", "volumes", "folios", "head_consent_at", "sent_at", "measure_ends_on"),
    moment="drawn_at",
    source=cpc("256"),
    steps=("P52",),
    signing=Signing("2026-1", ("investigator",), (("head", "approval"),)),
)

TYPES = (INDICTMENT,)
