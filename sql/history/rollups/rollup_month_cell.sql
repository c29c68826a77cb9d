-- Channels left out.
INSERT INTO rollup_month_cell
SELECT generation, month, district, subdistrict, cell9,
       countResampleArray(1, 65, 1)(close_classes),
       COLUMNS('^s_') APPLY sum
FROM rollup_month_channel_cell
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, district, subdistrict, cell9
