-- What anybody would make of the same rows for a BI tool: one plain MergeTree, words as dictionaries, times as times, ordered
-- by time of receipt, because most questions name a period. No rollups, no projections, no indexes beside the key.
-- The time zone is the city's, put in by name: a type takes no bound value.
-- Texts stay empty where the table is filled for questions only: no question put to it reads them.
CREATE TABLE {table:Identifier}
(
    id               String CODEC(ZSTD(1)),
    received         DateTime('<time zone>'),
    dispatched       DateTime('UTC'),
    due              DateTime('UTC'),
    closed           DateTime('UTC'),
    visited          DateTime('UTC'),
    observed         DateTime('UTC'),
    kind             LowCardinality(String),
    appellant        LowCardinality(String),
    channel          LowCardinality(String),
    topic1           LowCardinality(String),
    topic2           LowCardinality(String),
    topic3           LowCardinality(String),
    district         LowCardinality(String),
    subdistrict      LowCardinality(String),
    unit             LowCardinality(String),
    urgency          LowCardinality(String),
    status           LowCardinality(String),
    handling         LowCardinality(String),
    contacted        LowCardinality(String),
    resolved         LowCardinality(String),
    satisfied        LowCardinality(String),
    excluded_reason  LowCardinality(String),
    location_quality LowCardinality(String),
    latitude         Float64,
    longitude        Float64,
    cell             UInt64,
    caller           UInt64
)
ENGINE = MergeTree
ORDER BY received
