-- Who may sign in. Logins are in lower case. No role sees and may nothing. `identity` is what better-auth calls an e-mail: made from the name, and sent nothing to.
CREATE TABLE account (
    id text PRIMARY KEY,
    login text NOT NULL UNIQUE CHECK (login ~ '^[a-z][a-z0-9._-]{1,62}$'),
    display_name text NOT NULL,
    identity text NOT NULL UNIQUE,
    identity_verified boolean NOT NULL DEFAULT true,
    image text,
    role text NOT NULL DEFAULT '',
    districts text[] NOT NULL DEFAULT '{}',
    units text[] NOT NULL DEFAULT '{}',
    project text,
    disabled boolean NOT NULL DEFAULT false,
    second_factor boolean NOT NULL DEFAULT false,
    created timestamptz NOT NULL DEFAULT now(),
    updated timestamptz NOT NULL DEFAULT now(),
    last_sign_in timestamptz
);
