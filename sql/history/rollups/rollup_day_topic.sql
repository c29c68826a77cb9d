-- From the rows: days of topics of every level are in no other rollup.
INSERT INTO rollup_day_topic
SELECT generation, day, district, topic1, topic2, topic3,
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, day, district, topic1, topic2, topic3
