-- From the rows: areas and topics in full are more than any other rollup holds.
INSERT INTO rollup_month_subdistrict_topic
SELECT generation, toStartOfMonth(day) AS month, district, subdistrict, topic1, topic2, topic3,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, topic1, topic2, topic3
