-- How often units sent an order back before it came to the one that handles it: a chance of the topic and of that unit. Each time it is
-- dispatched anew, later.
WITH
    returning_draw % 16777216 / 16777216. AS drawn,
    least(0.9, {returned_share:Float64} * unit_returns[greatest(unit, 1)] * topic_returns[topic]) AS chance
SELECT
    * REPLACE (toUInt32(dispatched_at + times_returned * {return_seconds:UInt32}) AS dispatched_at),
    cityHash64(key, 'returning') AS returning_draw,
    multiIf(
        NOT is_dispatched OR drawn >= chance, 0,
        drawn >= chance * {returned_again:Float64}, 1,
        drawn >= chance * {returned_again:Float64} * {returned_again:Float64}, 2,
        3) AS times_returned
FROM {previous}
