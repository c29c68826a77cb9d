-- What it is about and how it came in. Topics depend on the day (seasons, waves) and on the part of the day (noise at
-- night); whether it is a question, and whether an enterprise asks, depends on the topic.
SELECT
    *,
    multiIf(second < {morning:UInt32}, 0, second < {evening:UInt32}, 1, second < {night:UInt32}, 2, 0) AS day_part,
    topic_wheel[((day - 1) * 3 + day_part) * {topic_slots:UInt32} + cityHash64(key, 'topic') % {topic_slots:UInt32} + 1] AS topic,
    received >= {enterprise_line:UInt32} AND cityHash64(key, 'appellant') % 1000000 < topic_enterprises[topic] AS is_enterprise,
    cityHash64(key, 'consultation') % 1000000 < topic_consultations[topic] AS is_consultation,
    if(is_consultation, 1, kind_wheel[topic * 100 - 99 + cityHash64(key, 'kind') % 100]) AS kind_number,
    cityHash64(key, 'handling') % 1000 < if(is_consultation, 12, 983) AS is_dispatched,
    channel_wheel[1 + cityHash64(key, 'channel') % 1000] AS channel_number
FROM {previous}
