-- Writes generations anew without the rows that do not stay, under the number of this rewriting.
INSERT INTO appeal
SELECT * REPLACE (toUInt32({number:UInt32} * 4096 + generation % 4096) AS generation)
FROM
(
    SELECT *
    FROM appeal
    WHERE generation IN {generations:Array(UInt32)}
      AND (id, load, line) NOT IN (SELECT id, load, line FROM conflict WHERE NOT stays)
)
