-- What the appellant says afterwards. Failure is the chance of a no: the city's chance of the month times what unit and topic
-- add to it. Whether someone is satisfied depends on whether it was solved. A few do not answer every question. What
-- an order is excluded for is drawn apart.
SELECT
    *,
    cityHash64(key, 'visit') AS visit_draw,
    cityHash64(key, 'outcome') AS outcome_draw,
    is_done AND bitShiftRight(visit_draw, 40) / 16777216. < exclusion AS is_excluded,
    is_done AND visited_at < {now:UInt32} AND visit_draw % 100 < if(is_excluded, 22, 87) AS has_visit,
    has_visit AS is_reached,
    bitShiftRight(visit_draw, 16) % 16777216 / 16777216. >= least(0.5, {not_contacted:Float64} * failure) AS was_contacted,
    outcome_draw % 4294967296 / 4294967296. >= least(0.97, {unresolved:Float64} * failure) AS was_resolved,
    intDiv(outcome_draw, 4294967296) / 4294967296.
        >= if(was_resolved, {dissatisfied_resolved:Float64}, {dissatisfied_unresolved:Float64}) AS was_satisfied,
    has_visit AND intDiv(visit_draw, 100) % 100 < 97 AS answers_all,
    exclusion_reasons[1 + cityHash64(key, 'reason') % 100] AS exclusion_reason
FROM {previous}
