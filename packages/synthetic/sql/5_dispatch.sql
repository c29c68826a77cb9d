-- Who gets it. The dispatch catalogue names the unit: the subdistrict of the place, its district where the subdistrict is
-- not known, a department of the district, or a department or enterprise of the city. Few orders are more urgent than their
-- topic usually is, a few general ones are complex.
SELECT
    *,
    multiIf(NOT is_dispatched, 0,
        topic_receivings[topic] = 0 AND area_known, area,
        topic_receivings[topic] = 0, {areas:UInt32} + district_number,
        topic_receivings[topic] = 1, topic_receivers[topic] + district_number,
        topic_receivers[topic]) AS unit,
    cityHash64(key, 'order') AS order_draw,
    order_draw % 100 AS urgency_draw,
    multiIf(urgency_draw < 2, 2, urgency_draw < 8 AND topic_urgencies[topic] = 3, 4, topic_urgencies[topic]) AS urgency_number,
    toUInt32(received + if(channel_number = 1, 600, 2100) * exp(0.7 * normals[1 + bitShiftRight(order_draw, 20) % 1024])) AS dispatched_at
FROM {previous}
