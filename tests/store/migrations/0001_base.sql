CREATE TABLE act (
        number INTEGER NOT NULL, act_id BLOB NOT NULL, replica BLOB NOT NULL, stream INTEGER NOT NULL,
        counter BIGINT NOT NULL, author BLOB NOT NULL, recorded_at BIGINT NOT NULL, tally BLOB NOT NULL,
        packed BLOB NOT NULL, PRIMARY KEY (number), UNIQUE (act_id));
CREATE INDEX act_dot ON act (replica, stream, counter);
CREATE TABLE annulled (record_number INTEGER NOT NULL, PRIMARY KEY (record_number));
CREATE TABLE carried (act_id BLOB NOT NULL, act_number BIGINT, sealed BLOB, PRIMARY KEY (act_id));
CREATE TABLE case_feed (case_id BLOB NOT NULL, feed TEXT NOT NULL, PRIMARY KEY (case_id, feed));
CREATE TABLE commit_number (one INTEGER NOT NULL, number BIGINT NOT NULL, tag BLOB NOT NULL, PRIMARY KEY (one));
CREATE TABLE "conflict" (record_number INTEGER NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (record_number, unit));
CREATE TABLE declaration (type TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (type));
CREATE TABLE directory (
        position BIGINT NOT NULL, kind INTEGER NOT NULL, "key" BLOB NOT NULL, body BLOB NOT NULL,
        signature BLOB NOT NULL, PRIMARY KEY (position));
CREATE INDEX ix_directory_key ON directory ("key");
CREATE TABLE draft (
        user BLOB NOT NULL, type TEXT NOT NULL, record BLOB NOT NULL, case_id BLOB NOT NULL, body BLOB NOT NULL,
        saved_at BIGINT NOT NULL, PRIMARY KEY (user, type, record, case_id));
CREATE TABLE erased (
        act_number INTEGER NOT NULL, leaf INTEGER NOT NULL, leaf_hash BLOB NOT NULL, record BLOB NOT NULL,
        case_id BLOB, erased_at BIGINT NOT NULL, basis TEXT NOT NULL, PRIMARY KEY (act_number, leaf));
CREATE INDEX ix_erased_record ON erased (record);
CREATE TABLE feed (
        feed TEXT NOT NULL, epoch BLOB NOT NULL, position BIGINT NOT NULL, tally BLOB NOT NULL, PRIMARY KEY (feed));
CREATE TABLE meta ("key" TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY ("key"));
CREATE TABLE record (
        number INTEGER NOT NULL, id BLOB NOT NULL, type TEXT NOT NULL, case_id BLOB, vector BLOB NOT NULL,
        log BLOB NOT NULL, PRIMARY KEY (number), UNIQUE (id));
CREATE INDEX record_case ON record (case_id);
CREATE TABLE replica (
        replica BLOB NOT NULL, own BOOLEAN NOT NULL, act_counter BIGINT NOT NULL, act_head BLOB NOT NULL,
        act_sent BIGINT NOT NULL, audit_counter BIGINT NOT NULL, audit_head BLOB NOT NULL,
        audit_sent BIGINT NOT NULL, PRIMARY KEY (replica));
CREATE TABLE search_queue (record_number INTEGER NOT NULL, PRIMARY KEY (record_number));
CREATE TABLE unconfirmed (act_number BIGINT NOT NULL, PRIMARY KEY (act_number));
CREATE TABLE verdict (
        act_id BLOB NOT NULL, leaf INTEGER NOT NULL, record BLOB NOT NULL, replica BLOB NOT NULL,
        counter BIGINT NOT NULL, decision INTEGER NOT NULL, code TEXT NOT NULL, body BLOB NOT NULL,
        signature BLOB NOT NULL, header BLOB NOT NULL, header_signature BLOB NOT NULL, PRIMARY KEY (act_id, leaf));
CREATE INDEX ix_verdict_record ON verdict (record);
CREATE TABLE waiting (
        act_number INTEGER NOT NULL, leaf INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY (act_number, leaf),
        FOREIGN KEY(act_number) REFERENCES act (number));
CREATE INDEX ix_waiting_record ON waiting (record);
CREATE VIRTUAL TABLE search USING fts5(plain, latin, content='', contentless_delete=1, tokenize='unicode61');
CREATE TRIGGER search_record_added AFTER INSERT ON record
        BEGIN INSERT OR IGNORE INTO search_queue (record_number) VALUES (new.number); END;
CREATE TRIGGER search_record_changed AFTER UPDATE ON record
        BEGIN INSERT OR IGNORE INTO search_queue (record_number) VALUES (new.number); END;
CREATE TRIGGER search_record_gone AFTER DELETE ON record
        BEGIN DELETE FROM search WHERE rowid = old.number;
              DELETE FROM search_queue WHERE record_number = old.number; END;
