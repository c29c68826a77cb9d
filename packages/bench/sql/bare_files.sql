-- The bare table of the loading comparison: the columns of the files as they are, texts among them, and nothing worked out.
CREATE TABLE {table:Identifier}
(
    id               String CODEC(ZSTD(1)),
    received         DateTime('UTC'),
    dispatched       Nullable(DateTime('UTC')),
    due              Nullable(DateTime('UTC')),
    closed           Nullable(DateTime('UTC')),
    visited          Nullable(DateTime('UTC')),
    updated          DateTime('UTC'),
    kind             LowCardinality(String),
    appellant        LowCardinality(String),
    channel          LowCardinality(String),
    topic3           LowCardinality(String),
    district         LowCardinality(String),
    subdistrict      LowCardinality(String),
    latitude         Nullable(Float64),
    longitude        Nullable(Float64),
    address          String CODEC(ZSTD(1)),
    unit             LowCardinality(String),
    urgency          LowCardinality(String),
    status           LowCardinality(String),
    handling         LowCardinality(String),
    contacted        LowCardinality(String),
    resolved         LowCardinality(String),
    satisfied        LowCardinality(String),
    excluded_reason  LowCardinality(String),
    caller           String CODEC(ZSTD(1)),
    text             String CODEC(ZSTD(1)),
    reply            String CODEC(ZSTD(1))
)
ENGINE = MergeTree
ORDER BY received
