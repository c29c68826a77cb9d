-- The commit: from this row on, readers see all of the load, in every table and month. The first and the newest appeal are in
-- the first and the last month, so nothing else is read.
INSERT INTO publication (version, published, loads, withdrawn, generations, years, rows, first_ids, last_ids, appeals, first_day, last_day, newest_appeal, synthetic)
SELECT {version:UInt32},
       now64(3, 'UTC'),
       {loads:Array(UInt32)},
       {withdrawn:Array(UInt32)},
       {generations:Array(UInt32)},
       {years:Array(UInt32)},
       {rows:Map(String, Array(UInt64))},
       {firstIds:Array(String)},
       {lastIds:Array(String)},
       {appeals:UInt64},
       min(day),
       max(day),
       max(received),
       {synthetic:UInt8}
FROM appeal
WHERE generation IN {firstAndLast:Array(UInt32)}
