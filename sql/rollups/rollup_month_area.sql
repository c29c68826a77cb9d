-- Counts from the finer rollup, classes from the rows that have been closed.
INSERT INTO rollup_month_area
SELECT generation, month, district, subdistrict, topic1, sumForEach(classes), COLUMNS('^n_') APPLY sum
FROM
(
    SELECT generation, month, district, subdistrict, topic1, [] AS classes, COLUMNS('^n_')
    FROM rollup_month_subdistrict_topic
    WHERE generation IN {generations:Array(UInt32)}
    UNION ALL
    SELECT generation, toStartOfMonth(day) AS month, district, subdistrict, topic1, countResample(1, 65, 1)(close_bin), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM appeal
    WHERE generation IN {generations:Array(UInt32)} AND close_bin > 0
    GROUP BY generation, month, district, subdistrict, topic1
)
GROUP BY generation, month, district, subdistrict, topic1
