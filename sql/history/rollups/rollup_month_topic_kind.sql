-- From the rows: no other rollup has topics of every level beside channels.
INSERT INTO rollup_month_topic_kind
SELECT generation, toStartOfMonth(day) AS month, topic1, topic2, topic3, channel, kind,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, topic1, topic2, topic3, channel, kind
