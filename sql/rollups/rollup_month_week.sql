INSERT INTO rollup_month_week
SELECT generation, month, district, day_of_week, hour_of_day,
       COLUMNS('^n_') APPLY sum
FROM rollup_month_hour
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, day_of_week, hour_of_day
