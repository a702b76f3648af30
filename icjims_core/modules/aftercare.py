"""Voluntary help before and after release: request, contract, services, end (P80)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import Archetype, Field, Filled, Kind, Label, Merge, RecordType, Section, Source
from icjims_core.law.references import pec

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", Label("Кайрылуу", "Обращение", "Request"), pec("161, 162"))
_REQUEST_FIELDS = REQUEST.of(
    Field("person", Kind.REF, Label("Бошотулган адам", "Освобождённый", "Released person"),
        required=True, target="person"),
    Field("released_on", Kind.DATE,
        Label("Бошотулган же бошотулчу күн", "Дата освобождения", "Date of release"),
        source=pec("162(1)")),
    Field("facility", Kind.TEXT, Label("Кайсы мекемеден", "Из какого учреждения", "From which facility"),
        max_length=300),
    Field("preparation_from", Kind.DATE,
        Label("Даярдык башталган күн", "Подготовка начата", "Preparation began on"),
        help=Label("Бошотуудан алты ай мурда.", "За шесть месяцев до освобождения.",
            "Six months before the release."), source=pec("162(1)")),
    Field("notice_received_at", Kind.TIMESTAMP,
        Label("Мекеменин билдирүүсү келди", "Уведомление учреждения получено",
            "Notice of the facility received at"), not_future=True, source=pec("162(1)")),
    Field("housing_known", Kind.TRI,
        Label("Турак жайы бар", "Жильё имеется", "Has a home to go to"), source=pec("162(1)")),
    Field("able_to_work", Kind.TRI,
        Label("Эмгекке жөндөмдүү", "Трудоспособен(на)", "Able to work"), source=pec("162(1)")),
    Field("requested_at", Kind.TIMESTAMP,
        Label("Кардар кайрылды", "Клиент обратился", "Help asked for at"), not_future=True),
    Field("voluntary_consent", Kind.TRI,
        Label("Өз эрки менен макул", "Согласие добровольное", "Consents of own will"),
        source=Source("Probation Law", "№ 34")),
    Field("needs", Kind.RICH, Label("Муктаждыктары", "Потребности", "Needs"), max_length=10_000),
)

CONTRACT = Section("contract", Label("Келишим", "Договор", "Contract"))
_CONTRACT_FIELDS = CONTRACT.of(
    Field("contract_number", Kind.TEXT,
        Label("Келишимдин номери", "Номер договора", "Number of the contract"), unit="agreement",
        max_length=60),
    Field("contract_from", Kind.DATE,
        Label("Келишим качантан", "Договор с", "Contract from"), unit="agreement"),
    Field("contract_until", Kind.DATE,
        Label("Келишим качанга чейин", "Договор до", "Contract until"), unit="agreement",
        not_before="contract_from"),
    Field("services", Kind.CODE, Label("Жардамдын түрлөрү", "Виды помощи", "Kinds of help"),
        merge=Merge.SET, codes="help_kind", source=pec("162, 163")),
    Field("partners", Kind.TEXT,
        Label("Катышкан уюмдар", "Участвующие организации", "Organisations taking part"),
        merge=Merge.SET, max_length=300, source=pec("162(5)")),
    Field("given", Kind.TEXT,
        Label("Көрсөтүлгөн жардам", "Оказанная помощь", "Help given"), merge=Merge.APPEND,
        max_length=2_000),
)

END = Section("end_part", Label("Аякташы", "Окончание", "End"))
_END_FIELDS = END.of(
    Field("ended_on", Kind.DATE, Label("Аяктаган күнү", "Дата окончания", "Ended on"), unit="end",
        not_future=True),
    Field("end_reason", Kind.CODE, Label("Кантип аяктады", "Чем окончилась", "How it ended"),
        unit="end", codes="aftercare_end", required_when=Filled("ended_on")),
    Field("client_view", Kind.RICH,
        Label("Кардардын пикири", "Мнение клиента", "The client’s view"), max_length=5_000),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

AFTERCARE = RecordType(
    "aftercare",
    1,
    Label("Пенитенциардан кийинки жардам", "Постпенитенциарная помощь", "Help after release"),
    Archetype.DOSSIER,
    (*_REQUEST_FIELDS, *_CONTRACT_FIELDS, *_END_FIELDS, *paper("aftercare")),
    roles=("probation_officer", "penitentiary_officer", "head"),
    sentence=Label(
        "{person}: кийинки жардам[, келишим {contract_number}][, {contract_until} чейин][; {end_reason}]",
        "{person}: помощь после освобождения[, договор {contract_number}][, до {contract_until}][; {end_reason}]",
        "{person}: help after release[, contract {contract_number}][, until {contract_until}][; {end_reason}]",
    ),
    sections=(REQUEST, CONTRACT, END, PAPER),
    columns=("person", "released_on", "requested_at", "contract_number", "contract_until", "ended_on",
        "end_reason"),
    moment="requested_at",
    source=pec("161, 162"),
    steps=("P80",),
    purpose="execution_of_sentences",
)

TYPES = (AFTERCARE,)
