-- When the unit signs for it: before it closes, if at all. What would be later than the end of the history has not happened.
SELECT
    *,
    toUInt32(least(closed_at, dispatched_at + 3600 * {signing_hours:Float64} * exp({signing_of_weakness:Float64} * weakness
        + {signing_spread:Float64} * normals[1 + bitShiftRight(returning_draw, 40) % 1024]))) AS signed_at,
    has_dispatched AND signed_at < {now:UInt32} AS has_signed
FROM {previous}
