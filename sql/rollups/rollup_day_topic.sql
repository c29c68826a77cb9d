INSERT INTO rollup_day_topic
SELECT generation, day, district, topic1, topic2, topic3,
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, day, district, topic1, topic2, topic3
SETTINGS asterisk_include_alias_columns = 1
