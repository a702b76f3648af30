<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>Annulling</name>
    <message>
        <source>{record}: it counts again. The annulment and its reason stay in the history.</source>
        <translation>{record}: снова учитывается. Аннулирование и его причина остаются в истории.</translation>
    </message>
    <message>
        <source>Take the annulment back</source>
        <translation>Отмена аннулирования</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Отменить аннулирование</translation>
    </message>
    <message>
        <source>{record}: it no longer counts and stays in the history with your reason; nothing is deleted.</source>
        <translation>{record}: больше не учитывается и остаётся в истории с вашей причиной; ничего не удаляется.</translation>
    </message>
    <message>
        <source>Annul the record</source>
        <translation>Аннулирование записи</translation>
    </message>
    <message>
        <source>Annul</source>
        <translation>Аннулировать</translation>
    </message>
</context>
<context>
    <name>AppendEditor</name>
    <message>
        <source>in effect</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>What was entered is never changed; a new entry is added beside it.</source>
        <translation>Записанное не меняют; новая запись добавляется рядом.</translation>
    </message>
    <message>
        <source>Each time is entered with its source; later ones are added, none is changed.</source>
        <translation>Время пишут с его источником; поздние добавляются, прежние не меняются.</translation>
    </message>
    <message>
        <source>entered: {who}</source>
        <translation>записано: {who}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The program failed at one place: {place}</source>
        <translation>Сбой программы в одном месте: {place}</translation>
    </message>
    <message>
        <source>What is recorded and what is typed is safe. Nothing of any case is in this message.</source>
        <translation>Записанное и набранное цело. В этом сообщении нет данных дел.</translation>
    </message>
    <message>
        <source>Go on working. If it repeats, tell support this place.</source>
        <translation>Продолжайте работу. Если повторится, назовите это место поддержке.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Overdue</source>
        <translation>Просрочено</translation>
    </message>
    <message>
        <source>Today, and by the hour (up to 48 h)</source>
        <translation>Сегодня и по часам (до 48 ч)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>В течение недели</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Done too late</source>
        <translation>Сделано с опозданием</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>соблюдён</translation>
    </message>
    <message>
        <source>not kept, the reason is recorded</source>
        <translation>не соблюдён, причина записана</translation>
    </message>
    <message>
        <source>ended before the take-over</source>
        <translation>истёк до приёма с бумаги</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>приостановлен</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>отпал</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>истёк</translation>
    </message>
    <message>
        <source>done late</source>
        <translation>с опозданием</translation>
    </message>
    <message>
        <source>no number in the law</source>
        <translation>числа в законе нет</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>late</source>
        <translation>опоздание</translation>
    </message>
    <message>
        <source>late by {span}</source>
        <translation>опоздание {span}</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>от {start}</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>liberty and body</source>
        <translation>свобода и тело</translation>
    </message>
    <message numerus="yes">
        <source>missed %n time(s)</source>
        <translation>
            <numerusform>пропущено %n раз</numerusform>
            <numerusform>пропущено %n раза</numerusform>
            <numerusform>пропущено %n раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s), the strictest is shown</source>
        <translation>
            <numerusform>%n прочтение, показано строжайшее</numerusform>
            <numerusform>%n прочтения, показано строжайшее</numerusform>
            <numerusform>%n прочтений, показано строжайшее</numerusform>
        </translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>What to do and why</source>
        <translation>Что сделать и почему</translation>
    </message>
    <message>
        <source>Case and person</source>
        <translation>Дело и лицо</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>Record a new one: “{name}”</source>
        <translation>Записать нового: «{name}»</translation>
    </message>
</context>
<context>
    <name>CaseFilters</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>С расхождениями</translation>
    </message>
    <message>
        <source>Annulled</source>
        <translation>Аннулировано</translation>
    </message>
    <message>
        <source>This case has left this workstation</source>
        <translation>Этого дела на рабочем месте больше нет</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Cases</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Добавить шаг</translation>
    </message>
    <message>
        <source>Inventory…</source>
        <translation>Опись…</translation>
    </message>
    <message numerus="yes">
        <source>How they were counted: %n due date(s)</source>
        <translation>
            <numerusform>Как посчитано: %n срок</numerusform>
            <numerusform>Как посчитано: %n срока</numerusform>
            <numerusform>Как посчитано: %n сроков</numerusform>
        </translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>Сроки</translation>
    </message>
    <message>
        <source>Responsible: {name}</source>
        <translation>Отвечает: {name}</translation>
    </message>
</context>
<context>
    <name>CaseListModel</name>
    <message>
        <source>in brief: Enter asks for a purpose</source>
        <translation>кратко: Enter спросит цель</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n расхождение</numerusform>
            <numerusform>%n расхождения</numerusform>
            <numerusform>%n расхождений</numerusform>
        </translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>в центре</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Стадия</translation>
    </message>
    <message>
        <source>Nearest time limit</source>
        <translation>Ближайший срок</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Отвечает</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
</context>
<context>
    <name>CasePeek</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Отвечает</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Центр</translation>
    </message>
    <message>
        <source>A colleague&apos;s case: only what finds it is shown. Open it and state a purpose to see the rest.</source>
        <translation>Дело коллеги: показано лишь то, по чему его находят. Чтобы увидеть остальное, откройте его и назовите цель.</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Nobody’s part in the case is recorded yet</source>
        <translation>Ничьё участие в деле ещё не записано</translation>
    </message>
    <message>
        <source>Measures in force</source>
        <translation>Действующие меры</translation>
    </message>
    <message>
        <source>Safeguard passport</source>
        <translation>Паспорт гарантий</translation>
    </message>
    <message>
        <source>{name}: {done} safeguards recorded, not recorded: {missing}</source>
        <translation>{name}: гарантий записано {done}, не записано: {missing}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>и ещё {count}</translation>
    </message>
    <message>
        <source>Stated otherwise or annulled</source>
        <translation>Указано иначе или аннулировано</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Что не сходится</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in their records</source>
        <translation>
            <numerusform>и ещё %n в своей записи</numerusform>
            <numerusform>и ещё %n в своих записях</numerusform>
            <numerusform>и ещё %n в своих записях</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>draft, {at}</source>
        <translation>черновик, {at}</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Cases</source>
        <translation>Дела</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n дело</numerusform>
            <numerusform>%n дела</numerusform>
            <numerusform>%n дел</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: number, name, article, stage</source>
        <translation>Отбор: номер, имя, статья, стадия</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Отфильтровать список</translation>
    </message>
    <message>
        <source>In the order of stages</source>
        <translation>По порядку стадий</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>Дел пока нет</translation>
    </message>
    <message>
        <source>A case begins with a report entered in the unified register.</source>
        <translation>Дело начинается с сообщения, внесённого в единый реестр.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Новое дело</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>limits: {ends}</source>
        <translation>пределы: {ends}</translation>
    </message>
    <message>
        <source>Liberty: the limit has passed</source>
        <translation>Свобода: предел прошёл</translation>
    </message>
    <message>
        <source>Liberty, hours</source>
        <translation>Свобода, часы</translation>
    </message>
    <message>
        <source>by {until}: {what} ({article})</source>
        <translation>до {until}: {what} ({article})</translation>
    </message>
    <message>
        <source>since {since}</source>
        <translation>с {since}</translation>
    </message>
    <message>
        <source>How it was counted</source>
        <translation>Как посчитано</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Открыть дело</translation>
    </message>
</context>
<context>
    <name>ClocksCard</name>
    <message>
        <source>Clocks already run</source>
        <translation>Часы уже идут</translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>{field}: show all</source>
        <translation>{field}: показать все</translation>
    </message>
    <message>
        <source>word or number</source>
        <translation>слово или номер</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find a case</source>
        <translation>Найти дело</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Новое дело</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Перейти к «Сегодня»</translation>
    </message>
    <message>
        <source>Go to cases</source>
        <translation>Перейти к делам</translation>
    </message>
    <message>
        <source>Go to people: who may be one</source>
        <translation>К лицам: кто может быть одним</translation>
    </message>
    <message>
        <source>Go to conflicts</source>
        <translation>Перейти к расхождениям</translation>
    </message>
    <message>
        <source>Go to papers and journals</source>
        <translation>К бумагам и журналам</translation>
    </message>
    <message>
        <source>Go to sync</source>
        <translation>Перейти к обмену</translation>
    </message>
    <message>
        <source>Take one case over from paper</source>
        <translation>Принять одно дело с бумаги</translation>
    </message>
    <message>
        <source>Take cases over from a workbook</source>
        <translation>Принять дела из таблицы</translation>
    </message>
    <message>
        <source>Print a journal</source>
        <translation>Напечатать журнал</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Help of the focused field</source>
        <translation>Справка по текущему полю</translation>
    </message>
    <message>
        <source>Sheet of keys</source>
        <translation>Лист клавиш</translation>
    </message>
    <message>
        <source>Next region of the window</source>
        <translation>Следующая область окна</translation>
    </message>
    <message>
        <source>Sync state; again: exchange now</source>
        <translation>Состояние обмена; ещё раз: обменяться сейчас</translation>
    </message>
    <message>
        <source>Take the told away: it is read</source>
        <translation>Убрать сообщение: прочитано</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Отфильтровать список</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Двигаться</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Заглянуть</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Добавить шаг</translation>
    </message>
    <message>
        <source>Choose a lawful act</source>
        <translation>Выбрать законное действие</translation>
    </message>
    <message>
        <source>Sign or countersign the act</source>
        <translation>Подписать акт или дать согласие</translation>
    </message>
    <message>
        <source>Print the act as a paper</source>
        <translation>Напечатать акт на бумаге</translation>
    </message>
    <message>
        <source>Print the inventory of the case</source>
        <translation>Напечатать опись дела</translation>
    </message>
    <message>
        <source>Due dates and how they were counted</source>
        <translation>Сроки и как они посчитаны</translation>
    </message>
    <message>
        <source>Safeguards and custody</source>
        <translation>Гарантии и содержание под стражей</translation>
    </message>
    <message>
        <source>Correct a signed act by a new one</source>
        <translation>Исправить подписанный акт новым</translation>
    </message>
    <message>
        <source>Record, and sign an act of yours</source>
        <translation>Записать, свой акт — и подписать</translation>
    </message>
    <message>
        <source>Record without signing</source>
        <translation>Записать без подписи</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Письмо прокурору</translation>
    </message>
    <message>
        <source>Annul the record, or undo it</source>
        <translation>Аннулировать запись или вернуть</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Приложить файл</translation>
    </message>
    <message>
        <source>State a time with its source</source>
        <translation>Указать время с источником</translation>
    </message>
    <message>
        <source>Put off, the draft stays</source>
        <translation>Отложить, черновик останется</translation>
    </message>
    <message>
        <source>Choose mine</source>
        <translation>Выбрать моё</translation>
    </message>
    <message>
        <source>Choose theirs</source>
        <translation>Выбрать их</translation>
    </message>
    <message>
        <source>Choose what it was</source>
        <translation>Выбрать, что было</translation>
    </message>
    <message>
        <source>Combine the texts</source>
        <translation>Объединить тексты</translation>
    </message>
    <message>
        <source>Edit the result</source>
        <translation>Править итог</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>Accept the decision</source>
        <translation>Принять решение</translation>
    </message>
    <message>
        <source>Pause, go on</source>
        <translation>Пауза, продолжить</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>В списках</translation>
    </message>
    <message>
        <source>In a case</source>
        <translation>В деле</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>В форме</translation>
    </message>
    <message>
        <source>In a conflict</source>
        <translation>В расхождении</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>В обмене</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
</context>
<context>
    <name>ConflictDetail</name>
    <message>
        <source>A reason is needed</source>
        <translation>Нужна причина</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Conflict before</source>
        <translation>Предыдущее расхождение</translation>
    </message>
    <message>
        <source>Conflict after</source>
        <translation>Следующее расхождение</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>Accept the decision</source>
        <translation>Принять решение</translation>
    </message>
    <message>
        <source>Reason (required):</source>
        <translation>Причина (обязательна):</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>моё</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>их</translation>
    </message>
    <message>
        <source>was</source>
        <translation>было</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>объединить</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>править</translation>
    </message>
    <message>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>Both versions stay in the case with names and times.</source>
        <translation>Обе версии останутся в деле с именами и временем.</translation>
    </message>
    <message>
        <source>Case {number}</source>
        <translation>Дело {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s) agree or came together by themselves</source>
        <translation>
            <numerusform>Ещё %n поле совпало или сошлось без спора</numerusform>
            <numerusform>Ещё %n поля совпали или сошлись без спора</numerusform>
            <numerusform>Ещё %n полей совпали или сошлись без спора</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} и ещё {count}</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>One version</source>
        <translation>Одна версия</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Их</translation>
    </message>
    <message>
        <source>Other version</source>
        <translation>Другая версия</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Будет</translation>
    </message>
    <message>
        <source>after your choice</source>
        <translation>после вашего выбора</translation>
    </message>
    <message>
        <source>after the decision</source>
        <translation>после решения</translation>
    </message>
    <message>
        <source>Leave it for now</source>
        <translation>Пока оставить</translation>
    </message>
    <message>
        <source>You may explain your version.</source>
        <translation>Вы можете пояснить свою версию.</translation>
    </message>
    <message>
        <source>You may read the versions.</source>
        <translation>Вы можете прочитать версии.</translation>
    </message>
    <message>
        <source>Record my explanation</source>
        <translation>Записать моё объяснение</translation>
    </message>
    <message>
        <source>Why I recorded it so:</source>
        <translation>Почему я так записал(а):</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Объяснение</translation>
    </message>
</context>
<context>
    <name>ConflictQueue</name>
    <message>
        <source>Conflicts</source>
        <translation>Расхождения</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a choice</source>
        <translation>
            <numerusform>%n ждёт выбора</numerusform>
            <numerusform>%n ждут выбора</numerusform>
            <numerusform>%n ждут выбора</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsReading</name>
    <message>
        <source>since {when}</source>
        <translation>с {when}</translation>
    </message>
    <message>
        <source>Liberty of a person</source>
        <translation>Свобода человека</translation>
    </message>
    <message>
        <source>Whoever may change this record decides; both versions stay in the case.</source>
        <translation>Решает тот, кто вправе изменять эту запись; обе версии остаются в деле.</translation>
    </message>
    <message>
        <source>The supervising prosecutor decides; both versions stay in the case.</source>
        <translation>Решает надзирающий прокурор; обе версии остаются в деле.</translation>
    </message>
    <message>
        <source>The supervising prosecutor decides ({office}); both versions stay.</source>
        <translation>Решает надзирающий прокурор ({office}); обе версии остаются.</translation>
    </message>
</context>
<context>
    <name>ConflictsView</name>
    <message>
        <source>All versions stay in the history. Another decision takes this one back.</source>
        <translation>Все версии остаются в истории. Другое решение отменит это.</translation>
    </message>
    <message>
        <source>The decision is recorded</source>
        <translation>Решение записано</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>Решить иначе</translation>
    </message>
    <message>
        <source>Nobody disagrees</source>
        <translation>Расхождений нет</translation>
    </message>
    <message>
        <source>When two people change the same field, the choice waits here.</source>
        <translation>Когда двое меняют одно поле, выбор ждёт здесь.</translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>Correct by a new act</source>
        <translation>Исправить новым актом</translation>
    </message>
    <message>
        <source>What was signed is not changed. A new act opens with everything it says; you correct and sign it.</source>
        <translation>Подписанное не меняют. Откроется новый акт со всем его содержанием; исправьте его и подпишите.</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>Почему исправляется</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>Make the new act</source>
        <translation>Создать новый акт</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late by %n day(s)</source>
        <translation>
            <numerusform>опоздание %n день</numerusform>
            <numerusform>опоздание %n дня</numerusform>
            <numerusform>опоздание %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in custody</source>
        <translation>
            <numerusform>под стражей %n день</numerusform>
            <numerusform>под стражей %n дня</numerusform>
            <numerusform>под стражей %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) in custody</source>
        <translation>
            <numerusform>лишён(а) свободы %n час</numerusform>
            <numerusform>лишён(а) свободы %n часа</numerusform>
            <numerusform>лишён(а) свободы %n часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>остался %n день</numerusform>
            <numerusform>осталось %n дня</numerusform>
            <numerusform>осталось %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n safeguard(s) not due</source>
        <translation>
            <numerusform>Сейчас не требуется: %n гарантия</numerusform>
            <numerusform>Сейчас не требуется: %n гарантии</numerusform>
            <numerusform>Сейчас не требуется: %n гарантий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) of what is recorded; the longest custody is shown</source>
        <translation>
            <numerusform>%n прочтение записанного; показана самая долгая стража</numerusform>
            <numerusform>%n прочтения записанного; показана самая долгая стража</numerusform>
            <numerusform>%n прочтений записанного; показана самая долгая стража</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n allegation(s) of torture without a decision</source>
        <translation>
            <numerusform>%n заявление о пытках без решения</numerusform>
            <numerusform>%n заявления о пытках без решения</numerusform>
            <numerusform>%n заявлений о пытках без решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s) not confirmed</source>
        <translation>
            <numerusform>%n передача не подтверждена</numerusform>
            <numerusform>%n передачи не подтверждены</numerusform>
            <numerusform>%n передач не подтверждено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s) to receive</source>
        <translation>
            <numerusform>%n передача ждёт получения</numerusform>
            <numerusform>%n передачи ждут получения</numerusform>
            <numerusform>%n передач ждут получения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) wait for your consent or approval</source>
        <translation>
            <numerusform>%n акт ждёт вашего согласия или утверждения</numerusform>
            <numerusform>%n акта ждут вашего согласия или утверждения</numerusform>
            <numerusform>%n актов ждут вашего согласия или утверждения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your act(s) not signed</source>
        <translation>
            <numerusform>%n ваш акт не подписан</numerusform>
            <numerusform>%n ваших акта не подписаны</numerusform>
            <numerusform>%n ваших актов не подписано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stated otherwise or annulled in %n case(s)</source>
        <translation>
            <numerusform>Указано иначе или аннулировано в %n деле</numerusform>
            <numerusform>Указано иначе или аннулировано в %n делах</numerusform>
            <numerusform>Указано иначе или аннулировано в %n делах</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: %n page(s)</source>
        <translation>
            <numerusform>Записано: %n страница</numerusform>
            <numerusform>Записано: %n страницы</numerusform>
            <numerusform>Записано: %n страниц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>просрочен %n срок</numerusform>
            <numerusform>просрочено %n срока</numerusform>
            <numerusform>просрочено %n сроков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late by %n year(s)</source>
        <translation>
            <numerusform>опоздание %n год</numerusform>
            <numerusform>опоздание %n года</numerusform>
            <numerusform>опоздание %n лет</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n открыт</numerusform>
            <numerusform>%n открыты</numerusform>
            <numerusform>%n открыто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre did not accept %n change(s)</source>
        <translation>
            <numerusform>Центр не принял %n изменение</numerusform>
            <numerusform>Центр не принял %n изменения</numerusform>
            <numerusform>Центр не принял %n изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n расхождение</numerusform>
            <numerusform>%n расхождения</numerusform>
            <numerusform>%n расхождений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n черновик</numerusform>
            <numerusform>%n черновика</numerusform>
            <numerusform>%n черновиков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n изменение ещё не отправлено</numerusform>
            <numerusform>%n изменения ещё не отправлены</numerusform>
            <numerusform>%n изменений ещё не отправлено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>дд.мм.гггг</translation>
    </message>
</context>
<context>
    <name>DigestsCard</name>
    <message>
        <source>Check now</source>
        <translation>Сверить сейчас</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Ещё не сверено</translation>
    </message>
    <message>
        <source>The check compares what you and the centre hold.</source>
        <translation>Сверка сравнит, что есть у вас и в центре.</translation>
    </message>
    <message>
        <source>Both sides hold the same</source>
        <translation>Обе стороны держат одно и то же</translation>
    </message>
    <message>
        <source>Checked {at}: the fingerprints agree.</source>
        <translation>Сверено {at}: отпечатки совпали.</translation>
    </message>
    <message numerus="yes">
        <source>Checked {at}: %Ln record(s), the fingerprints agree.</source>
        <translation>
            <numerusform>Сверено {at}: %Ln запись, отпечатки совпали.</numerusform>
            <numerusform>Сверено {at}: %Ln записи, отпечатки совпали.</numerusform>
            <numerusform>Сверено {at}: %Ln записей, отпечатки совпали.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sides do not hold the same</source>
        <translation>Стороны держат разное</translation>
    </message>
    <message>
        <source>Checked {at}. The next exchange brings what is missing.</source>
        <translation>Сверено {at}. Недостающее придёт при следующем обмене.</translation>
    </message>
</context>
<context>
    <name>DirectoryEditor</name>
    <message>
        <source>name, language or place</source>
        <translation>имя, язык или место</translation>
    </message>
    <message>
        <source>Directory: show all</source>
        <translation>Справочник: показать всё</translation>
    </message>
</context>
<context>
    <name>DossierPresenter</name>
    <message>
        <source>Safeguard passport</source>
        <translation>Паспорт гарантий</translation>
    </message>
    <message>
        <source>What was done is recorded as it was. Look first whether another step is missing.</source>
        <translation>Что сделано, то и записывается. Сначала проверьте, не пропущен ли другой шаг.</translation>
    </message>
    <message>
        <source>The law does not provide for this step now</source>
        <translation>Закон не предусматривает этот шаг сейчас</translation>
    </message>
</context>
<context>
    <name>DossierReading</name>
    <message>
        <source>The records tell different courses: {states}</source>
        <translation>Записи говорят о разном ходе дела: {states}</translation>
    </message>
    <message>
        <source>Annulled</source>
        <translation>Аннулировано</translation>
    </message>
    <message>
        <source>In conflict: {count}</source>
        <translation>Расхождений: {count}</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>Просрочено: {count}</translation>
    </message>
    <message>
        <source>annulled {at} ({by}): {reason}</source>
        <translation>аннулировано {at} ({by}): {reason}</translation>
    </message>
    <message>
        <source>annulled {at} ({by}), which takes no effect: {reason}</source>
        <translation>аннулировано {at} ({by}), но это не действует: {reason}</translation>
    </message>
    <message>
        <source>first {first}, later stated {stated} ({by})</source>
        <translation>сначала {first}, позже указано {stated} ({by})</translation>
    </message>
    <message>
        <source>recorded {at}</source>
        <translation>записано {at}</translation>
    </message>
    <message>
        <source>stated {at} by {by}, who has not signed it</source>
        <translation>{at} указал {by}, который акта не подписывал</translation>
    </message>
    <message>
        <source>{status}; awaits: {capacity}</source>
        <translation>{status}; ждёт: {capacity}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>leads to {state}</source>
        <translation>переводит в состояние {state}</translation>
    </message>
    <message>
        <source>on another computer</source>
        <translation>на другом компьютере</translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>What can be recorded</source>
        <translation>Что можно записать</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s)</source>
        <translation>
            <numerusform>Весь %n шаг</numerusform>
            <numerusform>Все %n шага</numerusform>
            <numerusform>Все %n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n шаг</numerusform>
            <numerusform>%n шага</numerusform>
            <numerusform>%n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>Events of the case</source>
        <translation>События дела</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>Дело не открыто</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Выберите его в списке.</translation>
    </message>
</context>
<context>
    <name>DueExplanation</name>
    <message>
        <source>How it was counted</source>
        <translation>Как посчитано</translation>
    </message>
    <message>
        <source>Hide the counting</source>
        <translation>Скрыть расчёт</translation>
    </message>
    <message>
        <source>Open the record it runs from</source>
        <translation>Открыть запись, от которой он идёт</translation>
    </message>
    <message>
        <source>What is recorded allows several ends</source>
        <translation>По записанному возможны несколько сроков</translation>
    </message>
    <message>
        <source>not yet checked against the law</source>
        <translation>с текстом закона ещё не сверено</translation>
    </message>
    <message>
        <source>acted on: the strictest</source>
        <translation>действует: строжайший</translation>
    </message>
</context>
<context>
    <name>DueSheet</name>
    <message>
        <source>Due dates of the case</source>
        <translation>Сроки дела</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nothing recorded in this case starts a due date yet.</source>
        <translation>Из записанного в этом деле сроки пока не начинаются.</translation>
    </message>
</context>
<context>
    <name>FieldConflictRow</name>
    <message>
        <source>Was</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Их</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Будет</translation>
    </message>
    <message>
        <source>was empty</source>
        <translation>было пусто</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n слово</numerusform>
            <numerusform>%n слова</numerusform>
            <numerusform>%n слов</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбрано</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>ещё не решено</translation>
    </message>
    <message>
        <source>combined, can be edited</source>
        <translation>объединено, можно править</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>исправлено</translation>
    </message>
    <message>
        <source>+{added}, −{gone} words</source>
        <translation>+{added}, −{gone} слов</translation>
    </message>
    <message numerus="yes">
        <source>+%n word(s)</source>
        <translation>
            <numerusform>+%n слово</numerusform>
            <numerusform>+%n слова</numerusform>
            <numerusform>+%n слов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>Help of the field</source>
        <translation>Справка по полю</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Empty fields</source>
        <translation>Пустые поля</translation>
    </message>
    <message>
        <source>Required fields must be filled before you can record. The others may stay empty.</source>
        <translation>Без обязательных полей записать нельзя. Остальные можно оставить пустыми.</translation>
    </message>
    <message>
        <source>Dates can be typed like this</source>
        <translation>Дату можно писать так</translation>
    </message>
    <message>
        <source>yesterday 15:05</source>
        <translation>вчера 15:05</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>Several versions stand: decide</source>
        <translation>Есть несколько версий: решить</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Attach files</source>
        <translation>Приложить файлы</translation>
    </message>
    <message>
        <source>Save a copy outside the system</source>
        <translation>Сохранить копию вне системы</translation>
    </message>
    <message>
        <source>{name} will stand in the record no longer. That it stood there, and why not any more, stays.</source>
        <translation>{name} больше не будет в записи. Что файл там был и почему убран, остаётся.</translation>
    </message>
    <message>
        <source>Take the file away</source>
        <translation>Убрать файл из записи</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>“{name}” cannot be shown here</source>
        <translation>«{name}» здесь не показать</translation>
    </message>
    <message>
        <source>It is no picture of a known kind, or too large.</source>
        <translation>Это не изображение известного вида, или оно слишком велико.</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Attach…</source>
        <translation>Приложить…</translation>
    </message>
    <message>
        <source>or drop files here; they stay encrypted on this computer</source>
        <translation>или перетащите файлы сюда; они останутся на этом компьютере в зашифрованном виде</translation>
    </message>
    <message>
        <source>Record it first; then files can be attached.</source>
        <translation>Сначала запишите; потом можно приложить файлы.</translation>
    </message>
    <message>
        <source>Stop attaching</source>
        <translation>Прекратить</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>A readable copy was written: {name}. Outside the system nobody but you protects it.</source>
        <translation>Читаемая копия записана: {name}. Вне системы её не защищает никто, кроме вас.</translation>
    </message>
    <message>
        <source>Copy the SHA-256 of {name}</source>
        <translation>Скопировать SHA-256 файла {name}</translation>
    </message>
    <message>
        <source>on this computer only</source>
        <translation>только на этом компьютере</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>не на этом компьютере</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Take away…</source>
        <translation>Убрать…</translation>
    </message>
</context>
<context>
    <name>FormFoot</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n исправить</numerusform>
            <numerusform>%n исправить</numerusform>
            <numerusform>%n исправить</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty</source>
        <translation>
            <numerusform>%n пусто</numerusform>
            <numerusform>%n пусто</numerusform>
            <numerusform>%n пусто</numerusform>
        </translation>
    </message>
    <message>
        <source>What you typed will not be lost</source>
        <translation>Набранное не пропадёт</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Record only</source>
        <translation>Только записать</translation>
    </message>
    <message>
        <source>Correct by a new act</source>
        <translation>Исправить новым актом</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>Записать и подписать</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Подписать</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Записать</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Письмо прокурору</translation>
    </message>
    <message>
        <source>Take the annulment back…</source>
        <translation>Отменить аннулирование…</translation>
    </message>
    <message>
        <source>Annul…</source>
        <translation>Аннулировать…</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Только чтение</translation>
    </message>
    <message>
        <source>Nothing typed yet</source>
        <translation>Пока ничего не набрано</translation>
    </message>
    <message>
        <source>Draft saved at {time}, on this computer</source>
        <translation>Черновик сохранён в {time}, на этом компьютере</translation>
    </message>
</context>
<context>
    <name>FormPresenter</name>
    <message>
        <source>Record it first; then it can be printed.</source>
        <translation>Сначала запишите, потом можно напечатать.</translation>
    </message>
    <message>
        <source>The record is sealed. Exchange with the centre now: F8.</source>
        <translation>Запись запечатана. Обменяйтесь с центром сейчас: F8.</translation>
    </message>
    <message>
        <source>“{name}” is not recorded yet</source>
        <translation>«{name}» ещё не записано</translation>
    </message>
    <message>
        <source>Record it first as a step of its own; then choose it here.</source>
        <translation>Сначала запишите отдельным шагом, потом выберите здесь.</translation>
    </message>
</context>
<context>
    <name>JournalCard</name>
    <message>
        <source>Which day is meant?</source>
        <translation>Какой день?</translation>
    </message>
    <message>
        <source>A day is written as 24.11.2026.</source>
        <translation>День пишут так: 24.11.2026.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Последний день раньше первого.</translation>
    </message>
    <message>
        <source>Change one of the two.</source>
        <translation>Измените один из них.</translation>
    </message>
    <message>
        <source>Journals of the office</source>
        <translation>Журналы подразделения</translation>
    </message>
    <message>
        <source>Each page tells its number of all, what it counts, and has lines for signature and stamp.</source>
        <translation>На каждой странице её номер из общего числа, счёт записей, строки для подписи и печати.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>to</source>
        <translation>по</translation>
    </message>
    <message>
        <source>Which journal</source>
        <translation>Какой журнал</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Write the PDF…</source>
        <translation>Записать PDF…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
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
        <translation>Язык</translation>
    </message>
</context>
<context>
    <name>Liberty</name>
    <message>
        <source>less than an hour in custody</source>
        <translation>лишён(а) свободы меньше часа</translation>
    </message>
    <message>
        <source>at most {months} months</source>
        <translation>не более {months} месяцев</translation>
    </message>
    <message>
        <source>at most {hours} hours</source>
        <translation>не более {hours} часов</translation>
    </message>
    <message>
        <source>explained: {count}</source>
        <translation>объяснено: {count}</translation>
    </message>
    <message>
        <source>{label}: by {until}</source>
        <translation>{label}: до {until}</translation>
    </message>
    <message>
        <source>{label}: not recorded</source>
        <translation>{label}: не записано</translation>
    </message>
    <message>
        <source>{label}: late, {at}</source>
        <translation>{label}: с опозданием, {at}</translation>
    </message>
    <message>
        <source>recorded late</source>
        <translation>сделано с опозданием</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>записано</translation>
    </message>
    <message>
        <source>reason recorded</source>
        <translation>записана причина</translation>
    </message>
    <message>
        <source>before the take-over</source>
        <translation>до приёма с бумаги</translation>
    </message>
    <message>
        <source>annulled</source>
        <translation>аннулировано</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>не требуется</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>не записано</translation>
    </message>
    <message>
        <source>by {until}</source>
        <translation>до {until}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>apprehended</source>
        <translation>задержан(а)</translation>
    </message>
    <message>
        <source>in custody</source>
        <translation>под стражей</translation>
    </message>
    <message>
        <source>under house arrest</source>
        <translation>под домашним арестом</translation>
    </message>
    <message>
        <source>in compulsory hospital care</source>
        <translation>в принудительном стационаре</translation>
    </message>
    <message>
        <source>serving imprisonment</source>
        <translation>отбывает лишение свободы</translation>
    </message>
    <message>
        <source>tried {at}, {by}: {result}</source>
        <translation>попытка {at}, {by}: {result}</translation>
    </message>
    <message>
        <source>does not count, annulled {at} ({by}): {reason}</source>
        <translation>не считается, аннулировано {at} ({by}): {reason}</translation>
    </message>
</context>
<context>
    <name>LibertySheet</name>
    <message>
        <source>Safeguards and custody</source>
        <translation>Гарантии и стража</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>Стража</translation>
    </message>
    <message>
        <source>Actually apprehended: {words}</source>
        <translation>Фактически задержан(а): {words}</translation>
    </message>
    <message>
        <source>still</source>
        <translation>по сей день</translation>
    </message>
    <message>
        <source>ordered until {until}</source>
        <translation>назначено до {until}</translation>
    </message>
    <message>
        <source>stated at the take-over</source>
        <translation>указано при приёме</translation>
    </message>
    <message>
        <source>Safeguard passport</source>
        <translation>Паспорт гарантий</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Nothing recorded of this person calls for a safeguard yet.</source>
        <translation>Записанное об этом лице пока не требует гарантий.</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Record why not</source>
        <translation>Записать, почему нет</translation>
    </message>
    <message>
        <source>reason: {reason}</source>
        <translation>причина: {reason}</translation>
    </message>
    <message>
        <source>not yet checked against the law</source>
        <translation>с текстом закона ещё не сверено</translation>
    </message>
    <message>
        <source>{state} since {since}: {why}</source>
        <translation>{state} с {since}: {why}</translation>
    </message>
</context>
<context>
    <name>LikelyCard</name>
    <message>
        <source>Perhaps recorded already</source>
        <translation>Возможно, уже записан</translation>
    </message>
    <message>
        <source>The program only compares. Whether it is one person, you decide.</source>
        <translation>Программа только сравнивает. Одно ли это лицо, решаете вы.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>One person…</source>
        <translation>Одно лицо…</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Взять эту запись</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>связана</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что сделано</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Зачем</translation>
    </message>
    <message numerus="yes">
        <source>and %n older event(s): choose fewer days or filter</source>
        <translation>
            <numerusform>и ещё %n более старое событие: выберите меньше дней или отфильтруйте</numerusform>
            <numerusform>и ещё %n более старых события: выберите меньше дней или отфильтруйте</numerusform>
            <numerusform>и ещё %n более старых событий: выберите меньше дней или отфильтруйте</numerusform>
        </translation>
    </message>
    <message>
        <source>Log of looking</source>
        <translation>Журнал обращений</translation>
    </message>
    <message>
        <source>Filter by login, case, words</source>
        <translation>Логин, дело, слова</translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation>Это рабочее место</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>Центр</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Nothing was looked at in this time</source>
        <translation>За это время ничего не просматривали</translation>
    </message>
    <message>
        <source>That you read the log is itself logged.</source>
        <translation>Чтение журнала тоже записывается в журнал.</translation>
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
        <translation>Прочитано</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать всё</translation>
    </message>
</context>
<context>
    <name>OfferModel</name>
    <message>
        <source>the law does not provide for it now</source>
        <translation>законом сейчас не предусмотрено</translation>
    </message>
</context>
<context>
    <name>OfficeEditor</name>
    <message>
        <source>name, place or code of the office</source>
        <translation>название, место или код органа</translation>
    </message>
    <message>
        <source>Offices: show all</source>
        <translation>Органы: показать все</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>alike: {score} %</source>
        <translation>сходство: {score} %</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Открыть запись</translation>
    </message>
    <message>
        <source>It is one person…</source>
        <translation>Это одно лицо…</translation>
    </message>
    <message>
        <source>They are different persons…</source>
        <translation>Это разные лица…</translation>
    </message>
    <message>
        <source>Said to be one: take back…</source>
        <translation>Указано, что одно лицо: отозвать…</translation>
    </message>
    <message>
        <source>Said to be different: take back…</source>
        <translation>Указано, что разные: отозвать…</translation>
    </message>
</context>
<context>
    <name>PapersPresenter</name>
    <message>
        <source>Inventory of the case file</source>
        <translation>Опись документов дела</translation>
    </message>
    <message>
        <source>Workbook of cases on paper</source>
        <translation>Таблица дел на бумаге</translation>
    </message>
    <message>
        <source>Cases on paper</source>
        <translation>Дела на бумаге</translation>
    </message>
    <message>
        <source>The template is written: {name}</source>
        <translation>Образец записан: {name}</translation>
    </message>
    <message>
        <source>Fill it in, then have it checked here.</source>
        <translation>Заполните его, затем проверьте здесь.</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Письмо прокурору</translation>
    </message>
    <message>
        <source>The letter is written. Print it and hand it over at once.</source>
        <translation>Письмо готово. Распечатайте и передайте сразу.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message numerus="yes">
        <source>The paper is written: {name}, %n page(s)</source>
        <translation>
            <numerusform>Бумага записана: {name}, %n страница</numerusform>
            <numerusform>Бумага записана: {name}, %n страницы</numerusform>
            <numerusform>Бумага записана: {name}, %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Print it from there. Outside the system nobody but you protects it.</source>
        <translation>Печатайте оттуда. Вне системы её охраняете только вы.</translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>Papers</source>
        <translation>Бумаги</translation>
    </message>
    <message>
        <source>An act is printed on the page of its case: P</source>
        <translation>Акт печатают на странице дела: P</translation>
    </message>
</context>
<context>
    <name>PeoplePresenter</name>
    <message>
        <source>It is one person</source>
        <translation>Это одно лицо</translation>
    </message>
    <message>
        <source>They are different persons</source>
        <translation>Это разные лица</translation>
    </message>
    <message>
        <source>{one} and {other}. The records stay as they are; your statement stands beside them.</source>
        <translation>{one} и {other}. Записи остаются как есть; ваше заявление стоит рядом с ними.</translation>
    </message>
    <message>
        <source>{one} and {other}. The statement is annulled and stays in the history with your reason.</source>
        <translation>{one} и {other}. Заявление аннулируется и остаётся в истории с вашей причиной.</translation>
    </message>
    <message>
        <source>Take the statement back</source>
        <translation>Отозвать заявление</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Записать</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation>Лица</translation>
    </message>
    <message>
        <source>Records that may be of one person. The program compares; you decide.</source>
        <translation>Записи, которые могут быть об одном лице. Программа сравнивает, решаете вы.</translation>
    </message>
    <message>
        <source>Perhaps one person</source>
        <translation>Возможно, одно лицо</translation>
    </message>
    <message>
        <source>Already decided</source>
        <translation>Уже решено</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pair(s) after these</source>
        <translation>
            <numerusform>и ещё %n пара после этих</numerusform>
            <numerusform>и ещё %n пары после этих</numerusform>
            <numerusform>и ещё %n пар после этих</numerusform>
        </translation>
    </message>
    <message>
        <source>No two records seem to be of one person</source>
        <translation>Нет двух записей, похожих на одно лицо</translation>
    </message>
    <message>
        <source>Compared are records with the same personal number, document or day of birth.</source>
        <translation>Сравниваются записи с одинаковым ПИН, документом или днём рождения.</translation>
    </message>
    <message>
        <source>Nobody has decided anything yet</source>
        <translation>Пока никто ничего не решил</translation>
    </message>
    <message>
        <source>What is decided stands here, and can be taken back.</source>
        <translation>Решённое стоит здесь, и его можно отозвать.</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>← → turn the picture on the screen; the file stays as it is</source>
        <translation>← → поворачивают на экране; файл не меняется</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>For the case file: everything stands on it</source>
        <translation>В дело: указано всё</translation>
    </message>
    <message>
        <source>Copy for {whom}</source>
        <translation>Копия для: {whom}</translation>
    </message>
    <message>
        <source>Print the act as a paper</source>
        <translation>Напечатать акт на бумаге</translation>
    </message>
    <message>
        <source>Whom is the paper for?</source>
        <translation>Для кого бумага?</translation>
    </message>
    <message>
        <source>What will stand on the paper</source>
        <translation>Что будет на бумаге</translation>
    </message>
    <message>
        <source>Read on the right: {fields}</source>
        <translation>Прочитайте справа: {fields}</translation>
    </message>
    <message numerus="yes">
        <source>Underlined are %n place(s) that look like an address, a number or a village.</source>
        <translation>
            <numerusform>Подчёркнуто %n место, похожее на адрес, номер или село.</numerusform>
            <numerusform>Подчёркнуты %n места, похожие на адрес, номер или село.</numerusform>
            <numerusform>Подчёркнуто %n мест, похожих на адрес, номер или село.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is found: you decide.</source>
        <translation>Находится не всё: решаете вы.</translation>
    </message>
    <message>
        <source>I have read it: no address or contact of a victim or witness is in it</source>
        <translation>Прочитано: адресов и контактов потерпевшего и свидетелей нет</translation>
    </message>
    <message>
        <source>The print, and for whom, is written to the log.</source>
        <translation>Печать и для кого она записываются в журнал.</translation>
    </message>
    <message>
        <source>A copy tells nobody else’s address or contact.</source>
        <translation>В копии нет адресов и контактов других лиц.</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>Не печатать</translation>
    </message>
    <message>
        <source>Write the PDF…</source>
        <translation>Записать PDF…</translation>
    </message>
</context>
<context>
    <name>PurposeSheet</name>
    <message>
        <source>This case is not your own</source>
        <translation>Это не ваше дело</translation>
    </message>
    <message>
        <source>State why you open it. The purpose is written to the log with your name, then the case is shown.</source>
        <translation>Укажите, зачем вы его открываете. Цель с вашим именем запишется в журнал, затем дело откроется.</translation>
    </message>
    <message>
        <source>In words: request, complaint, number of the letter</source>
        <translation>Словами: запрос, жалоба, номер письма</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Не открывать</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Открыть дело</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Лица</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Бумаги</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Кто смотрел</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Учебные данные</translation>
    </message>
    <message>
        <source>Case system</source>
        <translation>Система дел</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Why</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Оставить как есть</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Annulled {at}, {by}: {reason}</source>
        <translation>Аннулировано {at}, {by}: {reason}</translation>
    </message>
    <message>
        <source>Enter the time too, for example 15:05.</source>
        <translation>Укажите время, например 15:05.</translation>
    </message>
    <message>
        <source>Enter day and time like this: 24.11, 15:05.</source>
        <translation>Укажите день и время так: 24.11, 15:05.</translation>
    </message>
    <message>
        <source>Enter the day like this: 24.11.2026.</source>
        <translation>Укажите день так: 24.11.2026.</translation>
    </message>
</context>
<context>
    <name>RecordFormAct</name>
    <message>
        <source>Signed: {names}.</source>
        <translation>Подписали: {names}.</translation>
    </message>
    <message>
        <source>Another act stands in its place.</source>
        <translation>Вместо него действует другой акт.</translation>
    </message>
    <message>
        <source>It was changed by somebody who had not seen the signature: look.</source>
        <translation>Его изменил тот, кто не видел подписи: проверьте.</translation>
    </message>
    <message>
        <source>What was signed is closed; service, execution and later statements stay open.</source>
        <translation>Подписанное закрыто; вручение, исполнение и поздние сведения можно дополнять.</translation>
    </message>
</context>
<context>
    <name>RecordFormView</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n исправить</numerusform>
            <numerusform>%n исправить</numerusform>
            <numerusform>%n исправить</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty</source>
        <translation>
            <numerusform>%n пусто</numerusform>
            <numerusform>%n пусто</numerusform>
            <numerusform>%n пусто</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>не начато</translation>
    </message>
    <message>
        <source>{done} of {total} filled</source>
        <translation>заполнено {done} из {total}</translation>
    </message>
</context>
<context>
    <name>RefEditor</name>
    <message>
        <source>name or number</source>
        <translation>имя или номер</translation>
    </message>
    <message>
        <source>Show what this case holds</source>
        <translation>Показать, что есть в этом деле</translation>
    </message>
</context>
<context>
    <name>Referring</name>
    <message>
        <source>other case: {number}</source>
        <translation>другое дело: {number}</translation>
    </message>
</context>
<context>
    <name>SectionBox</name>
    <message>
        <source>Next section</source>
        <translation>Следующий раздел</translation>
    </message>
</context>
<context>
    <name>SetEditor</name>
    <message>
        <source>Take away: {name}</source>
        <translation>Убрать: {name}</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>Язык экранов</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокий контраст</translation>
    </message>
</context>
<context>
    <name>ShellPresenter</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>найдена %n запись</numerusform>
            <numerusform>найдено %n записи</numerusform>
            <numerusform>найдено %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>colleagues&apos; cases in brief: open one and state a purpose</source>
        <translation>дела коллег — кратко: откройте и назовите цель</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Действие</translation>
    </message>
</context>
<context>
    <name>ShellView</name>
    <message>
        <source>I have read it</source>
        <translation>Прочитано</translation>
    </message>
</context>
<context>
    <name>SignatureEditor</name>
    <message>
        <source>how it was signed</source>
        <translation>как подписано</translation>
    </message>
    <message>
        <source>who signed, in what capacity</source>
        <translation>кто подписал, в каком качестве</translation>
    </message>
    <message>
        <source>when it was signed</source>
        <translation>когда подписано</translation>
    </message>
    <message>
        <source>scan of the signed paper</source>
        <translation>скан подписанной бумаги</translation>
    </message>
    <message>
        <source>reason of the refusal, {article}</source>
        <translation>причина отказа, {article}</translation>
    </message>
</context>
<context>
    <name>SigningSheet</name>
    <message>
        <source>Sign: {title}</source>
        <translation>Подписание: {title}</translation>
    </message>
    <message>
        <source>form in the edition {edition}</source>
        <translation>форма в редакции {edition}</translation>
    </message>
    <message>
        <source>Your password, entered afresh</source>
        <translation>Ваш пароль, введённый заново</translation>
    </message>
    <message>
        <source>After this only service, execution and later statements can be added.</source>
        <translation>После подписи добавляют только вручение, исполнение и поздние сведения.</translation>
    </message>
    <message>
        <source>If you refuse: why</source>
        <translation>Если отказываете: почему</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Отказать</translation>
    </message>
    <message>
        <source>Do not sign</source>
        <translation>Не подписывать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Подписывается…</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Подписать</translation>
    </message>
    <message>
        <source>Signed already</source>
        <translation>Уже подписали</translation>
    </message>
    <message>
        <source>{need}: not recorded. The signature waits for it.</source>
        <translation>{need}: не записано. Без этого подписать нельзя.</translation>
    </message>
    <message>
        <source>Write why not</source>
        <translation>Записать причину</translation>
    </message>
</context>
<context>
    <name>StatementEditor</name>
    <message>
        <source>time stated</source>
        <translation>указанное время</translation>
    </message>
    <message>
        <source>where the time is known from</source>
        <translation>откуда известно время</translation>
    </message>
    <message>
        <source>who states it</source>
        <translation>кто указал</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Reading the records of this office for the first time</source>
        <translation>Записи отдела читаются в первый раз</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Check the spelling, or search without the filter.</source>
        <translation>Проверьте написание или ищите без фильтра.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>The centre cannot be reached now</source>
        <translation>С центром сейчас нет связи</translation>
    </message>
    <message>
        <source>Everything recorded here is safe and will be sent by itself.</source>
        <translation>Всё записанное здесь сохранено и уйдёт само.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>This is outside your duties</source>
        <translation>Это вне ваших обязанностей</translation>
    </message>
    <message>
        <source>Ask the head of your office if you need it for your work.</source>
        <translation>Если это нужно для работы, обратитесь к начальнику отдела.</translation>
    </message>
    <message>
        <source>This page could not be read</source>
        <translation>Эту страницу не удалось прочитать</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it repeats, call support.</source>
        <translation>Ничего не пропало. Повторите; если не поможет, звоните в поддержку.</translation>
    </message>
</context>
<context>
    <name>StationCard</name>
    <message>
        <source>This workstation</source>
        <translation>Это рабочее место</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Last full exchange</source>
        <translation>Последний полный обмен</translation>
    </message>
    <message>
        <source>{offset} s from the centre</source>
        <translation>{offset} с от центра</translation>
    </message>
    <message>
        <source>Clock of this computer</source>
        <translation>Часы компьютера</translation>
    </message>
    <message numerus="yes">
        <source>by itself, every %n minute(s)</source>
        <translation>
            <numerusform>сам, каждую %n минуту</numerusform>
            <numerusform>сам, каждые %n минуты</numerusform>
            <numerusform>сам, каждые %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>Next exchange</source>
        <translation>Следующий обмен</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Countersign</source>
        <translation>Завизировать</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Подписать</translation>
    </message>
    <message>
        <source>Correct by a new act</source>
        <translation>Исправить новым актом</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Письмо прокурору</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>As on paper</source>
        <translation>Как на бумаге</translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>Add a step</source>
        <translation>Добавить шаг</translation>
    </message>
    <message>
        <source>Name of the step, in any of the three languages</source>
        <translation>Название шага, на любом из трёх языков</translation>
    </message>
    <message>
        <source>Find a step by its name</source>
        <translation>Найти шаг по названию</translation>
    </message>
    <message>
        <source>Steps, those of the law first</source>
        <translation>Шаги, сначала следующие по закону</translation>
    </message>
    <message>
        <source>Record all the same</source>
        <translation>Всё равно записать</translation>
    </message>
    <message>
        <source>May be recorded now: {may}. Not now: {rest}.</source>
        <translation>Можно записать сейчас: {may}. Сейчас нельзя: {rest}.</translation>
    </message>
    <message>
        <source>No step is called so.</source>
        <translation>Шага с таким названием нет.</translation>
    </message>
    <message>
        <source>The law does not provide for it now; what was done is recorded, with this warning.</source>
        <translation>Законом сейчас не предусмотрено; что сделано, записывается с этим предупреждением.</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>No network? Carry it by stick</source>
        <translation>Нет сети? Отвезите флешкой</translation>
    </message>
    <message>
        <source>The package is encrypted and signed. Only the centre and your office read it.</source>
        <translation>Пакет зашифрован и подписан. Читает его только центр и ваш отдел.</translation>
    </message>
    <message>
        <source>Make a package</source>
        <translation>Собрать пакет</translation>
    </message>
    <message>
        <source>Take one in</source>
        <translation>Принять пакет</translation>
    </message>
    <message>
        <source>On its way: package {number} of {day}</source>
        <translation>В пути: пакет № {number} от {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>the receipt came</source>
        <translation>расписка пришла</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>расписка ещё не пришла</translation>
    </message>
</context>
<context>
    <name>SyncPresenter</name>
    <message>
        <source>Make a package</source>
        <translation>Собрать пакет</translation>
    </message>
    <message numerus="yes">
        <source>The package is made: %n change(s) for the centre.</source>
        <translation>
            <numerusform>Пакет собран: %n изменение для центра.</numerusform>
            <numerusform>Пакет собран: %n изменения для центра.</numerusform>
            <numerusform>Пакет собран: %n изменений для центра.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computer(s) of your office can read it.</source>
        <translation>
            <numerusform>Прочтёт %n компьютер вашего отдела.</numerusform>
            <numerusform>Прочтут %n компьютера вашего отдела.</numerusform>
            <numerusform>Прочтут %n компьютеров вашего отдела.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take one in</source>
        <translation>Принять пакет</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n new change(s).</source>
        <translation>
            <numerusform>Принято: %n новое изменение.</numerusform>
            <numerusform>Принято: %n новых изменения.</numerusform>
            <numerusform>Принято: %n новых изменений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are carried to the centre.</source>
        <translation>
            <numerusform>В центр будет передано %n изменение.</numerusform>
            <numerusform>В центр будут переданы %n изменения.</numerusform>
            <numerusform>В центр будет передано %n изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is in the clipboard. It names no person and no case.</source>
        <translation>Отчёт в буфере обмена. В нём нет ни лиц, ни дел.</translation>
    </message>
</context>
<context>
    <name>SyncReading</name>
    <message>
        <source>of no case</source>
        <translation>вне дел</translation>
    </message>
    <message>
        <source>The centre did not accept: {what}</source>
        <translation>Центр не принял: {what}</translation>
    </message>
    <message>
        <source>The centre set aside: {what}</source>
        <translation>Центр отложил: {what}</translation>
    </message>
    <message>
        <source>a record that is not here any more</source>
        <translation>запись, которой здесь уже нет</translation>
    </message>
    <message>
        <source>(and {count} more)</source>
        <translation>(и ещё {count})</translation>
    </message>
    <message>
        <source>The record is whole and stays here.</source>
        <translation>Запись цела и остаётся здесь.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>calling the centre</source>
        <translation>вызываем центр</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>отправка</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>получение</translation>
    </message>
    <message>
        <source>comparing both sides</source>
        <translation>сверка обеих сторон</translation>
    </message>
    <message>
        <source>fetching what is missing</source>
        <translation>получаем недостающее</translation>
    </message>
    <message>
        <source>the link broke, trying again soon</source>
        <translation>связь оборвалась, скоро повторим</translation>
    </message>
</context>
<context>
    <name>SyncSentence</name>
    <message numerus="yes">
        <source>%n change(s) wait: no network since {time}</source>
        <translation>
            <numerusform>%n изменение ждёт: сети нет с {time}</numerusform>
            <numerusform>%n изменения ждут: сети нет с {time}</numerusform>
            <numerusform>%n изменений ждут: сети нет с {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent</source>
        <translation>
            <numerusform>%n изменение ждёт отправки</numerusform>
            <numerusform>%n изменения ждут отправки</numerusform>
            <numerusform>%n изменений ждут отправки</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet exchanged with the centre</source>
        <translation>Обмена с центром ещё не было</translation>
    </message>
    <message>
        <source>Everything reached the centre at {time}</source>
        <translation>Всё дошло до центра в {time}</translation>
    </message>
    <message>
        <source>Everything reached the centre on {time}</source>
        <translation>Всё дошло до центра {time}</translation>
    </message>
    <message numerus="yes">
        <source>The centre did not accept %n change(s)</source>
        <translation>
            <numerusform>Центр не принял %n изменение</numerusform>
            <numerusform>Центр не принял %n изменения</numerusform>
            <numerusform>Центр не принял %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest arrived: {time}</source>
        <translation>остальное дошло: {time}</translation>
    </message>
    <message numerus="yes">
        <source>Sent {sent} of %n change(s)</source>
        <translation>
            <numerusform>Отправлено {sent} из %n изменения</numerusform>
            <numerusform>Отправлено {sent} из %n изменений</numerusform>
            <numerusform>Отправлено {sent} из %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>, not accepted {refused}</source>
        <translation>, не принято {refused}</translation>
    </message>
    <message>
        <source>Asking the centre what is new</source>
        <translation>Спрашиваем центр, что нового</translation>
    </message>
</context>
<context>
    <name>SyncView</name>
    <message>
        <source>Exchange with the centre</source>
        <translation>Обмен с центром</translation>
    </message>
    <message>
        <source>Copy a report for support</source>
        <translation>Скопировать отчёт для поддержки</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Queue by cases</source>
        <translation>Очередь по делам</translation>
    </message>
    <message>
        <source>Last sessions</source>
        <translation>Последние сеансы</translation>
    </message>
    <message>
        <source>You can work, lock and close: it goes on from the same place.</source>
        <translation>Можно работать, блокировать и закрывать: обмен продолжится с того же места.</translation>
    </message>
    <message>
        <source>Everything recorded here is safe and goes out by itself.</source>
        <translation>Всё записанное здесь сохранено и уходит само.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Обменяться сейчас</translation>
    </message>
    <message>
        <source>{sent} of {total} reached the centre, {refused} refused</source>
        <translation>Дошло {sent} из {total}, не принято {refused}</translation>
    </message>
    <message>
        <source>Now: {what}</source>
        <translation>Сейчас: {what}</translation>
    </message>
    <message>
        <source>Now: {what}, {done} of {size}</source>
        <translation>Сейчас: {what}, {done} из {size}</translation>
    </message>
    <message>
        <source>{rate} KB/s</source>
        <translation>{rate} КБ/с</translation>
    </message>
    <message>
        <source>limit {rate} KB/s</source>
        <translation>предел {rate} КБ/с</translation>
    </message>
    <message numerus="yes">
        <source>Paused: {sent} of %n change(s) reached the centre.</source>
        <translation>
            <numerusform>Пауза: до центра дошло {sent} из %n изменения.</numerusform>
            <numerusform>Пауза: до центра дошло {sent} из %n изменений.</numerusform>
            <numerusform>Пауза: до центра дошло {sent} из %n изменений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s).</source>
        <translation>
            <numerusform>Отправляю %n изменение.</numerusform>
            <numerusform>Отправляю %n изменения.</numerusform>
            <numerusform>Отправляю %n изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sent} arrived.</source>
        <translation>Дошло {sent}.</translation>
    </message>
    <message>
        <source>{sent} arrived, the centre refused {refused}.</source>
        <translation>Дошло {sent}, центр не принял {refused}.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} из {total}</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Отправки ничего не ждёт.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Что уходит</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>No exchange yet.</source>
        <translation>Обмена ещё не было.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Ушло</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Пришло</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
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
        <translation>осталось меньше минуты</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>осталось около %n минуты</numerusform>
            <numerusform>осталось около %n минут</numerusform>
            <numerusform>осталось около %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>в центре</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>не принято</translation>
    </message>
    <message>
        <source>going, {percent} %</source>
        <translation>отправляется, {percent} %</translation>
    </message>
    <message>
        <source>next</source>
        <translation>следующее</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>all arrived</source>
        <translation>всё дошло</translation>
    </message>
    <message>
        <source>broke off, {sent} of {planned} arrived</source>
        <translation>оборвалось, дошло {sent} из {planned}</translation>
    </message>
    <message>
        <source>by stick</source>
        <translation>флешкой</translation>
    </message>
    <message>
        <source>by stick, package {number}</source>
        <translation>флешкой, пакет № {number}</translation>
    </message>
    <message>
        <source>some were refused</source>
        <translation>часть не принята</translation>
    </message>
</context>
<context>
    <name>TakeoverCard</name>
    <message>
        <source>Cases on paper</source>
        <translation>Дела на бумаге</translation>
    </message>
    <message>
        <source>A case that was begun on paper goes on here: the case, then its take-over.</source>
        <translation>Дело, начатое на бумаге, продолжается здесь: сначала дело, затем его приём.</translation>
    </message>
    <message>
        <source>Take one case over</source>
        <translation>Принять одно дело</translation>
    </message>
    <message>
        <source>Many cases at once</source>
        <translation>Много дел сразу</translation>
    </message>
    <message>
        <source>Fill in the template, then have it checked. Nothing is recorded while one row is wrong.</source>
        <translation>Заполните образец и проверьте его. Пока хоть одна строка неверна, ничего не записывается.</translation>
    </message>
    <message>
        <source>Write the template…</source>
        <translation>Записать образец…</translation>
    </message>
    <message>
        <source>Check a workbook…</source>
        <translation>Проверить таблицу…</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n case(s)</source>
        <translation>
            <numerusform>Принять %n дело</numerusform>
            <numerusform>Принять %n дела</numerusform>
            <numerusform>Принять %n дел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n mistake(s). Nothing was recorded.</source>
        <translation>
            <numerusform>{file}: %n ошибка. Ничего не записано.</numerusform>
            <numerusform>{file}: %n ошибки. Ничего не записано.</numerusform>
            <numerusform>{file}: %n ошибок. Ничего не записано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n case(s) taken over, persons: {persons}.</source>
        <translation>
            <numerusform>{file}: принято %n дело, лиц: {persons}.</numerusform>
            <numerusform>{file}: принято %n дела, лиц: {persons}.</numerusform>
            <numerusform>{file}: принято %n дел, лиц: {persons}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: no mistake. New cases: {cases}, persons: {persons}; recorded already: {unchanged}.</source>
        <translation>{file}: ошибок нет. Новых дел: {cases}, лиц: {persons}; уже записано: {unchanged}.</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>annulled</source>
        <translation>аннулировано</translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n расхождение</numerusform>
            <numerusform>%n расхождения</numerusform>
            <numerusform>%n расхождений</numerusform>
        </translation>
    </message>
    <message>
        <source>signed</source>
        <translation>подписано</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>не подписано</translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>в центре</translation>
    </message>
    <message>
        <source>not yet in the centre</source>
        <translation>ещё не в центре</translation>
    </message>
</context>
<context>
    <name>TimestampEditor</name>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>time</source>
        <translation>время</translation>
    </message>
    <message>
        <source>dd.mm</source>
        <translation>дд.мм</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>чч:мм</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Открыть дело</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>Сроки</translation>
    </message>
    <message>
        <source>The clock of this computer is in doubt</source>
        <translation>Часы этого компьютера под сомнением</translation>
    </message>
    <message>
        <source>It stands before the newest record, or has jumped. What is left cannot be told for certain.</source>
        <translation>Они стоят раньше последней записи или перескочили. Сколько осталось, точно сказать нельзя.</translation>
    </message>
    <message>
        <source>If date and time above are right, confirm them; else set the clock. What is recorded is safe.</source>
        <translation>Если дата и время вверху верны, подтвердите; иначе исправьте часы. Всё записанное сохранено.</translation>
    </message>
    <message>
        <source>Date and time are right</source>
        <translation>Дата и время верны</translation>
    </message>
    <message>
        <source>Nothing runs out in your cases</source>
        <translation>В ваших делах ничего не истекает</translation>
    </message>
    <message>
        <source>Due dates appear by themselves from what is recorded in the cases.</source>
        <translation>Сроки появляются сами из того, что записано в делах.</translation>
    </message>
    <message numerus="yes">
        <source>In all cases here %n due date(s) are open: choose “All” above.</source>
        <translation>
            <numerusform>Во всех делах здесь открыт %n срок: выберите выше «Все».</numerusform>
            <numerusform>Во всех делах здесь открыты %n срока: выберите выше «Все».</numerusform>
            <numerusform>Во всех делах здесь открыто %n сроков: выберите выше «Все».</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing runs out</source>
        <translation>Сроки не истекают</translation>
    </message>
    <message>
        <source>Counting the due dates of the cases</source>
        <translation>Сроки по делам считаются</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>Истекает</translation>
    </message>
    <message numerus="yes">
        <source>%n due date(s)</source>
        <translation>
            <numerusform>%n срок</numerusform>
            <numerusform>%n срока</numerusform>
            <numerusform>%n сроков</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine {count}</source>
        <translation>Мои {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Counting due dates: {done} of {total} cases</source>
        <translation>Считаются сроки: {done} из {total} дел</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Find cases and people in them</source>
        <translation>Искать дела и людей в них</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>Найти дело</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Lock (Ctrl L)</source>
        <translation>Заблокировать (Ctrl L)</translation>
    </message>
</context>
<context>
    <name>UnlockPresenter</name>
    <message>
        <source>Only you know the password: nobody can read it back.</source>
        <translation>Пароль знаете только вы: восстановить его не может никто.</translation>
    </message>
    <message>
        <source>The head of your office asks the centre for a new ticket. What was sent to the centre is not lost.</source>
        <translation>Руководитель запросит в центре новый билет. Отправленное в центр не потеряно.</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Другой человек</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Открывается…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Забыли пароль?</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock включён</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>Раскладка: {name}. Сменить: Alt Shift</translation>
    </message>
    <message>
        <source>Too many tries. Wait until {time}.</source>
        <translation>Слишком много попыток. Подождите до {time}.</translation>
    </message>
    <message>
        <source>Drafts are safe.</source>
        <translation>Черновики сохранены.</translation>
    </message>
    <message numerus="yes">
        <source>The password is not right. %n try(ies) left.</source>
        <translation>
            <numerusform>Пароль не подошёл. Осталась %n попытка.</numerusform>
            <numerusform>Пароль не подошёл. Осталось %n попытки.</numerusform>
            <numerusform>Пароль не подошёл. Осталось %n попыток.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Then a wait of %n minute(s). Drafts are safe.</source>
        <translation>
            <numerusform>Потом ожидание %n минуту. Черновики сохранены.</numerusform>
            <numerusform>Потом ожидание %n минуты. Черновики сохранены.</numerusform>
            <numerusform>Потом ожидание %n минут. Черновики сохранены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Учебные данные</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) saved</source>
        <translation>
            <numerusform>%n черновик сохранён</numerusform>
            <numerusform>%n черновика сохранены</numerusform>
            <numerusform>%n черновиков сохранено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n minute(s) without use</source>
        <translation>
            <numerusform>Экран заблокирован после %n минуты бездействия</numerusform>
            <numerusform>Экран заблокирован после %n минут бездействия</numerusform>
            <numerusform>Экран заблокирован после %n минут бездействия</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waits</name>
    <message>
        <source>Why and what to do: on the sync page</source>
        <translation>Почему и что делать: на странице обмена</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Запечатано</translation>
    </message>
    <message>
        <source>Sealed; nothing says yet that it was forwarded (12 hours)</source>
        <translation>Запечатано; о передаче (12 часов) ничего не записано</translation>
    </message>
    <message>
        <source>Liberty, stated otherwise or annulled: {by}, {at}</source>
        <translation>Свобода, указано иначе или аннулировано: {by}, {at}</translation>
    </message>
    <message>
        <source>kept at {at}</source>
        <translation>сохранён: {at}</translation>
    </message>
    <message>
        <source>Two statements stand; decide which holds</source>
        <translation>Есть два утверждения; решите, какое верно</translation>
    </message>
    <message>
        <source>They are safe here and go with the next exchange</source>
        <translation>Они здесь в сохранности и уйдут при ближайшем обмене</translation>
    </message>
</context>
<context>
    <name>WaitsCard</name>
    <message>
        <source>Waits for me</source>
        <translation>Ждёт меня</translation>
    </message>
    <message>
        <source>Nothing waits for you now.</source>
        <translation>Сейчас вас ничего не ждёт.</translation>
    </message>
</context>
<context>
    <name>WarnedPanel</name>
    <message>
        <source>The signature does not wait for this:</source>
        <translation>Подпись этого не ждёт:</translation>
    </message>
    <message>
        <source>Safeguards not recorded: {count}</source>
        <translation>Не записанные гарантии лица: {count}</translation>
    </message>
    <message>
        <source>What the law demands and the act does not say: {count}</source>
        <translation>Закон требует, а в акте не указано: {count}</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Показать ещё {count}</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Свернуть</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>It is recorded. Look at this:</source>
        <translation>Записано. Обратите внимание:</translation>
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
        <translation>{number} · временный</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>без номера</translation>
    </message>
    <message>
        <source>art. {article} CC</source>
        <translation>ст. {article} УК</translation>
    </message>
    <message>
        <source>art. {article}({part}) CC</source>
        <translation>ст. {article} ч. {part} УК</translation>
    </message>
</context>
</TS>
