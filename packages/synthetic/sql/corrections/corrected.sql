-- What a correction says: a few days after what was last known, one thing turns out to be otherwise. Stands after 12_columns.
-- What is not an order can only be classified anew.
SELECT
    *,
    cityHash64(id, 'correction') AS correction_draw,
    multiIf(
        correction_draw % 4 = 0 AND unit != '', 'redispatched',
        correction_draw % 4 = 1 AND resolved != '', 'outcome',
        correction_draw % 4 = 2 AND handling = 'dispatched' AND closed IS NOT NULL, 'reopened',
        'reclassified') AS correction,
    correction = 'reopened' AS reopens,
    if(correction = 'redispatched', transform(unit, unit_codes, unit_successors, unit), unit) AS unit_after,
    if(correction = 'reclassified', transform(topic3, topic_codes, topic_successors, topic3), topic3) AS topic3_after,
    multiIf(reopens, '', correction = 'outcome', if(resolved = 'yes', 'no', 'yes'), resolved) AS resolved_after,
    multiIf(reopens, '', correction = 'outcome' AND satisfied != '', resolved_after, satisfied) AS satisfied_after,
    if(reopens, '', contacted) AS contacted_after,
    if(reopens, '', excluded_reason) AS excluded_reason_after,
    if(reopens, 'reopened', status) AS status_after,
    if(reopens, NULL, closed) AS closed_after,
    if(reopens, NULL, visited) AS visited_after,
    if(reopens, '', reply) AS reply_after,
    updated + toIntervalSecond(86400 + intDiv(correction_draw, 4) % 1728000) AS updated_after
FROM {previous}
