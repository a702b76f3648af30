CREATE TABLE log_reading (
    number INTEGER NOT NULL,
    at BIGINT NOT NULL,
    device BLOB NOT NULL,
    account BLOB NOT NULL,
    event BLOB NOT NULL,
    PRIMARY KEY (number)
);
