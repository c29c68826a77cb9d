-- Appeals of the newest months, ordered as the table is.
INSERT INTO appeal_newest
SELECT * FROM appeal WHERE generation IN {generations:Array(UInt32)}
