-- Writes generations anew as one for each month, under the number of this folding, whose generations begin with `first`. Rows keep the load and
-- the line that brought them.
INSERT INTO appeal
SELECT * REPLACE (toUInt32({first:UInt32} + generation % 4096) AS generation)
FROM
(
    SELECT * FROM appeal WHERE generation IN {generations:Array(UInt32)}
)
