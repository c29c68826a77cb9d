-- How an account signs in: a password (argon2id), or an identity at the provider of single sign-on. One of each kind an account.
CREATE TABLE credential (
    id text PRIMARY KEY,
    account text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    provider text NOT NULL,
    subject text NOT NULL,
    password text,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires timestamptz,
    refresh_token_expires timestamptz,
    scope text,
    created timestamptz NOT NULL DEFAULT now(),
    updated timestamptz NOT NULL DEFAULT now(),
    UNIQUE (account, provider),
    UNIQUE (provider, subject)
);
