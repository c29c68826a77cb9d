-- From the rows: no other rollup knows appellants, time limits and states.
INSERT INTO rollup_month_kind
SELECT generation, toStartOfMonth(day) AS month, district, topic1, channel, kind, appellant, urgency, status,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, topic1, channel, kind, appellant, urgency, status
