-- Secrets of one-time codes, encrypted with AUTH_SECRET, and the codes of the last minutes, of which each counts once.
CREATE TABLE second_factor (
    id text PRIMARY KEY,
    account text NOT NULL UNIQUE REFERENCES account (id) ON DELETE CASCADE,
    secret text NOT NULL,
    backup_codes text NOT NULL,
    verified boolean,
    failures integer DEFAULT 0,
    locked_until timestamptz
);
CREATE TABLE used_code (
    account text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    code text NOT NULL,
    used timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, code)
);
