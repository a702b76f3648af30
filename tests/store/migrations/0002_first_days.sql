DROP TRIGGER IF EXISTS search_record_added;
DROP TRIGGER IF EXISTS search_record_changed;
DROP TRIGGER IF EXISTS search_record_gone;
DROP TRIGGER IF EXISTS person_gone;
DELETE FROM feed WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info('case_feed') WHERE name = 'tally');
ALTER TABLE case_feed RENAME TO former_case_feed;
CREATE TABLE case_feed (
        case_id BLOB NOT NULL, feed TEXT NOT NULL, tally BLOB NOT NULL, PRIMARY KEY (case_id, feed));
INSERT INTO case_feed (case_id, feed, tally)
        SELECT case_id, feed, (SELECT tally FROM former_case_feed AS held WHERE held.rowid = former.rowid)
        FROM former_case_feed AS former, (SELECT zeroblob(40) AS tally);
DROP TABLE former_case_feed;
ALTER TABLE unconfirmed RENAME TO former_unconfirmed;
CREATE TABLE unconfirmed (act_number BIGINT NOT NULL, counts BLOB, PRIMARY KEY (act_number));
INSERT INTO unconfirmed (act_number, counts)
        SELECT act_number, (SELECT counts FROM former_unconfirmed AS held WHERE held.rowid = former.rowid)
        FROM former_unconfirmed AS former, (SELECT NULL AS counts);
DROP TABLE former_unconfirmed;
CREATE TABLE IF NOT EXISTS attachment (
        sha256 BLOB NOT NULL, "key" BLOB NOT NULL, file BLOB NOT NULL, size BIGINT NOT NULL, added_at BIGINT NOT NULL,
        PRIMARY KEY (sha256));
CREATE TABLE IF NOT EXISTS attachment_use (
        sha256 BLOB NOT NULL, record BLOB NOT NULL, PRIMARY KEY (sha256, record));
CREATE INDEX IF NOT EXISTS ix_attachment_use_record ON attachment_use (record);
CREATE TABLE IF NOT EXISTS case_standing (
        case_id BLOB NOT NULL, print BLOB NOT NULL, computed_at BIGINT NOT NULL, valid_until BIGINT NOT NULL,
        stage TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (case_id));
CREATE TABLE IF NOT EXISTS person (
        record_number INTEGER NOT NULL, profile BLOB NOT NULL, PRIMARY KEY (record_number));
CREATE TABLE IF NOT EXISTS person_key (
        "key" TEXT NOT NULL, record_number INTEGER NOT NULL, PRIMARY KEY ("key", record_number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS person_key_record ON person_key (record_number);
CREATE TABLE IF NOT EXISTS search_mark (
        one INTEGER NOT NULL, record_number INTEGER NOT NULL, PRIMARY KEY (one));
INSERT OR IGNORE INTO search_mark (one, record_number) VALUES (1, 0);
UPDATE search_mark SET record_number = 0 WHERE NOT EXISTS (SELECT 1 FROM person);
CREATE TRIGGER search_record_changed AFTER UPDATE ON record
        WHEN new.number <= (SELECT record_number FROM search_mark)
        BEGIN INSERT OR IGNORE INTO search_queue (record_number) VALUES (new.number); END;
CREATE TRIGGER search_record_gone AFTER DELETE ON record
        BEGIN DELETE FROM search WHERE rowid = old.number;
              DELETE FROM search_queue WHERE record_number = old.number;
              UPDATE search_mark SET record_number = (SELECT coalesce(max(number), 0) FROM record)
              WHERE record_number > (SELECT coalesce(max(number), 0) FROM record); END;
CREATE TRIGGER person_gone AFTER DELETE ON record
        BEGIN DELETE FROM person WHERE record_number = old.number;
              DELETE FROM person_key WHERE record_number = old.number; END;
