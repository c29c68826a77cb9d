INSERT INTO rollup_month_hour_kind
SELECT generation, toStartOfMonth(day) AS month, channel, kind, toDayOfWeek(day) AS day_of_week, hour AS hour_of_day,
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, channel, kind, day_of_week, hour_of_day
SETTINGS asterisk_include_alias_columns = 1
