-- From the rows: no other rollup knows due times. All that is not open is one row of its generation.
INSERT INTO rollup_open
SELECT generation, order_state, day, due, toString(district), toString(subdistrict), toString(unit),
       toString(topic1), toString(topic2), toString(topic3), cell,
       toString(channel), toString(kind), toString(appellant), toString(urgency), toString(status),
       toString(excluded_reason), toString(location_quality), hour AS hour_of_day,
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)} AND order_state = 'open'
GROUP BY generation, order_state, day, due, district, subdistrict, unit, topic1, topic2, topic3, cell,
         channel, kind, appellant, urgency, status, excluded_reason, location_quality, hour
UNION ALL
SELECT generation, CAST('', 'Enum8(\'\' = 0, \'closed\' = 1, \'open\' = 2)'), toDate(0), toDateTime(0, 'UTC'), '', '', '',
       '', '', '', toUInt64(0),
       '', '', '', '', '',
       '', '', toUInt8(0),
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)} AND order_state != 'open'
GROUP BY generation
