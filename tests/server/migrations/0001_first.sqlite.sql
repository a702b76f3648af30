CREATE TABLE act (
    number INTEGER NOT NULL,
    act_id BLOB NOT NULL,
    replica BLOB NOT NULL,
    stream INTEGER NOT NULL,
    counter BIGINT NOT NULL,
    author BLOB NOT NULL,
    recorded_at BIGINT NOT NULL,
    tally BLOB NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (act_id)
);

CREATE INDEX act_dot ON act (replica, stream, counter);

CREATE TABLE record (
    number INTEGER NOT NULL,
    id BLOB NOT NULL,
    type TEXT NOT NULL,
    case_id BLOB,
    vector BLOB NOT NULL,
    log BLOB NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);

CREATE INDEX record_case ON record (case_id);

CREATE TABLE waiting (
    act_number INTEGER NOT NULL,
    leaf INTEGER NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (act_number, leaf),
    FOREIGN KEY(act_number) REFERENCES act (number)
);

CREATE INDEX ix_waiting_record ON waiting (record);

CREATE TABLE verdict (
    act_id BLOB NOT NULL,
    leaf INTEGER NOT NULL,
    record BLOB NOT NULL,
    replica BLOB NOT NULL,
    counter BIGINT NOT NULL,
    decision INTEGER NOT NULL,
    code TEXT NOT NULL,
    body BLOB NOT NULL,
    signature BLOB NOT NULL,
    header BLOB NOT NULL,
    header_signature BLOB NOT NULL,
    PRIMARY KEY (act_id, leaf)
);

CREATE INDEX ix_verdict_record ON verdict (record);

CREATE TABLE "conflict" (
    record_number INTEGER NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (record_number, unit)
);

CREATE TABLE annulled (
    record_number INTEGER NOT NULL,
    PRIMARY KEY (record_number)
);

CREATE TABLE setting (
    "key" TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE office (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    feed INTEGER NOT NULL,
    PRIMARY KEY (code)
);

CREATE TABLE account (
    id BLOB NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    office TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    feed INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (login)
);

CREATE TABLE device (
    id BLOB NOT NULL,
    office TEXT NOT NULL,
    name TEXT NOT NULL,
    signing_key BLOB NOT NULL,
    sealing_key BLOB NOT NULL,
    state TEXT NOT NULL,
    enrolled_at BIGINT NOT NULL,
    seen_at BIGINT,
    PRIMARY KEY (id),
    UNIQUE (signing_key)
);

CREATE TABLE device_user (
    device BLOB NOT NULL,
    account BLOB NOT NULL,
    PRIMARY KEY (device, account)
);

CREATE TABLE author (
    "key" BLOB NOT NULL,
    account BLOB NOT NULL,
    device BLOB NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE ticket (
    code_hash BLOB NOT NULL,
    first_hash BLOB NOT NULL,
    second_hash BLOB NOT NULL,
    office TEXT NOT NULL,
    account BLOB NOT NULL,
    approved BOOLEAN NOT NULL,
    expires_at BIGINT NOT NULL,
    tries INTEGER NOT NULL,
    used_by BLOB,
    PRIMARY KEY (code_hash)
);

CREATE INDEX ix_ticket_first_hash ON ticket (first_hash);

CREATE INDEX ix_ticket_second_hash ON ticket (second_hash);

CREATE TABLE directory (
    position INTEGER NOT NULL,
    body BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (position)
);

CREATE TABLE feed (
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    tally BLOB NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (name)
);

CREATE TABLE feed_row (
    feed INTEGER NOT NULL,
    position BIGINT NOT NULL,
    kind INTEGER NOT NULL,
    act_number BIGINT,
    leaves BLOB,
    size INTEGER NOT NULL,
    case_id BLOB,
    payload BLOB,
    PRIMARY KEY (feed, position)
);

CREATE TABLE case_feed (
    case_id BLOB NOT NULL,
    feed INTEGER NOT NULL,
    until BIGINT,
    left_at BIGINT,
    PRIMARY KEY (case_id, feed)
);

CREATE INDEX case_feed_left ON case_feed (feed, left_at);

CREATE INDEX case_feed_until ON case_feed (until);

CREATE TABLE case_wait (
    act_number BIGINT NOT NULL,
    leaf INTEGER NOT NULL,
    case_id BLOB NOT NULL,
    PRIMARY KEY (act_number, leaf)
);

CREATE INDEX ix_case_wait_case_id ON case_wait (case_id);

CREATE TABLE office_record (
    record BLOB NOT NULL,
    office TEXT NOT NULL,
    PRIMARY KEY (record)
);

CREATE TABLE scope_change (
    number INTEGER NOT NULL,
    at BIGINT NOT NULL,
    case_id BLOB NOT NULL,
    feed INTEGER NOT NULL,
    change TEXT NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE projection_queue (
    number INTEGER NOT NULL,
    act_number BIGINT NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE replica (
    id BLOB NOT NULL,
    device BLOB NOT NULL,
    parent BLOB,
    parent_counter BIGINT NOT NULL,
    forked_at BIGINT,
    PRIMARY KEY (id)
);

CREATE TABLE head (
    replica BLOB NOT NULL,
    stream INTEGER NOT NULL,
    counter BIGINT NOT NULL,
    act_id BLOB NOT NULL,
    PRIMARY KEY (replica, stream)
);

CREATE TABLE aside (
    act_id BLOB NOT NULL,
    replica BLOB NOT NULL,
    stream INTEGER NOT NULL,
    counter BIGINT NOT NULL,
    author BLOB NOT NULL,
    code TEXT NOT NULL,
    carrier BLOB NOT NULL,
    received_at BIGINT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (act_id)
);

CREATE INDEX aside_dot ON aside (replica, stream, counter);
