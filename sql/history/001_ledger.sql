-- The ledger: what was loaded, what was set aside, and what readers may see.
--
-- The engine makes an INSERT atomic only for one block into one partition, and its deduplication forgets. So nothing a
-- load writes is visible until a row of `publication` names it: that one small INSERT is the commit of every table
-- and month at once. Readers take the newest publication and read only the generations it lists.

CREATE TABLE IF NOT EXISTS load
(
    load         UInt32                  COMMENT 'number of the load, never used again',
    written      DateTime64(3, 'UTC')    COMMENT 'when this line was written; the newest line of a load counts',
    file         String,
    source       LowCardinality(String),
    synthetic    UInt8                   COMMENT '1: made up, and labelled so wherever it is shown',
    content_hash String                  COMMENT 'SHA-256 of the bytes of the file as they came',
    source_hash  String                  COMMENT 'SHA-256 of what the city pack said of the source: after a mend, the same file loads again',
    bytes        UInt64,
    started      DateTime64(3, 'UTC'),
    read         UInt64                  COMMENT 'read = kept + rejected, always',
    kept         UInt64,
    rejected     UInt64,
    added        UInt64                  COMMENT 'of the kept: appeals not known before',
    corrected    UInt64                  COMMENT 'of the kept: newer versions of appeals known before',
    repeated     UInt64                  COMMENT 'of the kept: say what is known already',
    state        LowCardinality(String)  COMMENT 'loaded, failed, rewriting, or reserved: numbers up to this one are taken; published is what `publication` says',
    problem      String
)
ENGINE = ReplacingMergeTree(written)
ORDER BY load
SETTINGS fsync_after_insert = 1;

CREATE TABLE IF NOT EXISTS publication
(
    version        UInt32,
    published      DateTime64(3, 'UTC'),
    loads          Array(UInt32)              COMMENT 'loads that became visible with this version',
    generations    Array(UInt32)              COMMENT 'all generations a reader of this version reads',
    rows           Map(String, Array(UInt64)) COMMENT 'rows by table, beside `generations`: what the planner weighs',
    first_ids      Array(String)              COMMENT 'beside `generations`: first id of each, in the order of bytes',
    last_ids       Array(String)              COMMENT 'beside `generations`: last id of each',
    appeals        UInt64,
    first_day      Date,
    last_day       Date,
    newest_appeal  DateTime('UTC'),
    synthetic      UInt8
)
ENGINE = MergeTree
ORDER BY version
SETTINGS fsync_after_insert = 1;

-- Rows that could not become appeals, as they came. Partitioned by load, so that an abandoned load leaves nothing.
CREATE TABLE IF NOT EXISTS rejected_row
(
    load   UInt32,
    line   UInt64 COMMENT 'line of the file the row begins on; for Parquet, the row',
    reason String,
    raw    String CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY line;
