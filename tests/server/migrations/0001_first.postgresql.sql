CREATE TABLE act (
    number BIGSERIAL NOT NULL,
    act_id BYTEA NOT NULL,
    replica BYTEA NOT NULL,
    stream INTEGER NOT NULL,
    counter BIGINT NOT NULL,
    author BYTEA NOT NULL,
    recorded_at BIGINT NOT NULL,
    tally BYTEA NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (act_id)
);

CREATE INDEX act_dot ON act (replica, stream, counter);

CREATE TABLE record (
    number BIGSERIAL NOT NULL,
    id BYTEA NOT NULL,
    type TEXT NOT NULL,
    case_id BYTEA,
    vector BYTEA NOT NULL,
    log BYTEA NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);

CREATE INDEX record_case ON record (case_id);

CREATE TABLE waiting (
    act_number BIGINT NOT NULL,
    leaf INTEGER NOT NULL,
    record BYTEA NOT NULL,
    PRIMARY KEY (act_number, leaf),
    FOREIGN KEY(act_number) REFERENCES act (number)
);

CREATE INDEX ix_waiting_record ON waiting (record);

CREATE TABLE verdict (
    act_id BYTEA NOT NULL,
    leaf INTEGER NOT NULL,
    record BYTEA NOT NULL,
    replica BYTEA NOT NULL,
    counter BIGINT NOT NULL,
    decision INTEGER NOT NULL,
    code TEXT NOT NULL,
    body BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    header BYTEA NOT NULL,
    header_signature BYTEA NOT NULL,
    PRIMARY KEY (act_id, leaf)
);

CREATE INDEX ix_verdict_record ON verdict (record);

CREATE TABLE conflict (
    record_number BIGINT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (record_number, unit)
);

CREATE TABLE annulled (
    record_number BIGSERIAL NOT NULL,
    PRIMARY KEY (record_number)
);

CREATE TABLE setting (
    key TEXT NOT NULL,
    value BYTEA NOT NULL,
    PRIMARY KEY (key)
);

CREATE TABLE office (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    feed INTEGER NOT NULL,
    PRIMARY KEY (code)
);

CREATE TABLE account (
    id BYTEA NOT NULL,
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
    id BYTEA NOT NULL,
    office TEXT NOT NULL,
    name TEXT NOT NULL,
    signing_key BYTEA NOT NULL,
    sealing_key BYTEA NOT NULL,
    state TEXT NOT NULL,
    enrolled_at BIGINT NOT NULL,
    seen_at BIGINT,
    PRIMARY KEY (id),
    UNIQUE (signing_key)
);

CREATE TABLE device_user (
    device BYTEA NOT NULL,
    account BYTEA NOT NULL,
    PRIMARY KEY (device, account)
);

CREATE TABLE author (
    key BYTEA NOT NULL,
    account BYTEA NOT NULL,
    device BYTEA NOT NULL,
    PRIMARY KEY (key)
);

CREATE TABLE ticket (
    code_hash BYTEA NOT NULL,
    first_hash BYTEA NOT NULL,
    second_hash BYTEA NOT NULL,
    office TEXT NOT NULL,
    account BYTEA NOT NULL,
    approved BOOLEAN NOT NULL,
    expires_at BIGINT NOT NULL,
    tries INTEGER NOT NULL,
    used_by BYTEA,
    PRIMARY KEY (code_hash)
);

CREATE INDEX ix_ticket_first_hash ON ticket (first_hash);

CREATE INDEX ix_ticket_second_hash ON ticket (second_hash);

CREATE TABLE directory (
    position BIGINT NOT NULL,
    body BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    PRIMARY KEY (position)
);

CREATE TABLE feed (
    number SERIAL NOT NULL,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    tally BYTEA NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (name)
);

CREATE TABLE feed_row (
    feed INTEGER NOT NULL,
    position BIGINT NOT NULL,
    kind INTEGER NOT NULL,
    act_number BIGINT,
    leaves BYTEA,
    size INTEGER NOT NULL,
    case_id BYTEA,
    payload BYTEA,
    PRIMARY KEY (feed, position)
);

CREATE TABLE case_feed (
    case_id BYTEA NOT NULL,
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
    case_id BYTEA NOT NULL,
    PRIMARY KEY (act_number, leaf)
);

CREATE INDEX ix_case_wait_case_id ON case_wait (case_id);

CREATE TABLE office_record (
    record BYTEA NOT NULL,
    office TEXT NOT NULL,
    PRIMARY KEY (record)
);

CREATE TABLE scope_change (
    number BIGSERIAL NOT NULL,
    at BIGINT NOT NULL,
    case_id BYTEA NOT NULL,
    feed INTEGER NOT NULL,
    change TEXT NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE projection_queue (
    number BIGSERIAL NOT NULL,
    act_number BIGINT NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE replica (
    id BYTEA NOT NULL,
    device BYTEA NOT NULL,
    parent BYTEA,
    parent_counter BIGINT NOT NULL,
    forked_at BIGINT,
    PRIMARY KEY (id)
);

CREATE TABLE head (
    replica BYTEA NOT NULL,
    stream INTEGER NOT NULL,
    counter BIGINT NOT NULL,
    act_id BYTEA NOT NULL,
    PRIMARY KEY (replica, stream)
);

CREATE TABLE aside (
    act_id BYTEA NOT NULL,
    replica BYTEA NOT NULL,
    stream INTEGER NOT NULL,
    counter BIGINT NOT NULL,
    author BYTEA NOT NULL,
    code TEXT NOT NULL,
    carrier BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (act_id)
);

CREATE INDEX aside_dot ON aside (replica, stream, counter);
