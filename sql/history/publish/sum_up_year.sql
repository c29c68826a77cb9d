-- A year of a monthly rollup as one generation: its keys without the month, in the order of the columns.
INSERT INTO {year_rollup:Identifier}
SELECT {year:UInt32},
       * EXCEPT('^(generation|month|close_.*|callers|s_.*)$'),
       COLUMNS('^close_histogram$') APPLY sumForEach,
       COLUMNS('^close_classes$') APPLY countResampleArray(1, 65, 1),
       COLUMNS('^callers$') APPLY uniqCombinedMergeState(12),
       COLUMNS('^s_') APPLY sum
FROM {summands:Identifier}
WHERE generation IN {generations:Array(UInt32)}
GROUP BY ALL
