INSERT INTO rollup_month_channel
SELECT generation, month, district, channel, kind,
       sumForEach(close_histogram),
       COLUMNS('^n_') APPLY sum
FROM rollup_month_kind
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, channel, kind
