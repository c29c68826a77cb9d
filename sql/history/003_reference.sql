-- The city pack as tables, so that SQL written by hand can join names and residents. The pack's files are the original:
-- these are replaced whole whenever they differ from it.

CREATE TABLE IF NOT EXISTS area
(
    level     LowCardinality(String),
    code      String,
    parent    String,
    en        String,
    zh        String,
    local     String,
    residents UInt32 COMMENT '0 when not known',
    schematic UInt8  COMMENT '1: the outline is drawn, not surveyed'
)
ENGINE = MergeTree
ORDER BY (level, code);

CREATE TABLE IF NOT EXISTS topic
(
    code   String,
    level  UInt8,
    parent String,
    en     String,
    zh     String,
    local  String
)
ENGINE = MergeTree
ORDER BY code;
