-- The badly told appeals.
SELECT
    id_told AS id, received_told AS received, dispatched_told AS dispatched, due_told AS due, closed_told AS closed,
    visited_told AS visited, updated_told AS updated, kind, appellant, channel, topic3, district, subdistrict,
    latitude_told AS latitude, longitude_told AS longitude, address, unit, urgency, status, handling, contacted, resolved, satisfied,
    excluded_reason, caller, text_told AS text, reply
FROM {previous}
FORMAT CSVWithNames
