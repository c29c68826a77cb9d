-- A view names the columns there were when it was made: an edition says since 018 which erasures count, too.
CREATE OR REPLACE VIEW newest_edition AS SELECT * FROM publication ORDER BY edition DESC LIMIT 1;
