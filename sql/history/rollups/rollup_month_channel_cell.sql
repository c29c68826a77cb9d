-- From the rows: the finest cells of the rollups.
-- The parent of an H3 cell is the cell with the coarser resolution in bits 52 to 55 and sevens in the digits below it.
INSERT INTO rollup_month_channel_cell
SELECT generation, toStartOfMonth(day) AS month, district, subdistrict,
       if(cell = 0, 0, bitOr(bitAnd(cell, bitNot(bitShiftLeft(toUInt64(15), 52))), bitOr(bitShiftLeft(toUInt64(9), 52), bitShiftLeft(toUInt64(7), 15)))) AS cell9,
       channel,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, cell9, channel
