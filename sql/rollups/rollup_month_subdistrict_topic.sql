INSERT INTO rollup_month_subdistrict_topic
SELECT generation, toStartOfMonth(day) AS month, district, subdistrict, topic1, topic2, topic3,
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, topic1, topic2, topic3
SETTINGS asterisk_include_alias_columns = 1
