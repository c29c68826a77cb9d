-- Words somebody searched for may name a person, and no erasure reaches a log: a keyed hash stands for them from now on.
ALTER TABLE export_log UPDATE asked = replaceRegexpOne(asked, '(^|&)q=[^&]*', '\\1words=removed')
WHERE match(asked, '(^|&)q=') SETTINGS mutations_sync = 2;

ALTER TABLE export_log COMMENT COLUMN asked 'filters, as they stand in an address, and a keyed hash of the words';
