-- Parts of versions and of rows set aside that a mutation replaced stay on disk for two minutes instead of eight, so that what
-- was erased is gone soon, and not for less: the new ones may not have reached the disk yet when the power fails.
ALTER TABLE appeal_version MODIFY SETTING old_parts_lifetime = 120;
ALTER TABLE rejected_row MODIFY SETTING old_parts_lifetime = 120;
