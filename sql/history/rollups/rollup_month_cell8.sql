-- Parents of the cells; subdistricts left out.
-- The parent of an H3 cell is the cell with the coarser resolution in bits 52 to 55 and sevens in the digits below it.
INSERT INTO rollup_month_cell8
SELECT generation, month, district,
       if(cell9 = 0, 0, bitOr(bitAnd(cell9, bitNot(bitShiftLeft(toUInt64(15), 52))), bitOr(bitShiftLeft(toUInt64(8), 52), bitShiftLeft(toUInt64(63), 15)))) AS cell8,
       sumForEach(close_histogram),
       COLUMNS('^s_') APPLY sum
FROM rollup_month_cell
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, cell8
