-- From the rows: no other rollup knows what became of an order. Bits of the outcome: visited, due, on time, closed.
INSERT INTO rollup_month_outcome_unit
SELECT generation, toStartOfMonth(day) AS month, toString(unit),
       toString(excluded_reason), toString(handling), contacted, resolved, satisfied,
       toUInt8((s_contact_asked + s_visited_besides) + 2 * (s_dispatched + s_due_besides)
               + 4 * (s_dispatched + s_due_besides - s_late) + 8 * (s_dispatched + s_closed_besides)) AS outcome,
       COLUMNS('^s_') APPLY sum
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
GROUP BY generation, month, unit, excluded_reason, handling, contacted, resolved, satisfied, outcome
