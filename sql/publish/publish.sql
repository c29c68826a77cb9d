-- The commit: from this row on, readers see all of the load, in every table and month.
INSERT INTO publication
SELECT {version:UInt32},
       now64(3, 'UTC'),
       {loads:Array(UInt32)},
       {generations:Array(UInt32)},
       {rows:Map(String, Array(UInt64))},
       count(),
       min(day),
       max(day),
       max(received),
       {synthetic:UInt8}
FROM appeal
WHERE generation IN {generations:Array(UInt32)}
