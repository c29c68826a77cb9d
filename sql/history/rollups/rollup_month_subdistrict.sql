-- Sums and classes from the finer rollup, sketches of callers from the rows.
INSERT INTO rollup_month_subdistrict
SELECT generation, month, district, subdistrict, sumForEach(close_histogram), uniqCombinedMergeState(12)(sketch), COLUMNS('^s_') APPLY sum
FROM
(
    SELECT generation, month, district, subdistrict, close_histogram, arrayReduce('uniqCombinedState(12)', emptyArrayUInt64()) AS sketch, COLUMNS('^s_')
    FROM rollup_month_area
    WHERE generation IN {generations:Array(UInt32)}
    UNION ALL
    SELECT generation, toStartOfMonth(day) AS month, district, subdistrict, [], uniqCombinedState(12)(caller), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM appeal
    WHERE generation IN {generations:Array(UInt32)} AND caller != 0
    GROUP BY generation, month, district, subdistrict
)
GROUP BY generation, month, district, subdistrict
