CREATE TABLE sealing_key (
    account BLOB NOT NULL,
    device BLOB NOT NULL,
    "key" BLOB NOT NULL,
    PRIMARY KEY (account, device)
);

CREATE TABLE supervision (
    office TEXT NOT NULL,
    prosecutor TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    begun BOOLEAN NOT NULL,
    PRIMARY KEY (office, prosecutor, since)
);
