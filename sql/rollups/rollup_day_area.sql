INSERT INTO rollup_day_area
SELECT generation, day, district, subdistrict, topic1,
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, day, district, subdistrict, topic1
SETTINGS asterisk_include_alias_columns = 1
