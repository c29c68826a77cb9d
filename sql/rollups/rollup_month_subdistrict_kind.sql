INSERT INTO rollup_month_subdistrict_kind
SELECT generation, toStartOfMonth(day) AS month, district, subdistrict, channel, kind,
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, channel, kind
SETTINGS asterisk_include_alias_columns = 1
