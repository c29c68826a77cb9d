-- How long it takes. Times to close are lognormal around a share of the time limit, longer for weak units; questions are
-- answered on the phone. A story lets a few orders
-- lie about for long, and some units become slower. What has not happened when the history ends stays open.
SELECT
    *,
    unit_weaknesses[greatest(unit, 1)] AS weakness,
    3600 * urgency_hours[urgency_number] AS limit_seconds,
    bitShiftRight(order_draw, 50) < {lying_orders:UInt32} AS is_lying,
    exp({pace:Float64} + {pace_of_weakness:Float64} * weakness + day_paces[day] * unit_slips[greatest(unit, 1)]
        + if(is_lying, {lying_pace:Float64}, 0) + 0.45 * normals[1 + bitShiftRight(order_draw, 30) % 1024]) AS share_of_limit,
    toUInt32(if(is_dispatched,
        dispatched_at + limit_seconds * share_of_limit,
        received + 120 + bitShiftRight(order_draw, 40) % 480)) AS closed_at
FROM {previous}
