-- Subdistricts left out.
INSERT INTO rollup_day_district
SELECT generation, day, district, topic1,
       COLUMNS('^s_') APPLY sum
FROM rollup_day_area
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, day, district, topic1
