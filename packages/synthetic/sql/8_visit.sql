-- What the appellant says afterwards. Failure is the chance of a no: the city's chance of the month times what unit and topic
-- add to it. Whether someone is satisfied depends on whether it was solved. A few do not answer every question.
SELECT
    *,
    is_done AND cityHash64(key, 'excluded') / 18446744073709551616. < exclusion AS is_excluded,
    is_done AND visited_at < {now:UInt32} AND cityHash64(key, 'visit') % 100 < if(is_excluded, 22, 87) AS has_visit,
    cityHash64(key, 'contacted') / 18446744073709551616. >= least(0.5, {not_contacted:Float64} * failure) AS was_contacted,
    cityHash64(key, 'resolved') / 18446744073709551616. >= least(0.97, {unresolved:Float64} * failure) AS was_resolved,
    cityHash64(key, 'satisfied') / 18446744073709551616.
        >= if(was_resolved, {dissatisfied_resolved:Float64}, {dissatisfied_unresolved:Float64}) AS was_satisfied,
    has_visit AND cityHash64(key, 'answers') % 100 < 97 AS answers_all
FROM {previous}
