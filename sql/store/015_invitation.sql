-- One-time links, by the hash of their secret.
CREATE TABLE invitation (
    hash text PRIMARY KEY,
    account text NOT NULL UNIQUE REFERENCES account (id) ON DELETE CASCADE,
    made_by text NOT NULL,
    expires timestamptz NOT NULL
);
