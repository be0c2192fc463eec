-- What the holder of the lease does, since when and for whom, so that every replica can tell. They are about the lease of
-- lease_told alone: a replica of the version before takes a lease and leaves them as they are.
ALTER TABLE installation
    ADD COLUMN lease_told   uuid,
    ADD COLUMN lease_action text,
    ADD COLUMN lease_since  timestamptz,
    ADD COLUMN lease_by     text;
