INSERT INTO rollup_day_kind
SELECT generation, day, district, channel, kind,
       COLUMNS('^n_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, day, district, channel, kind
SETTINGS asterisk_include_alias_columns = 1
