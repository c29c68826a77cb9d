-- Failed sign-ins by account and by network address.
CREATE TABLE attempt (
    key text PRIMARY KEY,
    failures integer NOT NULL,
    since timestamptz NOT NULL
);
