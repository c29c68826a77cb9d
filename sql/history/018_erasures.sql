-- What was erased: docs/erasure.md, docs/decisions/0028.
--
-- An edition says which erasures count, and up to which day texts and callers are blanked: so an erasure is committed by
-- the same row as the generations it wrote. Whoever loads reads it from there, and a replay brings nothing back.
ALTER TABLE publication
    ADD COLUMN IF NOT EXISTS erasures Array(UUID) COMMENT 'erasures of persons that count from this edition on',
    ADD COLUMN IF NOT EXISTS texts_before Date COMMENT 'texts, replies and places of appeals received before this day are blanked',
    ADD COLUMN IF NOT EXISTS callers_before Date COMMENT 'callers of appeals received before this day are nobody any more; the first of a month';

-- The ledger of erasures: no personal data. The newest line of an erasure counts.
CREATE TABLE IF NOT EXISTS erasure
(
    erasure  UUID,
    written  DateTime64(3, 'UTC'),
    begun    DateTime64(3, 'UTC'),
    of       LowCardinality(String) COMMENT 'retention; a caller or ids: what was asked for',
    grade    LowCardinality(String) COMMENT 'texts: blanked, still counted; whole: gone from every figure',
    reason   String,
    who      String,
    state    LowCardinality(String) COMMENT 'begun or complete',
    appeals  UInt64,
    versions UInt64                 COMMENT 'versions of them that were kept beside',
    rejected UInt64                 COMMENT 'rows set aside that named them'
)
ENGINE = ReplacingMergeTree(written)
ORDER BY erasure
SETTINGS fsync_after_insert = 1;

-- Appeals that were erased, by a keyed hash of their id: whoever has neither the key nor the id learns nothing.
CREATE TABLE IF NOT EXISTS erased_id
(
    hash    FixedString(16) COMMENT 'sipHash128Keyed of the id, with CALLER_KEY',
    grade   LowCardinality(String),
    erasure UUID
)
ENGINE = MergeTree
ORDER BY hash
SETTINGS fsync_after_insert = 1;

-- Callers whose appeals were erased, by a keyed hash of the keyed hash: rows hold another one.
CREATE TABLE IF NOT EXISTS erased_caller
(
    hash    UInt64,
    grade   LowCardinality(String),
    before  DateTime('UTC') COMMENT 'appeals received before this moment are meant, not those after',
    erasure UUID
)
ENGINE = MergeTree
ORDER BY hash
SETTINGS fsync_after_insert = 1;

-- Parts that a mutation replaced stay on disk for eight minutes by default. Nobody reads versions and rows set aside for long.
ALTER TABLE appeal_version MODIFY SETTING old_parts_lifetime = 30;
ALTER TABLE rejected_row MODIFY SETTING old_parts_lifetime = 30;
