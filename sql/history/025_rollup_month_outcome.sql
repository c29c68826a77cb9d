-- What became of orders: by area, and by unit, how many of each reason for exclusion, answers of the return visit and outcome there are. An
-- evaluation counts excluded orders as they would have counted, and asks how two outcomes of one order go together; no sum tells that, so both
-- were read from the rows, a month at a time. Six years of 343 subdistricts were 140 million rows; here they are some 30 rows a subdistrict and month.
-- `outcome` holds four bits: return-visited, with a due time that was met or had passed, on time, closed. The names `n_…` are those of the rows.
CREATE TABLE IF NOT EXISTS rollup_month_outcome_area AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, district, subdistrict, month)
SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0, min_level_for_wide_part = 1;
ALTER TABLE rollup_month_outcome_area
    ADD COLUMN IF NOT EXISTS excluded_reason LowCardinality(String) AFTER subdistrict,
    ADD COLUMN IF NOT EXISTS handling LowCardinality(String) AFTER excluded_reason,
    ADD COLUMN IF NOT EXISTS contacted Enum8('' = 0, 'yes' = 1, 'no' = 2) AFTER handling,
    ADD COLUMN IF NOT EXISTS resolved Enum8('' = 0, 'yes' = 1, 'no' = 2) AFTER contacted,
    ADD COLUMN IF NOT EXISTS satisfied Enum8('' = 0, 'yes' = 1, 'no' = 2) AFTER resolved,
    ADD COLUMN IF NOT EXISTS outcome UInt8 AFTER satisfied,
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS unit, DROP COLUMN IF EXISTS topic1, DROP COLUMN IF EXISTS topic2,
    DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9, DROP COLUMN IF EXISTS channel,
    DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency, DROP COLUMN IF EXISTS status,
    DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day, DROP COLUMN IF EXISTS close_histogram,
    DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;
ALTER TABLE rollup_month_outcome_area
    ADD COLUMN IF NOT EXISTS n_appeals UInt8 ALIAS 1,
    ADD COLUMN IF NOT EXISTS n_direct UInt8 ALIAS handling = 'direct',
    ADD COLUMN IF NOT EXISTS n_dispatched UInt8 ALIAS handling = 'dispatched',
    ADD COLUMN IF NOT EXISTS n_handling_known UInt8 ALIAS handling != '',
    ADD COLUMN IF NOT EXISTS n_excluded UInt8 ALIAS excluded_reason != '',
    ADD COLUMN IF NOT EXISTS n_visited UInt8 ALIAS bitTest(outcome, 0),
    ADD COLUMN IF NOT EXISTS n_contact_asked UInt8 ALIAS contacted != '' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_contacted UInt8 ALIAS contacted = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_resolution_asked UInt8 ALIAS resolved != '' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_resolved UInt8 ALIAS resolved = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_satisfaction_asked UInt8 ALIAS satisfied != '' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_satisfied UInt8 ALIAS satisfied = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_due UInt8 ALIAS bitTest(outcome, 1),
    ADD COLUMN IF NOT EXISTS n_on_time UInt8 ALIAS bitTest(outcome, 2),
    ADD COLUMN IF NOT EXISTS n_closed UInt8 ALIAS bitTest(outcome, 3);

CREATE TABLE IF NOT EXISTS rollup_month_outcome_unit AS rollup_columns
ENGINE = MergeTree PARTITION BY intDiv(generation % 4096, 12)
ORDER BY (generation, unit, month)
SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0, min_level_for_wide_part = 1;
ALTER TABLE rollup_month_outcome_unit
    ADD COLUMN IF NOT EXISTS excluded_reason LowCardinality(String) AFTER unit,
    ADD COLUMN IF NOT EXISTS handling LowCardinality(String) AFTER excluded_reason,
    ADD COLUMN IF NOT EXISTS contacted Enum8('' = 0, 'yes' = 1, 'no' = 2) AFTER handling,
    ADD COLUMN IF NOT EXISTS resolved Enum8('' = 0, 'yes' = 1, 'no' = 2) AFTER contacted,
    ADD COLUMN IF NOT EXISTS satisfied Enum8('' = 0, 'yes' = 1, 'no' = 2) AFTER resolved,
    ADD COLUMN IF NOT EXISTS outcome UInt8 AFTER satisfied,
    DROP COLUMN IF EXISTS day, DROP COLUMN IF EXISTS district, DROP COLUMN IF EXISTS subdistrict, DROP COLUMN IF EXISTS topic1,
    DROP COLUMN IF EXISTS topic2, DROP COLUMN IF EXISTS topic3, DROP COLUMN IF EXISTS cell8, DROP COLUMN IF EXISTS cell9,
    DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS appellant, DROP COLUMN IF EXISTS urgency,
    DROP COLUMN IF EXISTS status, DROP COLUMN IF EXISTS day_of_week, DROP COLUMN IF EXISTS hour_of_day,
    DROP COLUMN IF EXISTS close_histogram, DROP COLUMN IF EXISTS close_classes, DROP COLUMN IF EXISTS callers;
ALTER TABLE rollup_month_outcome_unit
    ADD COLUMN IF NOT EXISTS n_appeals UInt8 ALIAS 1,
    ADD COLUMN IF NOT EXISTS n_direct UInt8 ALIAS handling = 'direct',
    ADD COLUMN IF NOT EXISTS n_dispatched UInt8 ALIAS handling = 'dispatched',
    ADD COLUMN IF NOT EXISTS n_handling_known UInt8 ALIAS handling != '',
    ADD COLUMN IF NOT EXISTS n_excluded UInt8 ALIAS excluded_reason != '',
    ADD COLUMN IF NOT EXISTS n_visited UInt8 ALIAS bitTest(outcome, 0),
    ADD COLUMN IF NOT EXISTS n_contact_asked UInt8 ALIAS contacted != '' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_contacted UInt8 ALIAS contacted = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_resolution_asked UInt8 ALIAS resolved != '' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_resolved UInt8 ALIAS resolved = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_satisfaction_asked UInt8 ALIAS satisfied != '' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_satisfied UInt8 ALIAS satisfied = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    ADD COLUMN IF NOT EXISTS n_due UInt8 ALIAS bitTest(outcome, 1),
    ADD COLUMN IF NOT EXISTS n_on_time UInt8 ALIAS bitTest(outcome, 2),
    ADD COLUMN IF NOT EXISTS n_closed UInt8 ALIAS bitTest(outcome, 3);
