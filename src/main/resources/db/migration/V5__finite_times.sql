-- No service writes infinite times, and none can read them: one that somebody writes by hand would stop whoever reads the
-- row, the look at what was changed by hand included. Rows from before are not looked at, because one of them must not
-- stop an upgrade.
ALTER TABLE installation ADD CHECK (isfinite(signed_time) AND isfinite(seen_time)) NOT VALID;
ALTER TABLE issued_floor ADD CHECK (isfinite(issued_at)) NOT VALID;
ALTER TABLE license
    ADD CHECK (isfinite(activated_at) AND isfinite(verdict_at) AND isfinite(last_attempt_at) AND isfinite(next_attempt_at))
    NOT VALID;
ALTER TABLE release ADD CHECK (isfinite(since) AND isfinite(next_attempt_at)) NOT VALID;
ALTER TABLE signing_key ADD CHECK (isfinite(signs_from)) NOT VALID;
ALTER TABLE audit ADD CHECK (isfinite(at)) NOT VALID;
ALTER TABLE audit_chain ADD CHECK (isfinite(standing_at)) NOT VALID;
