-- From the rows: kinds of subdistricts are in no other rollup.
INSERT INTO rollup_month_subdistrict_kind
SELECT generation, toStartOfMonth(day) AS month, district, subdistrict, channel, kind,
       arraySort(groupArrayIf(close_bin, close_bin > 0)),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, channel, kind
