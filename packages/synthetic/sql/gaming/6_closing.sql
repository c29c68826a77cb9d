-- Gamed times of closing: just before the limit, whatever had to be done; a full half hour on the clock; full hours after dispatch.
SELECT * REPLACE (
    toUInt32(multiIf(
        NOT is_gamed, closed_at,
        game = 3, dispatched_at + limit_seconds * (1 - {before_limit:Float64} * other_chance),
        game = 6 AND other_chance < 0.5, closed_at + 1800 - closed_at % 1800,
        game = 6, dispatched_at + 3600 * greatest(1, round((closed_at - dispatched_at) / 3600)),
        closed_at)) AS closed_at)
FROM {previous}
