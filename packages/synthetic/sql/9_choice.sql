-- What will be said. Wordings are chosen by topic and by what is said: a question, an order, a suggestion or praise; openings
-- by channel, endings by kind, replies by outcome. What the slots of a wording can say of this appeal itself is laid out in
-- the order of `ownSlots` in src/plan/phrases.ts.
SELECT
    *,
    multiIf(kind_number = 1, 1, kind_number = 5, 3, kind_number = 6, 4, 2) AS manner,
    multiIf(is_enterprise, 3, channel_number = 1, 1, 2) AS voice,
    multiIf(kind_number = 5, 4, kind_number = 6, 5, is_excluded, 3, was_resolved, 1, 2) AS reply_kind,
    toUInt32(wording_firsts[topic * 4 - 4 + manner] + cityHash64(key, 'wording') % wording_counts[topic * 4 - 4 + manner]) AS wording,
    opening_firsts[manner * 3 - 3 + voice] + cityHash64(key, 'opening') % opening_counts[manner * 3 - 3 + voice] AS opening,
    ending_firsts[kind_number] + cityHash64(key, 'ending') % ending_counts[kind_number] AS ending,
    toUInt32(reply_firsts[reply_kind] + cityHash64(key, 'reply') % reply_counts[reply_kind]) AS reply,
    [
        place_name,
        spot_roads[spot],
        district_name,
        if(unit = 0, '', unit_names[greatest(unit, 1)]),
        spot_estates[spot],
        topic_labels[topic],
        fillers[remedy_firsts[topic] + cityHash64(key, 'remedy') % remedy_counts[topic]]
    ] AS own_words
FROM {previous}
