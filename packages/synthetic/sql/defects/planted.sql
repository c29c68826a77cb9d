-- One defect in each row, under an id of its own, as the text of a CSV file. Times are written in UTC with their zone; an Excel
-- serial number has none and is local. An id that comes twice is the same row twice.
WITH
    (moment) -> if(moment IS NULL, '', formatDateTime(assumeNotNull(moment), '%Y-%m-%dT%H:%i:%SZ', 'UTC')) AS written
SELECT
    [
        'received_1899', 'received_2199', 'received_excel', 'received_words', 'coordinates_swapped', 'coordinates_in_sea',
        'closed_before_received', 'embedded_nul', 'quotes_inside_quotes', 'duplicate_id', 'empty_id'
    ][1 + cityHash64(id, 'defect') % 11] AS defect,
    arrayJoin(range(if(defect = 'duplicate_id', 2, 1))) AS copy,
    toDateTime(toString(toTimeZone(received, {zone:String})), 'UTC') AS local,
    if(defect = 'empty_id', '', concat('X', id)) AS id_told,
    multiIf(
        defect = 'received_1899', '1899-12-30 08:00:00',
        defect = 'received_2199', '2199-01-01 00:00:00',
        defect = 'received_excel', toString(round(25569 + toUnixTimestamp(local) / 86400, 6)),
        defect = 'received_words', '昨天上午',
        written(received)) AS received_told,
    written(dispatched) AS dispatched_told,
    written(due) AS due_told,
    written(visited) AS visited_told,
    written(updated) AS updated_told,
    multiIf(
        defect = 'closed_before_received', written(received - toIntervalDay(2)),
        startsWith(defect, 'received_'), '',
        written(closed)) AS closed_told,
    multiIf(
        defect = 'coordinates_swapped', '116.4',
        defect = 'coordinates_in_sea', '0.5',
        latitude IS NULL, '',
        toString(latitude)) AS latitude_told,
    multiIf(
        defect = 'coordinates_swapped', '39.9',
        defect = 'coordinates_in_sea', '-30',
        longitude IS NULL, '',
        toString(longitude)) AS longitude_told,
    multiIf(
        defect = 'embedded_nul', concat(text, char(0), text),
        defect = 'quotes_inside_quotes', concat('来电人说"', text, '"，"至今"没有答复\n', text),
        text) AS text_told,
    *
FROM {previous}
