-- What better-auth keeps for minutes: sign-ins that wait for a code or for the provider of single sign-on.
CREATE TABLE verification (
    id text PRIMARY KEY,
    identifier text NOT NULL,
    value text NOT NULL,
    expires timestamptz NOT NULL,
    created timestamptz NOT NULL DEFAULT now(),
    updated timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_of_identifier ON verification (identifier);
