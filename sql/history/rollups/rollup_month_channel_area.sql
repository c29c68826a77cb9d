-- From the rows: topics by areas and channels are in no other rollup.
INSERT INTO rollup_month_channel_area
SELECT generation, toStartOfMonth(day) AS month, district, subdistrict, topic1, topic2, channel,
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, topic1, topic2, channel
