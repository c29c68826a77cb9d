-- Where. Most appeals about the home come from the caller's own place, those about the street from anywhere. A subdistrict
-- has some hot places, the first of them far hotter than the last; which ones depends on the topic, away from home.
SELECT
    *,
    cityHash64(key, 'at home') % 100 < topic_homes[topic] AS at_home,
    if(at_home, cityHash64(person, 'place'), cityHash64(key, 'place')) AS place_draw,
    area_wheel[topic_profiles[topic] * {area_slots:UInt32} + place_draw % {area_slots:UInt32} + 1] AS area,
    pow((intDiv(place_draw, 65536) % 65536) / 65536, 2) AS hotness,
    (toUInt32(hotness * {spots:UInt32}) + if(at_home, 0, topic * 7)) % {spots:UInt32} AS spot_in_area,
    (area - 1) * {spots:UInt32} + spot_in_area + 1 AS spot,
    area_districts[area] AS district_number,
    cityHash64(key, 'located') % 1000 AS locating,
    locating >= 20 AS area_known,
    locating >= 3 OR is_dispatched AS district_known,
    locating >= 40 AS is_located,
    1 + intDiv(place_draw, 4294967296) % 28 AS house,
    spot_latitudes[spot] + (cityHash64(key, 'north') / 18446744073709551616. - 0.5) * 0.0027 AS north,
    spot_longitudes[spot] + (cityHash64(key, 'east') / 18446744073709551616. - 0.5) * 0.0035 AS east,
    if(district_known, district_names[district_number], '') AS district_name,
    if(area_known, area_names[area], '') AS area_name,
    if(topic_profiles[topic] = 0, concat(spot_estates[spot], toString(house), spot_houses[spot]), spot_roads[spot]) AS spot_name,
    if(area_known, concat(area_name, spot_name), spot_roads[spot]) AS place_name
FROM {previous}
