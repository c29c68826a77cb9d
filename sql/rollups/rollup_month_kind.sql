INSERT INTO rollup_month_kind
SELECT generation, toStartOfMonth(day) AS month, district, topic1, channel, kind, appellant, urgency, status,
       countResample(1, 65, 1)(close_bin),
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, topic1, channel, kind, appellant, urgency, status
SETTINGS asterisk_include_alias_columns = 1
