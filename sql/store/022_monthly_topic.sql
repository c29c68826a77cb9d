-- Topics of the month: what is worked on, by whom, until when; every state each of them had; and the candidates as they were when it was frozen.
CREATE TABLE monthly_topic (
  id text PRIMARY KEY,
  -- As 2026-11.
  month text NOT NULL CHECK (month ~ '^\d{4}-\d\d$'),
  state text NOT NULL CHECK (state IN ('candidate', 'picked', 'frozen', 'under_way', 'reviewed')),
  -- Everything that can be changed, as `PUT /api/monthly-topics/:id` takes it.
  content jsonb NOT NULL,
  revision integer NOT NULL,
  removed boolean NOT NULL DEFAULT false,
  created timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL
);
CREATE INDEX monthly_topic_by_month ON monthly_topic (month) WHERE NOT removed;

CREATE TABLE monthly_topic_revision (
  monthly_topic text NOT NULL REFERENCES monthly_topic (id) ON DELETE CASCADE,
  revision integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  who text NOT NULL,
  change text NOT NULL CHECK (change IN ('created', 'changed', 'frozen', 'removed')),
  content jsonb NOT NULL,
  PRIMARY KEY (monthly_topic, revision)
);

CREATE TABLE monthly_topic_frozen (
  monthly_topic text PRIMARY KEY REFERENCES monthly_topic (id),
  at timestamptz NOT NULL,
  who text NOT NULL,
  -- Of the data.
  version bigint NOT NULL,
  -- The answer of `GET /api/monthly-topics/candidates` as text, and the SHA-256 of its bytes in hexadecimal.
  candidates text NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- The district they are of; null: the whole city.
  district text
);

-- What was frozen stays as it was.
CREATE TRIGGER frozen_topics_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON monthly_topic_frozen
  EXECUTE FUNCTION refuse_change();
