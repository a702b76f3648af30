<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_US">
<context>
    <name>Annulling</name>
    <message>
        <source>{record}: it counts again. The annulment and its reason stay in the history.</source>
        <translation>{record}: it counts again. The annulment and its reason stay in the history.</translation>
    </message>
    <message>
        <source>Take the annulment back</source>
        <translation>Take the annulment back</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Take it back</translation>
    </message>
    <message>
        <source>{record}: it no longer counts and stays in the history with your reason; nothing is deleted.</source>
        <translation>{record}: it no longer counts and stays in the history with your reason; nothing is deleted.</translation>
    </message>
    <message>
        <source>Annul the record</source>
        <translation>Annul the record</translation>
    </message>
    <message>
        <source>Annul</source>
        <translation>Annul</translation>
    </message>
</context>
<context>
    <name>AppendEditor</name>
    <message>
        <source>in effect</source>
        <translation>in effect</translation>
    </message>
    <message>
        <source>What was entered is never changed; a new entry is added beside it.</source>
        <translation>What was entered is never changed; a new entry is added beside it.</translation>
    </message>
    <message>
        <source>Each time is entered with its source; later ones are added, none is changed.</source>
        <translation>Each time is entered with its source; later ones are added, none is changed.</translation>
    </message>
    <message>
        <source>entered: {who}</source>
        <translation>entered: {who}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The program failed at one place: {place}</source>
        <translation>The program failed at one place: {place}</translation>
    </message>
    <message>
        <source>What is recorded and what is typed is safe. Nothing of any case is in this message.</source>
        <translation>What is recorded and what is typed is safe. Nothing of any case is in this message.</translation>
    </message>
    <message>
        <source>Go on working. If it repeats, tell support this place.</source>
        <translation>Go on working. If it repeats, tell support this place.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Today, and by the hour (up to 48 h)</source>
        <translation>Today, and by the hour (up to 48 h)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>Within a week</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Done too late</source>
        <translation>Done too late</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>not kept, the reason is recorded</source>
        <translation>not kept, the reason is recorded</translation>
    </message>
    <message>
        <source>ended before the take-over</source>
        <translation>ended before the take-over</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>stands still</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>lifted</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>has ended</translation>
    </message>
    <message>
        <source>done late</source>
        <translation>done late</translation>
    </message>
    <message>
        <source>no number in the law</source>
        <translation>no number in the law</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>late</source>
        <translation>late</translation>
    </message>
    <message>
        <source>late by {span}</source>
        <translation>late by {span}</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>from {start}</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>liberty and body</source>
        <translation>liberty and body</translation>
    </message>
    <message numerus="yes">
        <source>missed %n time(s)</source>
        <translation>
            <numerusform>missed %n time</numerusform>
            <numerusform>missed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s), the strictest is shown</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings, the strictest is shown</numerusform>
        </translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>What to do and why</source>
        <translation>What to do and why</translation>
    </message>
    <message>
        <source>Case and person</source>
        <translation>Case and person</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>Record a new one: “{name}”</source>
        <translation>Record a new one: “{name}”</translation>
    </message>
</context>
<context>
    <name>CaseFilters</name>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>In conflict</translation>
    </message>
    <message>
        <source>Annulled</source>
        <translation>Annulled</translation>
    </message>
    <message>
        <source>This case has left this workstation</source>
        <translation>This case has left this workstation</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>Inventory…</source>
        <translation>Inventory…</translation>
    </message>
    <message numerus="yes">
        <source>How they were counted: %n due date(s)</source>
        <translation>
            <numerusform>How it was counted: %n due date</numerusform>
            <numerusform>How they were counted: %n due dates</numerusform>
        </translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>Due dates</translation>
    </message>
    <message>
        <source>Responsible: {name}</source>
        <translation>Responsible: {name}</translation>
    </message>
</context>
<context>
    <name>CaseListModel</name>
    <message>
        <source>in brief: Enter asks for a purpose</source>
        <translation>in brief: Enter asks for a purpose</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>in the centre</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>waits to be sent</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Nearest time limit</source>
        <translation>Nearest time limit</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
</context>
<context>
    <name>CasePeek</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>A colleague&apos;s case: only what finds it is shown. Open it and state a purpose to see the rest.</source>
        <translation>A colleague&apos;s case: only what finds it is shown. Open it and state a purpose to see the rest.</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Nobody’s part in the case is recorded yet</source>
        <translation>Nobody’s part in the case is recorded yet</translation>
    </message>
    <message>
        <source>Measures in force</source>
        <translation>Measures in force</translation>
    </message>
    <message>
        <source>Safeguard passport</source>
        <translation>Safeguard passport</translation>
    </message>
    <message>
        <source>{name}: {done} safeguards recorded, not recorded: {missing}</source>
        <translation>{name}: {done} safeguards recorded, not recorded: {missing}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Stated otherwise or annulled</source>
        <translation>Stated otherwise or annulled</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>What does not fit</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in their records</source>
        <translation>
            <numerusform>and %n more in its record</numerusform>
            <numerusform>and %n more in their records</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>draft, {at}</source>
        <translation>draft, {at}</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: number, name, article, stage</source>
        <translation>Filter: number, name, article, stage</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Filter this list</translation>
    </message>
    <message>
        <source>In the order of stages</source>
        <translation>In the order of stages</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>No case yet</translation>
    </message>
    <message>
        <source>A case begins with a report entered in the unified register.</source>
        <translation>A case begins with a report entered in the unified register.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>New case</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>limits: {ends}</source>
        <translation>limits: {ends}</translation>
    </message>
    <message>
        <source>Liberty: the limit has passed</source>
        <translation>Liberty: the limit has passed</translation>
    </message>
    <message>
        <source>Liberty, hours</source>
        <translation>Liberty, hours</translation>
    </message>
    <message>
        <source>by {until}: {what} ({article})</source>
        <translation>by {until}: {what} ({article})</translation>
    </message>
    <message>
        <source>since {since}</source>
        <translation>since {since}</translation>
    </message>
    <message>
        <source>How it was counted</source>
        <translation>How it was counted</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Open the case</translation>
    </message>
</context>
<context>
    <name>ClocksCard</name>
    <message>
        <source>Clocks already run</source>
        <translation>Clocks already run</translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>{field}: show all</source>
        <translation>{field}: show all</translation>
    </message>
    <message>
        <source>word or number</source>
        <translation>word or number</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find a case</source>
        <translation>Find a case</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Go to today</translation>
    </message>
    <message>
        <source>Go to cases</source>
        <translation>Go to cases</translation>
    </message>
    <message>
        <source>Go to people: who may be one</source>
        <translation>Go to people: who may be one</translation>
    </message>
    <message>
        <source>Go to conflicts</source>
        <translation>Go to conflicts</translation>
    </message>
    <message>
        <source>Go to papers and journals</source>
        <translation>Go to papers and journals</translation>
    </message>
    <message>
        <source>Go to sync</source>
        <translation>Go to sync</translation>
    </message>
    <message>
        <source>Take one case over from paper</source>
        <translation>Take one case over from paper</translation>
    </message>
    <message>
        <source>Take cases over from a workbook</source>
        <translation>Take cases over from a workbook</translation>
    </message>
    <message>
        <source>Print a journal</source>
        <translation>Print a journal</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Help of the focused field</source>
        <translation>Help of the focused field</translation>
    </message>
    <message>
        <source>Sheet of keys</source>
        <translation>Sheet of keys</translation>
    </message>
    <message>
        <source>Next region of the window</source>
        <translation>Next region of the window</translation>
    </message>
    <message>
        <source>Sync state; again: exchange now</source>
        <translation>Sync state; again: exchange now</translation>
    </message>
    <message>
        <source>Take the told away: it is read</source>
        <translation>Take the told away: it is read</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Filter this list</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Peek</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>Choose a lawful act</source>
        <translation>Choose a lawful act</translation>
    </message>
    <message>
        <source>Sign or countersign the act</source>
        <translation>Sign or countersign the act</translation>
    </message>
    <message>
        <source>Print the act as a paper</source>
        <translation>Print the act as a paper</translation>
    </message>
    <message>
        <source>Print the inventory of the case</source>
        <translation>Print the inventory of the case</translation>
    </message>
    <message>
        <source>Due dates and how they were counted</source>
        <translation>Due dates and how they were counted</translation>
    </message>
    <message>
        <source>Safeguards and custody</source>
        <translation>Safeguards and custody</translation>
    </message>
    <message>
        <source>Correct a signed act by a new one</source>
        <translation>Correct a signed act by a new one</translation>
    </message>
    <message>
        <source>Record, and sign an act of yours</source>
        <translation>Record, and sign an act of yours</translation>
    </message>
    <message>
        <source>Record without signing</source>
        <translation>Record without signing</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Letter to the prosecutor</translation>
    </message>
    <message>
        <source>Annul the record, or undo it</source>
        <translation>Annul the record, or undo it</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>State a time with its source</source>
        <translation>State a time with its source</translation>
    </message>
    <message>
        <source>Put off, the draft stays</source>
        <translation>Put off, the draft stays</translation>
    </message>
    <message>
        <source>Choose mine</source>
        <translation>Choose mine</translation>
    </message>
    <message>
        <source>Choose theirs</source>
        <translation>Choose theirs</translation>
    </message>
    <message>
        <source>Choose what it was</source>
        <translation>Choose what it was</translation>
    </message>
    <message>
        <source>Combine the texts</source>
        <translation>Combine the texts</translation>
    </message>
    <message>
        <source>Edit the result</source>
        <translation>Edit the result</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>Accept the decision</source>
        <translation>Accept the decision</translation>
    </message>
    <message>
        <source>Pause, go on</source>
        <translation>Pause, go on</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>In lists</translation>
    </message>
    <message>
        <source>In a case</source>
        <translation>In a case</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>In a form</translation>
    </message>
    <message>
        <source>In a conflict</source>
        <translation>In a conflict</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>In sync</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>ConflictDetail</name>
    <message>
        <source>A reason is needed</source>
        <translation>A reason is needed</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Conflict before</source>
        <translation>Conflict before</translation>
    </message>
    <message>
        <source>Conflict after</source>
        <translation>Conflict after</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>Accept the decision</source>
        <translation>Accept the decision</translation>
    </message>
    <message>
        <source>Reason (required):</source>
        <translation>Reason (required):</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>mine</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>theirs</translation>
    </message>
    <message>
        <source>was</source>
        <translation>was</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>combine</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>edit</translation>
    </message>
    <message>
        <source>field</source>
        <translation>field</translation>
    </message>
    <message>
        <source>Both versions stay in the case with names and times.</source>
        <translation>Both versions stay in the case with names and times.</translation>
    </message>
    <message>
        <source>Case {number}</source>
        <translation>Case {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s) agree or came together by themselves</source>
        <translation>
            <numerusform>%n more field agrees or came together by itself</numerusform>
            <numerusform>%n more fields agree or came together by themselves</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} and {count} more</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>One version</source>
        <translation>One version</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>Other version</source>
        <translation>Other version</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Will be</translation>
    </message>
    <message>
        <source>after your choice</source>
        <translation>after your choice</translation>
    </message>
    <message>
        <source>after the decision</source>
        <translation>after the decision</translation>
    </message>
    <message>
        <source>Leave it for now</source>
        <translation>Leave it for now</translation>
    </message>
    <message>
        <source>You may explain your version.</source>
        <translation>You may explain your version.</translation>
    </message>
    <message>
        <source>You may read the versions.</source>
        <translation>You may read the versions.</translation>
    </message>
    <message>
        <source>Record my explanation</source>
        <translation>Record my explanation</translation>
    </message>
    <message>
        <source>Why I recorded it so:</source>
        <translation>Why I recorded it so:</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explanation</translation>
    </message>
</context>
<context>
    <name>ConflictQueue</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflicts</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a choice</source>
        <translation>
            <numerusform>%n waits for a choice</numerusform>
            <numerusform>%n wait for a choice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsReading</name>
    <message>
        <source>since {when}</source>
        <translation>since {when}</translation>
    </message>
    <message>
        <source>Liberty of a person</source>
        <translation>Liberty of a person</translation>
    </message>
    <message>
        <source>Whoever may change this record decides; both versions stay in the case.</source>
        <translation>Whoever may change this record decides; both versions stay in the case.</translation>
    </message>
    <message>
        <source>The supervising prosecutor decides; both versions stay in the case.</source>
        <translation>The supervising prosecutor decides; both versions stay in the case.</translation>
    </message>
    <message>
        <source>The supervising prosecutor decides ({office}); both versions stay.</source>
        <translation>The supervising prosecutor decides ({office}); both versions stay.</translation>
    </message>
</context>
<context>
    <name>ConflictsView</name>
    <message>
        <source>All versions stay in the history. Another decision takes this one back.</source>
        <translation>All versions stay in the history. Another decision takes this one back.</translation>
    </message>
    <message>
        <source>The decision is recorded</source>
        <translation>The decision is recorded</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>Decide otherwise</translation>
    </message>
    <message>
        <source>Nobody disagrees</source>
        <translation>Nobody disagrees</translation>
    </message>
    <message>
        <source>When two people change the same field, the choice waits here.</source>
        <translation>When two people change the same field, the choice waits here.</translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>Correct by a new act</source>
        <translation>Correct by a new act</translation>
    </message>
    <message>
        <source>What was signed is not changed. A new act opens with everything it says; you correct and sign it.</source>
        <translation>What was signed is not changed. A new act opens with everything it says; you correct and sign it.</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>Why it is corrected</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>Make the new act</source>
        <translation>Make the new act</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late by %n day(s)</source>
        <translation>
            <numerusform>late by %n day</numerusform>
            <numerusform>late by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in custody</source>
        <translation>
            <numerusform>%n day in custody</numerusform>
            <numerusform>%n days in custody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) in custody</source>
        <translation>
            <numerusform>%n hour without liberty</numerusform>
            <numerusform>%n hours without liberty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n safeguard(s) not due</source>
        <translation>
            <numerusform>%n safeguard not due now</numerusform>
            <numerusform>%n safeguards not due now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) of what is recorded; the longest custody is shown</source>
        <translation>
            <numerusform>%n reading of what is recorded</numerusform>
            <numerusform>%n readings of what is recorded; the longest custody is shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n allegation(s) of torture without a decision</source>
        <translation>
            <numerusform>%n allegation of torture without a decision</numerusform>
            <numerusform>%n allegations of torture without a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s) not confirmed</source>
        <translation>
            <numerusform>%n hand-over not confirmed</numerusform>
            <numerusform>%n hand-overs not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s) to receive</source>
        <translation>
            <numerusform>%n hand-over to receive</numerusform>
            <numerusform>%n hand-overs to receive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) wait for your consent or approval</source>
        <translation>
            <numerusform>%n act waits for your consent or approval</numerusform>
            <numerusform>%n acts wait for your consent or approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your act(s) not signed</source>
        <translation>
            <numerusform>%n of your acts is not signed</numerusform>
            <numerusform>%n of your acts are not signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stated otherwise or annulled in %n case(s)</source>
        <translation>
            <numerusform>Stated otherwise or annulled in %n case</numerusform>
            <numerusform>Stated otherwise or annulled in %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: %n page(s)</source>
        <translation>
            <numerusform>Written: %n page</numerusform>
            <numerusform>Written: %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late by %n year(s)</source>
        <translation>
            <numerusform>late by %n year</numerusform>
            <numerusform>late by %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre did not accept %n change(s)</source>
        <translation>
            <numerusform>The centre did not accept %n change</numerusform>
            <numerusform>The centre did not accept %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n disagreement</numerusform>
            <numerusform>%n disagreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n change not sent yet</numerusform>
            <numerusform>%n changes not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>dd.mm.yyyy</translation>
    </message>
</context>
<context>
    <name>DigestsCard</name>
    <message>
        <source>Check now</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>The check compares what you and the centre hold.</source>
        <translation>The check compares what you and the centre hold.</translation>
    </message>
    <message>
        <source>Both sides hold the same</source>
        <translation>Both sides hold the same</translation>
    </message>
    <message>
        <source>Checked {at}: the fingerprints agree.</source>
        <translation>Checked {at}: the fingerprints agree.</translation>
    </message>
    <message numerus="yes">
        <source>Checked {at}: %Ln record(s), the fingerprints agree.</source>
        <translation>
            <numerusform>Checked {at}: %Ln record, the fingerprints agree.</numerusform>
            <numerusform>Checked {at}: %Ln records, the fingerprints agree.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sides do not hold the same</source>
        <translation>The sides do not hold the same</translation>
    </message>
    <message>
        <source>Checked {at}. The next exchange brings what is missing.</source>
        <translation>Checked {at}. The next exchange brings what is missing.</translation>
    </message>
</context>
<context>
    <name>DirectoryEditor</name>
    <message>
        <source>name, language or place</source>
        <translation>name, language or place</translation>
    </message>
    <message>
        <source>Directory: show all</source>
        <translation>Directory: show all</translation>
    </message>
</context>
<context>
    <name>DossierPresenter</name>
    <message>
        <source>Safeguard passport</source>
        <translation>Safeguard passport</translation>
    </message>
    <message>
        <source>What was done is recorded as it was. Look first whether another step is missing.</source>
        <translation>What was done is recorded as it was. Look first whether another step is missing.</translation>
    </message>
    <message>
        <source>The law does not provide for this step now</source>
        <translation>The law does not provide for this step now</translation>
    </message>
</context>
<context>
    <name>DossierReading</name>
    <message>
        <source>The records tell different courses: {states}</source>
        <translation>The records tell different courses: {states}</translation>
    </message>
    <message>
        <source>Annulled</source>
        <translation>Annulled</translation>
    </message>
    <message>
        <source>In conflict: {count}</source>
        <translation>In conflict: {count}</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>Overdue: {count}</translation>
    </message>
    <message>
        <source>annulled {at} ({by}): {reason}</source>
        <translation>annulled {at} ({by}): {reason}</translation>
    </message>
    <message>
        <source>annulled {at} ({by}), which takes no effect: {reason}</source>
        <translation>annulled {at} ({by}), which takes no effect: {reason}</translation>
    </message>
    <message>
        <source>first {first}, later stated {stated} ({by})</source>
        <translation>first {first}, later stated {stated} ({by})</translation>
    </message>
    <message>
        <source>recorded {at}</source>
        <translation>recorded {at}</translation>
    </message>
    <message>
        <source>stated {at} by {by}, who has not signed it</source>
        <translation>stated {at} by {by}, who has not signed it</translation>
    </message>
    <message>
        <source>{status}; awaits: {capacity}</source>
        <translation>{status}; awaits: {capacity}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>leads to {state}</source>
        <translation>leads to {state}</translation>
    </message>
    <message>
        <source>on another computer</source>
        <translation>on another computer</translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>What can be recorded</source>
        <translation>What can be recorded</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s)</source>
        <translation>
            <numerusform>All %n step</numerusform>
            <numerusform>All %n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Events of the case</source>
        <translation>Events of the case</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>No case is open</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Choose one in the list.</translation>
    </message>
</context>
<context>
    <name>DueExplanation</name>
    <message>
        <source>How it was counted</source>
        <translation>How it was counted</translation>
    </message>
    <message>
        <source>Hide the counting</source>
        <translation>Hide the counting</translation>
    </message>
    <message>
        <source>Open the record it runs from</source>
        <translation>Open the record it runs from</translation>
    </message>
    <message>
        <source>What is recorded allows several ends</source>
        <translation>What is recorded allows several ends</translation>
    </message>
    <message>
        <source>not yet checked against the law</source>
        <translation>not yet checked against the law</translation>
    </message>
    <message>
        <source>acted on: the strictest</source>
        <translation>acted on: the strictest</translation>
    </message>
</context>
<context>
    <name>DueSheet</name>
    <message>
        <source>Due dates of the case</source>
        <translation>Due dates of the case</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Nothing recorded in this case starts a due date yet.</source>
        <translation>Nothing recorded in this case starts a due date yet.</translation>
    </message>
</context>
<context>
    <name>FieldConflictRow</name>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Will be</translation>
    </message>
    <message>
        <source>was empty</source>
        <translation>was empty</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>not decided yet</translation>
    </message>
    <message>
        <source>combined, can be edited</source>
        <translation>combined, can be edited</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>+{added}, −{gone} words</source>
        <translation>+{added}, −{gone} words</translation>
    </message>
    <message numerus="yes">
        <source>+%n word(s)</source>
        <translation>
            <numerusform>+%n word</numerusform>
            <numerusform>+%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>Help of the field</source>
        <translation>Help of the field</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Empty fields</source>
        <translation>Empty fields</translation>
    </message>
    <message>
        <source>Required fields must be filled before you can record. The others may stay empty.</source>
        <translation>Required fields must be filled before you can record. The others may stay empty.</translation>
    </message>
    <message>
        <source>Dates can be typed like this</source>
        <translation>Dates can be typed like this</translation>
    </message>
    <message>
        <source>yesterday 15:05</source>
        <translation>yesterday 15:05</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>required</source>
        <translation>required</translation>
    </message>
    <message>
        <source>Several versions stand: decide</source>
        <translation>Several versions stand: decide</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Attach files</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>Save a copy outside the system</source>
        <translation>Save a copy outside the system</translation>
    </message>
    <message>
        <source>{name} will stand in the record no longer. That it stood there, and why not any more, stays.</source>
        <translation>{name} will stand in the record no longer. That it stood there, and why not any more, stays.</translation>
    </message>
    <message>
        <source>Take the file away</source>
        <translation>Take the file away</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Take it away</translation>
    </message>
    <message>
        <source>“{name}” cannot be shown here</source>
        <translation>“{name}” cannot be shown here</translation>
    </message>
    <message>
        <source>It is no picture of a known kind, or too large.</source>
        <translation>It is no picture of a known kind, or too large.</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Attach…</source>
        <translation>Attach…</translation>
    </message>
    <message>
        <source>or drop files here; they stay encrypted on this computer</source>
        <translation>or drop files here; they stay encrypted on this computer</translation>
    </message>
    <message>
        <source>Record it first; then files can be attached.</source>
        <translation>Record it first; then files can be attached.</translation>
    </message>
    <message>
        <source>Stop attaching</source>
        <translation>Stop attaching</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>A readable copy was written: {name}. Outside the system nobody but you protects it.</source>
        <translation>A readable copy was written: {name}. Outside the system nobody but you protects it.</translation>
    </message>
    <message>
        <source>Copy the SHA-256 of {name}</source>
        <translation>Copy the SHA-256 of {name}</translation>
    </message>
    <message>
        <source>on this computer only</source>
        <translation>on this computer only</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>not on this computer</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>Take away…</source>
        <translation>Take away…</translation>
    </message>
</context>
<context>
    <name>FormFoot</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty</source>
        <translation>
            <numerusform>%n empty</numerusform>
            <numerusform>%n empty</numerusform>
        </translation>
    </message>
    <message>
        <source>What you typed will not be lost</source>
        <translation>What you typed will not be lost</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Record only</source>
        <translation>Record only</translation>
    </message>
    <message>
        <source>Correct by a new act</source>
        <translation>Correct by a new act</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>Record and sign</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Letter to the prosecutor</translation>
    </message>
    <message>
        <source>Take the annulment back…</source>
        <translation>Take the annulment back…</translation>
    </message>
    <message>
        <source>Annul…</source>
        <translation>Annul…</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Nothing typed yet</source>
        <translation>Nothing typed yet</translation>
    </message>
    <message>
        <source>Draft saved at {time}, on this computer</source>
        <translation>Draft saved at {time}, on this computer</translation>
    </message>
</context>
<context>
    <name>FormPresenter</name>
    <message>
        <source>Record it first; then it can be printed.</source>
        <translation>Record it first; then it can be printed.</translation>
    </message>
    <message>
        <source>The record is sealed. Exchange with the centre now: F8.</source>
        <translation>The record is sealed. Exchange with the centre now: F8.</translation>
    </message>
    <message>
        <source>“{name}” is not recorded yet</source>
        <translation>“{name}” is not recorded yet</translation>
    </message>
    <message>
        <source>Record it first as a step of its own; then choose it here.</source>
        <translation>Record it first as a step of its own; then choose it here.</translation>
    </message>
</context>
<context>
    <name>JournalCard</name>
    <message>
        <source>Which day is meant?</source>
        <translation>Which day is meant?</translation>
    </message>
    <message>
        <source>A day is written as 24.11.2026.</source>
        <translation>A day is written as 24.11.2026.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <source>Change one of the two.</source>
        <translation>Change one of the two.</translation>
    </message>
    <message>
        <source>Journals of the office</source>
        <translation>Journals of the office</translation>
    </message>
    <message>
        <source>Each page tells its number of all, what it counts, and has lines for signature and stamp.</source>
        <translation>Each page tells its number of all, what it counts, and has lines for signature and stamp.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Which journal</source>
        <translation>Which journal</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Write the PDF…</source>
        <translation>Write the PDF…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>CYR</source>
        <translation>CYR</translation>
    </message>
    <message>
        <source>LAT</source>
        <translation>LAT</translation>
    </message>
</context>
<context>
    <name>LanguageControl</name>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>Liberty</name>
    <message>
        <source>less than an hour in custody</source>
        <translation>less than an hour in custody</translation>
    </message>
    <message>
        <source>at most {months} months</source>
        <translation>at most {months} months</translation>
    </message>
    <message>
        <source>at most {hours} hours</source>
        <translation>at most {hours} hours</translation>
    </message>
    <message>
        <source>explained: {count}</source>
        <translation>explained: {count}</translation>
    </message>
    <message>
        <source>{label}: by {until}</source>
        <translation>{label}: by {until}</translation>
    </message>
    <message>
        <source>{label}: not recorded</source>
        <translation>{label}: not recorded</translation>
    </message>
    <message>
        <source>{label}: late, {at}</source>
        <translation>{label}: late, {at}</translation>
    </message>
    <message>
        <source>recorded late</source>
        <translation>recorded late</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>recorded</translation>
    </message>
    <message>
        <source>reason recorded</source>
        <translation>reason recorded</translation>
    </message>
    <message>
        <source>before the take-over</source>
        <translation>before the take-over</translation>
    </message>
    <message>
        <source>annulled</source>
        <translation>annulled</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>not due</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <source>by {until}</source>
        <translation>by {until}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>apprehended</source>
        <translation>apprehended</translation>
    </message>
    <message>
        <source>in custody</source>
        <translation>in custody</translation>
    </message>
    <message>
        <source>under house arrest</source>
        <translation>under house arrest</translation>
    </message>
    <message>
        <source>in compulsory hospital care</source>
        <translation>in compulsory hospital care</translation>
    </message>
    <message>
        <source>serving imprisonment</source>
        <translation>serving imprisonment</translation>
    </message>
    <message>
        <source>tried {at}, {by}: {result}</source>
        <translation>tried {at}, {by}: {result}</translation>
    </message>
    <message>
        <source>does not count, annulled {at} ({by}): {reason}</source>
        <translation>does not count, annulled {at} ({by}): {reason}</translation>
    </message>
</context>
<context>
    <name>LibertySheet</name>
    <message>
        <source>Safeguards and custody</source>
        <translation>Safeguards and custody</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>Custody</translation>
    </message>
    <message>
        <source>Actually apprehended: {words}</source>
        <translation>Actually apprehended: {words}</translation>
    </message>
    <message>
        <source>still</source>
        <translation>still</translation>
    </message>
    <message>
        <source>ordered until {until}</source>
        <translation>ordered until {until}</translation>
    </message>
    <message>
        <source>stated at the take-over</source>
        <translation>stated at the take-over</translation>
    </message>
    <message>
        <source>Safeguard passport</source>
        <translation>Safeguard passport</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Nothing recorded of this person calls for a safeguard yet.</source>
        <translation>Nothing recorded of this person calls for a safeguard yet.</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Record it</translation>
    </message>
    <message>
        <source>Record why not</source>
        <translation>Record why not</translation>
    </message>
    <message>
        <source>reason: {reason}</source>
        <translation>reason: {reason}</translation>
    </message>
    <message>
        <source>not yet checked against the law</source>
        <translation>not yet checked against the law</translation>
    </message>
    <message>
        <source>{state} since {since}: {why}</source>
        <translation>{state} since {since}: {why}</translation>
    </message>
</context>
<context>
    <name>LikelyCard</name>
    <message>
        <source>Perhaps recorded already</source>
        <translation>Perhaps recorded already</translation>
    </message>
    <message>
        <source>The program only compares. Whether it is one person, you decide.</source>
        <translation>The program only compares. Whether it is one person, you decide.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>One person…</source>
        <translation>One person…</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>linked</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message numerus="yes">
        <source>and %n older event(s): choose fewer days or filter</source>
        <translation>
            <numerusform>and %n older event: choose fewer days or filter</numerusform>
            <numerusform>and %n older events: choose fewer days or filter</numerusform>
        </translation>
    </message>
    <message>
        <source>Log of looking</source>
        <translation>Log of looking</translation>
    </message>
    <message>
        <source>Filter by login, case, words</source>
        <translation>Filter by login, case, words</translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation>This workstation</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>The centre</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Nothing was looked at in this time</source>
        <translation>Nothing was looked at in this time</translation>
    </message>
    <message>
        <source>That you read the log is itself logged.</source>
        <translation>That you read the log is itself logged.</translation>
    </message>
</context>
<context>
    <name>MoneyEditor</name>
    <message>
        <source>som</source>
        <translation>som</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>I have read it</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
</context>
<context>
    <name>OfferModel</name>
    <message>
        <source>the law does not provide for it now</source>
        <translation>the law does not provide for it now</translation>
    </message>
</context>
<context>
    <name>OfficeEditor</name>
    <message>
        <source>name, place or code of the office</source>
        <translation>name, place or code of the office</translation>
    </message>
    <message>
        <source>Offices: show all</source>
        <translation>Offices: show all</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>alike: {score} %</source>
        <translation>alike: {score} %</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>It is one person…</source>
        <translation>It is one person…</translation>
    </message>
    <message>
        <source>They are different persons…</source>
        <translation>They are different persons…</translation>
    </message>
    <message>
        <source>Said to be one: take back…</source>
        <translation>Said to be one: take back…</translation>
    </message>
    <message>
        <source>Said to be different: take back…</source>
        <translation>Said to be different: take back…</translation>
    </message>
</context>
<context>
    <name>PapersPresenter</name>
    <message>
        <source>Inventory of the case file</source>
        <translation>Inventory of the case file</translation>
    </message>
    <message>
        <source>Workbook of cases on paper</source>
        <translation>Workbook of cases on paper</translation>
    </message>
    <message>
        <source>Cases on paper</source>
        <translation>Cases on paper</translation>
    </message>
    <message>
        <source>The template is written: {name}</source>
        <translation>The template is written: {name}</translation>
    </message>
    <message>
        <source>Fill it in, then have it checked here.</source>
        <translation>Fill it in, then have it checked here.</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Letter to the prosecutor</translation>
    </message>
    <message>
        <source>The letter is written. Print it and hand it over at once.</source>
        <translation>The letter is written. Print it and hand it over at once.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message numerus="yes">
        <source>The paper is written: {name}, %n page(s)</source>
        <translation>
            <numerusform>The paper is written: {name}, %n page</numerusform>
            <numerusform>The paper is written: {name}, %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Print it from there. Outside the system nobody but you protects it.</source>
        <translation>Print it from there. Outside the system nobody but you protects it.</translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>An act is printed on the page of its case: P</source>
        <translation>An act is printed on the page of its case: P</translation>
    </message>
</context>
<context>
    <name>PeoplePresenter</name>
    <message>
        <source>It is one person</source>
        <translation>It is one person</translation>
    </message>
    <message>
        <source>They are different persons</source>
        <translation>They are different persons</translation>
    </message>
    <message>
        <source>{one} and {other}. The records stay as they are; your statement stands beside them.</source>
        <translation>{one} and {other}. The records stay as they are; your statement stands beside them.</translation>
    </message>
    <message>
        <source>{one} and {other}. The statement is annulled and stays in the history with your reason.</source>
        <translation>{one} and {other}. The statement is annulled and stays in the history with your reason.</translation>
    </message>
    <message>
        <source>Take the statement back</source>
        <translation>Take the statement back</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Record it</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Records that may be of one person. The program compares; you decide.</source>
        <translation>Records that may be of one person. The program compares; you decide.</translation>
    </message>
    <message>
        <source>Perhaps one person</source>
        <translation>Perhaps one person</translation>
    </message>
    <message>
        <source>Already decided</source>
        <translation>Already decided</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pair(s) after these</source>
        <translation>
            <numerusform>and %n more pair after these</numerusform>
            <numerusform>and %n more pairs after these</numerusform>
        </translation>
    </message>
    <message>
        <source>No two records seem to be of one person</source>
        <translation>No two records seem to be of one person</translation>
    </message>
    <message>
        <source>Compared are records with the same personal number, document or day of birth.</source>
        <translation>Compared are records with the same personal number, document or day of birth.</translation>
    </message>
    <message>
        <source>Nobody has decided anything yet</source>
        <translation>Nobody has decided anything yet</translation>
    </message>
    <message>
        <source>What is decided stands here, and can be taken back.</source>
        <translation>What is decided stands here, and can be taken back.</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>← → turn the picture on the screen; the file stays as it is</source>
        <translation>← → turn the picture on the screen; the file stays as it is</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>For the case file: everything stands on it</source>
        <translation>For the case file: everything stands on it</translation>
    </message>
    <message>
        <source>Copy for {whom}</source>
        <translation>Copy for {whom}</translation>
    </message>
    <message>
        <source>Print the act as a paper</source>
        <translation>Print the act as a paper</translation>
    </message>
    <message>
        <source>Whom is the paper for?</source>
        <translation>Whom is the paper for?</translation>
    </message>
    <message>
        <source>What will stand on the paper</source>
        <translation>What will stand on the paper</translation>
    </message>
    <message>
        <source>Read on the right: {fields}</source>
        <translation>Read on the right: {fields}</translation>
    </message>
    <message numerus="yes">
        <source>Underlined are %n place(s) that look like an address, a number or a village.</source>
        <translation>
            <numerusform>Underlined is %n place that looks like an address, a number or a village.</numerusform>
            <numerusform>Underlined are %n places that look like an address, a number or a village.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is found: you decide.</source>
        <translation>Not everything is found: you decide.</translation>
    </message>
    <message>
        <source>I have read it: no address or contact of a victim or witness is in it</source>
        <translation>I have read it: no address or contact of a victim or witness is in it</translation>
    </message>
    <message>
        <source>The print, and for whom, is written to the log.</source>
        <translation>The print, and for whom, is written to the log.</translation>
    </message>
    <message>
        <source>A copy tells nobody else’s address or contact.</source>
        <translation>A copy tells nobody else’s address or contact.</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <source>Write the PDF…</source>
        <translation>Write the PDF…</translation>
    </message>
</context>
<context>
    <name>PurposeSheet</name>
    <message>
        <source>This case is not your own</source>
        <translation>This case is not your own</translation>
    </message>
    <message>
        <source>State why you open it. The purpose is written to the log with your name, then the case is shown.</source>
        <translation>State why you open it. The purpose is written to the log with your name, then the case is shown.</translation>
    </message>
    <message>
        <source>In words: request, complaint, number of the letter</source>
        <translation>In words: request, complaint, number of the letter</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Open the case</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Who looked</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Training data</translation>
    </message>
    <message>
        <source>Case system</source>
        <translation>Case system</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Leave it as it is</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Annulled {at}, {by}: {reason}</source>
        <translation>Annulled {at}, {by}: {reason}</translation>
    </message>
    <message>
        <source>Enter the time too, for example 15:05.</source>
        <translation>Enter the time too, for example 15:05.</translation>
    </message>
    <message>
        <source>Enter day and time like this: 24.11, 15:05.</source>
        <translation>Enter day and time like this: 24.11, 15:05.</translation>
    </message>
    <message>
        <source>Enter the day like this: 24.11.2026.</source>
        <translation>Enter the day like this: 24.11.2026.</translation>
    </message>
</context>
<context>
    <name>RecordFormAct</name>
    <message>
        <source>Signed: {names}.</source>
        <translation>Signed: {names}.</translation>
    </message>
    <message>
        <source>Another act stands in its place.</source>
        <translation>Another act stands in its place.</translation>
    </message>
    <message>
        <source>It was changed by somebody who had not seen the signature: look.</source>
        <translation>It was changed by somebody who had not seen the signature: look.</translation>
    </message>
    <message>
        <source>What was signed is closed; service, execution and later statements stay open.</source>
        <translation>What was signed is closed; service, execution and later statements stay open.</translation>
    </message>
</context>
<context>
    <name>RecordFormView</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty</source>
        <translation>
            <numerusform>%n empty</numerusform>
            <numerusform>%n empty</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>{done} of {total} filled</source>
        <translation>{done} of {total} filled</translation>
    </message>
</context>
<context>
    <name>RefEditor</name>
    <message>
        <source>name or number</source>
        <translation>name or number</translation>
    </message>
    <message>
        <source>Show what this case holds</source>
        <translation>Show what this case holds</translation>
    </message>
</context>
<context>
    <name>Referring</name>
    <message>
        <source>other case: {number}</source>
        <translation>other case: {number}</translation>
    </message>
</context>
<context>
    <name>SectionBox</name>
    <message>
        <source>Next section</source>
        <translation>Next section</translation>
    </message>
</context>
<context>
    <name>SetEditor</name>
    <message>
        <source>Take away: {name}</source>
        <translation>Take away: {name}</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>Language of the screens</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Size of text</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>ShellPresenter</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n record found</numerusform>
            <numerusform>%n records found</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Nothing is found</translation>
    </message>
    <message>
        <source>colleagues&apos; cases in brief: open one and state a purpose</source>
        <translation>colleagues&apos; cases in brief: open one and state a purpose</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Do</translation>
    </message>
</context>
<context>
    <name>ShellView</name>
    <message>
        <source>I have read it</source>
        <translation>I have read it</translation>
    </message>
</context>
<context>
    <name>SignatureEditor</name>
    <message>
        <source>how it was signed</source>
        <translation>how it was signed</translation>
    </message>
    <message>
        <source>who signed, in what capacity</source>
        <translation>who signed, in what capacity</translation>
    </message>
    <message>
        <source>when it was signed</source>
        <translation>when it was signed</translation>
    </message>
    <message>
        <source>scan of the signed paper</source>
        <translation>scan of the signed paper</translation>
    </message>
    <message>
        <source>reason of the refusal, {article}</source>
        <translation>reason of the refusal, {article}</translation>
    </message>
</context>
<context>
    <name>SigningSheet</name>
    <message>
        <source>Sign: {title}</source>
        <translation>Sign: {title}</translation>
    </message>
    <message>
        <source>form in the edition {edition}</source>
        <translation>form in the edition {edition}</translation>
    </message>
    <message>
        <source>Your password, entered afresh</source>
        <translation>Your password, entered afresh</translation>
    </message>
    <message>
        <source>After this only service, execution and later statements can be added.</source>
        <translation>After this only service, execution and later statements can be added.</translation>
    </message>
    <message>
        <source>If you refuse: why</source>
        <translation>If you refuse: why</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Do not sign</source>
        <translation>Do not sign</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Signing…</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Signed already</source>
        <translation>Signed already</translation>
    </message>
    <message>
        <source>{need}: not recorded. The signature waits for it.</source>
        <translation>{need}: not recorded. The signature waits for it.</translation>
    </message>
    <message>
        <source>Write why not</source>
        <translation>Write why not</translation>
    </message>
</context>
<context>
    <name>StatementEditor</name>
    <message>
        <source>time stated</source>
        <translation>time stated</translation>
    </message>
    <message>
        <source>where the time is known from</source>
        <translation>where the time is known from</translation>
    </message>
    <message>
        <source>who states it</source>
        <translation>who states it</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Reading the records of this office for the first time</source>
        <translation>Reading the records of this office for the first time</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Check the spelling, or search without the filter.</source>
        <translation>Check the spelling, or search without the filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>The centre cannot be reached now</source>
        <translation>The centre cannot be reached now</translation>
    </message>
    <message>
        <source>Everything recorded here is safe and will be sent by itself.</source>
        <translation>Everything recorded here is safe and will be sent by itself.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>This is outside your duties</source>
        <translation>This is outside your duties</translation>
    </message>
    <message>
        <source>Ask the head of your office if you need it for your work.</source>
        <translation>Ask the head of your office if you need it for your work.</translation>
    </message>
    <message>
        <source>This page could not be read</source>
        <translation>This page could not be read</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it repeats, call support.</source>
        <translation>Nothing is lost. Try again; if it repeats, call support.</translation>
    </message>
</context>
<context>
    <name>StationCard</name>
    <message>
        <source>This workstation</source>
        <translation>This workstation</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>Last full exchange</source>
        <translation>Last full exchange</translation>
    </message>
    <message>
        <source>{offset} s from the centre</source>
        <translation>{offset} s from the centre</translation>
    </message>
    <message>
        <source>Clock of this computer</source>
        <translation>Clock of this computer</translation>
    </message>
    <message numerus="yes">
        <source>by itself, every %n minute(s)</source>
        <translation>
            <numerusform>by itself, every %n minute</numerusform>
            <numerusform>by itself, every %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Next exchange</source>
        <translation>Next exchange</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Correct by a new act</source>
        <translation>Correct by a new act</translation>
    </message>
    <message>
        <source>Letter to the prosecutor</source>
        <translation>Letter to the prosecutor</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>As on paper</source>
        <translation>As on paper</translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>Add a step</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>Name of the step, in any of the three languages</source>
        <translation>Name of the step, in any of the three languages</translation>
    </message>
    <message>
        <source>Find a step by its name</source>
        <translation>Find a step by its name</translation>
    </message>
    <message>
        <source>Steps, those of the law first</source>
        <translation>Steps, those of the law first</translation>
    </message>
    <message>
        <source>Record all the same</source>
        <translation>Record all the same</translation>
    </message>
    <message>
        <source>May be recorded now: {may}. Not now: {rest}.</source>
        <translation>May be recorded now: {may}. Not now: {rest}.</translation>
    </message>
    <message>
        <source>No step is called so.</source>
        <translation>No step is called so.</translation>
    </message>
    <message>
        <source>The law does not provide for it now; what was done is recorded, with this warning.</source>
        <translation>The law does not provide for it now; what was done is recorded, with this warning.</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>No network? Carry it by stick</source>
        <translation>No network? Carry it by stick</translation>
    </message>
    <message>
        <source>The package is encrypted and signed. Only the centre and your office read it.</source>
        <translation>The package is encrypted and signed. Only the centre and your office read it.</translation>
    </message>
    <message>
        <source>Make a package</source>
        <translation>Make a package</translation>
    </message>
    <message>
        <source>Take one in</source>
        <translation>Take one in</translation>
    </message>
    <message>
        <source>On its way: package {number} of {day}</source>
        <translation>On its way: package {number} of {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message>
        <source>the receipt came</source>
        <translation>the receipt came</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>no receipt yet</translation>
    </message>
</context>
<context>
    <name>SyncPresenter</name>
    <message>
        <source>Make a package</source>
        <translation>Make a package</translation>
    </message>
    <message numerus="yes">
        <source>The package is made: %n change(s) for the centre.</source>
        <translation>
            <numerusform>The package is made: %n change for the centre.</numerusform>
            <numerusform>The package is made: %n changes for the centre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computer(s) of your office can read it.</source>
        <translation>
            <numerusform>%n computer of your office can read it.</numerusform>
            <numerusform>%n computers of your office can read it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take one in</source>
        <translation>Take one in</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n new change(s).</source>
        <translation>
            <numerusform>Taken in: %n new change.</numerusform>
            <numerusform>Taken in: %n new changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are carried to the centre.</source>
        <translation>
            <numerusform>%n change is carried to the centre.</numerusform>
            <numerusform>%n changes are carried to the centre.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is in the clipboard. It names no person and no case.</source>
        <translation>The report is in the clipboard. It names no person and no case.</translation>
    </message>
</context>
<context>
    <name>SyncReading</name>
    <message>
        <source>of no case</source>
        <translation>of no case</translation>
    </message>
    <message>
        <source>The centre did not accept: {what}</source>
        <translation>The centre did not accept: {what}</translation>
    </message>
    <message>
        <source>The centre set aside: {what}</source>
        <translation>The centre set aside: {what}</translation>
    </message>
    <message>
        <source>a record that is not here any more</source>
        <translation>a record that is not here any more</translation>
    </message>
    <message>
        <source>(and {count} more)</source>
        <translation>(and {count} more)</translation>
    </message>
    <message>
        <source>The record is whole and stays here.</source>
        <translation>The record is whole and stays here.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>calling the centre</source>
        <translation>calling the centre</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>receiving</translation>
    </message>
    <message>
        <source>comparing both sides</source>
        <translation>comparing both sides</translation>
    </message>
    <message>
        <source>fetching what is missing</source>
        <translation>fetching what is missing</translation>
    </message>
    <message>
        <source>the link broke, trying again soon</source>
        <translation>the link broke, trying again soon</translation>
    </message>
</context>
<context>
    <name>SyncSentence</name>
    <message numerus="yes">
        <source>%n change(s) wait: no network since {time}</source>
        <translation>
            <numerusform>%n change waits: no network since {time}</numerusform>
            <numerusform>%n changes wait: no network since {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent</source>
        <translation>
            <numerusform>%n change waits to be sent</numerusform>
            <numerusform>%n changes wait to be sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet exchanged with the centre</source>
        <translation>Not yet exchanged with the centre</translation>
    </message>
    <message>
        <source>Everything reached the centre at {time}</source>
        <translation>Everything reached the centre at {time}</translation>
    </message>
    <message>
        <source>Everything reached the centre on {time}</source>
        <translation>Everything reached the centre on {time}</translation>
    </message>
    <message numerus="yes">
        <source>The centre did not accept %n change(s)</source>
        <translation>
            <numerusform>The centre did not accept %n change</numerusform>
            <numerusform>The centre did not accept %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest arrived: {time}</source>
        <translation>the rest arrived: {time}</translation>
    </message>
    <message numerus="yes">
        <source>Sent {sent} of %n change(s)</source>
        <translation>
            <numerusform>Sent {sent} of %n change</numerusform>
            <numerusform>Sent {sent} of %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>, not accepted {refused}</source>
        <translation>, not accepted {refused}</translation>
    </message>
    <message>
        <source>Asking the centre what is new</source>
        <translation>Asking the centre what is new</translation>
    </message>
</context>
<context>
    <name>SyncView</name>
    <message>
        <source>Exchange with the centre</source>
        <translation>Exchange with the centre</translation>
    </message>
    <message>
        <source>Copy a report for support</source>
        <translation>Copy a report for support</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Queue by cases</source>
        <translation>Queue by cases</translation>
    </message>
    <message>
        <source>Last sessions</source>
        <translation>Last sessions</translation>
    </message>
    <message>
        <source>You can work, lock and close: it goes on from the same place.</source>
        <translation>You can work, lock and close: it goes on from the same place.</translation>
    </message>
    <message>
        <source>Everything recorded here is safe and goes out by itself.</source>
        <translation>Everything recorded here is safe and goes out by itself.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>{sent} of {total} reached the centre, {refused} refused</source>
        <translation>{sent} of {total} reached the centre, {refused} refused</translation>
    </message>
    <message>
        <source>Now: {what}</source>
        <translation>Now: {what}</translation>
    </message>
    <message>
        <source>Now: {what}, {done} of {size}</source>
        <translation>Now: {what}, {done} of {size}</translation>
    </message>
    <message>
        <source>{rate} KB/s</source>
        <translation>{rate} KB/s</translation>
    </message>
    <message>
        <source>limit {rate} KB/s</source>
        <translation>limit {rate} KB/s</translation>
    </message>
    <message numerus="yes">
        <source>Paused: {sent} of %n change(s) reached the centre.</source>
        <translation>
            <numerusform>Paused: {sent} of %n change reached the centre.</numerusform>
            <numerusform>Paused: {sent} of %n changes reached the centre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s).</source>
        <translation>
            <numerusform>Sending %n change.</numerusform>
            <numerusform>Sending %n changes.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sent} arrived.</source>
        <translation>{sent} arrived.</translation>
    </message>
    <message>
        <source>{sent} arrived, the centre refused {refused}.</source>
        <translation>{sent} arrived, the centre refused {refused}.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nothing waits to be sent.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>What goes</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>No exchange yet.</source>
        <translation>No exchange yet.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>less than a minute left</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>in the centre</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>going, {percent} %</source>
        <translation>going, {percent} %</translation>
    </message>
    <message>
        <source>next</source>
        <translation>next</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>waits</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>all arrived</source>
        <translation>all arrived</translation>
    </message>
    <message>
        <source>broke off, {sent} of {planned} arrived</source>
        <translation>broke off, {sent} of {planned} arrived</translation>
    </message>
    <message>
        <source>by stick</source>
        <translation>by stick</translation>
    </message>
    <message>
        <source>by stick, package {number}</source>
        <translation>by stick, package {number}</translation>
    </message>
    <message>
        <source>some were refused</source>
        <translation>some were refused</translation>
    </message>
</context>
<context>
    <name>TakeoverCard</name>
    <message>
        <source>Cases on paper</source>
        <translation>Cases on paper</translation>
    </message>
    <message>
        <source>A case that was begun on paper goes on here: the case, then its take-over.</source>
        <translation>A case that was begun on paper goes on here: the case, then its take-over.</translation>
    </message>
    <message>
        <source>Take one case over</source>
        <translation>Take one case over</translation>
    </message>
    <message>
        <source>Many cases at once</source>
        <translation>Many cases at once</translation>
    </message>
    <message>
        <source>Fill in the template, then have it checked. Nothing is recorded while one row is wrong.</source>
        <translation>Fill in the template, then have it checked. Nothing is recorded while one row is wrong.</translation>
    </message>
    <message>
        <source>Write the template…</source>
        <translation>Write the template…</translation>
    </message>
    <message>
        <source>Check a workbook…</source>
        <translation>Check a workbook…</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n case(s)</source>
        <translation>
            <numerusform>Take over %n case</numerusform>
            <numerusform>Take over %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n mistake(s). Nothing was recorded.</source>
        <translation>
            <numerusform>{file}: %n mistake. Nothing was recorded.</numerusform>
            <numerusform>{file}: %n mistakes. Nothing was recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n case(s) taken over, persons: {persons}.</source>
        <translation>
            <numerusform>{file}: %n case taken over, persons: {persons}.</numerusform>
            <numerusform>{file}: %n cases taken over, persons: {persons}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: no mistake. New cases: {cases}, persons: {persons}; recorded already: {unchanged}.</source>
        <translation>{file}: no mistake. New cases: {cases}, persons: {persons}; recorded already: {unchanged}.</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>annulled</source>
        <translation>annulled</translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>not signed</translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>in the centre</translation>
    </message>
    <message>
        <source>not yet in the centre</source>
        <translation>not yet in the centre</translation>
    </message>
</context>
<context>
    <name>TimestampEditor</name>
    <message>
        <source>day</source>
        <translation>day</translation>
    </message>
    <message>
        <source>time</source>
        <translation>time</translation>
    </message>
    <message>
        <source>dd.mm</source>
        <translation>dd.mm</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>Due dates</translation>
    </message>
    <message>
        <source>The clock of this computer is in doubt</source>
        <translation>The clock of this computer is in doubt</translation>
    </message>
    <message>
        <source>It stands before the newest record, or has jumped. What is left cannot be told for certain.</source>
        <translation>It stands before the newest record, or has jumped. What is left cannot be told for certain.</translation>
    </message>
    <message>
        <source>If date and time above are right, confirm them; else set the clock. What is recorded is safe.</source>
        <translation>If date and time above are right, confirm them; else set the clock. What is recorded is safe.</translation>
    </message>
    <message>
        <source>Date and time are right</source>
        <translation>Date and time are right</translation>
    </message>
    <message>
        <source>Nothing runs out in your cases</source>
        <translation>Nothing runs out in your cases</translation>
    </message>
    <message>
        <source>Due dates appear by themselves from what is recorded in the cases.</source>
        <translation>Due dates appear by themselves from what is recorded in the cases.</translation>
    </message>
    <message numerus="yes">
        <source>In all cases here %n due date(s) are open: choose “All” above.</source>
        <translation>
            <numerusform>In all cases here %n due date is open: choose “All” above.</numerusform>
            <numerusform>In all cases here %n due dates are open: choose “All” above.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing runs out</source>
        <translation>Nothing runs out</translation>
    </message>
    <message>
        <source>Counting the due dates of the cases</source>
        <translation>Counting the due dates of the cases</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>Runs out</translation>
    </message>
    <message numerus="yes">
        <source>%n due date(s)</source>
        <translation>
            <numerusform>%n due date</numerusform>
            <numerusform>%n due dates</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine {count}</source>
        <translation>Mine {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>Counting due dates: {done} of {total} cases</source>
        <translation>Counting due dates: {done} of {total} cases</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Find cases and people in them</source>
        <translation>Find cases and people in them</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>Find a case</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Lock (Ctrl L)</source>
        <translation>Lock (Ctrl L)</translation>
    </message>
</context>
<context>
    <name>UnlockPresenter</name>
    <message>
        <source>Only you know the password: nobody can read it back.</source>
        <translation>Only you know the password: nobody can read it back.</translation>
    </message>
    <message>
        <source>The head of your office asks the centre for a new ticket. What was sent to the centre is not lost.</source>
        <translation>The head of your office asks the centre for a new ticket. What was sent to the centre is not lost.</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Another person</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Forgot the password?</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Hide the password</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>Layout: {name}</translation>
    </message>
    <message>
        <source>Too many tries. Wait until {time}.</source>
        <translation>Too many tries. Wait until {time}.</translation>
    </message>
    <message>
        <source>Drafts are safe.</source>
        <translation>Drafts are safe.</translation>
    </message>
    <message numerus="yes">
        <source>The password is not right. %n try(ies) left.</source>
        <translation>
            <numerusform>The password is not right. %n try left.</numerusform>
            <numerusform>The password is not right. %n tries left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Then a wait of %n minute(s). Drafts are safe.</source>
        <translation>
            <numerusform>Then a wait of %n minute. Drafts are safe.</numerusform>
            <numerusform>Then a wait of %n minutes. Drafts are safe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Training data</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) saved</source>
        <translation>
            <numerusform>%n draft saved</numerusform>
            <numerusform>%n drafts saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n minute(s) without use</source>
        <translation>
            <numerusform>Locked after %n minute without use</numerusform>
            <numerusform>Locked after %n minutes without use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waits</name>
    <message>
        <source>Why and what to do: on the sync page</source>
        <translation>Why and what to do: on the sync page</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Sealed; nothing says yet that it was forwarded (12 hours)</source>
        <translation>Sealed; nothing says yet that it was forwarded (12 hours)</translation>
    </message>
    <message>
        <source>Liberty, stated otherwise or annulled: {by}, {at}</source>
        <translation>Liberty, stated otherwise or annulled: {by}, {at}</translation>
    </message>
    <message>
        <source>kept at {at}</source>
        <translation>kept at {at}</translation>
    </message>
    <message>
        <source>Two statements stand; decide which holds</source>
        <translation>Two statements stand; decide which holds</translation>
    </message>
    <message>
        <source>They are safe here and go with the next exchange</source>
        <translation>They are safe here and go with the next exchange</translation>
    </message>
</context>
<context>
    <name>WaitsCard</name>
    <message>
        <source>Waits for me</source>
        <translation>Waits for me</translation>
    </message>
    <message>
        <source>Nothing waits for you now.</source>
        <translation>Nothing waits for you now.</translation>
    </message>
</context>
<context>
    <name>WarnedPanel</name>
    <message>
        <source>The signature does not wait for this:</source>
        <translation>The signature does not wait for this:</translation>
    </message>
    <message>
        <source>Safeguards not recorded: {count}</source>
        <translation>Safeguards not recorded: {count}</translation>
    </message>
    <message>
        <source>What the law demands and the act does not say: {count}</source>
        <translation>What the law demands and the act does not say: {count}</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Show {count} more</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Show fewer</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>It is recorded. Look at this:</source>
        <translation>It is recorded. Look at this:</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{number} · provisional</source>
        <translation>{number} · provisional</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>art. {article} CC</source>
        <translation>art. {article} CC</translation>
    </message>
    <message>
        <source>art. {article}({part}) CC</source>
        <translation>art. {article}({part}) CC</translation>
    </message>
</context>
</TS>
