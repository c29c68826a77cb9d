-- What is written down. A wording is five pieces of text around four slots; a slot is filled with one word of a run of `words`,
-- or, where the run is empty, with one of the appeal's own words. Whoever handled no order wrote no reply.
WITH
    (first, count, draw) -> if(count > 0, first + draw % greatest(count, 1), own_words[first]) AS chosen,
    (word) -> if(word = 4294967295, place_name, words[word]) AS filled
SELECT
    *,
    concat(
        words[opening],
        wording_pieces_1[wording], filled(chosen(slot_firsts_1[wording], slot_counts_1[wording], text_draw)),
        wording_pieces_2[wording], filled(chosen(slot_firsts_2[wording], slot_counts_2[wording], bitShiftRight(text_draw, 10))),
        wording_pieces_3[wording], filled(chosen(slot_firsts_3[wording], slot_counts_3[wording], bitShiftRight(text_draw, 20))),
        wording_pieces_4[wording], filled(chosen(slot_firsts_4[wording], slot_counts_4[wording], bitShiftRight(text_draw, 30))),
        wording_pieces_5[wording],
        words[ending]) AS said_words,
    if(NOT is_done, '', concat(
        wording_pieces_1[reply], filled(chosen(slot_firsts_1[reply], slot_counts_1[reply], reply_draw)),
        wording_pieces_2[reply], filled(chosen(slot_firsts_2[reply], slot_counts_2[reply], bitShiftRight(reply_draw, 10))),
        wording_pieces_3[reply], filled(chosen(slot_firsts_3[reply], slot_counts_3[reply], bitShiftRight(reply_draw, 20))),
        wording_pieces_4[reply], filled(chosen(slot_firsts_4[reply], slot_counts_4[reply], bitShiftRight(reply_draw, 30))),
        wording_pieces_5[reply])) AS reply_words
FROM {previous}
