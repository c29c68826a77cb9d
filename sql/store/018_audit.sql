-- The audit. Each entry holds the hash of the one before and of its own content. Entries go only once a checkpoint stands for them.
CREATE TABLE audit_entry (
    number bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    who text,
    event text NOT NULL,
    subject text,
    detail text NOT NULL,
    hash text NOT NULL
);
CREATE INDEX audit_entry_of_event ON audit_entry (event, number);
CREATE INDEX audit_entry_of_who ON audit_entry (who, number);

-- Up to `number` entries were removed; `hash` is that of the last of them, which the next entry rests on.
CREATE TABLE audit_checkpoint (
    number bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    who text NOT NULL,
    hash text NOT NULL,
    signature text NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.number > coalesce((SELECT max(number) FROM audit_checkpoint), 0) THEN
        RAISE EXCEPTION 'audit_entry is append-only';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER entries_stay BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER entries_are_not_changed BEFORE UPDATE OR TRUNCATE ON audit_entry EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoints_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint EXECUTE FUNCTION refuse_change();
