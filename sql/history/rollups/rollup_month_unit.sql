-- Topics of the lower levels left out.
INSERT INTO rollup_month_unit
SELECT generation, month, district, unit, topic1,
       countResampleArray(1, 65, 1)(close_classes),
       COLUMNS('^s_') APPLY sum
FROM rollup_month_unit_topic
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, unit, topic1
