ALTER TABLE case_feed ADD COLUMN whole BOOLEAN DEFAULT true NOT NULL;

UPDATE case_feed SET whole=false WHERE (case_feed.feed IN (SELECT office.feed
FROM office
WHERE office.code IN (SELECT account.office
FROM account
WHERE account.role IN ('duty_officer', 'inquiry_officer', 'investigator', 'detention_officer', 'facility_doctor', 'penitentiary_officer')) AND (office.code NOT IN (SELECT account.office
FROM account
WHERE account.role IN ('probation_officer', 'judge', 'court_clerk', 'prosecutor')))) OR case_feed.feed IN (SELECT account.feed
FROM account JOIN office ON office.code = account.office
WHERE office.code IN (SELECT account.office
FROM account
WHERE account.role IN ('duty_officer', 'inquiry_officer', 'investigator', 'detention_officer', 'facility_doctor', 'penitentiary_officer')) AND (office.code NOT IN (SELECT account.office
FROM account
WHERE account.role IN ('probation_officer', 'judge', 'court_clerk', 'prosecutor'))))) AND (case_feed.case_id NOT IN (SELECT record.case_id
FROM record
WHERE record.type IN ('supervision', 'supervision_plan', 'plan_task', 'contact', 'obligation_check', 'community_work', 'correctional_work', 'liberty_restriction', 'work_sheet', 'travel_permission', 'breach', 'variation', 'deregistration', 'risk_assessment', 'probation_report') AND record.case_id IS NOT NULL));
