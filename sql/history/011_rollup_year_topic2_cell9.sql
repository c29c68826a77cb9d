-- The map close by, by topic of the second level, in years: what a reader asks for who has chosen such a topic and moves in. Over six years it read
-- 32 million rows, the slowest of all questions by far. By months it would hold two rows for five appeals; by years one for ten or so.
-- There is no monthly table to sum up: `rollups/rollup_year_topic2_cell9.sql` reads the rows.
CREATE TABLE IF NOT EXISTS rollup_year_topic2_cell9 AS rollup_columns
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, topic1, topic2, cell9) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_topic2_cell9
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS month, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict,
    DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS channel,
    DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS callers, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);
