-- Tokens for scripts, by the SHA-256 of what their owner was shown once.
CREATE TABLE token (
    id text PRIMARY KEY,
    hash text NOT NULL UNIQUE,
    account text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name text NOT NULL,
    districts text[] NOT NULL DEFAULT '{}',
    texts boolean NOT NULL,
    created timestamptz NOT NULL DEFAULT now(),
    expires timestamptz NOT NULL,
    last_used timestamptz
);
CREATE INDEX token_of_account ON token (account);
