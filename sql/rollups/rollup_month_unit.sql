-- From the rows: no other rollup knows units.
INSERT INTO rollup_month_unit
SELECT generation, toStartOfMonth(day) AS month, district, unit, topic1,
       countResample(1, 65, 1)(close_bin),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, unit, topic1
