-- From the rows: areas by hours are in no other rollup.
INSERT INTO rollup_month_subdistrict_hour
SELECT generation, toStartOfMonth(day) AS month, district, subdistrict, toDayOfWeek(day) AS day_of_week, hour AS hour_of_day,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, day_of_week, hour_of_day
