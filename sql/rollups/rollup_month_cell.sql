-- The parent of an H3 cell is the cell with the coarser resolution in bits 52 to 55 and sevens in the digits below it.
INSERT INTO rollup_month_cell
SELECT generation, toStartOfMonth(day) AS month, district, subdistrict,
       if(cell = 0, 0, bitOr(bitAnd(cell, bitNot(bitShiftLeft(toUInt64(15), 52))), bitOr(bitShiftLeft(toUInt64(9), 52), bitShiftLeft(toUInt64(7), 15)))) AS cell9,
       countResample(1, 65, 1)(close_bin),
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, cell9
SETTINGS asterisk_include_alias_columns = 1
