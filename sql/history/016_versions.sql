-- Every version of an appeal of which more than one counts, as the files said it; `appeal` holds what they come to together. So a load can be
-- taken back, and a file with fewer columns leaves the other fields as they are. A row is told by its load and its line; `generation` says
-- nothing here. Versions of loads that count no longer are deleted. Ordered by id, so that versions of one appeal lie together: those that
-- say nearly the same take up little. It has the columns of `appeal`, in their order: a migration that adds one there adds it here.
CREATE TABLE IF NOT EXISTS appeal_version AS appeal
ENGINE = ReplacingMergeTree
PARTITION BY tuple()
ORDER BY (cityHash64(id), id, load, line);
ALTER TABLE appeal_version DROP INDEX IF EXISTS search_index;

ALTER TABLE load ADD COLUMN IF NOT EXISTS
    fields Array(LowCardinality(String)) COMMENT 'fields the file speaks of; empty: all of them (loads of earlier releases)' AFTER source_hash;

-- What a load added is told as if loads that were taken back had never been: its line is counted anew for the version in which they are.
ALTER TABLE load ADD COLUMN IF NOT EXISTS
    recounted UInt32 COMMENT 'version of the data for which added, corrected and repeated were counted anew; 0: not since it was loaded' AFTER repeated;

ALTER TABLE publication ADD COLUMN IF NOT EXISTS
    withdrawn Array(UInt32) COMMENT 'loads that count no longer from this version on' AFTER loads;

-- Loads that count: published, and neither withdrawn nor replaced by the same file under a newer mapping.
CREATE VIEW IF NOT EXISTS counting_load AS
SELECT arrayJoin(loads) AS load FROM publication WHERE load NOT IN (SELECT arrayJoin(withdrawn) FROM publication);
