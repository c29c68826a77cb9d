/**
 * Three years and a half of orders of Riverton in which much moves: heating swells every winter, parking in
 * August 2023, lifts in May, everything in March and December, parking apart; in some months a district
 * solves and satisfies less or closes late; in December all take longer. One of eleven units always solves
 * less, and leaves most of December open. Known as of the end of 2023, so that its last month is not ripe.
 * The same every time.
 */
export const eventfulSql = `
WITH toDateTime('2024-01-01 00:00:00', 'Asia/Shanghai') AS now,
     addMonths(toDateTime('2020-07-01 00:00:00', 'Asia/Shanghai'), m) AS begin,
     concat('f', toString(m), '-', toString(t), '-', toString(s), '-', toString(k)) AS named,
     (x, most) -> cityHash64(named, x) % most AS dice,
     begin + dice('moment', toUInt32(dateDiff('second', begin, addMonths(begin, 1)))) AS moment,
     if(s < 2, 'north', 'south') AS area,
     (x, every) -> cityHash64(m, area, x) % every = 0 AS isBad,
     ['works', 'heating', 'roads', 'parks', 'water', 'power', 'lifts', 'schools', 'police', 'taxes', 'waste', ''] AS units,
     units[dice('unit', 12) + 1] AS by,
     moment + 86400 * multiIf(m = 41 AND by = 'works' AND dice('slow', 10) < 8, 40, m = 41, 1 + dice('took', 20),
       dice('late', 10) < if(isBad('late', 7), 4, 1), 9, 1 + dice('took', 5)) AS ending,
     ending + 86400 AS visit,
     visit < now AND dice('visited', 10) < 8 AS isVisited,
     if(isBad('poor', 6), 60, 90) - if(by = 'works', 20, 0) AS solved
SELECT named AS id, toString(moment) AS received, 'dispatched' AS handling, area AS district,
       ['north-east', 'north-west', 'south-east', 'south-west'][s + 1] AS subdistrict,
       ['housing.heating.cold', 'housing.heating.fees', 'housing.lifts', 'transport.parking', ''][t + 1] AS topic,
       by AS unit, toString(moment + 7 * 86400) AS due,
       if(ending < now, toString(ending), '') AS closed, if(isVisited, toString(visit), '') AS visited,
       if(isVisited, if(dice('solved', 100) < solved, 'yes', 'no'), '') AS resolved,
       if(isVisited, if(dice('pleased', 100) < solved + 5, 'yes', 'no'), '') AS satisfied,
       toString(least(now, visit)) AS updated
FROM (
  SELECT m, t, s, arrayJoin(range(size)) AS k
  FROM (
    SELECT number % 42 AS m, intDiv(number, 42) % 5 AS t, intDiv(number, 210) AS s, (m + 6) % 12 AS month,
           toUInt32(16 * if(t < 2 AND month IN (10, 11, 0, 1), 4, 1) * if(t = 3 AND m = 37, 5, 1) * if(t = 2 AND m = 34, 3, 1)
             * if(m = 32, 2, 1) * if(t = 3 AND m = 41, 0.3, 1) * if(m = 41, 3, 1) * (0.9 + (cityHash64(number, 'size') % 20) / 100)) AS size
    FROM numbers(840)
  )
) WHERE moment < now FORMAT CSVWithNames`;
