-- From the rows: no monthly rollup holds districts, topics and channels by hours.
INSERT INTO rollup_year_channel_hour
SELECT {year:UInt32}, district, topic1, channel, toDayOfWeek(day) AS day_of_week, hour AS hour_of_day,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY district, topic1, channel, day_of_week, hour_of_day
