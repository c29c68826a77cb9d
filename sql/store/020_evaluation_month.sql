-- The life of an evaluation month: where it is now, every step it took, and the figures that were frozen.
CREATE TABLE evaluation_month (
  city text NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  state text NOT NULL CHECK (state IN ('draft', 'objections', 'final')),
  -- The last day objections are taken.
  objections_until date CHECK (state <> 'objections' OR objections_until IS NOT NULL),
  -- How often it was final before.
  reopened integer NOT NULL DEFAULT 0,
  -- Grows with each step, objection and decision: answers are kept by it.
  revision integer NOT NULL,
  updated timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city, month)
);

CREATE TABLE evaluation_month_step (
  city text NOT NULL,
  month text NOT NULL,
  revision integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  who text NOT NULL,
  step text NOT NULL CHECK (step IN ('open', 'move_day', 'finalise', 'step_back')),
  -- After the step.
  state text NOT NULL,
  objections_until date,
  reason text CHECK (step <> 'step_back' OR reason IS NOT NULL),
  -- Made final although not ripe, or before the last day was over.
  provisional boolean NOT NULL DEFAULT false,
  early boolean NOT NULL DEFAULT false,
  -- Of what was frozen: scheme, versions of data and program, hash of all groups.
  scheme text,
  data_version bigint,
  newest_appeal text,
  program_version text,
  program_build text,
  hash text CHECK (step <> 'finalise' OR hash IS NOT NULL),
  PRIMARY KEY (city, month, revision),
  FOREIGN KEY (city, month) REFERENCES evaluation_month (city, month)
);

-- The answer of a group as it was frozen: JSON in gzip, and the SHA-256 of the JSON.
CREATE TABLE evaluation_frozen (
  city text NOT NULL,
  month text NOT NULL,
  revision integer NOT NULL,
  group_name text NOT NULL,
  hash text NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (city, month, revision, group_name),
  FOREIGN KEY (city, month, revision) REFERENCES evaluation_month_step (city, month, revision)
);

-- `refuse_change` is of 018_audit.sql.
CREATE TRIGGER steps_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON evaluation_month_step EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON evaluation_frozen EXECUTE FUNCTION refuse_change();
