-- Notes on days, and every state each of them had.
CREATE TABLE annotation (
  id text PRIMARY KEY,
  author text NOT NULL,
  first_day date NOT NULL,
  -- The day after the last.
  end_day date NOT NULL CHECK (end_day > first_day),
  -- Clauses of the place it concerns, as in `where`: an array of texts.
  place jsonb NOT NULL,
  text text NOT NULL,
  revision integer NOT NULL,
  removed boolean NOT NULL DEFAULT false,
  created timestamptz NOT NULL DEFAULT now(),
  updated timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX annotation_of_author ON annotation (author);
CREATE INDEX annotation_by_day ON annotation (first_day) WHERE NOT removed;

CREATE TABLE annotation_revision (
  annotation text NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  revision integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  who text NOT NULL,
  change text NOT NULL CHECK (change IN ('created', 'changed', 'restored', 'removed')),
  first_day date NOT NULL,
  end_day date NOT NULL,
  place jsonb NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (annotation, revision)
);
