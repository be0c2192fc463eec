-- The latest times known are stored between commits too, and count when no license is held: so they have a seal of their
-- own. It opens only beside id, version, both times and the floors. A row without one is vouched for by the license that is
-- sealed with the same values; without a license, what a license file says about time is not enough until the licensing
-- server has answered.
ALTER TABLE installation
    ADD COLUMN marks_secret_id text,
    ADD COLUMN marks_seal      bytea,
    ADD CHECK ((marks_secret_id IS NULL) = (marks_seal IS NULL));
