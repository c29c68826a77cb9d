-- Objections to what an evaluation counts of an order, and every state each of them had.
CREATE TABLE objection (
  id text PRIMARY KEY,
  city text NOT NULL,
  month text NOT NULL,
  -- For whom it is made: a group of the scheme, its dimension, and the unit the order counts for.
  group_name text NOT NULL,
  dimension text NOT NULL CHECK (dimension IN ('district', 'subdistrict', 'unit')),
  unit text NOT NULL,
  -- Number of the order, as its source gave it.
  order_number text NOT NULL,
  reason text NOT NULL,
  text text NOT NULL,
  who text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'upheld', 'rejected', 'withdrawn')),
  -- Of the decision; the effect where it is upheld.
  effect text CHECK (effect IN ('excluded', 'corrected')),
  resolved text CHECK (resolved IN ('yes', 'not_asked')),
  satisfied text CHECK (satisfied IN ('yes', 'not_asked')),
  decision_reason text,
  decided_by text,
  decided timestamptz,
  revision integer NOT NULL,
  created timestamptz NOT NULL DEFAULT now(),
  updated timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'upheld') = (effect IS NOT NULL)),
  CHECK ((effect = 'corrected') = (resolved IS NOT NULL OR satisfied IS NOT NULL) OR effect IS NULL),
  FOREIGN KEY (city, month) REFERENCES evaluation_month (city, month)
);
CREATE INDEX objection_of_month ON objection (city, month);
-- An order has one objection of a month that is open or upheld: what is upheld counts once.
CREATE UNIQUE INDEX objection_once ON objection (city, month, order_number) WHERE state IN ('open', 'upheld');

CREATE TABLE objection_revision (
  objection text NOT NULL REFERENCES objection (id),
  revision integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  who text NOT NULL,
  state text NOT NULL,
  effect text,
  resolved text,
  satisfied text,
  decision_reason text,
  PRIMARY KEY (objection, revision)
);
CREATE TRIGGER objection_revisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON objection_revision
  EXECUTE FUNCTION refuse_change();
