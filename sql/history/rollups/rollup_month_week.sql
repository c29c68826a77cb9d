-- Subdistricts left out.
INSERT INTO rollup_month_week
SELECT generation, month, district, day_of_week, hour_of_day,
       countResampleArray(1, 65, 1)(close_classes),
       COLUMNS('^s_') APPLY sum
FROM rollup_month_subdistrict_hour
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, day_of_week, hour_of_day
