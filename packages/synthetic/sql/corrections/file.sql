-- The corrected appeals, with the columns of the files they correct.
SELECT * EXCEPT (
        correction_draw, correction, reopens, unit_after, topic3_after, resolved_after, satisfied_after, contacted_after,
        excluded_reason_after, status_after, closed_after, visited_after, reply_after, updated_after)
    REPLACE (
        unit_after AS unit,
        topic3_after AS topic3,
        resolved_after AS resolved,
        satisfied_after AS satisfied,
        contacted_after AS contacted,
        excluded_reason_after AS excluded_reason,
        status_after AS status,
        closed_after AS closed,
        visited_after AS visited,
        reply_after AS reply,
        updated_after AS updated)
FROM {previous}
FORMAT Parquet
