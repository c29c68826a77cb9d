-- Rollups: sums of the measures by a few keys each, so that a question reads thousands of rows instead of millions.
--
-- A rollup is keyed by generation like the rows it was made from, and published together with them; the planner picks the
-- smallest one that holds every key a question needs, and the rows otherwise. It finds rollups by their name and
-- columns: a new one is a statement here and its filling in `rollups/<table>.sql`, no more.
-- Rates are never stored, only their numerators and denominators; times to close as counts by class.

-- Every column a rollup can have, once. Never filled.
CREATE TABLE IF NOT EXISTS rollup_columns
(
    generation           UInt32,
    day                  Date,
    month                Date,
    hour_of_day          UInt8,
    day_of_week          UInt8,
    district             LowCardinality(String),
    subdistrict          LowCardinality(String),
    cell                 UInt64,
    topic1               LowCardinality(String),
    topic2               LowCardinality(String),
    topic3               LowCardinality(String),
    channel              LowCardinality(String),
    kind                 LowCardinality(String),
    appellant            LowCardinality(String),
    urgency              LowCardinality(String),
    status               LowCardinality(String),
    unit                 LowCardinality(String),
    close_histogram      Array(UInt32),
    n_appeals            UInt32,
    n_direct             UInt32,
    n_dispatched         UInt32,
    n_handling_known     UInt32,
    n_visited            UInt32,
    n_excluded           UInt32,
    n_contact_asked      UInt32,
    n_contacted          UInt32,
    n_resolution_asked   UInt32,
    n_resolved           UInt32,
    n_satisfaction_asked UInt32,
    n_satisfied          UInt32,
    n_due                UInt32,
    n_on_time            UInt32,
    n_closed             UInt32,
    n_appellant_known    UInt32,
    n_enterprise         UInt32,
    n_not_located        UInt32
)
ENGINE = Null;

-- Trends and calendars of any area by first-level topic.
CREATE TABLE IF NOT EXISTS rollup_day_area
ENGINE = MergeTree PARTITION BY generation ORDER BY (district, subdistrict, topic1, day)
EMPTY AS SELECT generation, day, district, subdistrict, topic1, COLUMNS('^n_') FROM rollup_columns;

-- Figures, rankings and times to close of any area by first-level topic.
CREATE TABLE IF NOT EXISTS rollup_month_area
ENGINE = MergeTree PARTITION BY generation ORDER BY (district, subdistrict, topic1, month)
EMPTY AS SELECT generation, month, district, subdistrict, topic1, close_histogram, COLUMNS('^n_') FROM rollup_columns;

-- Topics of every level.
CREATE TABLE IF NOT EXISTS rollup_month_topic
ENGINE = MergeTree PARTITION BY generation ORDER BY (district, topic1, topic2, topic3, month)
EMPTY AS SELECT generation, month, district, topic1, topic2, topic3, close_histogram, COLUMNS('^n_') FROM rollup_columns;

-- What kind of appeals, from whom, by which channel, how urgent, how far.
CREATE TABLE IF NOT EXISTS rollup_month_kind
ENGINE = MergeTree PARTITION BY generation ORDER BY (district, topic1, channel, kind, appellant, urgency, status, month)
EMPTY AS SELECT generation, month, district, topic1, channel, kind, appellant, urgency, status, close_histogram, COLUMNS('^n_') FROM rollup_columns;

-- The hours of the week.
CREATE TABLE IF NOT EXISTS rollup_month_hour
ENGINE = MergeTree PARTITION BY generation ORDER BY (district, topic1, channel, day_of_week, hour_of_day, month)
EMPTY AS SELECT generation, month, district, topic1, channel, day_of_week, hour_of_day, COLUMNS('^n_') FROM rollup_columns;

-- The map: cells of resolution 9; coarser ones are their parents.
CREATE TABLE IF NOT EXISTS rollup_month_cell
ENGINE = MergeTree PARTITION BY generation ORDER BY (district, topic1, cell, month)
EMPTY AS SELECT generation, month, district, topic1, cell, COLUMNS('^n_') FROM rollup_columns;
