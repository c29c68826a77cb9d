-- Which appeals are told once more, badly: a share of all, drawn from their keys. Stands after 1_moment.
SELECT *
FROM {previous}
WHERE cityHash64(key, 'defect') % 1000000 < {defective:UInt32}
