-- Only an order can be excluded: an appeal answered at the desk, or of which nobody knows whether it was dispatched, is in no evaluation.
-- Counted with those, the excluded were more than the dispatched they are a share of. Sums of earlier loads stay as they are until
-- their months are loaded again.
ALTER TABLE appeal MODIFY COLUMN n_excluded UInt8 ALIAS excluded_reason != '' AND handling = 'dispatched';
ALTER TABLE appeal_newest MODIFY COLUMN n_excluded UInt8 ALIAS excluded_reason != '' AND handling = 'dispatched';
