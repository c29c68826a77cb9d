-- Rollups: sums of the measures by a few keys each, so that a question reads thousands of rows instead of millions.
--
-- A rollup is keyed by generation like the rows it was made from, and published together with them; the planner picks the
-- cheapest one that holds every key a question needs, and the rows otherwise. It finds rollups by their name and
-- columns: a new one is a statement here and its filling in `rollups/`, no more.
-- PARTITION BY year of the month, generation first in ORDER BY: a question about the whole history opens six parts of a
-- table instead of one a month, and still reads only the generations it lists. Those no longer listed are deleted.
-- Granules are small, so that a filter on the first keys behind the generation skips most of a month; smaller still where a row
-- holds 64 classes: a subdistrict is some twenty rows of a month.
-- All are filled before a load is published (decision 0024); the comment `later` of some is not read any more. Coarse ones are summed from finer ones wherever those hold their keys.
-- Rates are never stored, only their numerators and denominators; different callers as sketches (4096 registers, 1.6 %
-- standard error, exact while they are few) that merge without further error. Times to close are counted by class in tables of
-- few rows (`close_histogram`), and listed, one class an appeal in order, where a row stands for a few appeals (`close_classes`).
--
-- Six measures are stored as they are (`s_appeals`), the others as how far they are from one of those: nearly every caller is
-- known, nearly every order is closed, so the difference is mostly nought and takes up nothing, where the count would be the same
-- number once more. `packages/model/src/stored-sums.ts` says what each measure is made of. T64 packs the small numbers into as
-- many bits as they need; with all this a row of 19 sums takes 2 to 4 bytes, the same sums one by one took 10 to 15.

-- Every column a rollup can have, with its type and codec. Never filled; each rollup begins as a copy and drops what it lacks.
CREATE TABLE IF NOT EXISTS rollup_columns
(
    generation             UInt32 CODEC(ZSTD(1)),
    day                    Date CODEC(Delta, ZSTD(1)),
    month                  Date CODEC(ZSTD(1)),
    district               LowCardinality(String),
    subdistrict            LowCardinality(String),
    unit                   LowCardinality(String),
    topic1                 LowCardinality(String),
    topic2                 LowCardinality(String),
    topic3                 LowCardinality(String),
    cell8                  UInt64 CODEC(Delta, ZSTD(1)),
    cell9                  UInt64 CODEC(Delta, ZSTD(1)),
    channel                LowCardinality(String),
    kind                   LowCardinality(String),
    appellant              LowCardinality(String),
    urgency                LowCardinality(String),
    status                 LowCardinality(String),
    day_of_week            UInt8,
    hour_of_day            UInt8,
    close_histogram        Array(UInt32) CODEC(ZSTD(1)),
    close_classes          Array(UInt8) CODEC(Delta, ZSTD(1)),
    callers                AggregateFunction(uniqCombined(12), UInt64) CODEC(ZSTD(1)),
    s_appeals              Int32 CODEC(T64, ZSTD(1)),
    s_dispatched           Int32 CODEC(T64, ZSTD(1)),
    s_contact_asked        Int32 CODEC(T64, ZSTD(1)),
    s_excluded             Int32 CODEC(T64, ZSTD(1)),
    s_enterprise           Int32 CODEC(T64, ZSTD(1)),
    s_not_located          Int32 CODEC(T64, ZSTD(1)),
    s_handling_unknown     Int32 CODEC(T64, ZSTD(1)),
    s_neither              Int32 CODEC(T64, ZSTD(1)),
    s_visited_besides      Int32 CODEC(T64, ZSTD(1)),
    s_not_contacted        Int32 CODEC(T64, ZSTD(1)),
    s_resolution_besides   Int32 CODEC(T64, ZSTD(1)),
    s_unresolved           Int32 CODEC(T64, ZSTD(1)),
    s_satisfaction_besides Int32 CODEC(T64, ZSTD(1)),
    s_unsatisfied          Int32 CODEC(T64, ZSTD(1)),
    s_due_besides          Int32 CODEC(T64, ZSTD(1)),
    s_late                 Int32 CODEC(T64, ZSTD(1)),
    s_closed_besides       Int32 CODEC(T64, ZSTD(1)),
    s_appellant_unknown    Int32 CODEC(T64, ZSTD(1)),
    s_caller_unknown       Int32 CODEC(T64, ZSTD(1))
)
ENGINE = Null;

-- Any area by any topic.
CREATE TABLE IF NOT EXISTS rollup_month_subdistrict_topic AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, topic1, topic2, topic3, month) SETTINGS index_granularity = 1024;
ALTER TABLE rollup_month_subdistrict_topic
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS callers;

-- Figures, rankings and times to close of any area by first-level topic.
CREATE TABLE IF NOT EXISTS rollup_month_area AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, topic1, month) SETTINGS index_granularity = 128;
ALTER TABLE rollup_month_area
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3,
    DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel,
    DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency,
    DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day,
    DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

-- Topics of every level, and their times to close.
CREATE TABLE IF NOT EXISTS rollup_month_topic AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, topic1, topic2, topic3, district, month) SETTINGS index_granularity = 128;
ALTER TABLE rollup_month_topic
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel,
    DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency,
    DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day,
    DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

-- The figures of the first screen: few rows, so that classes and callers add up at once.
CREATE TABLE IF NOT EXISTS rollup_month_district AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, topic1, month) SETTINGS index_granularity = 128;
ALTER TABLE rollup_month_district
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8,
    DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_classes;

-- The same for subdistricts.
CREATE TABLE IF NOT EXISTS rollup_month_subdistrict AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, month) SETTINGS index_granularity = 128;
ALTER TABLE rollup_month_subdistrict
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_classes;

-- What kind of appeals, from whom, by which channel, how urgent, how far.
CREATE TABLE IF NOT EXISTS rollup_month_kind AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, topic1, district, channel, kind, appellant, urgency, status, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_kind
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8,
    DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day,
    DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS callers;

-- Topics of every level by channel and kind.
CREATE TABLE IF NOT EXISTS rollup_month_topic_kind AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, topic1, topic2, topic3, channel, kind, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_topic_kind
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict,
    DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS callers;

-- Channels and kinds: few rows, so that classes add up at once.
CREATE TABLE IF NOT EXISTS rollup_month_channel AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, channel, kind, district, month) SETTINGS index_granularity = 128 COMMENT 'later';
ALTER TABLE rollup_month_channel
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3,
    DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

-- First-level topics by channel and kind: few rows, so that classes add up at once.
CREATE TABLE IF NOT EXISTS rollup_month_channel_topic AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, channel, kind, topic1, month) SETTINGS index_granularity = 128 COMMENT 'later';
ALTER TABLE rollup_month_channel_topic
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict,
    DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3,
    DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

-- Channels and kinds of any area.
CREATE TABLE IF NOT EXISTS rollup_month_subdistrict_kind AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, channel, kind, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_subdistrict_kind
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS callers;

-- Units by topics of every level.
CREATE TABLE IF NOT EXISTS rollup_month_unit_topic AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, unit, topic1, topic2, topic3, district, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_unit_topic
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS cell8,
    DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS callers;

-- Units and what they deal with.
CREATE TABLE IF NOT EXISTS rollup_month_unit AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, unit, topic1, district, month) SETTINGS index_granularity = 128 COMMENT 'later';
ALTER TABLE rollup_month_unit
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

-- The hours of the week by topic.
CREATE TABLE IF NOT EXISTS rollup_month_hour AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, topic1, topic2, day_of_week, hour_of_day, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_hour
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict,
    DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8,
    DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS callers;

-- The hours of the week of any area.
CREATE TABLE IF NOT EXISTS rollup_month_subdistrict_hour AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, day_of_week, hour_of_day, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_subdistrict_hour
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS callers;

-- The hours of the week: few rows, so that classes add up at once.
CREATE TABLE IF NOT EXISTS rollup_month_week AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, day_of_week, hour_of_day, month) SETTINGS index_granularity = 128 COMMENT 'later';
ALTER TABLE rollup_month_week
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3,
    DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel,
    DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency,
    DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

-- The hours of the week by channel and kind.
CREATE TABLE IF NOT EXISTS rollup_month_hour_kind AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, channel, kind, day_of_week, hour_of_day, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_hour_kind
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict,
    DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS callers;

-- The map by channel, in any area.
CREATE TABLE IF NOT EXISTS rollup_month_channel_cell AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, channel, district, subdistrict, cell9, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_channel_cell
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS kind,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS callers;

-- The map close by: cells of resolution 9 in any area.
CREATE TABLE IF NOT EXISTS rollup_month_cell AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, cell9, month) SETTINGS index_granularity = 128 COMMENT 'later';
ALTER TABLE rollup_month_cell
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS channel,
    DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency,
    DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day,
    DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

-- The map from afar: few rows, so that classes add up at once; coarser cells are the parents of these.
CREATE TABLE IF NOT EXISTS rollup_month_cell8 AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, cell8, month) SETTINGS index_granularity = 128 COMMENT 'later';
ALTER TABLE rollup_month_cell8
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3,
    DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_classes,
    DROP COLUMN IF EXISTS callers;

-- The map by channel from afar.
CREATE TABLE IF NOT EXISTS rollup_month_channel_cell8 AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, channel, cell8, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_channel_cell8
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict,
    DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS kind,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS callers;

-- The map close by, by first-level topic.
CREATE TABLE IF NOT EXISTS rollup_month_topic_cell9 AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, topic1, cell9, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_topic_cell9
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict,
    DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3,
    DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS callers;

-- The map from afar by topic of the first two levels.
CREATE TABLE IF NOT EXISTS rollup_month_topic_cell AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, topic1, topic2, cell8, month) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_month_topic_cell
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict,
    DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS callers;

-- Trends and calendars of any area by first-level topic.
CREATE TABLE IF NOT EXISTS rollup_day_area AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, topic1, day) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_day_area
    DROP COLUMN IF EXISTS month, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS close_classes,
    DROP COLUMN IF EXISTS callers;

-- Trends and calendars: few rows.
CREATE TABLE IF NOT EXISTS rollup_day_district AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, topic1, day) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_day_district
    DROP COLUMN IF EXISTS month, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8,
    DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind,
    DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;

-- Trends and calendars by channel and kind.
CREATE TABLE IF NOT EXISTS rollup_day_kind AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, channel, kind, district, day) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_day_kind
    DROP COLUMN IF EXISTS month, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3,
    DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS appellant,
    DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week,
    DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS close_classes,
    DROP COLUMN IF EXISTS callers;

-- The days of topics of every level in every district: what alarms watch.
CREATE TABLE IF NOT EXISTS rollup_day_topic AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, topic1, topic2, topic3, district, day) SETTINGS index_granularity = 1024 COMMENT 'later';
ALTER TABLE rollup_day_topic
    DROP COLUMN IF EXISTS month, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS unit,
    DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel,
    DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency,
    DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day,
    DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;
