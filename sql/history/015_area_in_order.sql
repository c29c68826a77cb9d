-- `area` as 003_reference.sql has it. Where a city pack changed, it was made anew in the order of codes alone and without the comments.
-- The pack fills it again right after the migrations.
CREATE OR REPLACE TABLE area
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
