-- From the rows: no monthly rollup holds topics of the second level by cells of resolution 9.
-- The parent of an H3 cell is the cell with the coarser resolution in bits 52 to 55 and sevens in the digits below it.
INSERT INTO rollup_year_topic2_cell9
SELECT {year:UInt32}, topic1, topic2,
       if(cell = 0, 0, bitOr(bitAnd(cell, bitNot(bitShiftLeft(toUInt64(15), 52))), bitOr(bitShiftLeft(toUInt64(9), 52), bitShiftLeft(toUInt64(7), 15)))) AS cell9,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY topic1, topic2, cell9
