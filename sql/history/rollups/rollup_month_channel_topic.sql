-- Topics of the lower levels left out.
INSERT INTO rollup_month_channel_topic
SELECT generation, month, topic1, channel, kind,
       countResampleArray(1, 65, 1)(close_classes),
       COLUMNS('^s_') APPLY sum
FROM rollup_month_topic_kind
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, topic1, channel, kind
