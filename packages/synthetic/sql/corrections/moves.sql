-- How many appeals the corrections move from what to what, and how many corrections of each sort there are. What does not
-- move is left in: a condition here would be carried down through every step, which takes gigabytes to plan.
SELECT move.1 AS field, move.2 AS before, move.3 AS after, count() AS appeals
FROM
(
    SELECT arrayJoin([
        ('correction', '', correction),
        ('unit', unit, unit_after),
        ('topic3', topic3, topic3_after),
        ('resolved', resolved, resolved_after),
        ('satisfied', satisfied, satisfied_after),
        ('contacted', contacted, contacted_after),
        ('excluded_reason', excluded_reason, excluded_reason_after),
        ('status', status, status_after)]) AS move
    FROM {previous}
)
GROUP BY ALL
ORDER BY ALL
