-- Open orders nearly one by one: few of a long history, and the first that is asked every morning. Their due times are kept to the second, so
-- that any moment can be asked for. All other appeals are one row of each generation, which makes the table sum up what every rollup does.
CREATE TABLE IF NOT EXISTS rollup_open AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, topic1, topic2, unit)
SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0, min_level_for_wide_part = 1;
ALTER TABLE rollup_open
    ADD COLUMN IF NOT EXISTS order_state Enum8('' = 0, 'closed' = 1, 'open' = 2) AFTER generation,
    ADD COLUMN IF NOT EXISTS due DateTime('UTC') CODEC(Delta, ZSTD(1)) AFTER day,
    ADD COLUMN IF NOT EXISTS cell UInt64 CODEC(ZSTD(1)) AFTER topic3,
    ADD COLUMN IF NOT EXISTS excluded_reason LowCardinality(String) AFTER status,
    ADD COLUMN IF NOT EXISTS location_quality LowCardinality(String) AFTER excluded_reason,
    DROP COLUMN IF EXISTS month, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;
