-- Counts from the finer rollup, classes from the rows that have been closed.
INSERT INTO rollup_month_topic
SELECT generation, month, district, topic1, topic2, topic3, sumForEach(classes), COLUMNS('^n_') APPLY sum
FROM
(
    SELECT generation, month, district, topic1, topic2, topic3, [] AS classes, COLUMNS('^n_')
    FROM rollup_month_subdistrict_topic
    WHERE generation IN {generations:Array(UInt32)}
    UNION ALL
    SELECT generation, toStartOfMonth(day) AS month, district, topic1, topic2, topic3, countResample(1, 65, 1)(close_bin), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM appeal
    WHERE generation IN {generations:Array(UInt32)} AND close_bin > 0
    GROUP BY generation, month, district, topic1, topic2, topic3
)
GROUP BY generation, month, district, topic1, topic2, topic3
