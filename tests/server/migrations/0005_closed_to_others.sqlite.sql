WITH
    body (office) AS (SELECT office FROM account WHERE role IN ('probation_officer', 'judge', 'court_clerk')),
    admitted (feed) AS (
        SELECT feed FROM office WHERE code IN (SELECT office FROM body)
        UNION SELECT feed FROM account WHERE role IN ('probation_officer', 'judge', 'court_clerk')
        UNION SELECT feed FROM account
            WHERE role IN ('head', 'clerk', 'auditor', 'inspector') AND office IN (SELECT office FROM body)),
    prosecution (office) AS (SELECT office FROM account WHERE role = 'prosecutor'),
    overseer (feed, office) AS (
        SELECT feed, code FROM office WHERE code IN (SELECT office FROM prosecution)
        UNION SELECT feed, office FROM account
            WHERE role IN ('head', 'clerk', 'auditor', 'inspector', 'prosecutor')
            AND office IN (SELECT office FROM prosecution)),
    overseen (case_id, prosecutor) AS (
        SELECT held.case_id, supervision.prosecutor FROM case_feed AS held
        JOIN office ON office.feed = held.feed
        JOIN supervision ON supervision.office = office.code
        WHERE held.left_at IS NULL)
UPDATE case_feed SET whole = false
WHERE (case_id, feed) IN (SELECT case_id, feed FROM scope_change WHERE change = 'join')
AND case_id NOT IN (
    SELECT case_id FROM record
    WHERE case_id IS NOT NULL AND type IN (
        'supervision', 'supervision_plan', 'plan_task', 'contact', 'obligation_check', 'community_work',
        'correctional_work', 'liberty_restriction', 'work_sheet', 'travel_permission', 'breach', 'variation',
        'deregistration', 'risk_assessment', 'probation_report'))
AND feed NOT IN (SELECT feed FROM admitted)
AND (case_id, feed) NOT IN (
    SELECT overseen.case_id, overseer.feed FROM overseen JOIN overseer ON overseer.office = overseen.prosecutor)
AND (feed NOT IN (SELECT feed FROM overseer) OR case_id IN (SELECT case_id FROM overseen));

DROP INDEX case_feed_left;

DROP INDEX case_feed_until;

CREATE TABLE _alembic_tmp_case_feed (
    case_id BLOB NOT NULL,
    feed INTEGER NOT NULL,
    until BIGINT,
    left_at BIGINT,
    whole BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, feed)
);

INSERT INTO _alembic_tmp_case_feed (case_id, feed, until, left_at, whole) SELECT case_feed.case_id, case_feed.feed, case_feed.until, case_feed.left_at, case_feed.whole
FROM case_feed;

DROP TABLE case_feed;

ALTER TABLE _alembic_tmp_case_feed RENAME TO case_feed;

CREATE INDEX case_feed_left ON case_feed (feed, left_at);

CREATE INDEX case_feed_until ON case_feed (until);
