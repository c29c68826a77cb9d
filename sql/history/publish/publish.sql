-- The commit: from this row on, readers see all of it, in every table and month. An edition that changes no figure has the version of the one
-- before, and its time. The first and the newest appeal are those known already, or among `looked_at`.
INSERT INTO publication (edition, version, published, arranged, loads, withdrawn, generations, years, rows, first_ids, last_ids, appeals, first_day, last_day, newest_appeal, synthetic,
                         erasures, texts_before, callers_before)
SELECT {edition:UInt32},
       {version:UInt32},
       if({is_version:UInt8}, now64(3, 'UTC'), (SELECT published FROM newest_edition)),
       now64(3, 'UTC'),
       {loads:Array(UInt32)},
       {withdrawn:Array(UInt32)},
       {generations:Array(UInt32)},
       {years:Array(UInt32)},
       {rows:Map(String, Array(UInt64))},
       {first_ids:Array(String)},
       {last_ids:Array(String)},
       {appeals:UInt64},
       arrayMin(arrayConcat(found_first, {first_day:Array(Date)})),
       arrayMax(arrayConcat(found_last, {last_day:Array(Date)})),
       arrayMax(arrayConcat(found_newest, {newest_appeal:Array(DateTime('UTC'))})),
       {synthetic:UInt8},
       {erasures:Array(UUID)},
       greatest({texts_before:Date}, (SELECT max(texts_before) FROM publication)),
       greatest({callers_before:Date}, (SELECT max(callers_before) FROM publication))
FROM
(
    SELECT if(count() > 0, [min(day)], []) AS found_first, if(count() > 0, [max(day)], []) AS found_last, if(count() > 0, [max(received)], []) AS found_newest
    FROM appeal
    WHERE generation IN {looked_at:Array(UInt32)}
)
