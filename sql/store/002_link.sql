-- Permalinks: short addresses for long ones. They are never changed or removed.
CREATE TABLE link (
  id text PRIMARY KEY,
  owner text NOT NULL,
  address text NOT NULL,
  -- SHA-256 of the address: the same one gives the same link again.
  digest text NOT NULL,
  created timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner, digest)
);
