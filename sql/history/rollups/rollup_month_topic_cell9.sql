-- From the rows: topics by cells are in no other rollup.
-- The parent of an H3 cell is the cell with the coarser resolution in bits 52 to 55 and sevens in the digits below it.
INSERT INTO rollup_month_topic_cell9
SELECT generation, toStartOfMonth(day) AS month, topic1,
       if(cell = 0, 0, bitOr(bitAnd(cell, bitNot(bitShiftLeft(toUInt64(15), 52))), bitOr(bitShiftLeft(toUInt64(9), 52), bitShiftLeft(toUInt64(7), 15)))) AS cell9,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, topic1, cell9
