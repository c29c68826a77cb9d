-- One reply for everything.
SELECT * REPLACE (
    if(game = 7 AND is_gamed AND is_done, concat(words[{units_before:UInt32} + unit], {one_reply:String}), reply_words) AS reply_words)
FROM {previous}
