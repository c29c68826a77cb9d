-- From the rows: days of areas by topic are in no other rollup.
INSERT INTO rollup_day_area
SELECT generation, day, district, subdistrict, topic1,
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, day, district, subdistrict, topic1
