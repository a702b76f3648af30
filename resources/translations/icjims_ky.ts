<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ky_KG" sourcelanguage="en_US">
<context>
    <name>Annulling</name>
    <message>
        <source>{record}: it counts again. The annulment and its reason stay in the history.</source>
        <translation>{record}: кайра эсепке алынат. Жокко чыгаруу жана анын себеби тарыхта калат.</translation>
    </message>
    <message>
        <source>Take the annulment back</source>
        <translation>Жокко чыгарууну кайтаруу</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Кайтаруу</translation>
    </message>
    <message>
        <source>{record}: it no longer counts and stays in the history with your reason; nothing is deleted.</source>
        <translation>{record}: мындан ары эсепке алынбайт жана сиздин себебиңиз менен тарыхта калат; эч нерсе өчүрүлбөйт.</translation>
    </message>
    <message>
        <source>Annul the record</source>
        <translation>Жазууну жокко чыгаруу</translation>
    </message>
    <message>
        <source>Annul</source>
        <translation>Жокко чыгаруу</translation>
    </message>
</context>
<context>
    <name>AppendEditor</name>
    <message>
        <source>in effect</source>
        <translation>күчүндө</translation>
    </message>
    <message>
        <source>What was entered is never changed; a new entry is added beside it.</source>
        <translation>Жазылган өзгөртүлбөйт; жаңысы жанына кошулат.</translation>
    </message>
    <message>
        <source>Each time is entered with its source; later ones are added, none is changed.</source>
        <translation>Ар бир убакыт булагы менен жазылат; кийинкилери кошулат, эч бири өзгөрбөйт.</translation>
    </message>
    <message>
        <source>entered: {who}</source>
        <translation>жазган: {who}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The program failed at one place: {place}</source>
        <translation>Программа бир жерде жаңылды: {place}</translation>
    </message>
    <message>
        <source>What is recorded and what is typed is safe. Nothing of any case is in this message.</source>
        <translation>Жазылган да, терилген да сакталды. Бул билдирүүдө эч бир иштин маалыматы жок.</translation>
    </message>
    <message>
        <source>Go on working. If it repeats, tell support this place.</source>
        <translation>Иштей бериңиз. Кайталанса, бул жерди колдоо кызматына айтыңыз.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Overdue</source>
        <translation>Мөөнөтү өткөн</translation>
    </message>
    <message>
        <source>Today, and by the hour (up to 48 h)</source>
        <translation>Бүгүн жана сааттап (48 саатка чейин)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Бүгүн</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>Бир жуманын ичинде</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Кийинчерээк</translation>
    </message>
    <message>
        <source>Done too late</source>
        <translation>Кеч аткарылган</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>аткарылды</translation>
    </message>
    <message>
        <source>not kept, the reason is recorded</source>
        <translation>аткарылган жок, себеби жазылган</translation>
    </message>
    <message>
        <source>ended before the take-over</source>
        <translation>кабыл алууга чейин бүткөн</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>токтоп турат</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>жоюлду</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>бүттү</translation>
    </message>
    <message>
        <source>done late</source>
        <translation>кеч аткарылды</translation>
    </message>
    <message>
        <source>no number in the law</source>
        <translation>мыйзамда саны жок</translation>
    </message>
    <message>
        <source>today</source>
        <translation>бүгүн</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мүн</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} с {minutes} мүн</translation>
    </message>
    <message>
        <source>late</source>
        <translation>кечикти</translation>
    </message>
    <message>
        <source>late by {span}</source>
        <translation>{span} кечикти</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>{start} баштап</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>liberty and body</source>
        <translation>эркиндик жана дене</translation>
    </message>
    <message numerus="yes">
        <source>missed %n time(s)</source>
        <translation>
            <numerusform>%n жолу өткөрүлдү</numerusform>
            <numerusform>%n жолу өткөрүлдү</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s), the strictest is shown</source>
        <translation>
            <numerusform>%n окулуш, эң катуусу көрсөтүлдү</numerusform>
            <numerusform>%n окулуш, эң катуусу көрсөтүлдү</numerusform>
        </translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Калды</translation>
    </message>
    <message>
        <source>What to do and why</source>
        <translation>Эмне кылуу керек жана эмне үчүн</translation>
    </message>
    <message>
        <source>Case and person</source>
        <translation>Иш жана адам</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Мөөнөтү</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>Record a new one: “{name}”</source>
        <translation>Жаңысын жазуу: «{name}»</translation>
    </message>
</context>
<context>
    <name>CaseFilters</name>
    <message>
        <source>All</source>
        <translation>Баары</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Айырмасы бар</translation>
    </message>
    <message>
        <source>Annulled</source>
        <translation>Жокко чыгарылган</translation>
    </message>
    <message>
        <source>This case has left this workstation</source>
        <translation>Бул иш бул жумуш ордунан кетти</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Cases</source>
        <translation>Иштер</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Кадам кошуу</translation>
    </message>
    <message>
        <source>Inventory…</source>
        <translation>Опись…</translation>
    </message>
    <message numerus="yes">
        <source>How they were counted: %n due date(s)</source>
        <translation>
            <numerusform>Кантип эсептелди: %n мөөнөт</numerusform>
            <numerusform>Кантип эсептелди: %n мөөнөт</numerusform>
        </translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>Мөөнөттөр</translation>
    </message>
    <message>
        <source>Responsible: {name}</source>
        <translation>Жооптуу: {name}</translation>
    </message>
</context>
<context>
    <name>CaseListModel</name>
    <message>
        <source>in brief: Enter asks for a purpose</source>
        <translation>кыскача: Enter максатын сурайт</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n айырма</numerusform>
            <numerusform>%n айырма</numerusform>
        </translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>борборго жетти</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>жөнөтүүнү күтүүдө</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номери</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Иш</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Баскычы</translation>
    </message>
    <message>
        <source>Nearest time limit</source>
        <translation>Жакынкы мөөнөт</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Жооптуу</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Өзгөргөн</translation>
    </message>
</context>
<context>
    <name>CasePeek</name>
    <message>
        <source>Open</source>
        <translation>Ачуу</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Жооптуу</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Өзгөргөн</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Борбор</translation>
    </message>
    <message>
        <source>A colleague&apos;s case: only what finds it is shown. Open it and state a purpose to see the rest.</source>
        <translation>Кесиптештин иши: табууга керектүү гана көрсөтүлдү. Калганын көрүү үчүн ачып, максатын көрсөтүңүз.</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>Participants</source>
        <translation>Катышуучулар</translation>
    </message>
    <message>
        <source>Nobody’s part in the case is recorded yet</source>
        <translation>Эч кимдин иштеги катышуусу жазыла элек</translation>
    </message>
    <message>
        <source>Measures in force</source>
        <translation>Колдонуудагы чаралар</translation>
    </message>
    <message>
        <source>Safeguard passport</source>
        <translation>Кепилдик паспорту</translation>
    </message>
    <message>
        <source>{name}: {done} safeguards recorded, not recorded: {missing}</source>
        <translation>{name}: {done} кепилдик жазылган, жазылган эмес: {missing}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>дагы {count}</translation>
    </message>
    <message>
        <source>Stated otherwise or annulled</source>
        <translation>Башкача айтылган же жокко чыгарылган</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Дал келбегени</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлдар</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in their records</source>
        <translation>
            <numerusform>жана дагы %n, өз жазууларында</numerusform>
            <numerusform>жана дагы %n, өз жазууларында</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документтер</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Каралама</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>каралама</translation>
    </message>
    <message>
        <source>draft, {at}</source>
        <translation>каралама, {at}</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Cases</source>
        <translation>Иштер</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n иш</numerusform>
            <numerusform>%n иш</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: number, name, article, stage</source>
        <translation>Тандоо: номер, ат, берене, стадия</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Тизмени чыпкалоо</translation>
    </message>
    <message>
        <source>In the order of stages</source>
        <translation>Стадиялар тартибинде</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>Азырынча иш жок</translation>
    </message>
    <message>
        <source>A case begins with a report entered in the unified register.</source>
        <translation>Иш бирдиктүү реестрге киргизилген билдирүүдөн башталат.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Жаңы иш</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>limits: {ends}</source>
        <translation>чектер: {ends}</translation>
    </message>
    <message>
        <source>Liberty: the limit has passed</source>
        <translation>Эркиндик: чек өттү</translation>
    </message>
    <message>
        <source>Liberty, hours</source>
        <translation>Эркиндик, сааттар</translation>
    </message>
    <message>
        <source>by {until}: {what} ({article})</source>
        <translation>{until} чейин: {what} ({article})</translation>
    </message>
    <message>
        <source>since {since}</source>
        <translation>{since} баштап</translation>
    </message>
    <message>
        <source>How it was counted</source>
        <translation>Кантип эсептелди</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ишти ачуу</translation>
    </message>
</context>
<context>
    <name>ClocksCard</name>
    <message>
        <source>Clocks already run</source>
        <translation>Сааттар жүрүп жатат</translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>{field}: show all</source>
        <translation>{field}: баарын көрсөтүү</translation>
    </message>
    <message>
        <source>word or number</source>
        <translation>сөз же номер</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find a case</source>
        <translation>Иш издөө</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Жаңы иш</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Бүгүнкүгө өтүү</translation>
    </message>
    <message>
        <source>Go to cases</source>
        <translation>Иштерге өтүү</translation>
    </message>
    <message>
        <source>Go to people: who may be one</source>
        <translation>Адамдарга өтүү: бир адам болушу мүмкүндөр</translation>
    </message>
    <message>
        <source>Go to conflicts</source>
        <translation>Айырмаларга өтүү</translation>
    </message>
    <message>
        <source>Go to papers and journals</source>
        <translation>Кагаздарга жана журналдарга өтүү</translation>
    </message>
    <message>
        <source>Go to sync</source>
        <translation>Алмашууга өтүү</translation>
    </message>
    <message>
        <source>Take one case over from paper</source>
        <translation>Бир ишти кагаздан кабыл алуу</translation>
    </message>
    <message>
        <source>Take cases over from a workbook</source>
        <translation>Иштерди таблицадан кабыл алуу</translation>
    </message>
    <message>
        <source>Print a journal</source>
        <translation>Журналды басып чыгаруу</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артка</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Алга</translation>
    </message>
    <message>
        <source>Help of the focused field</source>
        <translation>Учурдагы талаанын жардамы</translation>
    </message>
    <message>
        <source>Sheet of keys</source>
        <translation>Баскычтар барагы</translation>
    </message>
    <message>
        <source>Next region of the window</source>
        <translation>Терезенин кийинки бөлүгү</translation>
    </message>
    <message>
        <source>Sync state; again: exchange now</source>
        <translation>Алмашуу абалы; дагы бир жолу: азыр алмашуу</translation>
    </message>
    <message>
        <source>Take the told away: it is read</source>
        <translation>Айтылганды алып салуу: окулду</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Кулпулоо</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Тизмени чыпкалоо</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Жылуу</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Көз салуу</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ачуу</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Кадам кошуу</translation>
    </message>
    <message>
        <source>Choose a lawful act</source>
        <translation>Мыйзамдуу аракетти тандоо</translation>
    </message>
    <message>
        <source>Sign or countersign the act</source>
        <translation>Актыга кол коюу же бекитүү</translation>
    </message>
    <message>
        <source>Print the act as a paper</source>
        <translation>Актыны кагазга басып чыгаруу</translation>
    </message>
    <message>
        <source>Print the inventory of the case</source>
        <translation>Иштин описин басып чыгаруу</translation>
    </message>
    <message>
        <source>Due dates and how they were counted</source>
        <translation>Мөөнөттөр жана алар кантип эсептелген</translation>
    </message>
    <message>
        <source>Safeguards and custody</source>
        <translation>Кепилдиктер жана камакта кармоо</translation>
    </message>
    <message>
        <source>Correct a signed act by a new one</source>
        <translation>Кол коюлган актыны жаңысы менен оңдоо</translation>
    </message>
    <message>
        <source>Record, and sign an act of yours</source>
        <translation>Жазуу, өз актыңызга кол коюу</translation>
    </message>
    <message>
        <source>Record without signing</source>
        <translation>Кол койбой жазуу</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Прокурорго кат</translation>
    </message>
    <message>
        <source>Annul the record, or undo it</source>
        <translation>Жазууну жокко чыгаруу же кайтаруу</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Файл тиркөө</translation>
    </message>
    <message>
        <source>State a time with its source</source>
        <translation>Убакытты булагы менен көрсөтүү</translation>
    </message>
    <message>
        <source>Put off, the draft stays</source>
        <translation>Кийинкиге калтыруу, каралама сакталат</translation>
    </message>
    <message>
        <source>Choose mine</source>
        <translation>Меникин тандоо</translation>
    </message>
    <message>
        <source>Choose theirs</source>
        <translation>Алардыкын тандоо</translation>
    </message>
    <message>
        <source>Choose what it was</source>
        <translation>Мурдагысын тандоо</translation>
    </message>
    <message>
        <source>Combine the texts</source>
        <translation>Тексттерди бириктирүү</translation>
    </message>
    <message>
        <source>Edit the result</source>
        <translation>Жыйынтыкты оңдоо</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Кийин чечүү</translation>
    </message>
    <message>
        <source>Accept the decision</source>
        <translation>Чечимди кабыл алуу</translation>
    </message>
    <message>
        <source>Pause, go on</source>
        <translation>Тыныгуу, улантуу</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Бардык жерде</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>Тизмелерде</translation>
    </message>
    <message>
        <source>In a case</source>
        <translation>Иште</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>Формада</translation>
    </message>
    <message>
        <source>In a conflict</source>
        <translation>Айырмада</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>Алмашууда</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Боштук</translation>
    </message>
</context>
<context>
    <name>ConflictDetail</name>
    <message>
        <source>A reason is needed</source>
        <translation>Себеби керек</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Айырмалар</translation>
    </message>
    <message>
        <source>Conflict before</source>
        <translation>Мурунку айырма</translation>
    </message>
    <message>
        <source>Conflict after</source>
        <translation>Кийинки айырма</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Кийин чечүү</translation>
    </message>
    <message>
        <source>Accept the decision</source>
        <translation>Чечимди кабыл алуу</translation>
    </message>
    <message>
        <source>Reason (required):</source>
        <translation>Себеби (милдеттүү):</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Себеби</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>меники</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>алардыкы</translation>
    </message>
    <message>
        <source>was</source>
        <translation>мурда</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>бириктирүү</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>оңдоо</translation>
    </message>
    <message>
        <source>field</source>
        <translation>талаа</translation>
    </message>
    <message>
        <source>Both versions stay in the case with names and times.</source>
        <translation>Эки вариант тең аты жана убактысы менен иште калат.</translation>
    </message>
    <message>
        <source>Case {number}</source>
        <translation>Иш {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s) agree or came together by themselves</source>
        <translation>
            <numerusform>Дагы %n талаа дал келди же өзү биригип калды</numerusform>
            <numerusform>Дагы %n талаа дал келди же өзү биригип калды</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} жана дагы {count}</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Мурда</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Меники</translation>
    </message>
    <message>
        <source>One version</source>
        <translation>Бир вариант</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Алардыкы</translation>
    </message>
    <message>
        <source>Other version</source>
        <translation>Башка вариант</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Болот</translation>
    </message>
    <message>
        <source>after your choice</source>
        <translation>сиз тандагандан кийин</translation>
    </message>
    <message>
        <source>after the decision</source>
        <translation>чечимден кийин</translation>
    </message>
    <message>
        <source>Leave it for now</source>
        <translation>Азырынча калтыруу</translation>
    </message>
    <message>
        <source>You may explain your version.</source>
        <translation>Өз вариантыңызды түшүндүрө аласыз.</translation>
    </message>
    <message>
        <source>You may read the versions.</source>
        <translation>Варианттарды окуй аласыз.</translation>
    </message>
    <message>
        <source>Record my explanation</source>
        <translation>Түшүндүрмөмдү жазуу</translation>
    </message>
    <message>
        <source>Why I recorded it so:</source>
        <translation>Эмне үчүн ушундай жаздым:</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Түшүндүрмө</translation>
    </message>
</context>
<context>
    <name>ConflictQueue</name>
    <message>
        <source>Conflicts</source>
        <translation>Айырмалар</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a choice</source>
        <translation>
            <numerusform>%n тандоону күтөт</numerusform>
            <numerusform>%n тандоону күтөт</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsReading</name>
    <message>
        <source>since {when}</source>
        <translation>качантан: {when}</translation>
    </message>
    <message>
        <source>Liberty of a person</source>
        <translation>Адамдын эркиндиги</translation>
    </message>
    <message>
        <source>Whoever may change this record decides; both versions stay in the case.</source>
        <translation>Бул жазууну өзгөртүүгө укугу бар адам чечет; эки вариант тең иште калат.</translation>
    </message>
    <message>
        <source>The supervising prosecutor decides; both versions stay in the case.</source>
        <translation>Көзөмөлдөгөн прокурор чечет; эки вариант тең иште калат.</translation>
    </message>
    <message>
        <source>The supervising prosecutor decides ({office}); both versions stay.</source>
        <translation>Көзөмөлдөгөн прокурор чечет ({office}); эки вариант тең калат.</translation>
    </message>
</context>
<context>
    <name>ConflictsView</name>
    <message>
        <source>All versions stay in the history. Another decision takes this one back.</source>
        <translation>Бардык варианттар тарыхта калат. Башка чечим муну артка кайтарат.</translation>
    </message>
    <message>
        <source>The decision is recorded</source>
        <translation>Чечим жазылды</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>Башкача чечүү</translation>
    </message>
    <message>
        <source>Nobody disagrees</source>
        <translation>Айырма жок</translation>
    </message>
    <message>
        <source>When two people change the same field, the choice waits here.</source>
        <translation>Эки адам бир эле талааны өзгөртсө, тандоо ушул жерде күтөт.</translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>Correct by a new act</source>
        <translation>Жаңы акт менен оңдоо</translation>
    </message>
    <message>
        <source>What was signed is not changed. A new act opens with everything it says; you correct and sign it.</source>
        <translation>Кол коюлган өзгөрбөйт. Анын бардык мазмуну менен жаңы акт ачылат; аны оңдоп, кол коёсуз.</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>Эмне үчүн оңдолот</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Ошол бойдон калтыруу</translation>
    </message>
    <message>
        <source>Make the new act</source>
        <translation>Жаңы акт түзүү</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n күн</numerusform>
            <numerusform>%n күн</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late by %n day(s)</source>
        <translation>
            <numerusform>%n күн кечикти</numerusform>
            <numerusform>%n күн кечикти</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in custody</source>
        <translation>
            <numerusform>камакта %n күн</numerusform>
            <numerusform>камакта %n күн</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) in custody</source>
        <translation>
            <numerusform>кармалганына %n саат</numerusform>
            <numerusform>кармалганына %n саат</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n күн калды</numerusform>
            <numerusform>%n күн калды</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n safeguard(s) not due</source>
        <translation>
            <numerusform>Азыр талап кылынбайт: %n кепилдик</numerusform>
            <numerusform>Азыр талап кылынбайт: %n кепилдик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) of what is recorded; the longest custody is shown</source>
        <translation>
            <numerusform>Жазылгандын %n окулушу бар; камактын эң узагы көрсөтүлдү</numerusform>
            <numerusform>Жазылгандын %n окулушу бар; камактын эң узагы көрсөтүлдү</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n allegation(s) of torture without a decision</source>
        <translation>
            <numerusform>Чечим чыга элек кыйноо арызы: %n</numerusform>
            <numerusform>Чечим чыга элек кыйноо арызы: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s) not confirmed</source>
        <translation>
            <numerusform>Тастыкталбаган өткөрүп берүү: %n</numerusform>
            <numerusform>Тастыкталбаган өткөрүп берүү: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s) to receive</source>
        <translation>
            <numerusform>Алынчу өткөрүп берүү: %n</numerusform>
            <numerusform>Алынчу өткөрүп берүү: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) wait for your consent or approval</source>
        <translation>
            <numerusform>Макулдугуңузду же бекитүүңүздү күткөн акты: %n</numerusform>
            <numerusform>Макулдугуңузду же бекитүүңүздү күткөн акты: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your act(s) not signed</source>
        <translation>
            <numerusform>Кол коюла элек актыңыз: %n</numerusform>
            <numerusform>Кол коюла элек актыңыз: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stated otherwise or annulled in %n case(s)</source>
        <translation>
            <numerusform>%n иште башкача айтылган же жокко чыгарылган</numerusform>
            <numerusform>%n иште башкача айтылган же жокко чыгарылган</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: %n page(s)</source>
        <translation>
            <numerusform>Жазылды: %n бет</numerusform>
            <numerusform>Жазылды: %n бет</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>мөөнөтү өткөн: %n</numerusform>
            <numerusform>мөөнөтү өткөн: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late by %n year(s)</source>
        <translation>
            <numerusform>%n жыл кечикти</numerusform>
            <numerusform>%n жыл кечикти</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n ачык</numerusform>
            <numerusform>%n ачык</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre did not accept %n change(s)</source>
        <translation>
            <numerusform>Борбор %n өзгөртүүнү кабыл алган жок</numerusform>
            <numerusform>Борбор %n өзгөртүүнү кабыл алган жок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n айырма</numerusform>
            <numerusform>%n айырма</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n каралама</numerusform>
            <numerusform>%n каралама</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n өзгөртүү жөнөтүлө элек</numerusform>
            <numerusform>%n өзгөртүү жөнөтүлө элек</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>кк.аа.жжжж</translation>
    </message>
</context>
<context>
    <name>DigestsCard</name>
    <message>
        <source>Check now</source>
        <translation>Азыр салыштыруу</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Азырынча салыштырылган жок</translation>
    </message>
    <message>
        <source>The check compares what you and the centre hold.</source>
        <translation>Салыштыруу сизде жана борбордо эмне бар экенин текшерет.</translation>
    </message>
    <message>
        <source>Both sides hold the same</source>
        <translation>Эки тарапта бирдей</translation>
    </message>
    <message>
        <source>Checked {at}: the fingerprints agree.</source>
        <translation>{at} текшерилди: издери дал келди.</translation>
    </message>
    <message numerus="yes">
        <source>Checked {at}: %Ln record(s), the fingerprints agree.</source>
        <translation>
            <numerusform>{at} салыштырылды: %Ln жазуу, издери дал келди.</numerusform>
            <numerusform>{at} салыштырылды: %Ln жазуу, издери дал келди.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sides do not hold the same</source>
        <translation>Эки тарапта бирдей эмес</translation>
    </message>
    <message>
        <source>Checked {at}. The next exchange brings what is missing.</source>
        <translation>{at} салыштырылды. Жетпегени кийинки алмашууда келет.</translation>
    </message>
</context>
<context>
    <name>DirectoryEditor</name>
    <message>
        <source>name, language or place</source>
        <translation>аты, тили же жери</translation>
    </message>
    <message>
        <source>Directory: show all</source>
        <translation>Маалымдама: баарын көрсөтүү</translation>
    </message>
</context>
<context>
    <name>DossierPresenter</name>
    <message>
        <source>Safeguard passport</source>
        <translation>Кепилдик паспорту</translation>
    </message>
    <message>
        <source>What was done is recorded as it was. Look first whether another step is missing.</source>
        <translation>Жасалган иш кандай болсо, ошондой жазылат. Адегенде башка кадам жазылбай калбаганын караңыз.</translation>
    </message>
    <message>
        <source>The law does not provide for this step now</source>
        <translation>Мыйзам бул кадамды азыр карабайт</translation>
    </message>
</context>
<context>
    <name>DossierReading</name>
    <message>
        <source>The records tell different courses: {states}</source>
        <translation>Жазуулар ар башка жүрүштү айтат: {states}</translation>
    </message>
    <message>
        <source>Annulled</source>
        <translation>Жокко чыгарылган</translation>
    </message>
    <message>
        <source>In conflict: {count}</source>
        <translation>Айырма: {count}</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>Мөөнөтү өткөн: {count}</translation>
    </message>
    <message>
        <source>annulled {at} ({by}): {reason}</source>
        <translation>{at} жокко чыгарылган ({by}): {reason}</translation>
    </message>
    <message>
        <source>annulled {at} ({by}), which takes no effect: {reason}</source>
        <translation>{at} жокко чыгарылган ({by}), бирок күчү жок: {reason}</translation>
    </message>
    <message>
        <source>first {first}, later stated {stated} ({by})</source>
        <translation>адегенде {first}, кийин {stated} деп айтылган ({by})</translation>
    </message>
    <message>
        <source>recorded {at}</source>
        <translation>жазылган {at}</translation>
    </message>
    <message>
        <source>stated {at} by {by}, who has not signed it</source>
        <translation>{at} актыга кол койбогон {by} жазган</translation>
    </message>
    <message>
        <source>{status}; awaits: {capacity}</source>
        <translation>{status}; күтүлүүдө: {capacity}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Кадамдар</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Адамдар</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Баары</translation>
    </message>
    <message>
        <source>leads to {state}</source>
        <translation>{state} абалына өткөрөт</translation>
    </message>
    <message>
        <source>on another computer</source>
        <translation>башка компьютерде</translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>What can be recorded</source>
        <translation>Эмне жазса болот</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s)</source>
        <translation>
            <numerusform>Бардык %n кадам</numerusform>
            <numerusform>Бардык %n кадам</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Окуялар</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n кадам</numerusform>
            <numerusform>%n кадам</numerusform>
        </translation>
    </message>
    <message>
        <source>Events of the case</source>
        <translation>Иштин окуялары</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>Ачык иш жок</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Тизмеден тандаңыз.</translation>
    </message>
</context>
<context>
    <name>DueExplanation</name>
    <message>
        <source>How it was counted</source>
        <translation>Кантип эсептелди</translation>
    </message>
    <message>
        <source>Hide the counting</source>
        <translation>Эсепти жашыруу</translation>
    </message>
    <message>
        <source>Open the record it runs from</source>
        <translation>Мөөнөт башталган жазууну ачуу</translation>
    </message>
    <message>
        <source>What is recorded allows several ends</source>
        <translation>Жазылгандар боюнча бир нече аягы болушу мүмкүн</translation>
    </message>
    <message>
        <source>not yet checked against the law</source>
        <translation>мыйзам менен салыштырыла элек</translation>
    </message>
    <message>
        <source>acted on: the strictest</source>
        <translation>колдонулат: эң катуусу</translation>
    </message>
</context>
<context>
    <name>DueSheet</name>
    <message>
        <source>Due dates of the case</source>
        <translation>Иштин мөөнөттөрү</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабуу</translation>
    </message>
    <message>
        <source>Nothing recorded in this case starts a due date yet.</source>
        <translation>Бул ишке жазылгандардан азырынча мөөнөт башталбайт.</translation>
    </message>
</context>
<context>
    <name>FieldConflictRow</name>
    <message>
        <source>Was</source>
        <translation>Мурда</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Меники</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Алардыкы</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Болот</translation>
    </message>
    <message>
        <source>was empty</source>
        <translation>бош болчу</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n сөз</numerusform>
            <numerusform>%n сөз</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>тандалды</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>чечиле элек</translation>
    </message>
    <message>
        <source>combined, can be edited</source>
        <translation>бириктирилди, оңдосо болот</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>оңдолду</translation>
    </message>
    <message>
        <source>+{added}, −{gone} words</source>
        <translation>+{added}, −{gone} сөз</translation>
    </message>
    <message numerus="yes">
        <source>+%n word(s)</source>
        <translation>
            <numerusform>+%n сөз</numerusform>
            <numerusform>+%n сөз</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>Help of the field</source>
        <translation>Талаанын жардамы</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Жардам</translation>
    </message>
    <message>
        <source>Empty fields</source>
        <translation>Бош талаалар</translation>
    </message>
    <message>
        <source>Required fields must be filled before you can record. The others may stay empty.</source>
        <translation>Милдеттүү талаалар толмоюн жазылбайт. Калгандары бош калышы мүмкүн.</translation>
    </message>
    <message>
        <source>Dates can be typed like this</source>
        <translation>Күндү мындай жазса болот</translation>
    </message>
    <message>
        <source>yesterday 15:05</source>
        <translation>кечээ 15:05</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>кечээ</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>required</source>
        <translation>милдеттүү</translation>
    </message>
    <message>
        <source>Several versions stand: decide</source>
        <translation>Бир нече вариант бар: чечүү</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Attach files</source>
        <translation>Файл тиркөө</translation>
    </message>
    <message>
        <source>Save a copy outside the system</source>
        <translation>Системадан тышкары көчүрмө сактоо</translation>
    </message>
    <message>
        <source>{name} will stand in the record no longer. That it stood there, and why not any more, stays.</source>
        <translation>{name} мындан ары жазууда турбайт. Ал болгону жана эмне үчүн алынганы сакталат.</translation>
    </message>
    <message>
        <source>Take the file away</source>
        <translation>Файлды жазуудан алуу</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Алуу</translation>
    </message>
    <message>
        <source>“{name}” cannot be shown here</source>
        <translation>«{name}» бул жерде көрсөтүлбөйт</translation>
    </message>
    <message>
        <source>It is no picture of a known kind, or too large.</source>
        <translation>Бул белгилүү түрдөгү сүрөт эмес, же өтө чоң.</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Attach…</source>
        <translation>Тиркөө…</translation>
    </message>
    <message>
        <source>or drop files here; they stay encrypted on this computer</source>
        <translation>же файлды ушул жерге таштаңыз; ал ушул компьютерде шифрленип сакталат</translation>
    </message>
    <message>
        <source>Record it first; then files can be attached.</source>
        <translation>Адегенде жазыңыз; андан кийин файл тиркелет.</translation>
    </message>
    <message>
        <source>Stop attaching</source>
        <translation>Тиркөөнү токтотуу</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>A readable copy was written: {name}. Outside the system nobody but you protects it.</source>
        <translation>Окулуучу көчүрмө жазылды: {name}. Системадан тышкары аны сизден башка эч ким коргобойт.</translation>
    </message>
    <message>
        <source>Copy the SHA-256 of {name}</source>
        <translation>{name} файлынын SHA-256 суммасын көчүрүү</translation>
    </message>
    <message>
        <source>on this computer only</source>
        <translation>ушул компьютерде гана</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>бул компьютерде жок</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Кароо</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сыртка сактоо…</translation>
    </message>
    <message>
        <source>Take away…</source>
        <translation>Алуу…</translation>
    </message>
</context>
<context>
    <name>FormFoot</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n оңдоо керек</numerusform>
            <numerusform>%n оңдоо керек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty</source>
        <translation>
            <numerusform>%n бош</numerusform>
            <numerusform>%n бош</numerusform>
        </translation>
    </message>
    <message>
        <source>What you typed will not be lost</source>
        <translation>Жазганыңыз жоголбойт</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Кийинкиге</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артка</translation>
    </message>
    <message>
        <source>Record only</source>
        <translation>Жазуу гана</translation>
    </message>
    <message>
        <source>Correct by a new act</source>
        <translation>Жаңы акт менен оңдоо</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>Жазуу жана кол коюу</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Кол коюу</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Жазуу</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>Print…</source>
        <translation>Басып чыгаруу…</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Прокурорго кат</translation>
    </message>
    <message>
        <source>Take the annulment back…</source>
        <translation>Жокко чыгарууну кайтаруу…</translation>
    </message>
    <message>
        <source>Annul…</source>
        <translation>Жокко чыгаруу…</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Окуу үчүн гана</translation>
    </message>
    <message>
        <source>Nothing typed yet</source>
        <translation>Азырынча эч нерсе жазылган жок</translation>
    </message>
    <message>
        <source>Draft saved at {time}, on this computer</source>
        <translation>Каралама {time} сакталды, ушул компьютерде</translation>
    </message>
</context>
<context>
    <name>FormPresenter</name>
    <message>
        <source>Record it first; then it can be printed.</source>
        <translation>Адегенде жазыңыз, анан басып чыгарса болот.</translation>
    </message>
    <message>
        <source>The record is sealed. Exchange with the centre now: F8.</source>
        <translation>Жазуу мөөрлөндү. Борбор менен азыр алмашыңыз: F8.</translation>
    </message>
    <message>
        <source>“{name}” is not recorded yet</source>
        <translation>«{name}» азырынча жазыла элек</translation>
    </message>
    <message>
        <source>Record it first as a step of its own; then choose it here.</source>
        <translation>Адегенде өзүнчө кадам катары жазыңыз, анан ушул жерден тандаңыз.</translation>
    </message>
</context>
<context>
    <name>JournalCard</name>
    <message>
        <source>Which day is meant?</source>
        <translation>Кайсы күн?</translation>
    </message>
    <message>
        <source>A day is written as 24.11.2026.</source>
        <translation>Күн 24.11.2026 түрүндө жазылат.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Акыркы күн биринчисинен мурда.</translation>
    </message>
    <message>
        <source>Change one of the two.</source>
        <translation>Экөөнүн бирин өзгөртүңүз.</translation>
    </message>
    <message>
        <source>Journals of the office</source>
        <translation>Бөлүмдүн журналдары</translation>
    </message>
    <message>
        <source>Each page tells its number of all, what it counts, and has lines for signature and stamp.</source>
        <translation>Ар бир бетте анын номери, канча жазуу бары, кол менен мөөр үчүн сап бар.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Башы</translation>
    </message>
    <message>
        <source>to</source>
        <translation>аягы</translation>
    </message>
    <message>
        <source>Which journal</source>
        <translation>Кайсы журнал</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Биринчи күн</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Акыркы күн</translation>
    </message>
    <message>
        <source>Write the PDF…</source>
        <translation>PDF жазуу…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Баскычтар</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>CYR</source>
        <translation>КИР</translation>
    </message>
    <message>
        <source>LAT</source>
        <translation>ЛАТ</translation>
    </message>
</context>
<context>
    <name>LanguageControl</name>
    <message>
        <source>Language</source>
        <translation>Тил</translation>
    </message>
</context>
<context>
    <name>Liberty</name>
    <message>
        <source>less than an hour in custody</source>
        <translation>кармалганына бир сааттан аз болду</translation>
    </message>
    <message>
        <source>at most {months} months</source>
        <translation>эң көбү {months} ай</translation>
    </message>
    <message>
        <source>at most {hours} hours</source>
        <translation>эң көбү {hours} саат</translation>
    </message>
    <message>
        <source>explained: {count}</source>
        <translation>себеби бар: {count}</translation>
    </message>
    <message>
        <source>{label}: by {until}</source>
        <translation>{label}: {until} чейин</translation>
    </message>
    <message>
        <source>{label}: not recorded</source>
        <translation>{label}: жазылган эмес</translation>
    </message>
    <message>
        <source>{label}: late, {at}</source>
        <translation>{label}: кечигип, {at}</translation>
    </message>
    <message>
        <source>recorded late</source>
        <translation>кечигип жазылган</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>жазылган</translation>
    </message>
    <message>
        <source>reason recorded</source>
        <translation>себеби жазылган</translation>
    </message>
    <message>
        <source>before the take-over</source>
        <translation>кабыл алууга чейин</translation>
    </message>
    <message>
        <source>annulled</source>
        <translation>жокко чыгарылган</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>талап кылынбайт</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>жазылган эмес</translation>
    </message>
    <message>
        <source>by {until}</source>
        <translation>{until} чейин</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>азырынча жок</translation>
    </message>
    <message>
        <source>apprehended</source>
        <translation>кармалган</translation>
    </message>
    <message>
        <source>in custody</source>
        <translation>камакта</translation>
    </message>
    <message>
        <source>under house arrest</source>
        <translation>үй камагында</translation>
    </message>
    <message>
        <source>in compulsory hospital care</source>
        <translation>мажбурлап дарылоодо</translation>
    </message>
    <message>
        <source>serving imprisonment</source>
        <translation>эркиндигинен ажыратуу жазасын өтөөдө</translation>
    </message>
    <message>
        <source>tried {at}, {by}: {result}</source>
        <translation>аракет {at}, {by}: {result}</translation>
    </message>
    <message>
        <source>does not count, annulled {at} ({by}): {reason}</source>
        <translation>эсепке алынбайт, {at} жокко чыгарылган ({by}): {reason}</translation>
    </message>
</context>
<context>
    <name>LibertySheet</name>
    <message>
        <source>Safeguards and custody</source>
        <translation>Кепилдиктер жана камак</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабуу</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>Камак</translation>
    </message>
    <message>
        <source>Actually apprehended: {words}</source>
        <translation>Иш жүзүндө кармалды: {words}</translation>
    </message>
    <message>
        <source>still</source>
        <translation>азыркыга чейин</translation>
    </message>
    <message>
        <source>ordered until {until}</source>
        <translation>{until} чейин чечилген</translation>
    </message>
    <message>
        <source>stated at the take-over</source>
        <translation>кабыл алууда айтылган</translation>
    </message>
    <message>
        <source>Safeguard passport</source>
        <translation>Кепилдик паспорту</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Басып чыгаруу</translation>
    </message>
    <message>
        <source>Nothing recorded of this person calls for a safeguard yet.</source>
        <translation>Бул адам жөнүндө жазылгандардан азырынча кепилдик талап кылынбайт.</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Жазуу</translation>
    </message>
    <message>
        <source>Record why not</source>
        <translation>Эмне үчүн жок экенин жазуу</translation>
    </message>
    <message>
        <source>reason: {reason}</source>
        <translation>себеби: {reason}</translation>
    </message>
    <message>
        <source>not yet checked against the law</source>
        <translation>мыйзам менен салыштырыла элек</translation>
    </message>
    <message>
        <source>{state} since {since}: {why}</source>
        <translation>{state}, {since} баштап: {why}</translation>
    </message>
</context>
<context>
    <name>LikelyCard</name>
    <message>
        <source>Perhaps recorded already</source>
        <translation>Балким, мурунтан жазылган</translation>
    </message>
    <message>
        <source>The program only compares. Whether it is one person, you decide.</source>
        <translation>Программа салыштырат гана. Бир адам экенин сиз чечесиз.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ачуу</translation>
    </message>
    <message>
        <source>One person…</source>
        <translation>Бир адам…</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Ушул жазууну алуу</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>байланышкан</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>When</source>
        <translation>Качан</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Ролу</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Эмне кылынды</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Иш</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Эмне үчүн</translation>
    </message>
    <message numerus="yes">
        <source>and %n older event(s): choose fewer days or filter</source>
        <translation>
            <numerusform>жана дагы %n эскирээк жазуу: азыраак күн тандаңыз же чыпкалаңыз</numerusform>
            <numerusform>жана дагы %n эскирээк жазуу: азыраак күн тандаңыз же чыпкалаңыз</numerusform>
        </translation>
    </message>
    <message>
        <source>Log of looking</source>
        <translation>Кайрылуулар журналы</translation>
    </message>
    <message>
        <source>Filter by login, case, words</source>
        <translation>Логин, иш, сөз боюнча</translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation>Бул жумуш орду</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>Борбор</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Бүгүн</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 күн</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 күн</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Баары</translation>
    </message>
    <message>
        <source>Nothing was looked at in this time</source>
        <translation>Бул мөөнөттө эч нерсе каралган эмес</translation>
    </message>
    <message>
        <source>That you read the log is itself logged.</source>
        <translation>Журналды окуганыңыз да журналга жазылат.</translation>
    </message>
</context>
<context>
    <name>MoneyEditor</name>
    <message>
        <source>som</source>
        <translation>сом</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>I have read it</source>
        <translation>Окулду</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Кыскача</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Баарын көрсөтүү</translation>
    </message>
</context>
<context>
    <name>OfferModel</name>
    <message>
        <source>the law does not provide for it now</source>
        <translation>мыйзам муну азыр карабайт</translation>
    </message>
</context>
<context>
    <name>OfficeEditor</name>
    <message>
        <source>name, place or code of the office</source>
        <translation>органдын аталышы, жери же коду</translation>
    </message>
    <message>
        <source>Offices: show all</source>
        <translation>Органдар: баарын көрсөтүү</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>alike: {score} %</source>
        <translation>окшоштугу: {score} %</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Жазууну ачуу</translation>
    </message>
    <message>
        <source>It is one person…</source>
        <translation>Бул бир адам…</translation>
    </message>
    <message>
        <source>They are different persons…</source>
        <translation>Бул башка-башка адамдар…</translation>
    </message>
    <message>
        <source>Said to be one: take back…</source>
        <translation>Бир адам делген: кайтарып алуу…</translation>
    </message>
    <message>
        <source>Said to be different: take back…</source>
        <translation>Башка адамдар делген: кайтарып алуу…</translation>
    </message>
</context>
<context>
    <name>PapersPresenter</name>
    <message>
        <source>Inventory of the case file</source>
        <translation>Иштин документтеринин описи</translation>
    </message>
    <message>
        <source>Workbook of cases on paper</source>
        <translation>Кагаздагы иштердин таблицасы</translation>
    </message>
    <message>
        <source>Cases on paper</source>
        <translation>Кагаздагы иштер</translation>
    </message>
    <message>
        <source>The template is written: {name}</source>
        <translation>Үлгү жазылды: {name}</translation>
    </message>
    <message>
        <source>Fill it in, then have it checked here.</source>
        <translation>Толтуруп, анан ушул жерде текшертиңиз.</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Прокурорго кат</translation>
    </message>
    <message>
        <source>The letter is written. Print it and hand it over at once.</source>
        <translation>Кат даяр. Басып чыгарып, дароо тапшырыңыз.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message numerus="yes">
        <source>The paper is written: {name}, %n page(s)</source>
        <translation>
            <numerusform>Кагаз жазылды: {name}, %n бет</numerusform>
            <numerusform>Кагаз жазылды: {name}, %n бет</numerusform>
        </translation>
    </message>
    <message>
        <source>Print it from there. Outside the system nobody but you protects it.</source>
        <translation>Ошол жерден басып чыгарыңыз. Системадан тышкары аны сизден башка эч ким коргобойт.</translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>Papers</source>
        <translation>Кагаздар</translation>
    </message>
    <message>
        <source>An act is printed on the page of its case: P</source>
        <translation>Акты иштин бетинде басылат: P</translation>
    </message>
</context>
<context>
    <name>PeoplePresenter</name>
    <message>
        <source>It is one person</source>
        <translation>Бул бир адам</translation>
    </message>
    <message>
        <source>They are different persons</source>
        <translation>Бул башка-башка адамдар</translation>
    </message>
    <message>
        <source>{one} and {other}. The records stay as they are; your statement stands beside them.</source>
        <translation>{one} жана {other}. Жазуулар мурдагыдай калат; сиздин билдирүүңүз алардын жанында турат.</translation>
    </message>
    <message>
        <source>{one} and {other}. The statement is annulled and stays in the history with your reason.</source>
        <translation>{one} жана {other}. Билдирүү жокко чыгарылат, себебиңиз менен тарыхта калат.</translation>
    </message>
    <message>
        <source>Take the statement back</source>
        <translation>Билдирүүнү кайтарып алуу</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Жазуу</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation>Адамдар</translation>
    </message>
    <message>
        <source>Records that may be of one person. The program compares; you decide.</source>
        <translation>Бир адамдыкы болушу мүмкүн жазуулар. Программа салыштырат, сиз чечесиз.</translation>
    </message>
    <message>
        <source>Perhaps one person</source>
        <translation>Балким, бир адам</translation>
    </message>
    <message>
        <source>Already decided</source>
        <translation>Чечилген</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pair(s) after these</source>
        <translation>
            <numerusform>жана булардан кийин дагы %n жуп</numerusform>
            <numerusform>жана булардан кийин дагы %n жуп</numerusform>
        </translation>
    </message>
    <message>
        <source>No two records seem to be of one person</source>
        <translation>Бир адамдыкы көрүнгөн эки жазуу жок</translation>
    </message>
    <message>
        <source>Compared are records with the same personal number, document or day of birth.</source>
        <translation>ЖИНи, документи же туулган күнү бирдей жазуулар салыштырылат.</translation>
    </message>
    <message>
        <source>Nobody has decided anything yet</source>
        <translation>Азырынча эч ким эч нерсе чечкен жок</translation>
    </message>
    <message>
        <source>What is decided stands here, and can be taken back.</source>
        <translation>Чечилгендер ушул жерде турат, аны кайтарып алса болот.</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>← → turn the picture on the screen; the file stays as it is</source>
        <translation>← → сүрөттү экранда бурат; файл өзгөрбөйт</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сыртка сактоо…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабуу</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>For the case file: everything stands on it</source>
        <translation>Иштин өзүнө: баары жазылат</translation>
    </message>
    <message>
        <source>Copy for {whom}</source>
        <translation>{whom} үчүн көчүрмө</translation>
    </message>
    <message>
        <source>Print the act as a paper</source>
        <translation>Актыны кагазга басып чыгаруу</translation>
    </message>
    <message>
        <source>Whom is the paper for?</source>
        <translation>Кагаз кимге?</translation>
    </message>
    <message>
        <source>What will stand on the paper</source>
        <translation>Кагазда эмне турат</translation>
    </message>
    <message>
        <source>Read on the right: {fields}</source>
        <translation>Оң жагынан окуңуз: {fields}</translation>
    </message>
    <message numerus="yes">
        <source>Underlined are %n place(s) that look like an address, a number or a village.</source>
        <translation>
            <numerusform>Дарекке, номерге же айылга окшош %n жердин асты сызылган.</numerusform>
            <numerusform>Дарекке, номерге же айылга окшош %n жердин асты сызылган.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is found: you decide.</source>
        <translation>Баары табылбайт: чечүүчү сизсиз.</translation>
    </message>
    <message>
        <source>I have read it: no address or contact of a victim or witness is in it</source>
        <translation>Окудум: жабырлануучунун да, күбөнүн да дареги жана байланышы жок</translation>
    </message>
    <message>
        <source>The print, and for whom, is written to the log.</source>
        <translation>Басып чыгаруу жана кимге экени журналга жазылат.</translation>
    </message>
    <message>
        <source>A copy tells nobody else’s address or contact.</source>
        <translation>Көчүрмөдө башка эч кимдин дареги же байланышы болбойт.</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>Басып чыгарбоо</translation>
    </message>
    <message>
        <source>Write the PDF…</source>
        <translation>PDF жазуу…</translation>
    </message>
</context>
<context>
    <name>PurposeSheet</name>
    <message>
        <source>This case is not your own</source>
        <translation>Бул иш сиздики эмес</translation>
    </message>
    <message>
        <source>State why you open it. The purpose is written to the log with your name, then the case is shown.</source>
        <translation>Эмне үчүн ачарыңызды көрсөтүңүз. Максат атыңыз менен журналга жазылат, андан кийин иш көрсөтүлөт.</translation>
    </message>
    <message>
        <source>In words: request, complaint, number of the letter</source>
        <translation>Сөз менен: сурам, арыз, каттын номери</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Ачпоо</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ишти ачуу</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Today</source>
        <translation>Бүгүн</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Иштер</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Адамдар</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Айырмалар</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Кагаздар</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Ким караган</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Алмашуу</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Окуу маалыматы</translation>
    </message>
    <message>
        <source>Case system</source>
        <translation>Иштер системасы</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Жөндөөлөр</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Баскычтар</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Why</source>
        <translation>Себеби</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Ошол бойдон калтыруу</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Annulled {at}, {by}: {reason}</source>
        <translation>{at} жокко чыгарылган, {by}: {reason}</translation>
    </message>
    <message>
        <source>Enter the time too, for example 15:05.</source>
        <translation>Убактысын да жазыңыз, мисалы 15:05.</translation>
    </message>
    <message>
        <source>Enter day and time like this: 24.11, 15:05.</source>
        <translation>Күнүн жана убактысын мындай жазыңыз: 24.11, 15:05.</translation>
    </message>
    <message>
        <source>Enter the day like this: 24.11.2026.</source>
        <translation>Күндү мындай жазыңыз: 24.11.2026.</translation>
    </message>
</context>
<context>
    <name>RecordFormAct</name>
    <message>
        <source>Signed: {names}.</source>
        <translation>Кол койгон: {names}.</translation>
    </message>
    <message>
        <source>Another act stands in its place.</source>
        <translation>Анын ордуна башка акт бар.</translation>
    </message>
    <message>
        <source>It was changed by somebody who had not seen the signature: look.</source>
        <translation>Аны кол тамганы көрбөгөн адам өзгөрткөн: карап чыгыңыз.</translation>
    </message>
    <message>
        <source>What was signed is closed; service, execution and later statements stay open.</source>
        <translation>Кол коюлган мазмун жабык; тапшыруу, аткаруу жана кийинки билдирүүлөр ачык.</translation>
    </message>
</context>
<context>
    <name>RecordFormView</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n оңдоо керек</numerusform>
            <numerusform>%n оңдоо керек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty</source>
        <translation>
            <numerusform>%n бош</numerusform>
            <numerusform>%n бош</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>башталган жок</translation>
    </message>
    <message>
        <source>{done} of {total} filled</source>
        <translation>{total} талаанын {done} толду</translation>
    </message>
</context>
<context>
    <name>RefEditor</name>
    <message>
        <source>name or number</source>
        <translation>аты же номери</translation>
    </message>
    <message>
        <source>Show what this case holds</source>
        <translation>Ушул иште эмне бар экенин көрсөтүү</translation>
    </message>
</context>
<context>
    <name>Referring</name>
    <message>
        <source>other case: {number}</source>
        <translation>башка иш: {number}</translation>
    </message>
</context>
<context>
    <name>SectionBox</name>
    <message>
        <source>Next section</source>
        <translation>Кийинки бөлүм</translation>
    </message>
</context>
<context>
    <name>SetEditor</name>
    <message>
        <source>Take away: {name}</source>
        <translation>Алып салуу: {name}</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Жөндөөлөр</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>Экрандардын тили</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Көрүнүш</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Тексттин өлчөмү</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Даяр</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ачык</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Караңгы</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Жогорку контраст</translation>
    </message>
</context>
<context>
    <name>ShellPresenter</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n табылды</numerusform>
            <numerusform>%n табылды</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Эч нерсе табылган жок</translation>
    </message>
    <message>
        <source>colleagues&apos; cases in brief: open one and state a purpose</source>
        <translation>кесиптештердин иштери кыскача: ачып, максатын көрсөтүңүз</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Аткаруу</translation>
    </message>
</context>
<context>
    <name>ShellView</name>
    <message>
        <source>I have read it</source>
        <translation>Окудум</translation>
    </message>
</context>
<context>
    <name>SignatureEditor</name>
    <message>
        <source>how it was signed</source>
        <translation>кантип кол коюлду</translation>
    </message>
    <message>
        <source>who signed, in what capacity</source>
        <translation>ким, кандай макамда кол койду</translation>
    </message>
    <message>
        <source>when it was signed</source>
        <translation>качан кол коюлду</translation>
    </message>
    <message>
        <source>scan of the signed paper</source>
        <translation>кол коюлган кагаздын сканы</translation>
    </message>
    <message>
        <source>reason of the refusal, {article}</source>
        <translation>баш тартуунун себеби, {article}</translation>
    </message>
</context>
<context>
    <name>SigningSheet</name>
    <message>
        <source>Sign: {title}</source>
        <translation>Кол коюу: {title}</translation>
    </message>
    <message>
        <source>form in the edition {edition}</source>
        <translation>үлгүнүн {edition} редакциясы</translation>
    </message>
    <message>
        <source>Your password, entered afresh</source>
        <translation>Сырсөзүңүз, кайрадан терилет</translation>
    </message>
    <message>
        <source>After this only service, execution and later statements can be added.</source>
        <translation>Андан кийин тапшыруу, аткаруу жана кийинки билдирүүлөр гана кошулат.</translation>
    </message>
    <message>
        <source>If you refuse: why</source>
        <translation>Эгер баш тартсаңыз: себеби</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Баш тартуу</translation>
    </message>
    <message>
        <source>Do not sign</source>
        <translation>Кол койбоо</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабуу</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Кол коюлууда…</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Кол коюу</translation>
    </message>
    <message>
        <source>Signed already</source>
        <translation>Кол койгондор</translation>
    </message>
    <message>
        <source>{need}: not recorded. The signature waits for it.</source>
        <translation>{need}: жазылган эмес. Ансыз кол коюлбайт.</translation>
    </message>
    <message>
        <source>Write why not</source>
        <translation>Себебин жазуу</translation>
    </message>
</context>
<context>
    <name>StatementEditor</name>
    <message>
        <source>time stated</source>
        <translation>айтылган убакыт</translation>
    </message>
    <message>
        <source>where the time is known from</source>
        <translation>убакыт кайдан белгилүү</translation>
    </message>
    <message>
        <source>who states it</source>
        <translation>ким айтты</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Reading the records of this office for the first time</source>
        <translation>Бөлүмдүн жазуулары биринчи жолу окулууда</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Эч нерсе табылган жок</translation>
    </message>
    <message>
        <source>Check the spelling, or search without the filter.</source>
        <translation>Жазылышын текшериңиз же чыпкасыз издеңиз.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Баарын көрсөтүү</translation>
    </message>
    <message>
        <source>The centre cannot be reached now</source>
        <translation>Азыр борбор менен байланыш жок</translation>
    </message>
    <message>
        <source>Everything recorded here is safe and will be sent by itself.</source>
        <translation>Бул жерде жазылгандын баары сакталган, өзү жөнөтүлөт.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Кайра аракет кылуу</translation>
    </message>
    <message>
        <source>This is outside your duties</source>
        <translation>Бул сиздин милдетиңизден тышкары</translation>
    </message>
    <message>
        <source>Ask the head of your office if you need it for your work.</source>
        <translation>Ишке керек болсо, бөлүмдүн башчысына кайрылыңыз.</translation>
    </message>
    <message>
        <source>This page could not be read</source>
        <translation>Бул барак окулган жок</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it repeats, call support.</source>
        <translation>Эч нерсе жоголгон жок. Кайра аракет кылыңыз; кайталанса, колдоо кызматына чалыңыз.</translation>
    </message>
</context>
<context>
    <name>StationCard</name>
    <message>
        <source>This workstation</source>
        <translation>Бул жумуш орду</translation>
    </message>
    <message>
        <source>never</source>
        <translation>эч качан</translation>
    </message>
    <message>
        <source>Last full exchange</source>
        <translation>Акыркы толук алмашуу</translation>
    </message>
    <message>
        <source>{offset} s from the centre</source>
        <translation>борбордон {offset} с</translation>
    </message>
    <message>
        <source>Clock of this computer</source>
        <translation>Компьютердин сааты</translation>
    </message>
    <message numerus="yes">
        <source>by itself, every %n minute(s)</source>
        <translation>
            <numerusform>өзү, ар %n мүнөттө</numerusform>
            <numerusform>өзү, ар %n мүнөттө</numerusform>
        </translation>
    </message>
    <message>
        <source>Next exchange</source>
        <translation>Кийинки алмашуу</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Countersign</source>
        <translation>Бекитип кол коюу</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Кол коюу</translation>
    </message>
    <message>
        <source>Correct by a new act</source>
        <translation>Жаңы акт менен оңдоо</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Прокурорго кат</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Басып чыгаруу…</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>As on paper</source>
        <translation>Кагаздагыдай</translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>Add a step</source>
        <translation>Кадам кошуу</translation>
    </message>
    <message>
        <source>Name of the step, in any of the three languages</source>
        <translation>Кадамдын аты, үч тилдин биринде</translation>
    </message>
    <message>
        <source>Find a step by its name</source>
        <translation>Кадамды аты боюнча табуу</translation>
    </message>
    <message>
        <source>Steps, those of the law first</source>
        <translation>Кадамдар, адегенде мыйзам боюнча кийинкилери</translation>
    </message>
    <message>
        <source>Record all the same</source>
        <translation>Баары бир жазуу</translation>
    </message>
    <message>
        <source>May be recorded now: {may}. Not now: {rest}.</source>
        <translation>Азыр жазууга болот: {may}. Азыр болбойт: {rest}.</translation>
    </message>
    <message>
        <source>No step is called so.</source>
        <translation>Мындай аттагы кадам жок.</translation>
    </message>
    <message>
        <source>The law does not provide for it now; what was done is recorded, with this warning.</source>
        <translation>Мыйзам муну азыр карабайт; жасалган иш ушул эскертүү менен жазылат.</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>No network? Carry it by stick</source>
        <translation>Тармак жокпу? Флешка менен</translation>
    </message>
    <message>
        <source>The package is encrypted and signed. Only the centre and your office read it.</source>
        <translation>Пакет шифрленген жана кол коюлган. Аны борбор жана сиздин бөлүм гана окуйт.</translation>
    </message>
    <message>
        <source>Make a package</source>
        <translation>Пакет жасоо</translation>
    </message>
    <message>
        <source>Take one in</source>
        <translation>Пакет алуу</translation>
    </message>
    <message>
        <source>On its way: package {number} of {day}</source>
        <translation>Жолдо: № {number} пакет, {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n жазуу</numerusform>
            <numerusform>%n жазуу</numerusform>
        </translation>
    </message>
    <message>
        <source>the receipt came</source>
        <translation>дилкат келди</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>дилкат келе элек</translation>
    </message>
</context>
<context>
    <name>SyncPresenter</name>
    <message>
        <source>Make a package</source>
        <translation>Пакет түзүү</translation>
    </message>
    <message numerus="yes">
        <source>The package is made: %n change(s) for the centre.</source>
        <translation>
            <numerusform>Пакет түзүлдү: борборго %n өзгөртүү.</numerusform>
            <numerusform>Пакет түзүлдү: борборго %n өзгөртүү.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computer(s) of your office can read it.</source>
        <translation>
            <numerusform>Кеңсеңиздин %n компьютери аны окуй алат.</numerusform>
            <numerusform>Кеңсеңиздин %n компьютери аны окуй алат.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take one in</source>
        <translation>Пакет кабыл алуу</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n new change(s).</source>
        <translation>
            <numerusform>Кабыл алынды: %n жаңы өзгөртүү.</numerusform>
            <numerusform>Кабыл алынды: %n жаңы өзгөртүү.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are carried to the centre.</source>
        <translation>
            <numerusform>Борборго %n өзгөртүү жеткирилет.</numerusform>
            <numerusform>Борборго %n өзгөртүү жеткирилет.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is in the clipboard. It names no person and no case.</source>
        <translation>Отчёт алмашуу буферинде. Анда адам да, иш да аталбайт.</translation>
    </message>
</context>
<context>
    <name>SyncReading</name>
    <message>
        <source>of no case</source>
        <translation>ишке тиешеси жок</translation>
    </message>
    <message>
        <source>The centre did not accept: {what}</source>
        <translation>Борбор кабыл алган жок: {what}</translation>
    </message>
    <message>
        <source>The centre set aside: {what}</source>
        <translation>Борбор өзүнчө койду: {what}</translation>
    </message>
    <message>
        <source>a record that is not here any more</source>
        <translation>бул жерде жок жазуу</translation>
    </message>
    <message>
        <source>(and {count} more)</source>
        <translation>(дагы {count})</translation>
    </message>
    <message>
        <source>The record is whole and stays here.</source>
        <translation>Жазуу бүтүн жана ушул жерде калат.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ачуу</translation>
    </message>
    <message>
        <source>calling the centre</source>
        <translation>борборго чалуу</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>жөнөтүлүүдө</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>алынууда</translation>
    </message>
    <message>
        <source>comparing both sides</source>
        <translation>эки тарап салыштырылууда</translation>
    </message>
    <message>
        <source>fetching what is missing</source>
        <translation>жетпегени алынууда</translation>
    </message>
    <message>
        <source>the link broke, trying again soon</source>
        <translation>байланыш үзүлдү, кайра аракет болот</translation>
    </message>
</context>
<context>
    <name>SyncSentence</name>
    <message numerus="yes">
        <source>%n change(s) wait: no network since {time}</source>
        <translation>
            <numerusform>%n өзгөртүү күтүүдө: {time} бери тармак жок</numerusform>
            <numerusform>%n өзгөртүү күтүүдө: {time} бери тармак жок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent</source>
        <translation>
            <numerusform>%n өзгөртүү жөнөтүүнү күтүүдө</numerusform>
            <numerusform>%n өзгөртүү жөнөтүүнү күтүүдө</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet exchanged with the centre</source>
        <translation>Борбор менен алмашуу боло элек</translation>
    </message>
    <message>
        <source>Everything reached the centre at {time}</source>
        <translation>Баары борборго жетти, {time}</translation>
    </message>
    <message>
        <source>Everything reached the centre on {time}</source>
        <translation>Баары борборго жетти: {time}</translation>
    </message>
    <message numerus="yes">
        <source>The centre did not accept %n change(s)</source>
        <translation>
            <numerusform>Борбор %n өзгөртүүнү кабыл алган жок</numerusform>
            <numerusform>Борбор %n өзгөртүүнү кабыл алган жок</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest arrived: {time}</source>
        <translation>калганы жетти: {time}</translation>
    </message>
    <message numerus="yes">
        <source>Sent {sent} of %n change(s)</source>
        <translation>
            <numerusform>%n өзгөртүүнүн {sent} жөнөтүлдү</numerusform>
            <numerusform>%n өзгөртүүнүн {sent} жөнөтүлдү</numerusform>
        </translation>
    </message>
    <message>
        <source>, not accepted {refused}</source>
        <translation>, {refused} кабыл алынган жок</translation>
    </message>
    <message>
        <source>Asking the centre what is new</source>
        <translation>Борбордон жаңылык суралууда</translation>
    </message>
</context>
<context>
    <name>SyncView</name>
    <message>
        <source>Exchange with the centre</source>
        <translation>Борбор менен алмашуу</translation>
    </message>
    <message>
        <source>Copy a report for support</source>
        <translation>Колдоо үчүн отчётту көчүрүү</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Жокко чыгаруу</translation>
    </message>
    <message>
        <source>Queue by cases</source>
        <translation>Иштер боюнча кезек</translation>
    </message>
    <message>
        <source>Last sessions</source>
        <translation>Акыркы сеанстар</translation>
    </message>
    <message>
        <source>You can work, lock and close: it goes on from the same place.</source>
        <translation>Иштей, кулпулай, жаба берсеңиз болот: алмашуу ошол жерден уланат.</translation>
    </message>
    <message>
        <source>Everything recorded here is safe and goes out by itself.</source>
        <translation>Бул жерде жазылгандын баары сакталган, өзү жөнөтүлөт.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Тыныгуу</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Улантуу</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Азыр алмашуу</translation>
    </message>
    <message>
        <source>{sent} of {total} reached the centre, {refused} refused</source>
        <translation>{total} өзгөртүүнүн {sent} жетти, {refused} кабыл алынган жок</translation>
    </message>
    <message>
        <source>Now: {what}</source>
        <translation>Азыр: {what}</translation>
    </message>
    <message>
        <source>Now: {what}, {done} of {size}</source>
        <translation>Азыр: {what}, {size} ичинен {done}</translation>
    </message>
    <message>
        <source>{rate} KB/s</source>
        <translation>{rate} КБ/с</translation>
    </message>
    <message>
        <source>limit {rate} KB/s</source>
        <translation>чек {rate} КБ/с</translation>
    </message>
    <message numerus="yes">
        <source>Paused: {sent} of %n change(s) reached the centre.</source>
        <translation>
            <numerusform>Тыныгуу: %n өзгөртүүнүн {sent} борборго жетти.</numerusform>
            <numerusform>Тыныгуу: %n өзгөртүүнүн {sent} борборго жетти.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s).</source>
        <translation>
            <numerusform>%n өзгөртүү жөнөтүлүүдө.</numerusform>
            <numerusform>%n өзгөртүү жөнөтүлүүдө.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sent} arrived.</source>
        <translation>{sent} жетти.</translation>
    </message>
    <message>
        <source>{sent} arrived, the centre refused {refused}.</source>
        <translation>{sent} жетти, {refused} кабыл алынган жок.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{total} ичинен {shown}</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Жөнөтүүнү күткөн эч нерсе жок.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Иш</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Эмне кетет</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Көлөмү</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Абалы</translation>
    </message>
    <message>
        <source>No exchange yet.</source>
        <translation>Азырынча алмашуу болгон жок.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Качан</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Жыйынтык</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Кетти</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Келди</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Убакыт</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>{size} MB</source>
        <translation>{size} МБ</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>бир мүнөттөн аз калды</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>%n мүнөттөй калды</numerusform>
            <numerusform>%n мүнөттөй калды</numerusform>
        </translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>борборго жетти</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>кабыл алынган жок</translation>
    </message>
    <message>
        <source>going, {percent} %</source>
        <translation>жөнөтүлүүдө, {percent} %</translation>
    </message>
    <message>
        <source>next</source>
        <translation>кийинки</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>күтүүдө</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>жүрүүдө</translation>
    </message>
    <message>
        <source>all arrived</source>
        <translation>баары жетти</translation>
    </message>
    <message>
        <source>broke off, {sent} of {planned} arrived</source>
        <translation>үзүлдү, {planned} ичинен {sent} жетти</translation>
    </message>
    <message>
        <source>by stick</source>
        <translation>флешка менен</translation>
    </message>
    <message>
        <source>by stick, package {number}</source>
        <translation>флешка менен, № {number} пакет</translation>
    </message>
    <message>
        <source>some were refused</source>
        <translation>айрымдары кабыл алынган жок</translation>
    </message>
</context>
<context>
    <name>TakeoverCard</name>
    <message>
        <source>Cases on paper</source>
        <translation>Кагаздагы иштер</translation>
    </message>
    <message>
        <source>A case that was begun on paper goes on here: the case, then its take-over.</source>
        <translation>Кагазда башталган иш ушул жерде улантылат: адегенде иш, анан анын кабыл алынышы.</translation>
    </message>
    <message>
        <source>Take one case over</source>
        <translation>Бир ишти кабыл алуу</translation>
    </message>
    <message>
        <source>Many cases at once</source>
        <translation>Бир нече ишти чогуу</translation>
    </message>
    <message>
        <source>Fill in the template, then have it checked. Nothing is recorded while one row is wrong.</source>
        <translation>Үлгүнү толтуруп, текшертиңиз. Бир сабы ката болсо, эч нерсе жазылбайт.</translation>
    </message>
    <message>
        <source>Write the template…</source>
        <translation>Үлгүнү жазуу…</translation>
    </message>
    <message>
        <source>Check a workbook…</source>
        <translation>Таблицаны текшерүү…</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n case(s)</source>
        <translation>
            <numerusform>%n ишти кабыл алуу</numerusform>
            <numerusform>%n ишти кабыл алуу</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n mistake(s). Nothing was recorded.</source>
        <translation>
            <numerusform>{file}: %n ката. Эч нерсе жазылган жок.</numerusform>
            <numerusform>{file}: %n ката. Эч нерсе жазылган жок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n case(s) taken over, persons: {persons}.</source>
        <translation>
            <numerusform>{file}: %n иш кабыл алынды, адамдар: {persons}.</numerusform>
            <numerusform>{file}: %n иш кабыл алынды, адамдар: {persons}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: no mistake. New cases: {cases}, persons: {persons}; recorded already: {unchanged}.</source>
        <translation>{file}: ката жок. Жаңы иштер: {cases}, адамдар: {persons}; мурунтан жазылган: {unchanged}.</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>annulled</source>
        <translation>жокко чыгарылган</translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n айырма</numerusform>
            <numerusform>%n айырма</numerusform>
        </translation>
    </message>
    <message>
        <source>signed</source>
        <translation>кол коюлган</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>кол коюлган эмес</translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>борборго жетти</translation>
    </message>
    <message>
        <source>not yet in the centre</source>
        <translation>борборго жете элек</translation>
    </message>
</context>
<context>
    <name>TimestampEditor</name>
    <message>
        <source>day</source>
        <translation>күнү</translation>
    </message>
    <message>
        <source>time</source>
        <translation>убактысы</translation>
    </message>
    <message>
        <source>dd.mm</source>
        <translation>кк.аа</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>сс:мм</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Today</source>
        <translation>Бүгүн</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ишти ачуу</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабуу</translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>Мөөнөттөр</translation>
    </message>
    <message>
        <source>The clock of this computer is in doubt</source>
        <translation>Бул компьютердин сааты шектүү</translation>
    </message>
    <message>
        <source>It stands before the newest record, or has jumped. What is left cannot be told for certain.</source>
        <translation>Саат акыркы жазуудан артта же секирип кеткен. Канча убакыт калганын так айтууга болбойт.</translation>
    </message>
    <message>
        <source>If date and time above are right, confirm them; else set the clock. What is recorded is safe.</source>
        <translation>Жогорудагы күн менен саат туура болсо, тастыктаңыз; болбосо саатты тууралаңыз. Жазылгандын баары сакталуу.</translation>
    </message>
    <message>
        <source>Date and time are right</source>
        <translation>Күн жана саат туура</translation>
    </message>
    <message>
        <source>Nothing runs out in your cases</source>
        <translation>Сиздин иштериңизде мөөнөтү бүтүп жаткан эч нерсе жок</translation>
    </message>
    <message>
        <source>Due dates appear by themselves from what is recorded in the cases.</source>
        <translation>Мөөнөттөр иштерге жазылгандардан өзүнөн-өзү чыгат.</translation>
    </message>
    <message numerus="yes">
        <source>In all cases here %n due date(s) are open: choose “All” above.</source>
        <translation>
            <numerusform>Бул жердеги бардык иштерде %n мөөнөт ачык: жогорудан «Баары» дегенди тандаңыз.</numerusform>
            <numerusform>Бул жердеги бардык иштерде %n мөөнөт ачык: жогорудан «Баары» дегенди тандаңыз.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing runs out</source>
        <translation>Бүтүп жаткан мөөнөт жок</translation>
    </message>
    <message>
        <source>Counting the due dates of the cases</source>
        <translation>Иштердин мөөнөттөрү эсептелүүдө</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>Мөөнөтү бүтүп жатат</translation>
    </message>
    <message numerus="yes">
        <source>%n due date(s)</source>
        <translation>
            <numerusform>%n мөөнөт</numerusform>
            <numerusform>%n мөөнөт</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine {count}</source>
        <translation>Меники {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Баары {count}</translation>
    </message>
    <message>
        <source>Counting due dates: {done} of {total} cases</source>
        <translation>Мөөнөттөр эсептелүүдө: {total} иштин {done}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Find cases and people in them</source>
        <translation>Иш жана андагы адамдарды издөө</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>Иш издөө</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Жаңы</translation>
    </message>
    <message>
        <source>Lock (Ctrl L)</source>
        <translation>Кулпулоо (Ctrl L)</translation>
    </message>
</context>
<context>
    <name>UnlockPresenter</name>
    <message>
        <source>Only you know the password: nobody can read it back.</source>
        <translation>Сырсөздү сиз гана билесиз: аны эч ким окуп бере албайт.</translation>
    </message>
    <message>
        <source>The head of your office asks the centre for a new ticket. What was sent to the centre is not lost.</source>
        <translation>Кеңсе башчысы борбордон жаңы билет сурайт. Борборго жөнөтүлгөн жоголбойт.</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Password</source>
        <translation>Сырсөз</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Башка адам</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ачылууда…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Кулпуну ачуу</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Сырсөздү унутсам?</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Сырсөздү жашыруу</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Сырсөздү көрсөтүү</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock күйүк</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>Тил: {name}. Которуу: Alt Shift</translation>
    </message>
    <message>
        <source>Too many tries. Wait until {time}.</source>
        <translation>Аракет өтө көп. {time} чейин күтүңүз.</translation>
    </message>
    <message>
        <source>Drafts are safe.</source>
        <translation>Каралама өчпөйт.</translation>
    </message>
    <message numerus="yes">
        <source>The password is not right. %n try(ies) left.</source>
        <translation>
            <numerusform>Сырсөз туура келген жок. %n аракет калды.</numerusform>
            <numerusform>Сырсөз туура келген жок. %n аракет калды.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Then a wait of %n minute(s). Drafts are safe.</source>
        <translation>
            <numerusform>Андан кийин %n мүнөт күтүү. Каралама өчпөйт.</numerusform>
            <numerusform>Андан кийин %n мүнөт күтүү. Каралама өчпөйт.</numerusform>
        </translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Окуу маалыматы</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) saved</source>
        <translation>
            <numerusform>%n каралама сакталган</numerusform>
            <numerusform>%n каралама сакталган</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n minute(s) without use</source>
        <translation>
            <numerusform>Экран %n мүнөт кыймылсыздыктан кулпуланды</numerusform>
            <numerusform>Экран %n мүнөт кыймылсыздыктан кулпуланды</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waits</name>
    <message>
        <source>Why and what to do: on the sync page</source>
        <translation>Эмне үчүн жана эмне кылуу керек: алмашуу бетинде</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Мөөрлөнгөн</translation>
    </message>
    <message>
        <source>Sealed; nothing says yet that it was forwarded (12 hours)</source>
        <translation>Мөөрлөнгөн; жөнөтүлгөнү (12 саат) жөнүндө эч нерсе жазылган эмес</translation>
    </message>
    <message>
        <source>Liberty, stated otherwise or annulled: {by}, {at}</source>
        <translation>Эркиндик, башкача айтылган же жокко чыгарылган: {by}, {at}</translation>
    </message>
    <message>
        <source>kept at {at}</source>
        <translation>сакталды: {at}</translation>
    </message>
    <message>
        <source>Two statements stand; decide which holds</source>
        <translation>Эки билдирүү бар; кайсынысы туура экенин чечиңиз</translation>
    </message>
    <message>
        <source>They are safe here and go with the next exchange</source>
        <translation>Алар бул жерде сакталуу, кийинки алмашууда кетет</translation>
    </message>
</context>
<context>
    <name>WaitsCard</name>
    <message>
        <source>Waits for me</source>
        <translation>Мени күтөт</translation>
    </message>
    <message>
        <source>Nothing waits for you now.</source>
        <translation>Азыр сизди эч нерсе күтпөйт.</translation>
    </message>
</context>
<context>
    <name>WarnedPanel</name>
    <message>
        <source>The signature does not wait for this:</source>
        <translation>Кол коюу муну күтпөйт:</translation>
    </message>
    <message>
        <source>Safeguards not recorded: {count}</source>
        <translation>Адамдын жазылбаган кепилдиктери: {count}</translation>
    </message>
    <message>
        <source>What the law demands and the act does not say: {count}</source>
        <translation>Мыйзам талап кылып, актыда көрсөтүлбөгөнү: {count}</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Дагы {count} көрсөтүү</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Жыйноо</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>It is recorded. Look at this:</source>
        <translation>Жазылды. Мына буга көңүл буруңуз:</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} КБ</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} МБ</translation>
    </message>
    <message>
        <source>{number} · provisional</source>
        <translation>{number} · убактылуу</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>номери жок</translation>
    </message>
    <message>
        <source>art. {article} CC</source>
        <translation>КЖК {article}-берене</translation>
    </message>
    <message>
        <source>art. {article}({part}) CC</source>
        <translation>КЖК {article}-берене, {part}-бөлүк</translation>
    </message>
</context>
</TS>
