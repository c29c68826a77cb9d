-- Appeals of which more than one version exists, among what was just loaded and what is published, and which row of each
-- stays. The newest version counts: by the time the source says it was updated, else by the order of loading. Of rows
-- that say the same, the oldest stays, so that a repeat changes nothing and rewrites nothing already published.
-- `says` is what each row adds to what was known before it. Ids are compared as they are, not by their hashes.
INSERT INTO conflict
WITH
    versions AS
    (
        SELECT id, generation, load, line, updated,
               cityHash64(received, dispatched, due, closed, visited, kind, appellant, channel, topic1, topic2, topic3,
                          district, subdistrict, unit, urgency, status, handling, contacted, resolved, satisfied,
                          excluded_reason, latitude, longitude, address, caller, text, reply) AS content
        FROM appeal
        WHERE generation IN arrayConcat({incoming:Array(UInt32)}, {published:Array(UInt32)})
          AND cityHash64(id) IN (SELECT hash FROM repeated_id)
    ),
    weighed AS
    (
        SELECT *,
               argMax(content, (updated, load, line)) OVER (PARTITION BY id) AS newest,
               row_number() OVER (PARTITION BY id ORDER BY load, line) AS place,
               lagInFrame(content) OVER (PARTITION BY id ORDER BY load, line ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
        FROM versions
    )
SELECT id, generation, load, line,
       row_number() OVER (PARTITION BY id ORDER BY content = newest DESC, load, line) = 1 AS stays,
       multiIf(place = 1, 'added', content = before, 'repeated', 'corrected') AS says
FROM weighed
