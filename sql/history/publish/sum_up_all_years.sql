-- All years of a table of years as one generation, for questions about all history: a sixth to a quarter of the rows of six years.
INSERT INTO {year_rollup:Identifier}
SELECT {year:UInt32},
       * EXCEPT('^(generation|close_.*|callers|s_.*)$'),
       COLUMNS('^close_histogram$') APPLY sumForEach,
       COLUMNS('^callers$') APPLY uniqCombinedMergeState(12),
       COLUMNS('^s_') APPLY sum
FROM {summands:Identifier}
WHERE generation IN {generations:Array(UInt32)}
GROUP BY ALL
