-- Topics, appellants, time limits and states left out.
INSERT INTO rollup_month_channel
SELECT generation, month, district, channel, kind,
       countResampleArray(1, 65, 1)(close_classes),
       COLUMNS('^s_') APPLY sum
FROM rollup_month_kind
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, channel, kind
