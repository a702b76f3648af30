CREATE TABLE log_reading (
    number BIGSERIAL NOT NULL,
    at BIGINT NOT NULL,
    device BYTEA NOT NULL,
    account BYTEA NOT NULL,
    event BYTEA NOT NULL,
    PRIMARY KEY (number)
);
