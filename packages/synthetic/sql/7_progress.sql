-- How far it is when the history ends: what would happen later has not happened. In a story, the units of one district fail
-- more often for a while, and less often in the end.
SELECT
    *,
    is_dispatched AND dispatched_at < {now:UInt32} AS has_dispatched,
    closed_at < {now:UInt32} AS has_closed,
    is_dispatched AND closed_at < {now:UInt32} AS is_done,
    toUInt32(closed_at + 86400 + cityHash64(key, 'visiting') % 345600) AS visited_at,
    unit_failures[greatest(unit, 1)] * topic_failures[topic]
        * if(unit_recovers[greatest(unit, 1)] = 1, day_failures[day], 1) AS failure,
    {excluded_share:Float64} * (1 + 0.5 * weakness) AS exclusion
FROM {previous}
