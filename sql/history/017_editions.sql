-- An edition is how the tables are arranged, a version is what the figures are. Every row of `publication` is
-- an edition. One that completes rollups, sums up years or folds small generations into larger ones keeps its
-- version, and with it every answer that was kept by version: no figure changes. Readers take the newest
-- edition and read its generations. Of earlier editions the arrays are emptied once nobody can be reading
-- them; their loads stay, since they say what counts.
ALTER TABLE publication ADD COLUMN IF NOT EXISTS
    edition UInt32 DEFAULT version COMMENT 'number of the row, never used again' FIRST;

ALTER TABLE publication ADD COLUMN IF NOT EXISTS
    arranged DateTime64(3, 'UTC') DEFAULT published COMMENT 'when the edition was written; `published` is when its version was' AFTER published;

CREATE VIEW IF NOT EXISTS newest_edition AS SELECT * FROM publication ORDER BY edition DESC LIMIT 1;

-- Generations whose appeals were dropped and whose sums are not deleted from the rollups yet: they are noted
-- before their appeals are dropped, for rollups are too large to be looked through. Nobody reads the sums,
-- and deleting them costs more than they take up until they are many.
CREATE TABLE IF NOT EXISTS dropped_generation
(
    generation UInt32,
    rows       UInt64 COMMENT 'appeals it held'
)
ENGINE = MergeTree
ORDER BY generation
SETTINGS fsync_after_insert = 1;
