-- Who is signed in. A row that is gone is a session that has ended.
CREATE TABLE session (
    id text PRIMARY KEY,
    token text NOT NULL UNIQUE,
    account text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires timestamptz NOT NULL,
    address text,
    browser text,
    created timestamptz NOT NULL DEFAULT now(),
    updated timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_of_account ON session (account);
