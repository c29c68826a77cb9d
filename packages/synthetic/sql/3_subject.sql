-- What it is about and how it came in. Topics depend on the day (seasons, waves) and on the part of the day (noise at
-- night); whether it is a question, and whether an enterprise asks, depends on the topic. Few only ask about an outbreak, and no
-- planned caller does.
-- One hash is cut into several draws.
SELECT
    *,
    cityHash64(key, 'subject') AS subject_draw,
    cityHash64(key, 'manner') AS manner_draw,
    multiIf(second < {morning:UInt32}, 0, second < {evening:UInt32}, 1, second < {night:UInt32}, 2, 0) AS day_part,
    if(outbreak > 0, outbreak_topics[outbreak], topic_wheel[((day - 1) * 3 + day_part) * {topic_slots:UInt32}
        + if(repeats, citizen, subject_draw) % {topic_slots:UInt32} + 1]) AS topic,
    outbreak_caller = 0 AND received >= {enterprise_line:UInt32} AND bitShiftRight(subject_draw, 11) % 1000000 < topic_enterprises[topic] AS is_enterprise,
    bitShiftRight(subject_draw, 37) % 1000000 < multiIf(outbreak_caller > 0, 0, outbreak > 0, 100000, topic_consultations[topic]) AS is_consultation,
    if(is_consultation, 1, kind_wheel[topic * 100 - 99 + manner_draw % 100]) AS kind_number,
    bitShiftRight(manner_draw, 20) % 1000 < if(is_consultation, 12, 983) AS is_dispatched,
    channel_wheel[1 + bitShiftRight(manner_draw, 40) % 1000] AS channel_number,
    if(is_enterprise, enterprise, citizen) AS person
FROM {previous}
