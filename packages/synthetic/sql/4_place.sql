-- Where. Most appeals about the home come from the caller's own place, those about the street from anywhere. A subdistrict
-- has some hot places, the first of them far hotter than the last; which ones depends on the topic, away from home. An
-- outbreak has places of its own; where it has few houses, each of them is one point, and a planned caller has one of them.
SELECT
    *,
    cityHash64(key, 'at home') AS home_draw,
    home_draw % 100 < topic_homes[topic] AS at_home,
    if(at_home OR outbreak_caller > 0, cityHash64(person, 'place'), cityHash64(key, 'place')) AS place_draw,
    if(outbreak > 0, outbreak_areas[outbreak],
        area_wheel[topic_profiles[topic] * {area_slots:UInt32} + place_draw % {area_slots:UInt32} + 1]) AS area,
    pow((intDiv(place_draw, 65536) % 65536) / 65536, 2) AS hotness,
    if(outbreak > 0, outbreak_spots[outbreak_firsts[outbreak] + place_draw % greatest(outbreak_counts[outbreak], 1)],
        (area - 1) * {spots:UInt32} + (toUInt32(hotness * {spots:UInt32}) + if(at_home, 0, topic * 7)) % {spots:UInt32} + 1) AS spot,
    area_districts[area] AS district_number,
    bitShiftRight(home_draw, 20) % 1000 AS locating,
    locating >= 20 AS area_known,
    locating >= 3 OR is_dispatched AS district_known,
    locating >= 40 AS is_located,
    outbreak_houses[outbreak] AS houses,
    1 + if(houses > 0, outbreak * 5 + intDiv(place_draw, 4294967296) % greatest(houses, 1), intDiv(place_draw, 4294967296)) % 28 AS house,
    if(houses > 0, cityHash64(spot, house, 'house'), cityHash64(key, 'point')) AS point_draw,
    spot_latitudes[spot] + (point_draw % 4294967296 / 4294967296. - 0.5) * 0.0027 AS north,
    spot_longitudes[spot] + (intDiv(point_draw, 4294967296) / 4294967296. - 0.5) * 0.0035 AS east,
    if(district_known, district_names[district_number], '') AS district_name,
    if(area_known, area_names[area], '') AS area_name,
    if(topic_profiles[topic] = 0,
        concat(area_name, spot_estates[spot], house_numbers[house], spot_houses[spot]),
        concat(area_name, spot_roads[spot])) AS place_name
FROM {previous}
