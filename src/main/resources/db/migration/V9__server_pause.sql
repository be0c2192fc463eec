-- How long the licensing server asked to be left alone, by this database's clock, so that all replicas keep it, also those
-- that start meanwhile.
ALTER TABLE installation
    ADD COLUMN server_pause_since timestamptz,
    ADD COLUMN server_pause_until timestamptz,
    ADD CHECK (isfinite(server_pause_since) AND isfinite(server_pause_until)) NOT VALID;
