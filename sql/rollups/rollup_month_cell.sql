INSERT INTO rollup_month_cell
SELECT generation, toStartOfMonth(day) AS month, district, topic1, if(cell = 0, 0, h3ToParent(cell, 9)) AS cell9,
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, topic1, cell9
SETTINGS asterisk_include_alias_columns = 1
