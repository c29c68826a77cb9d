-- Every export is logged: who took what, when, how much of it. Two rows an export: when it began and when it ended.
CREATE TABLE IF NOT EXISTS export_log
(
    export       UUID,
    written      DateTime64(3, 'UTC'),
    state        LowCardinality(String) COMMENT 'begun; complete, cancelled (the client left) or failed',
    file         String,
    format       LowCardinality(String),
    asked        String COMMENT 'filters and words, as they stand in an address',
    scope        String COMMENT 'who asked, as JSON: what they may see',
    version      UInt32 COMMENT 'version of the data',
    records      Int64  COMMENT 'records selected; -1 where they were not counted',
    bytes        UInt64 COMMENT 'bytes sent',
    milliseconds UInt32
)
ENGINE = MergeTree
ORDER BY written
SETTINGS fsync_after_insert = 1;
