-- What is written down. A wording is five pieces of text around four slots; a slot is filled with one word of a run of
-- `fillers`, or, where the run is empty, with one of the appeal's own words. Whoever handled no order wrote no reply.
WITH
    (first, count, choice) -> if(count > 0, fillers[first + cityHash64(key, choice) % greatest(count, 1)], own_words[first]) AS filled
SELECT
    *,
    concat(
        fillers[opening],
        wording_pieces_1[wording], filled(slot_firsts_1[wording], slot_counts_1[wording], 'slot 1'),
        wording_pieces_2[wording], filled(slot_firsts_2[wording], slot_counts_2[wording], 'slot 2'),
        wording_pieces_3[wording], filled(slot_firsts_3[wording], slot_counts_3[wording], 'slot 3'),
        wording_pieces_4[wording], filled(slot_firsts_4[wording], slot_counts_4[wording], 'slot 4'),
        wording_pieces_5[wording],
        fillers[ending]) AS words,
    if(NOT is_done, '', concat(
        wording_pieces_1[reply], filled(slot_firsts_1[reply], slot_counts_1[reply], 'reply 1'),
        wording_pieces_2[reply], filled(slot_firsts_2[reply], slot_counts_2[reply], 'reply 2'),
        wording_pieces_3[reply], filled(slot_firsts_3[reply], slot_counts_3[reply], 'reply 3'),
        wording_pieces_4[reply], filled(slot_firsts_4[reply], slot_counts_4[reply], 'reply 4'),
        wording_pieces_5[reply])) AS reply_words
FROM {previous}
