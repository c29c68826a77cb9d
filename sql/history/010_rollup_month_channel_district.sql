-- Districts, topics and channels: few rows, so that classes add up at once. The course of times to close for who has chosen one of each
-- read 178,000 rows of `rollup_month_kind` over six years, each with a list of classes, and took 150 ms of the 200 a click then took.
CREATE TABLE IF NOT EXISTS rollup_month_channel_district AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, topic1, channel, month)
SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0, min_level_for_wide_part = 1 COMMENT 'later';
ALTER TABLE rollup_month_channel_district
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency,
    DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day,
    DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

CREATE TABLE IF NOT EXISTS rollup_year_channel_district AS rollup_month_channel_district
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, topic1, channel) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_channel_district
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);
