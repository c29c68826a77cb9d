-- What an appeal is as an order: open, closed, or none. Answered at the desk it is none; so is one of which no field speaks of handling,
-- since what is not known is not open. Reopened is open, whenever it was closed before.
ALTER TABLE appeal ADD COLUMN IF NOT EXISTS order_state Enum8('' = 0, 'closed' = 1, 'open' = 2) ALIAS multiIf(
    handling = 'direct', '',
    status != 'reopened' AND (closed > 0 OR status = 'closed'), 'closed',
    handling = 'dispatched' OR status != '' OR dispatched > 0 OR due > 0, 'open', '') COMMENT 'as an order; empty: it is none';

ALTER TABLE appeal_newest ADD COLUMN IF NOT EXISTS order_state Enum8('' = 0, 'closed' = 1, 'open' = 2) ALIAS multiIf(
    handling = 'direct', '',
    status != 'reopened' AND (closed > 0 OR status = 'closed'), 'closed',
    handling = 'dispatched' OR status != '' OR dispatched > 0 OR due > 0, 'open', '') COMMENT 'as an order; empty: it is none';
