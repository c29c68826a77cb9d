-- From the rows: days of channels are in no other rollup.
INSERT INTO rollup_day_kind
SELECT generation, day, district, channel, kind,
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, day, district, channel, kind
