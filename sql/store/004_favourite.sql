-- What somebody wants at hand.
CREATE TABLE favourite (
  owner text NOT NULL,
  kind text NOT NULL,
  code text NOT NULL,
  added timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner, kind, code)
);
