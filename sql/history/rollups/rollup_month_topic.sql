-- Subdistricts left out.
INSERT INTO rollup_month_topic
SELECT generation, month, district, topic1, topic2, topic3,
       countResampleArray(1, 65, 1)(close_classes),
       COLUMNS('^s_') APPLY sum
FROM rollup_month_subdistrict_topic
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, topic1, topic2, topic3
