-- The first and the last id of each generation, in the order of their bytes: generations whose ranges do not meet cannot hold
-- versions of the same appeal.
SELECT generation, min(id) AS first, max(id) AS last, count() AS rows
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation
ORDER BY first
