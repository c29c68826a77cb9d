-- Which appeals are corrected later: a share of all, drawn from their keys. Stands after 1_moment, so that the others cost nothing.
SELECT *
FROM {previous}
WHERE cityHash64(key, 'correction') % 1000000 < {corrected:UInt32}
