INSERT INTO rollup_month_topic
SELECT generation, toStartOfMonth(day) AS month, district, topic1, topic2, topic3,
       countResample(1, 65, 1)(close_bin),
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, topic1, topic2, topic3
SETTINGS asterisk_include_alias_columns = 1
