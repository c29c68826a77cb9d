-- Writes generations anew without the rows that do not stay and those of withdrawn loads, under the number of this rewriting, whose
-- generations begin with `first`. A row is told by its load and its line there, which it keeps for ever.
INSERT INTO appeal
SELECT * REPLACE (toUInt32({first:UInt32} + generation % 4096) AS generation)
FROM
(
    SELECT *
    FROM appeal
    WHERE generation IN {generations:Array(UInt32)}
      AND load NOT IN {withdrawn:Array(UInt32)}
      AND (load, line) NOT IN (SELECT load, line FROM conflict WHERE physical AND NOT stays AND generation IN {generations:Array(UInt32)})
)
