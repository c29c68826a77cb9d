-- Years that are over, summed up once more, of every monthly rollup: the whole history in a sixth to a twelfth of the rows, and in one part
-- instead of one a year, which for small rollups is what takes the time.
--
-- A year has a generation of its own (version of the publication that lists it first * 4096 + 3000 + years since 1900), which holds
-- what all generations of its months together hold. `publication.years` lists those that agree with the version's generations; where a
-- load changes a month, its year is no longer listed until it is summed up anew, and the planner reads the months.
-- Not partitioned (AS would take over the partitions, too), for years change seldom; what is no longer listed is deleted by a mutation. The generation comes first in ORDER BY: with
-- it last, a question about one year read the classes of all six. Columns are those of the monthly rollup without the month; times to close are counted by class everywhere,
-- for a row stands for many appeals.
ALTER TABLE publication ADD COLUMN IF NOT EXISTS
    years Array(UInt32) COMMENT 'generations of whole years; in `rows`, tables of years have theirs beside them' AFTER generations;

CREATE TABLE IF NOT EXISTS rollup_year_subdistrict_topic AS rollup_month_subdistrict_topic
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, subdistrict, topic1, topic2, topic3) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_subdistrict_topic
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER topic3,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_area AS rollup_month_area
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, subdistrict, topic1) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_area
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_topic AS rollup_month_topic
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, topic1, topic2, topic3, district) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_topic
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_district AS rollup_month_district
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, topic1) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_district
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_subdistrict AS rollup_month_subdistrict
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, subdistrict) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_subdistrict
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_kind AS rollup_month_kind
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, topic1, district, channel, kind, appellant, urgency, status) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_kind
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER status,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_topic_kind AS rollup_month_topic_kind
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, topic1, topic2, topic3, channel, kind) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_topic_kind
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER kind,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_channel AS rollup_month_channel
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, channel, kind, district) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_channel
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_channel_topic AS rollup_month_channel_topic
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, channel, kind, topic1) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_channel_topic
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_subdistrict_kind AS rollup_month_subdistrict_kind
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, subdistrict, channel, kind) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_subdistrict_kind
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER kind,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_unit_topic AS rollup_month_unit_topic
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, unit, topic1, topic2, topic3, district) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_unit_topic
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER topic3,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_unit AS rollup_month_unit
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, unit, topic1, district) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_unit
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_hour AS rollup_month_hour
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, topic1, topic2, day_of_week, hour_of_day) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_hour
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER hour_of_day,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_subdistrict_hour AS rollup_month_subdistrict_hour
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, subdistrict, day_of_week, hour_of_day) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_subdistrict_hour
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER hour_of_day,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_week AS rollup_month_week
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, day_of_week, hour_of_day) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_week
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_hour_kind AS rollup_month_hour_kind
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, channel, kind, day_of_week, hour_of_day) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_hour_kind
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER hour_of_day,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_channel_cell AS rollup_month_channel_cell
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, channel, district, subdistrict, cell9) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_channel_cell
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER channel,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_cell AS rollup_month_cell
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, subdistrict, cell9) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_cell
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_cell8 AS rollup_month_cell8
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, cell8) SETTINGS index_granularity = 128, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_cell8
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_channel_cell8 AS rollup_month_channel_cell8
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, channel, cell8) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_channel_cell8
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER channel,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_topic_cell9 AS rollup_month_topic_cell9
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, topic1, cell9) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_topic_cell9
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER cell9,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_topic_cell AS rollup_month_topic_cell
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, topic1, topic2, cell8) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_topic_cell
    DROP COLUMN IF EXISTS month,
    DROP COLUMN IF EXISTS close_classes, ADD COLUMN IF NOT EXISTS close_histogram Array(UInt32) CODEC(T64, LZ4) AFTER cell8,
    ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);

CREATE TABLE IF NOT EXISTS rollup_year_channel_area AS rollup_month_channel_area
ENGINE = MergeTree PARTITION BY tuple() ORDER BY (generation, district, topic1, channel, subdistrict, topic2) SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0;
ALTER TABLE rollup_year_channel_area
    DROP COLUMN IF EXISTS month, ADD COLUMN IF NOT EXISTS year Date ALIAS makeDate(1900 + generation % 4096 - 3000, 1, 1);
