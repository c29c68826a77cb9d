-- What is sent back: in a story, most orders whose appellant said afterwards that it was not solved go to their unit again, with
-- their limit anew and at least a week. Those that are closed again by the end of the history are told as first closed.
SELECT
    *,
    cityHash64(key, 'reopening') AS reopening_draw,
    answers_all AND NOT is_excluded AND NOT was_resolved AND reopening_draw % 100 < {sent_back:UInt32} AS is_sent_back,
    toUInt32(visited_at + 7200 + bitShiftRight(reopening_draw, 10) % 165600) AS sent_back_at,
    toUInt32(sent_back_at + greatest(limit_seconds, 604800)) AS due_again,
    sent_back_at + greatest(limit_seconds, 604800) * (0.3 + 1.1 * (bitShiftRight(reopening_draw, 40) / 16777216.)) AS closed_again_at,
    is_sent_back AND sent_back_at < {now:UInt32} AND closed_again_at >= {now:UInt32} AS is_reopened
FROM {previous}
