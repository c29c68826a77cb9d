-- What will be said. Wordings are chosen by topic and by what is said: a question, an order, a suggestion or praise; openings
-- by channel, endings by kind, replies by outcome. What the slots of a wording can say of this appeal itself is a place in the
-- list of words, in the order of `ownSlots` in src/plan/phrases.ts; a number beyond the list is the name of the place, 0 is nothing.
SELECT
    *,
    cityHash64(key, 'text') AS text_draw,
    cityHash64(key, 'reply') AS reply_draw,
    multiIf(kind_number = 1, 1, kind_number = 5, 3, kind_number = 6, 4, 2) AS manner,
    multiIf(is_enterprise, 3, channel_number = 1, 1, 2) AS voice,
    multiIf(kind_number = 5, 4, kind_number = 6, 5, is_excluded, 3, was_resolved, 1, 2) AS reply_kind,
    topic * 4 - 4 + manner AS said,
    manner * 3 - 3 + voice AS opened,
    toUInt32(wording_firsts[said] + bitShiftRight(text_draw, 40) % wording_counts[said]) AS wording,
    opening_firsts[opened] + bitShiftRight(text_draw, 50) % opening_counts[opened] AS opening,
    ending_firsts[kind_number] + bitShiftRight(text_draw, 55) % ending_counts[kind_number] AS ending,
    toUInt32(reply_firsts[reply_kind] + bitShiftRight(reply_draw, 40) % reply_counts[reply_kind]) AS reply,
    [
        toUInt32(4294967295),
        toUInt32({roads_before:UInt32} + spot),
        toUInt32({districts_before:UInt32} + district_number),
        toUInt32({units_before:UInt32} + unit),
        toUInt32({estates_before:UInt32} + spot),
        toUInt32({topics_before:UInt32} + topic),
        toUInt32(remedy_firsts[topic] + bitShiftRight(reply_draw, 50) % remedy_counts[topic])
    ] AS own_words
FROM {previous}
