-- One line of the log of exports.
INSERT INTO export_log
SELECT {export:UUID}, now64(3, 'UTC'), {state:String}, {file:String}, {format:String}, {asked:String}, {scope:String},
       {version:UInt32}, {records:Int64}, {bytes:UInt64}, {milliseconds:UInt32}
