-- When the unit signed for an order, and how often the order came back from a unit before. Of a time 1970 is unknown, as of every other; of a
-- count 0 is known, so that unknown is -1: what older files never said. Rows on their way in have both, too, and the view that
-- takes them in names its columns. Counted from rows alone: docs/decisions/0036.
ALTER TABLE appeal
    ADD COLUMN IF NOT EXISTS signed DateTime('UTC') COMMENT 'when the unit signed for the order' CODEC(ZSTD(1)) AFTER dispatched,
    ADD COLUMN IF NOT EXISTS returned Int16 DEFAULT -1 COMMENT 'how often a unit sent the order back; -1 when unknown' CODEC(ZSTD(1)) AFTER signed;
ALTER TABLE appeal_version
    ADD COLUMN IF NOT EXISTS signed DateTime('UTC') COMMENT 'when the unit signed for the order' CODEC(ZSTD(1)) AFTER dispatched,
    ADD COLUMN IF NOT EXISTS returned Int16 DEFAULT -1 COMMENT 'how often a unit sent the order back; -1 when unknown' CODEC(ZSTD(1)) AFTER signed;
ALTER TABLE appeal_newest
    ADD COLUMN IF NOT EXISTS signed DateTime('UTC') COMMENT 'when the unit signed for the order' CODEC(ZSTD(1)) AFTER dispatched,
    ADD COLUMN IF NOT EXISTS returned Int16 DEFAULT -1 COMMENT 'how often a unit sent the order back; -1 when unknown' CODEC(ZSTD(1)) AFTER signed;
ALTER TABLE appeal_incoming
    ADD COLUMN IF NOT EXISTS signed DateTime('UTC') AFTER dispatched,
    ADD COLUMN IF NOT EXISTS returned Int16 DEFAULT -1 AFTER signed;

DROP VIEW IF EXISTS appeal_incoming_kept;
CREATE MATERIALIZED VIEW IF NOT EXISTS appeal_incoming_kept TO appeal
AS SELECT * EXCEPT (reason, raw) FROM appeal_incoming WHERE reason = '';
