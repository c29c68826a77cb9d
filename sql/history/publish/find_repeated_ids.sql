-- Hashes of ids that occur more than once among what was just loaded, or in it and in what is published. Of two different
-- ids with one hash, which is possible, the comparison makes nothing. Those that were compared already are left out. Memory: 16 to 32 bytes an incoming row of the bucket.
INSERT INTO repeated_id
SELECT hash
FROM
(
    SELECT cityHash64(id) AS hash FROM appeal WHERE generation IN {incoming:Array(UInt32)} AND cityHash64(id) % {buckets:UInt32} = {bucket:UInt32}
    UNION ALL
    SELECT cityHash64(id) AS hash
    FROM appeal
    WHERE generation IN {published:Array(UInt32)} AND cityHash64(id) % {buckets:UInt32} = {bucket:UInt32}
      AND hash IN (SELECT cityHash64(id) FROM appeal WHERE generation IN {incoming:Array(UInt32)} AND cityHash64(id) % {buckets:UInt32} = {bucket:UInt32})
)
WHERE hash NOT IN (SELECT hash FROM conflict)
GROUP BY hash
HAVING count() > 1
