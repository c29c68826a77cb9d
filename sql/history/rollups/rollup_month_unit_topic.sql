-- From the rows: units are in no finer rollup.
INSERT INTO rollup_month_unit_topic
SELECT generation, toStartOfMonth(day) AS month, district, unit, topic1, topic2, topic3,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, unit, topic1, topic2, topic3
