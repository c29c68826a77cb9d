-- Saved views, and every state each of them had.
CREATE TABLE view (
  id text PRIMARY KEY,
  owner text NOT NULL,
  -- Of the owner, when they wrote it last: whom the audience `role` means, and what they saw.
  role text NOT NULL,
  scope jsonb,
  name text NOT NULL,
  address text NOT NULL,
  version bigint,
  audience text NOT NULL CHECK (audience IN ('me', 'role', 'everyone')),
  revision integer NOT NULL,
  removed boolean NOT NULL DEFAULT false,
  created timestamptz NOT NULL DEFAULT now(),
  updated timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX view_of_owner ON view (owner);
CREATE INDEX view_shared ON view (audience, role) WHERE audience <> 'me' AND NOT removed;

CREATE TABLE view_revision (
  view text NOT NULL REFERENCES view (id) ON DELETE CASCADE,
  revision integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  who text NOT NULL,
  change text NOT NULL CHECK (change IN ('created', 'changed', 'restored', 'removed')),
  name text NOT NULL,
  address text NOT NULL,
  version bigint,
  audience text NOT NULL,
  PRIMARY KEY (view, revision)
);
