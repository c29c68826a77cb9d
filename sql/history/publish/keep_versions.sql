-- Rows of which more than one version counts, as they came. Written again after an interruption, they are the same rows.
INSERT INTO appeal_version
SELECT *
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
  AND cityHash64(id) IN (SELECT hash FROM conflict WHERE keeps)
  AND (load, line) IN (SELECT load, line FROM conflict WHERE keeps)
