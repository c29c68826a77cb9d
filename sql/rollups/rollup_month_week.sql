-- Counts from the finer rollup, classes from the rows that have been closed.
INSERT INTO rollup_month_week
SELECT generation, month, district, day_of_week, hour_of_day, sumForEach(classes), COLUMNS('^n_') APPLY sum
FROM
(
    SELECT generation, month, district, day_of_week, hour_of_day, [] AS classes, COLUMNS('^n_')
    FROM rollup_month_hour
    WHERE generation IN {generations:Array(UInt32)}
    UNION ALL
    SELECT generation, toStartOfMonth(day) AS month, district, toDayOfWeek(day) AS day_of_week, hour AS hour_of_day,
           countResample(1, 65, 1)(close_bin), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM appeal
    WHERE generation IN {generations:Array(UInt32)} AND close_bin > 0
    GROUP BY generation, month, district, day_of_week, hour_of_day
)
GROUP BY generation, month, district, day_of_week, hour_of_day
