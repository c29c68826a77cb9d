-- Writes generations anew with texts and callers blanked, under the number of this rewriting, whose generations begin with `first`: of
-- appeals received before a day, and of those in `erasing`, which are left out where they are erased as a whole. The place stays as
-- its cell, which figures are made of. A caller becomes a value made with a key that nobody keeps: equal callers stay equal.
INSERT INTO appeal
SELECT * EXCEPT (is_erased, texts_due, caller_due)
         REPLACE (toUInt32({first:UInt32} + generation % 4096) AS generation,
                  if(texts_due, 0, latitude) AS latitude,
                  if(texts_due, 0, longitude) AS longitude,
                  if(texts_due, '', address) AS address,
                  if(texts_due, '', text) AS text,
                  if(texts_due, '', reply) AS reply,
                  if(caller_due, sipHash64Keyed(({key_1:UInt64}, {key_2:UInt64}), caller), caller) AS caller)
FROM
(
    SELECT *,
           id IN (SELECT id FROM erasing) AS is_erased,
           day < {texts_before:Date} OR is_erased AS texts_due,
           caller != 0 AND (is_erased OR (day >= {callers_from:Date} AND day < {callers_before:Date})) AS caller_due
    FROM appeal
    WHERE generation IN {generations:Array(UInt32)} AND NOT ({whole:UInt8} AND id IN (SELECT id FROM erasing))
)
