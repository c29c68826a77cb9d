-- One row is one version of one appeal.
--
-- PARTITION BY generation. A generation is (load number * 4096 + months since 1900) of the local day of receipt: what one
-- load, or one rewriting after corrections, contributes to one month. Generations are only ever written, published
-- and dropped whole, so every month a reader sees is whole, rows and rollups alike, without FINAL and without keys
-- that must stay fixed for life: a correction may move an appeal to another topic, district or month.
-- ORDER BY district, topic, time: the filters every screen sets; the id makes the order, and so the files, stable. Both levels
-- of the topic: a question about a second-level topic then reads its rows and no others, and like texts lie together.
-- Coordinates and callers hardly compress: LZ4, or nothing at all, spares a tenth of the time of loading for 1.4 bytes an appeal.
-- Local day and hour are stored once at loading, so no question converts time zones.
--
-- SEARCH. `hasAllTokens(searchable, 'words')` in a WHERE finds texts that hold all pairs of neighbouring characters of the
-- words, in any case of letters: for two characters exactly the texts that contain them, for longer words nearly so
-- (`searchable LIKE` tells for sure, and costs reading the texts). One character alone has no pair: use LIKE. The index
-- `search_index` answers it without reading a text; it is built after publication, month by month, and parts that
-- do not have it yet are searched by reading them, with the same result. Only write it in a WHERE, with this very column
-- and a constant: elsewhere the function does not know of pairs. Figures and alternatives: docs/decisions/0004.
--
-- An unknown time is 1970-01-01 00:00:00, an unknown word is empty: neither is ever counted as an answer.

CREATE TABLE IF NOT EXISTS appeal
(
    generation       UInt32 CODEC(ZSTD(1)),
    load             UInt32 CODEC(ZSTD(1)),
    line             UInt64 CODEC(Delta, ZSTD(1)),
    id               String CODEC(ZSTD(1)),
    updated          DateTime('UTC') COMMENT 'version: the newest counts' CODEC(Delta, ZSTD(1)),
    observed         DateTime('UTC') COMMENT 'as of when the row is true: said by the source, else the time of loading' CODEC(Delta, ZSTD(1)),

    received         DateTime('UTC') CODEC(Delta, ZSTD(1)),
    day              Date COMMENT 'local day of receipt' CODEC(Delta, ZSTD(1)),
    hour             UInt8 COMMENT 'local hour of receipt' CODEC(ZSTD(1)),
    dispatched       DateTime('UTC') CODEC(ZSTD(1)),
    due              DateTime('UTC') CODEC(ZSTD(1)),
    closed           DateTime('UTC') CODEC(ZSTD(1)),
    visited          DateTime('UTC') CODEC(ZSTD(1)),

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
    handling         LowCardinality(String)                COMMENT 'direct (answered at the desk) or dispatched',
    contacted        Enum8('' = 0, 'yes' = 1, 'no' = 2)    COMMENT 'answers of the return visit; empty: not asked',
    resolved         Enum8('' = 0, 'yes' = 1, 'no' = 2),
    satisfied        Enum8('' = 0, 'yes' = 1, 'no' = 2),
    excluded_reason  LowCardinality(String),

    location_quality LowCardinality(String),
    latitude         Float64 COMMENT 'as it came, also outside the city; 0 when unknown' CODEC(LZ4),
    longitude        Float64 CODEC(LZ4),
    cell             UInt64 COMMENT 'H3, resolution 10; 0 when not located' CODEC(ZSTD(1)),
    address          String CODEC(ZSTD(1)),

    caller           UInt64 COMMENT 'keyed hash; 0 when unknown' CODEC(NONE),
    text             String CODEC(ZSTD(1)),
    reply            String CODEC(ZSTD(1)),
    flaws            Array(LowCardinality(String))         COMMENT 'what was wrong with the row and did not prevent keeping it',

    -- Class of the time from receipt to closing, 0 when unknown or answered at the desk (which takes minutes and would hide
    -- how long orders take); lower edges in seconds, the same as in packages/model.
    close_bin        UInt8 MATERIALIZED if(closed >= received AND handling != 'direct', transform(roundDown(dateDiff('second', received, closed),
        [0, 300, 412, 566, 778, 1070, 1470, 2020, 2775, 3813, 5240, 7200, 8857, 10894, 13401, 16484, 20276, 24942, 30680, 37739, 46421, 57102, 70240, 86400, 99284, 114089, 131101, 150650, 173115, 198929, 228593, 262680, 301850, 346861, 398584, 458019, 526317, 604800, 665252, 731746, 804886, 885337, 973829, 1071166, 1178232, 1296000, 1541212, 1832821, 2179604, 2592000, 3082425, 3665642, 4359207, 5184000, 6164850, 7331283, 8718414, 10368000, 16319566, 25687521, 40432985, 63642818, 100175843, 157680000]),
        [0, 300, 412, 566, 778, 1070, 1470, 2020, 2775, 3813, 5240, 7200, 8857, 10894, 13401, 16484, 20276, 24942, 30680, 37739, 46421, 57102, 70240, 86400, 99284, 114089, 131101, 150650, 173115, 198929, 228593, 262680, 301850, 346861, 398584, 458019, 526317, 604800, 665252, 731746, 804886, 885337, 973829, 1071166, 1178232, 1296000, 1541212, 1832821, 2179604, 2592000, 3082425, 3665642, 4359207, 5184000, 6164850, 7331283, 8718414, 10368000, 16319566, 25687521, 40432985, 63642818, 100175843, 157680000],
        range(1, 65), 0), 0) CODEC(ZSTD(1)),

    -- Measures: one additive number each. Rollups answer with their sums under the same names.
    n_appeals            UInt8 ALIAS 1,
    n_direct             UInt8 ALIAS handling = 'direct',
    n_dispatched         UInt8 ALIAS handling = 'dispatched',
    n_handling_known     UInt8 ALIAS handling != '',
    n_visited            UInt8 ALIAS visited > 0 OR contacted != '' OR resolved != '' OR satisfied != '',
    n_excluded           UInt8 ALIAS excluded_reason != '',
    n_contact_asked      UInt8 ALIAS contacted != '' AND handling = 'dispatched' AND excluded_reason = '',
    n_contacted          UInt8 ALIAS contacted = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    n_resolution_asked   UInt8 ALIAS resolved != '' AND handling = 'dispatched' AND excluded_reason = '',
    n_resolved           UInt8 ALIAS resolved = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    n_satisfaction_asked UInt8 ALIAS satisfied != '' AND handling = 'dispatched' AND excluded_reason = '',
    n_satisfied          UInt8 ALIAS satisfied = 'yes' AND handling = 'dispatched' AND excluded_reason = '',
    n_due                UInt8 ALIAS due > 0 AND (close_bin > 0 OR (closed = 0 AND due < observed)),
    n_on_time            UInt8 ALIAS due > 0 AND close_bin > 0 AND closed <= due,
    n_closed             UInt8 ALIAS close_bin > 0,
    n_appellant_known    UInt8 ALIAS appellant != '',
    n_enterprise         UInt8 ALIAS appellant = 'enterprise',
    n_not_located        UInt8 ALIAS cell = 0,
    n_caller_known       UInt8 ALIAS caller != 0,

    -- What rollups hold the sums of: six of the measures, and how far the others are from those (see 004_rollups.sql).
    s_appeals              Int8 ALIAS n_appeals,
    s_dispatched           Int8 ALIAS n_dispatched,
    s_contact_asked        Int8 ALIAS n_contact_asked,
    s_excluded             Int8 ALIAS n_excluded,
    s_enterprise           Int8 ALIAS n_enterprise,
    s_not_located          Int8 ALIAS n_not_located,
    s_handling_unknown     Int8 ALIAS n_appeals - n_handling_known,
    s_neither              Int8 ALIAS n_handling_known - n_direct - n_dispatched,
    s_visited_besides      Int8 ALIAS n_visited - n_contact_asked,
    s_not_contacted        Int8 ALIAS n_contact_asked - n_contacted,
    s_resolution_besides   Int8 ALIAS n_resolution_asked - n_contact_asked,
    s_unresolved           Int8 ALIAS n_resolution_asked - n_resolved,
    s_satisfaction_besides Int8 ALIAS n_satisfaction_asked - n_contact_asked,
    s_unsatisfied          Int8 ALIAS n_satisfaction_asked - n_satisfied,
    s_due_besides          Int8 ALIAS n_due - n_dispatched,
    s_late                 Int8 ALIAS n_due - n_on_time,
    s_closed_besides       Int8 ALIAS n_closed - n_dispatched,
    s_appellant_unknown    Int8 ALIAS n_appeals - n_appellant_known,
    s_caller_unknown       Int8 ALIAS n_appeals - n_caller_known,

    searchable           String ALIAS lowerUTF8(text),
    INDEX search_index lowerUTF8(text) TYPE text(tokenizer = ngrams(2))
)
ENGINE = MergeTree
PARTITION BY generation
ORDER BY (district, topic1, topic2, received, id)
SETTINGS exclude_materialize_skip_indexes_on_merge = 'search_index';

-- Rows on their way in. One INSERT feeds it; the two views part the rows that became appeals from those set aside, so the
-- transformation of a source runs once and no row can be in both or in neither.
CREATE TABLE IF NOT EXISTS appeal_incoming ENGINE = Null EMPTY AS SELECT *, '' AS reason, '' AS raw FROM appeal;

CREATE MATERIALIZED VIEW IF NOT EXISTS appeal_incoming_kept TO appeal
AS SELECT * EXCEPT (reason, raw) FROM appeal_incoming WHERE reason = '';

CREATE MATERIALIZED VIEW IF NOT EXISTS appeal_incoming_rejected TO rejected_row
AS SELECT load, line, reason, raw FROM appeal_incoming WHERE reason != '';
